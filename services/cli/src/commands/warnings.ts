/** `mulin warnings`: what should be looked at before it is late. */
import type { Surroundings } from '../surroundings.js';
import { type Outcome, table } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import { minuteOf } from './cases.js';

type Warning = Readonly<{
  what: keyof Texts['warnings']['what'];
  count: number;
  numbers: readonly string[];
  chance: number | null;
  text: string;
}>;
type Warnings = Readonly<{ at: string; items: readonly Warning[] }>;

/** More of them fill the line; `--json` has as many as the town names. */
const mostNumbers = 3;

const named = (numbers: readonly string[]): string =>
  numbers.slice(0, mostNumbers).join(' ') + (numbers.length > mostNumbers ? ' …' : '');

const rowOf = ({ warnings }: Texts, it: Warning): readonly string[] => [
  warnings.what[it.what],
  String(it.count),
  it.chance === null ? '' : `${Math.round(it.chance * 100)} %`,
  named(it.numbers),
  it.text,
];

/** `area`: only what lies in it; `at`: as things stood then. */
export const warningsCommand = async (
  { town, texts }: Surroundings,
  wanted: Readonly<{ area?: string; at?: string }>,
): Promise<Outcome> => {
  const { area, at } = wanted;
  const given = Object.entries({ area, at }).flatMap(([key, value]): [string, string][] =>
    value === undefined ? [] : [[key, value]],
  );
  const answer = await town().get<Warnings>(
    `/api/v1/early-warnings?${new URLSearchParams(given).toString()}`,
  );
  const { heads, none, asOf } = texts.warnings;
  const rows = answer.items.map((it) => rowOf(texts, it));
  const moment = asOf(minuteOf(answer.at));
  return { json: answer, lines: rows.length === 0 ? [none, moment] : [...table(heads, rows), '', moment] };
};
