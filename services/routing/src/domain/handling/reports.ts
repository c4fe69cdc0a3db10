/** Whether a report of progress says anything: the next one is owed only after one that does. */

import type { ReportContent } from '../order/order-events.js';

/** The same words count so often in a row, and the next time they say nothing any more. */
const sameWordsAtMost = 2;

/** What has been reported of an order, and what was shown with reports and finishes. */
export type Reported = Readonly<{
  /** Of the words that were said last in this cycle, and how often in a row. */
  wordsHash: string | null;
  running: number;
  /** All photos that were ever shown of it. */
  photoIds: readonly string[];
  /** Those that were shown before its last attempt began: before a finish was refused, or it was reopened. */
  stale: readonly string[];
}>;

export const nothingReported: Reported = { wordsHash: null, running: 0, photoIds: [], stale: [] };

const shownWith = ({ photoIds }: Reported, { photoIds: more = [] }: Report): readonly string[] => [
  ...new Set([...photoIds, ...more]),
];

/** What is known once these photos were shown with a finish. */
export const withShown = (reported: Reported, finish: Report): Reported => ({
  ...reported,
  photoIds: shownWith(reported, finish),
});

/** A finish was refused: what was shown until then shows no other attempt. */
export const withRefusal = (reported: Reported): Reported => ({ ...reported, stale: reported.photoIds });

/** Another cycle begins: nothing has been reported in it, and what was shown before shows nothing of it. */
export const inNextCycle = (reported: Reported): Reported =>
  withRefusal({ ...reported, wordsHash: null, running: 0 });

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

const lacksPhoto = (shown: readonly string[], old: readonly string[]): 'photo' | 'new-photo' | null => {
  if (shown.length === 0) return 'photo';
  return shown.every((id) => old.includes(id)) ? 'new-photo' : null;
};

/**
 * What a finish lacks of what is demanded; the photo first. `null`: nothing.
 *
 * @param old the photos that were shown of an attempt before, or are copies of such; one that is not must be among them.
 */
export const lackOf = (
  demanded: Proof,
  { wordsHash, photoIds = [] }: Report,
  old: readonly string[],
): keyof Proof | 'new-photo' | null => {
  const lack = demanded.photo === true ? lacksPhoto(photoIds, old) : null;
  if (lack !== null) return lack;
  // Without a letter or digit it says nothing.
  return demanded.words === true && wordsHash === undefined ? 'words' : null;
};

/** What is known with this one. A report without words is none of other words. */
export const withReport = (reported: Reported, report: Report): Reported => {
  const { wordsHash, running } = reported;
  const { wordsHash: said } = report;
  const again = said === wordsHash ? running + 1 : 1;
  return {
    ...withShown(reported, report),
    ...(said === undefined ? {} : { wordsHash: said, running: again }),
  };
};

/** Other words than the last two times, or a photo that was not shown before. */
export const hasSubstance = (reported: Reported, report: Report): boolean => {
  const { running, photoIds } = withReport(reported, report);
  const isSaid = report.wordsHash !== undefined && running <= sameWordsAtMost;
  return isSaid || photoIds.length > reported.photoIds.length;
};
