/** For whom something waits: an account, or whoever holds a role where it lies. */
import { isWholeTown, liesIn } from '@mulin/kernel';

/** `area`: a path of areas; `null`: nobody knows where it lies, so it is for everybody of that role. */
export type Addressee = Readonly<{ account: string }> | Readonly<{ role: string; area: string | null }>;

type Reader = Readonly<{ id: string; role: string; area: string }>;

const ofAccount = (account: string): string => `@${account}`;
const ofRole = (role: string, area: string | null): string => `${role}@${area ?? '*'}`;

/** An area and all that it lies in. */
const widening = (area: string): readonly string[] =>
  area.split('/').map((_, nth, names) => names.slice(0, nth + 1).join('/'));

/** Whether something is not for a reader, though they hold the role: they had a hand in it, or answer for where it lies. */
export const isLeftOut = (
  { id, area }: Reader,
  { except, notOf }: Readonly<{ except: readonly string[]; notOf?: string }>,
): boolean => except.includes(id) || (notOf !== undefined && !isWholeTown(area) && liesIn(notOf, area));

/** By what those find it for whom it waits: what one of `marksOfReader` is among. */
export const marksOf = (to: readonly Addressee[]): readonly string[] => [
  ...new Set(
    to.flatMap((it) => {
      if ('account' in it) return [ofAccount(it.account)];
      return it.area === null
        ? [ofRole(it.role, null)]
        : widening(it.area).map((area) => ofRole(it.role, area));
    }),
  ),
];

/** What waits for a reader has one of these marks: for the account itself, or for its role where it answers. */
export const marksOfReader = ({ id, role, area }: Reader): readonly string[] => [
  ofAccount(id),
  ofRole(role, area),
  ofRole(role, null),
];
