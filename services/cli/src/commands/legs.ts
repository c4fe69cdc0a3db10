/** `mulin case NUMBER --legs`: who had an order, from when until when, and when nobody had it. */
import type { Surroundings } from '../surroundings.js';
import { type Outcome, table } from '../terminal.js';
import type { Texts } from '../texts/texts.js';
import { called, minuteOf } from './cases.js';

/** Times are those of the town; lengths are milliseconds, and `worked` is `null` where no calendar counts it. */
type Span = Readonly<{ from: string; to: string | null }>;
type Leg = Span &
  Readonly<{ leg: number; holder: string; ended: string | null; paused: number; worked: number | null }>;
type Unheld = Span & Readonly<{ why: string }>;
type Helper = Span &
  Readonly<{ call: number; holder: string; unit: string; ended: string | null; worked: number | null }>;
type Cycle = Readonly<{
  cycle: number;
  legs: readonly Leg[];
  unheld: readonly Unheld[];
  helpers: readonly Helper[];
}>;
type Legs = Readonly<{ caseId: string; number: string; cycles: readonly Cycle[] }>;

const minuteMs = 60_000;
const minutesOfHour = 60;

/** Hours and minutes: of working time a day has no fixed length. */
const lengthOf = (ms: number | null, { escalations }: Texts): string => {
  if (ms === null || ms < minuteMs) return '';
  const minutes = Math.floor(ms / minuteMs);
  return escalations.span(0, Math.floor(minutes / minutesOfHour), minutes % minutesOfHour);
};

type Row = Readonly<{ from: string; cells: readonly string[] }>;

const rowOf = (
  { from, to }: Span,
  [who, paused, worked, ended]: readonly [string, string, string, string],
): Row => ({
  from,
  cells: [who, minuteOf(from), to === null ? '' : minuteOf(to), paused, worked, ended],
});

const rowsOf = ({ legs, unheld, helpers }: Cycle, texts: Texts): readonly (readonly string[])[] => {
  const { words, legs: own } = texts;
  const ended = (code: string | null) => (code === null ? own.goesOn : called(words.legEnd, code));
  const worked = (ms: number | null) => lengthOf(ms, texts);
  const rows = [
    ...legs.map((it) =>
      rowOf(it, [it.holder, lengthOf(it.paused, texts), worked(it.worked), ended(it.ended)]),
    ),
    ...unheld.map((it) =>
      rowOf(it, [called(words.unheld, it.why), '', '', it.to === null ? own.goesOn : '']),
    ),
    ...helpers.map((it) => rowOf(it, [own.helper(it.holder), '', worked(it.worked), ended(it.ended)])),
  ];
  // In the order in which they began; of one moment as they stand above.
  return [...rows].sort((one, other) => Date.parse(one.from) - Date.parse(other.from)).map((it) => it.cells);
};

/** Cycle by cycle, as routing answers it. */
export const legsCommand = async ({ town, texts }: Surroundings, number: string): Promise<Outcome> => {
  const { caseId: id, ...rest } = await town().get<Legs>(`/api/v1/orders/${encodeURIComponent(number)}/legs`);
  const cycles = rest.cycles.flatMap((cycle) => [
    '',
    texts.legs.cycle(cycle.cycle),
    ...table(texts.legs.heads, rowsOf(cycle, texts)),
  ]);
  // The command line calls it `id`.
  return { json: { id, ...rest }, lines: [`${rest.number} · ${id}`, ...cycles] };
};
