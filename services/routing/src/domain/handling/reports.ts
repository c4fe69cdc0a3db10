/** Whether a report of progress says anything: the next one is owed only after one that does. */

import type { ReportContent } from '../order/order-events.js';

/** The same words count so often in a row, and the next time they say nothing any more. */
const sameWordsAtMost = 2;

/** What has been reported of an order in this cycle. */
export type Reported = Readonly<{
  /** Of the words that were said last, and how often in a row. */
  wordsHash: string | null;
  running: number;
  photoIds: readonly string[];
}>;

export const nothingReported: Reported = { wordsHash: null, running: 0, photoIds: [] };

/** `wordsHash`: a keyed hash of the words by `substanceOf`; absent where nothing of them is left. */
export type Report = Readonly<{
  wordsId?: string | undefined;
  wordsHash?: string | undefined;
  photoIds?: readonly string[] | undefined;
}>;

/** What makes two texts the same to whoever reads them: letters and digits, however they are spaced or dotted. */
export const substanceOf = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

const shownIn = ({ photoIds = [] }: Report): string => [...photoIds].sort().join();

/** Whether two reports say and show the same. */
export const isSame = (one: Report, other: Report): boolean =>
  one.wordsHash === other.wordsHash && shownIn(one) === shownIn(other);

export const isNothing = ({ wordsId, photoIds = [] }: Report): boolean =>
  wordsId === undefined && photoIds.length === 0;

export const contentOf = ({ wordsId, photoIds = [] }: Report): ReportContent => {
  if (photoIds.length === 0) return wordsId === undefined ? 'none' : 'text';
  return wordsId === undefined ? 'photo' : 'text-and-photo';
};

/** What the menu demands of a finish: a photo, words, both, or (absent) nothing. */
export type Proof = Readonly<{ photo?: boolean; words?: boolean }>;

/** What a finish lacks of what is demanded; the photo first. `null`: nothing. */
export const lackOf = (
  { photo = false, words = false }: Proof,
  { wordsHash, photoIds = [] }: Report,
): keyof Proof | null => {
  if (photo && photoIds.length === 0) return 'photo';
  // Without a letter or digit it says nothing.
  return words && wordsHash === undefined ? 'words' : null;
};

/** What is known with this one. A report without words is none of other words. */
export const withReport = (
  { wordsHash, running, photoIds }: Reported,
  { wordsHash: said, photoIds: shown = [] }: Report,
): Reported => ({
  ...(said === undefined
    ? { wordsHash, running }
    : { wordsHash: said, running: said === wordsHash ? running + 1 : 1 }),
  photoIds: [...new Set([...photoIds, ...shown])],
});

/** Other words than the last two times, or a photo that was not shown before. */
export const hasSubstance = (reported: Reported, report: Report): boolean => {
  const { running, photoIds } = withReport(reported, report);
  const isSaid = report.wordsHash !== undefined && running <= sameWordsAtMost;
  return isSaid || photoIds.length > reported.photoIds.length;
};
