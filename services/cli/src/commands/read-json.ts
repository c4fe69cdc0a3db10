import { readFile } from 'node:fs/promises';
import { WrongCall } from '../terminal.js';

/** The JSON of a file the caller named. */
export const readJson = async (path: string, name: string): Promise<unknown> => {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new WrongCall(`There is no file ${name}.`);
  });
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new WrongCall(
      `${name} is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`,
    );
  }
};
