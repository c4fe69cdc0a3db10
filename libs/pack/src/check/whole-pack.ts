/** Everything that is wrong with a town pack, or worth a look: what starts a town and what checks it ask here. */
import type { Instant } from '@mulin/kernel';
import { isMistake, type PackProblem } from '../problem.js';
import type { PackFiles } from '../read/files.js';
import { filesIn } from '../read/folder.js';
import { publicDays } from '../read/public-days.js';
import { type Pack, packOf } from '../read/read-pack.js';
import { type Now, problemsByDays } from './check-files.js';

/** Of files that are JSON; see `problemsByDays`. Public days are those that come with Mulin. */
export const problemsOfFiles = (files: PackFiles, now: Now): readonly PackProblem[] =>
  problemsByDays(files, now, publicDays());

const problemsIn = (folder: string, now: Now): readonly PackProblem[] => {
  const { files, problems } = filesIn(folder);
  return problems.length > 0 ? problems : problemsOfFiles(files, now);
};

/**
 * All that can be said of the pack in a folder: mistakes, then warnings, then notes.
 *
 * @param now warnings are as things stand at this moment, and as far as the rosters reach.
 */
export const problemsOfPack = (folder: string, now: Instant): readonly PackProblem[] =>
  problemsIn(folder, now);

/**
 * The pack in a folder, checked and read at once: `pack` is `null` where there are mistakes, which keep a
 * town from starting, today as on any other day. Reads the files once; throws nothing.
 */
export const checkedPack = (
  folder: string,
): Readonly<{ pack: Pack | null; mistakes: readonly PackProblem[] }> => {
  const { files, problems, fingerprint } = filesIn(folder);
  const mistakes = (problems.length > 0 ? problems : problemsOfFiles(files, null)).filter(isMistake);
  return { pack: mistakes.length > 0 ? null : packOf({ files, fingerprint }), mistakes };
};
