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

const sooner = (one: Instant | null, other: Instant): Instant => (one !== null && one < other ? one : other);

const isAffected = ({ account, from, until }: Entry, leave: Leave): boolean =>
  account === leave.account &&
  !isNever(leave) &&
  (until === null || leave.from < until) &&
  (from === null || from < leave.until);

/** What is left of a duty before and after a leave, and what the stand-in has of it. */
const without = (entry: Entry, leave: Leave, names: ReadonlyMap<string, LocalizedText>): readonly Entry[] => {
  if (!isAffected(entry, leave)) return [entry];
  const { from, until } = entry;
  const [since, end] = [latest(leave.from, from), sooner(until, leave.until)];
  const before = from === null || from < since ? [{ ...entry, until: since }] : [];
  const after = until === null || end < until ? [{ ...entry, from: end }] : [];
  if (leave.standIn === undefined) return [...before, ...after];
  const { name: _, ...duty } = entry;
  const name = names.get(leave.standIn);
  const standIn = {
    ...duty,
    ...(name === undefined ? {} : { name }),
    account: leave.standIn,
    from: since,
    until: end,
    standsInFor: entry.account,
  };
  return [...before, ...after, standIn];
};

/** The duties as they are with everybody's leave, each in the place of the one that it is part of. */
export const withLeave = (entries: readonly Entry[], leave: readonly Leave[]): readonly Entry[] => {
  const names = new Map(
    entries.flatMap(({ account, name }) => (name === undefined ? [] : [[account, name]])),
  );
  return entries.flatMap((entry) =>
    leave
      .filter(({ account }) => account === entry.account)
      .reduce<readonly Entry[]>((parts, one) => parts.flatMap((part) => without(part, one, names)), [entry]),
  );
};
