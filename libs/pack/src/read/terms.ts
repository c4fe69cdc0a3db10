/** Terms: from a moment (inclusive) until another (exclusive), open where one is absent. */
import type { Instant, LocalizedText } from '@mulin/kernel';
import type { PackProblem } from '../problem.js';

/** When something that a pack describes is in force. Absent: open, for ever before or for ever after. */
export type InForce = Readonly<{ from?: Instant | undefined; until?: Instant | undefined }>;

export const isInForce = ({ from, until }: InForce, at: Instant): boolean =>
  (from === undefined || from <= at) && (until === undefined || at < until);

/** Whether there is no moment at which it is in force: it ends before, or when, it begins. */
export const isNever = ({ from, until }: InForce): boolean =>
  from !== undefined && until !== undefined && until <= from;

/** Whether there is a moment at which both are in force. */
export const doOverlap = (one: InForce, other: InForce): boolean =>
  !isNever(one) &&
  !isNever(other) &&
  (one.until === undefined || other.from === undefined || other.from < one.until) &&
  (other.until === undefined || one.from === undefined || one.from < other.until);

type Say = (code: string, at: string, sentence: LocalizedText) => PackProblem;

export const termProblems = (mistake: Say, term: InForce, at: string): readonly PackProblem[] =>
  isNever(term)
    ? [
        mistake('ends-before-it-begins', at, {
          en: 'until is not after from',
          zh: '结束时间不晚于开始时间',
        }),
      ]
    : [];

/** A stretch of time in which the same of several terms are in force. */
export type Period<Thing> = Readonly<{ from?: Instant; until?: Instant; things: readonly Thing[] }>;

/** Every period, the earliest first; one without ends where nothing has a term. */
export const periodsOf = <Thing extends InForce>(things: readonly Thing[]): readonly Period<Thing>[] => {
  const moments = [...new Set(things.flatMap(({ from, until }) => [from, until]))]
    .filter((it) => it !== undefined)
    .sort();
  const begins: readonly (Instant | undefined)[] = [undefined, ...moments];
  return begins.map((from, place) => {
    const until = moments[place];
    const isIn = (it: Thing) => (from === undefined ? it.from === undefined : isInForce(it, from));
    return { ...(from ? { from } : {}), ...(until ? { until } : {}), things: things.filter(isIn) };
  });
};
