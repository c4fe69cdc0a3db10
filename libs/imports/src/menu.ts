/** Whether the town's menu has the items under which the rows of a file would be registered. */
import leven from 'leven';
import { type Item, noMenuItems } from './refused.js';

const nearAtMost = 3;
/** Of the longer of two names so much may differ. */
const farthest = 0.6;

const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s_-]+/g, '');

const distance = (one: string, other: string): number =>
  leven(plain(one), plain(other)) / Math.max(1, plain(one).length, plain(other).length);

/** The items whose id or name is most alike, the nearest first; at most three. */
export const nearTo = (word: string, items: readonly Item[]): readonly Item[] =>
  items
    .map((item) => ({
      item,
      far: Math.min(...[item.id, item.name.zh, item.name.en].map((name) => distance(word, name))),
    }))
    .filter(({ far }) => far <= farthest)
    .sort((one, other) => one.far - other.far)
    .slice(0, nearAtMost)
    .map(({ item }) => item);

/**
 * Refused (`unknown-menu-items`) once, before the first row is sent, with the items that are near; the town would
 * refuse each row.
 *
 * @param used for each item how many rows name it, by the mapping's words and its default.
 */
export const requireItems = (used: ReadonlyMap<string, number>, items: readonly Item[]): void => {
  const lacking = [...used]
    .filter(([id]) => items.every((item) => item.id !== id))
    .map(([id, rows]) => ({ id, rows, near: nearTo(id, items) }));
  if (lacking.length > 0) throw noMenuItems(lacking);
};
