/** Takes many events at once, or as many at once as can be. */
import type { RecordedEvent } from '@mulin/kernel';
import { TooMuchAtOnce } from './table.js';

/** Whether the rows were ours to change: false where somebody else moved the view meanwhile. */
export type Take = (batch: readonly RecordedEvent[]) => Promise<boolean>;

/** What is too much at once is taken in two parts, and each of them perhaps in two. */
export const inParts = (takeWhole: Take): Take => {
  const take: Take = async (batch) => {
    try {
      return await takeWhole(batch);
    } catch (error) {
      if (!(error instanceof TooMuchAtOnce) || batch.length === 1) throw error;
      const half = batch.length >> 1;
      return (await take(batch.slice(0, half))) && take(batch.slice(half));
    }
  };
  return take;
};
