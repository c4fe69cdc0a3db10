/** A mark in the home of a town that was restored from a copy: no message leaves it until an operator says so. */
import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

const markIn = (home: string): string => path.join(home, 'deliveries-held');

/** Has the town of this home send nothing, from now on; the home is made if it is not there. */
export const holdDeliveries = async (home: string): Promise<void> => {
  await mkdir(home, { recursive: true, mode: 0o700 });
  await writeFile(markIn(home), 'mulin deliveries release\n', { mode: 0o600 });
};

/** Lets the town of this home send again, at once where it runs; `false`: nothing was held. */
export const releaseDeliveries = async (home: string): Promise<boolean> => {
  const wasHeld = areDeliveriesHeld(home);
  await rm(markIn(home), { force: true });
  return wasHeld;
};

/** Whether the town of this home sends nothing. */
export const areDeliveriesHeld = (home: string): boolean => existsSync(markIn(home));
