/** What the tests of this package need: a home that goes away, a server that need not be safe, and patience. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

type TrialHome = Readonly<{ home: string; remove: () => void }>;

/** Open to pass, as a home in a project is. */
export const trialHome = (mode = 0o711): TrialHome => {
  const home = mkdtempSync(path.join(tmpdir(), 'mulin-trial-'));
  chmodSync(home, mode);
  return { home, remove: () => rmSync(home, { recursive: true, force: true }) };
};

/** What these tests check is not whether a disk keeps its word. */
export const hasty = { fsync: 'off', shared_buffers: '16MB' };

/** Asks again and again until the answer is yes; a failed question is a no. */
export const eventually = async (isSo: () => unknown, boundMs = 30_000): Promise<void> => {
  for (let waited = 0; waited < boundMs; waited += 20) {
    try {
      if (await isSo()) return;
    } catch {
      // Not yet.
    }
    await pause(20);
  }
  throw new Error(`Waited in vain for ${isSo.toString()}`);
};
