/** `mulin import FILE --mapping NAME|PATH`. */
import { createWriteStream, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { localMoment } from '@mulin/working-time';
import { importFile, type Rejected, type Standing, standingOf } from '../import/import-file.js';
import { readMapping } from '../import/mapping.js';
import { readLines } from '../import/read-file.js';
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, progressBar, WrongCall } from '../terminal.js';

const patienceMs = 120_000;
const lookAgainMs = 250;

export const importCommand = async (
  surroundings: Surroundings,
  file: string,
  options: { mapping: string },
): Promise<Outcome> => {
  const startedAt = performance.now();
  const path = surroundings.resolve(file);
  const mapping = await readMapping(options.mapping, surroundings.resolve);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new WrongCall(`There is no file ${file}.`);
  const asOf = localMoment(mapping.zone, mapping.asOf);
  if (asOf === null) throw new WrongCall(`The mapping's asOf ${mapping.asOf} is not a time.`);

  const town = surroundings.town({ patienceMs });
  const rejections = rejectedFile(surroundings, mapping.name);
  const bar = progressBar('Registering', await countLines(path));
  const { tally, caseIds } = await importFile(readLines(path, mapping), {
    town,
    mapping,
    asOf,
    onRejected: rejections.write,
    onProgress: bar.update,
  }).finally(async () => {
    bar.stop();
    await rejections.close();
  });

  const { pending, ...standing } = await settled(caseIds.length, () => standingOf(town, caseIds));
  const seconds = Math.round((performance.now() - startedAt) / 10) / 100;
  const json = { ...tally, ...standing, rejectedFile: rejections.path(), seconds };
  const isAsItShould = tally.rejected === 0 && standing.disagreeing === 0 && pending === 0;
  return {
    json: pending === 0 ? json : { ...json, pending },
    lines: sentences({ ...json, pending }),
    exit: isAsItShould ? exits.done : exits.notAsItShould,
  };
};

/** Waits as long as the town gets on with it. */
const settled = async (total: number, ask: () => Promise<Standing>): Promise<Standing> => {
  const bar = progressBar('Routing and judging', total);
  try {
    for (let best = total + 1, giveUpAt = 0; ;) {
      const standing = await ask();
      bar.update(total - standing.pending);
      if (standing.pending === 0) return standing;
      if (standing.pending < best) [best, giveUpAt] = [standing.pending, performance.now() + patienceMs];
      else if (performance.now() > giveUpAt) return standing;
      await sleep(lookAgainMs);
    }
  } finally {
    bar.stop();
  }
};

/** The rows that were refused, by line, column and reason; what stood in them stays where it was. */
export const rejectedFile = ({ home, stamp }: Pick<Surroundings, 'home' | 'stamp'>, name: string) => {
  const folder = join(home, 'imports');
  const path = join(folder, `${name}-${stamp()}-rejected.csv`);
  let stream: ReturnType<typeof createWriteStream> | null = null;
  let written: Promise<void> | null = null;
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  return {
    path: () => (stream ? path : null),
    write: ({ line, column, code, reason }: Rejected) => {
      if (!stream) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        stream = createWriteStream(path, { mode: 0o600 });
        written = finished(stream);
        // Told at the close; until then the rows that are good go on.
        written.catch(() => undefined);
        stream.write('line,column,code,reason\n');
      }
      stream.write(`${line},${quoted(column)},${code},${quoted(reason)}\n`);
    },
    close: async () => {
      stream?.end();
      await written;
    },
  };
};

const countLines = async (path: string): Promise<number> => {
  if (!process.stderr.isTTY) return 0;
  const { createReadStream } = await import('node:fs');
  let lines = 0;
  for await (const chunk of createReadStream(path))
    for (const byte of chunk as Buffer) if (byte === 10) lines++;
  return lines;
};

type Result = Record<'read' | 'registered' | 'known' | 'rejected' | 'flagged', number> &
  Standing & { rejectedFile: string | null; seconds: number };

const sentences = (it: Result): readonly string[] => [
  `${it.read} rows read in ${it.seconds} s: ${it.registered} registered, ${it.known} known before, ${it.rejected} rejected, ${it.flagged} kept and flagged.`,
  `${it.routed} routed to a micro-grid, ${it.unrouted} on nobody's land.`,
  `Verdicts: ${it.agreeing} agree with the source, ${it.disagreeing} do not, ${it.undecided} cannot be compared.`,
  ...(it.pending > 0
    ? [`${it.pending} are still being routed and judged; the same command looks again.`]
    : []),
  ...(it.rejectedFile ? [`Why rows were rejected: ${it.rejectedFile}`] : []),
];
