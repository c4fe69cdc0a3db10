/** Who is away, and who has their duties meanwhile. */
import { type Instant, latest, type LocalizedText } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import type { Entry } from './duty.js';
import type { RosterFile } from './rosters-file.js';
import { doOverlap, isNever, termProblems } from './terms.js';

type Leave = RosterFile['leave'][number];

const { mistake, warning } = problemsIn('rosters.json');

const atOf = ({ account }: Leave, place: number): string => `leave.${place} (${account})`;

const unknown = (account: string, known: ReadonlySet<string>, at: string): readonly PackProblem[] =>
  known.has(account)
    ? []
    : [
        mistake('unknown-account', at, {
          en: `${account} stands on no roster`,
          zh: `${account} 不在任何名册中`,
        }),
      ];

/** That a leave is meant so: whoever it names is there, and somebody stands in who is not away too. */
export const leaveProblems = (
  { leave }: Pick<RosterFile, 'leave'>,
  entries: readonly Entry[],
): readonly PackProblem[] => {
  const known = new Set(entries.map(({ account }) => account));
  return leave.flatMap((one, place) => {
    const at = atOf(one, place);
    const named = [one.account, ...(one.standIn === undefined ? [] : [one.standIn])];
    const isTwice = leave.slice(0, place).some((it) => it.account === one.account && doOverlap(it, one));
    return [
      ...termProblems(mistake, one, at),
      ...named.flatMap((account) => unknown(account, known, at)),
      ...(isTwice
        ? [
            warning('leave-twice', at, {
              en: 'overlaps with another leave of theirs',
              zh: '与本人另一次请假重叠',
            }),
          ]
        : []),
    ];
  });
};

/** Of leave that lies ahead or goes on: nobody stands in, or somebody who is not there either. */
export const standInWarnings = (leave: readonly Leave[], now: Instant): readonly PackProblem[] =>
  leave.flatMap((one, place): readonly PackProblem[] => {
    if (one.until <= now || isNever(one)) return [];
    const at = atOf(one, place);
    const { standIn } = one;
    if (standIn === undefined)
      return [
        warning('leave-without-stand-in', at, {
          en: 'is away, and nobody stands in',
          zh: '请假期间无人替班',
        }),
      ];
    const isAway = leave.some((it) => it.account === standIn && doOverlap(it, one));
    return isAway
      ? [
          warning('stand-in-away', at, {
            en: `${standIn}, who should stand in, is away then, too`,
            zh: `替班人 ${standIn} 同一时间也在请假`,
          }),
        ]
      : [];
  });

/** Somebody is away and somebody else has their duties meanwhile. `until: null` is until further notice. */
export type Absence = Readonly<{ account: string; from: Instant; until: Instant | null; standIn?: string }>;

/** A duty, and whose it is otherwise. */
type Stretch = Readonly<{
  account: string;
  name?: LocalizedText;
  from: Instant | null;
  until: Instant | null;
  standsInFor?: string;
}>;

const sooner = (one: Instant | null, other: Instant | null): Instant | null => {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
};

const isAffected = ({ account, from, until }: Stretch, leave: Absence): boolean =>
  account === leave.account &&
  (leave.until === null || leave.from < leave.until) &&
  (until === null || leave.from < until) &&
  (from === null || leave.until === null || from < leave.until);

type Names = ReadonlyMap<string, LocalizedText>;

/** What the stand-in has of a duty from a moment until another. */
const standInOf = <Duty extends Stretch>(
  entry: Duty,
  standIn: string,
  term: Pick<Stretch, 'from' | 'until'>,
  names: Names,
): Duty => {
  const { name: _, ...duty } = entry;
  const name = names.get(standIn);
  const theirs = {
    ...duty,
    ...(name === undefined ? {} : { name }),
    account: standIn,
    ...term,
    standsInFor: entry.standsInFor ?? entry.account,
  };
  return theirs as unknown as Duty; // All that a duty says is copied, and only who has it is another.
};

/** What is left of a duty before and after a leave, and what the stand-in has of it. */
const without = <Duty extends Stretch>(entry: Duty, leave: Absence, names: Names): readonly Duty[] => {
  if (!isAffected(entry, leave)) return [entry];
  const { from, until } = entry;
  const [since, end] = [latest(leave.from, from), sooner(until, leave.until)];
  const parts: Duty[] = from === null || from < since ? [{ ...entry, until: since }] : [];
  if (end !== null && (until === null || end < until)) parts.push({ ...entry, from: end });
  return leave.standIn === undefined
    ? parts
    : [...parts, standInOf(entry, leave.standIn, { from: since, until: end }, names)];
};

const namesIn = (entries: readonly Stretch[]): Names =>
  new Map(entries.flatMap(({ account, name }) => (name === undefined ? [] : [[account, name]])));

/** The duties as they are with everybody's leave, each in the place of the one that it is part of. */
export const withLeave = (entries: readonly Entry[], leave: RosterFile['leave']): readonly Entry[] => {
  const names = namesIn(entries);
  return entries.flatMap((entry) =>
    leave
      .filter(({ account }) => account === entry.account)
      .reduce<readonly Entry[]>(
        (parts, { standIn, ...one }) => {
          const absence = { ...one, ...(standIn === undefined ? {} : { standIn }) };
          return parts.flatMap((part) => without(part, absence, names));
        },
        [entry],
      ),
  );
};

/**
 * The duties of one place as they are with leave that was recorded beside the file. Whoever stands in may be away as
 * well: then their own stand-in has what they had, too. Where that comes back to somebody who is away, as with two who
 * stand in for each other, it is nobody's meanwhile.
 *
 * @param names how the accounts are called that may stand in.
 */
export const dutiesWithLeave = <Duty extends Stretch>(
  duties: readonly Duty[],
  leave: readonly Absence[],
  names: Names,
): readonly Duty[] => {
  let parts = duties;
  // No chain of stand-ins is longer than there are leaves; what goes round for ever ends there as well.
  for (const _ of leave) {
    const before = parts;
    parts = leave.reduce((those, one) => those.flatMap((part) => without(part, one, names)), before);
    if (parts.length === before.length && parts.every((part, place) => part === before[place])) break;
  }
  // Whatever is still with somebody who is away went round.
  return leave.reduce(
    (those, { standIn: _, ...one }) => those.flatMap((part) => without(part, one, names)),
    parts,
  );
};
