/** A file that stands under its name only when all of it is written. */
import { open, rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { WrongCall } from '../terminal.js';

export type Draft = Readonly<{
  line: (text: string) => Promise<void>;
  /** All of it is on the disk when this answers. */
  end: () => Promise<void>;
  /** Gives it its name. */
  keep: () => Promise<void>;
  discard: () => Promise<void>;
}>;

/** `stamp` makes a name beside the file's own that nobody else uses. */
export const draftOf = async (file: string, stamp: string): Promise<Draft> => {
  const place = `${file}.${stamp}.part`;
  const handle = await open(place, 'wx', 0o600).catch(() => {
    throw new WrongCall(({ wrongCalls }) => wrongCalls.cannotBeWritten(file));
  });
  const gzip = createGzip();
  const written = pipeline(gzip, handle.createWriteStream({ flush: true }));
  // Told to whoever writes next, or ends.
  written.catch(() => undefined);
  return {
    line: async (text) => {
      if (!gzip.write(`${text}\n`))
        await Promise.race([new Promise<void>((resolve) => gzip.once('drain', resolve)), written]);
    },
    end: async () => {
      gzip.end();
      await written;
    },
    keep: () => rename(place, file),
    discard: async () => {
      gzip.destroy();
      await written.catch(() => undefined);
      await rm(place, { force: true });
    },
  };
};
