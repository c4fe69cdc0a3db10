/** `mulin rates`: what was contacted, solved, liked and done in time; and the report of a month. */
import { writeFile } from 'node:fs/promises';
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, table, WrongCall } from '../terminal.js';

type Figures = Readonly<{
  n: number;
  response: number | null;
  resolution: number | null;
  satisfaction: number | null;
  onTime: number | null;
  score: number | null;
}>;
type Rate = Figures &
  Readonly<{
    of: string;
    name: Readonly<{ en: string; zh: string }> | null;
    rank: number | null;
    adjusted: Figures;
  }>;
type Rates = Readonly<{ weights: Readonly<{ version: number }>; rates: readonly Rate[] }>;

type Wanted = Readonly<Partial<Record<'area' | 'from' | 'to' | 'by' | 'month' | 'format' | 'out', string>>>;

const query = (given: Readonly<Record<string, string | undefined>>): string => {
  const parts = Object.entries(given).filter((part): part is [string, string] => part[1] !== undefined);
  return parts.length === 0 ? '' : `?${new URLSearchParams(parts).toString()}`;
};

const percent = (rate: number | null): string => (rate === null ? '' : `${(rate * 100).toFixed(1)} %`);

const rowOf = ({ name, of, n, rank, adjusted, ...it }: Rate, language: 'en' | 'zh'): readonly string[] => [
  name === null ? of : `${name[language]} (${of})`,
  String(n),
  percent(it.response),
  percent(it.resolution),
  percent(it.satisfaction),
  percent(it.onTime),
  percent(adjusted.score),
  rank === null ? '' : String(rank),
];

/** A spreadsheet is one of the formats of a route, paper is another route. */
const routeOf = ({ month, format, area }: Wanted): string =>
  format === 'pdf'
    ? `/api/v1/rates/report.pdf${query({ month, area })}`
    : `/api/v1/rates/report${query({ month, format, area })}`;

/** Written to a file and never to a terminal, which could show neither. */
const reported = async ({ town, texts }: Surroundings, wanted: Wanted): Promise<Outcome> => {
  const { month, out } = wanted;
  if (month === undefined || out === undefined) throw new WrongCall(({ rates }) => rates.monthMissing);
  const file = await town().bytes(routeOf(wanted));
  await writeFile(out, file);
  return { json: { file: out, month, bytes: file.length }, lines: [texts.rates.written(out)] };
};

/** `action`: nothing, or `report`. */
export const ratesCommand = async (
  surroundings: Surroundings,
  action: string | undefined,
  wanted: Wanted,
): Promise<Outcome> => {
  if (action === 'report') return reported(surroundings, wanted);
  if (action !== undefined) throw new WrongCall(({ rates }) => rates.unknownAction);
  const { town, texts, language } = surroundings;
  const { area, from, to, by } = wanted;
  const answer = await town().get<Rates>(`/api/v1/rates${query({ area, from, to, by })}`);
  const rows = answer.rates.map((it) => rowOf(it, language()));
  const lines = [...table(texts.rates.heads, rows), '', texts.rates.weights(answer.weights.version)];
  return { json: answer, lines: rows.length === 0 ? [texts.rates.none] : lines, exit: exits.done };
};
