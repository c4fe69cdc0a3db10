/** What a command says, and how: one JSON object for programs, sentences and bars for people. */
import { Presets, SingleBar } from 'cli-progress';
import { type Sentence, sentenceIn } from './texts/texts.js';

/** Exit codes of surface: done · done, and something is not as it should be · wrong call or input · no town. */
export const exits = { done: 0, notAsItShould: 1, wrong: 2, unreachable: 3 } as const;
export type Exit = (typeof exits)[keyof typeof exits];

export { type Language, languages } from './texts/texts.js';

/** A mistake of the caller, in one sentence. */
export class WrongCall extends Error {
  override readonly name = 'WrongCall';

  constructor(
    readonly sentence: Sentence,
    /** Stable; programs tell one mistake from another by it. */
    readonly code: string = 'wrong-call',
  ) {
    super(sentenceIn(sentence, 'en'));
  }
}

export type Outcome = Readonly<{
  /** With `--json`: exactly this object, on standard output. */
  json: object;
  /** Otherwise: these lines. */
  lines: readonly string[];
  exit?: Exit;
}>;

/** Progress goes to standard error, and only where somebody looks. */
export const progressBar = (label: string, total: number) => {
  if (!process.stderr.isTTY) return { update: () => {}, stop: () => {} };
  const format = `${label} {bar} {percentage}% · {value}/{total} · {duration_formatted}`;
  const bar = new SingleBar(
    { format, stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  bar.start(total, 0);
  return { update: (done: number) => bar.update(Math.min(done, total)), stop: () => bar.stop() };
};

/** Rows under a heading, if there is one, each column as wide as its widest cell. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
  const lines = head.length === 0 ? rows : [head, ...rows];
  const columns = Math.max(0, ...lines.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, at) =>
    Math.max(...lines.map((cells) => widthOf(cells[at] ?? ''))),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) => cell + ' '.repeat((widths[at] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  return lines.map(line);
};

/** Chinese characters take two columns of a terminal. */
export const widthOf = (text: string): number =>
  [...text].reduce((width, char) => width + ((char.codePointAt(0) ?? 0) >= 0x1100 ? 2 : 1), 0);
