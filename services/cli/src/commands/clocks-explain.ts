/** `mulin clocks explain CASE`: how each deadline of a case was counted, stretch by stretch. */
import type { Surroundings } from '../surroundings.js';
import { type Outcome, table } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import { called, clockName, minuteOf } from './cases.js';

/** Times are those of the town; `text` is in the language of the call. */
type Interval = Readonly<{
  from: string;
  to: string;
  counts: boolean;
  why: string;
  name?: string;
  text: string;
}>;
type Clock = Readonly<{
  name: string;
  due: string;
  state: string;
  unit: string | null;
  amount: number | null;
  intervals: readonly Interval[];
}>;
type Explained = Readonly<{ caseId: string; number: string; clocks: readonly Clock[] }>;

const lengthOf = ({ unit, amount }: Clock, { clocksExplain }: Texts): string =>
  unit === null || amount === null
    ? ''
    : ` · ${clocksExplain.length(amount, called(clocksExplain.units, unit))}`;

const linesOf = (clock: Clock, texts: Texts): readonly string[] => {
  const { heads, counts: yes, due } = texts.clocksExplain;
  const rows = clock.intervals.map(({ from, to, counts, text }) => [
    minuteOf(from),
    minuteOf(to),
    counts ? yes : '',
    text,
  ]);
  const standing = called(texts.words.standing, clock.state);
  const head = due(clockName(texts, clock.name), minuteOf(clock.due), standing);
  return ['', `${head}${lengthOf(clock, texts)}`, ...table(heads, rows)];
};

/** Clock by clock, as sla-timer answers it. */
export const clocksExplainCommand = async (
  { town, texts }: Surroundings,
  number: string,
): Promise<Outcome> => {
  const path = `/api/v1/cases/${encodeURIComponent(number)}/clocks/explanation`;
  const { caseId: id, ...rest } = await town().get<Explained>(path);
  const { clocks } = rest;
  const lines = clocks.length === 0 ? [texts.clocksExplain.none] : clocks.flatMap((it) => linesOf(it, texts));
  // The command line calls it `id`.
  return { json: { id, ...rest }, lines: [`${rest.number} · ${id}`, ...lines] };
};
