/** A roster as it is being changed: every duty as it was read, and what somebody enters instead. */
import type { Schemas } from '../../../api/client';
import { newKey } from '../../../api/keys';

type Duty = Schemas['RosterDuty'];

/** Hours in which people work: those of a calendar, or all others. */
export type Shift = Readonly<{ id: string; when: 'open' | 'closed' }>;

/** `id`: of this entry alone. `from`, `until`: on the wall clock of the town, `2026-05-06T09:00`; empty: open. `was`: as the town had them. */
export type Entered = Readonly<
  Pick<Duty, 'account' | 'name' | 'role' | 'standing' | 'shift' | 'turn'> & {
    id: string;
    from: string;
    until: string;
    was: Readonly<{ from: string | null; until: string | null }>;
  }
>;

const localOf = (at: string | null): string => at?.slice(0, 16) ?? '';

/** Moments of the API have the town's own day and hour in them. */
export const enteredOf = ({ from, until, ...duty }: Duty, place: number): Entered => ({
  ...duty,
  id: `read-${place}`,
  from: localOf(from),
  until: localOf(until),
  was: { from, until },
});

export const newcomer = (account: string, role: string, shift: string | null): Entered => ({
  id: newKey(),
  account,
  name: null,
  role,
  standing: null,
  shift,
  turn: null,
  from: '',
  until: '',
  was: { from: null, until: null },
});

/** From the wall clock of the town; `null`: it is no time. */
type MomentOf = (local: string) => string | null;

/** What nobody has touched goes back to the second as it came. `undefined`: open; `null`: it is no time. */
const sentOf = (momentOf: MomentOf, local: string, was: string | null): string | null | undefined => {
  if (local === '') return undefined;
  return local === localOf(was) ? (was ?? undefined) : momentOf(local);
};

const named = <Name extends string, Value>(name: Name, value: Value | null | undefined) =>
  (value === null || value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>;

/** What is sent of it; `null`: a time in it is none. */
export const sentRoster = (momentOf: MomentOf, duties: readonly Entered[]) => {
  const all = duties.map(({ account, role, standing, shift, turn, from, until, was }) => {
    const [begin, end] = [sentOf(momentOf, from, was.from), sentOf(momentOf, until, was.until)];
    if (begin === null || end === null) return null;
    return {
      account,
      role,
      ...named('standing', standing),
      ...named('shift', shift),
      ...named('turn', turn),
      ...named('from', begin),
      ...named('until', end),
    };
  });
  const sent = all.flatMap((it) => (it === null ? [] : [it]));
  return sent.length === all.length ? sent : null;
};

/** The same with the one at `place` before the one in front of it. */
export const earlier = (duties: readonly Entered[], place: number): readonly Entered[] => {
  const [before, it] = [duties[place - 1], duties[place]];
  if (before === undefined || it === undefined) return duties;
  return [...duties.slice(0, place - 1), it, before, ...duties.slice(place + 1)];
};
