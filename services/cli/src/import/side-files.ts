/** What an import tells of single rows, in files beside the town's own: why rows were refused, and what was noted. */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { rejectedHead } from '@mulin/imports';
import { byteOrderMark, csvLine } from '@mulin/kernel';
import type { Surroundings } from '../surroundings.js';

export type SideFile = Readonly<{
  /** `null`: nothing was written. */
  path: () => string | null;
  write: (cells: readonly (string | number)[]) => void;
  /** Refused with the reason where it could not be written. */
  close: () => Promise<void>;
}>;

/** A table of its own for each import; made only where there is something to write. With a mark, for workbooks. */
const sideFile = (
  { home, stamp }: Pick<Surroundings, 'home' | 'stamp'>,
  name: string,
  kind: 'rejected' | 'noted',
  head: readonly string[],
): SideFile => {
  const folder = join(home, 'imports');
  const path = join(folder, `${name}-${stamp()}-${kind}.csv`);
  let stream: ReturnType<typeof createWriteStream> | null = null;
  let written: Promise<void> | null = null;
  return {
    path: () => (stream ? path : null),
    write: (cells) => {
      if (!stream) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        stream = createWriteStream(path, { mode: 0o600 });
        written = finished(stream);
        // Told at the close; until then the rows that are good go on.
        written.catch(() => undefined);
        stream.write(byteOrderMark + csvLine(head));
      }
      stream.write(csvLine(cells.map(String)));
    },
    close: async () => {
      stream?.end();
      await written;
    },
  };
};

export const rejectedFile = (at: Pick<Surroundings, 'home' | 'stamp'>, name: string): SideFile =>
  sideFile(at, name, 'rejected', rejectedHead);

export const notedFile = (at: Pick<Surroundings, 'home' | 'stamp'>, name: string): SideFile =>
  sideFile(at, name, 'noted', ['line', 'case', 'codes']);
