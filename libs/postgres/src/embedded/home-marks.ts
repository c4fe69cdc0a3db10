/**
 * A mark in a home: no message leaves the processes that have this home until an operator says so. Older programs
 * made it when they restored a town, and people make it for data that came back in another way.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';

const markIn = (home: string): string => path.join(home, 'deliveries-held');

/** Whether this home has the mark. */
export const isHomeHeld = (home: string): boolean => existsSync(markIn(home));

/** Takes it away; `false`: there was none. */
export const releaseHome = async (home: string): Promise<boolean> => {
  const wasHeld = isHomeHeld(home);
  await rm(markIn(home), { force: true });
  return wasHeld;
};
