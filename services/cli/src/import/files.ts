/** Files on the disk of whoever calls: the one that is imported, and the mapping that says what its columns are. */
import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { FileRefused, type Mapping, parseMapping, refused, type Source } from '@mulin/imports';
import { type Language, WrongCall } from '../terminal.js';

export const fileSource = (path: string): Source => ({
  bytes: () => createReadStream(path) as AsyncIterable<Buffer>,
  all: async () => new Uint8Array(await readFile(path)),
  beginning: async (most) => {
    const handle = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(most), 0, most, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  },
});

/** Says it in the language of the call. */
export const inLanguage =
  (language: Language) =>
  (error: unknown): never => {
    if (error instanceof FileRefused) throw new WrongCall(error.sentence[language], error.code);
    throw error;
  };

const shipped = new URL('../../../../infra/mappings/', import.meta.url);

/** The text of a mapping that comes with Mulin, by name, or of anybody's, by path. Refused: `no-such-mapping`. */
export const mappingText = async (nameOrPath: string, resolve: (path: string) => string): Promise<string> => {
  const isName = /^[a-z0-9-]+$/.test(nameOrPath);
  const file = isName ? new URL(`${nameOrPath}.json`, shipped) : resolve(nameOrPath);
  return readFile(file, 'utf8').catch(() => {
    throw refused('no-such-mapping', {
      en: `There is no mapping ${nameOrPath}.`,
      zh: `没有映射文件 ${nameOrPath}。`,
    });
  });
};

export const readMapping = async (nameOrPath: string, resolve: (path: string) => string): Promise<Mapping> =>
  parseMapping(nameOrPath, await mappingText(nameOrPath, resolve));
