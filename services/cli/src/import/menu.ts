/** Whether the town's menu has the items under which the rows of a file would be registered. */
import leven from 'leven';
import type { TownClient } from '../town-client.js';
import { FileRefused, type Item, type Lacking, noMenuItems } from './refused.js';

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

/** The items of the town's menu; none where no town answers, or it lets the caller read nothing. */
export const menuOf = async (town: () => TownClient): Promise<readonly Item[]> => {
  try {
    return (await town().get<{ items: readonly Item[] }>('/api/v1/menu')).items;
  } catch {
    return [];
  }
};

/** `used`: for each item how many rows name it, by the mapping's words and its default. */
const lackingIn = (used: ReadonlyMap<string, number>, items: readonly Item[]): readonly Lacking[] =>
  [...used]
    .filter(([id]) => items.every((item) => item.id !== id))
    .map(([id, rows]) => ({ id, rows, near: nearTo(id, items) }));

/**
 * Refused (`unknown-menu-items`) once, before the first row is sent, with the items that are near; the town would
 * refuse each row.
 */
export const checkMenu = async (town: TownClient, used: ReadonlyMap<string, number>): Promise<void> => {
  if (used.size === 0) return;
  const { items } = await town.get<{ items: readonly Item[] }>('/api/v1/menu');
  const lacking = lackingIn(used, items);
  if (lacking.length > 0) throw noMenuItems(lacking);
};

/** A trial needs no town; where one answers, the same is said. Answers whether it did. */
export const isMenuChecked = async (
  town: () => TownClient,
  used: ReadonlyMap<string, number>,
): Promise<boolean> => {
  try {
    await checkMenu(town(), used);
    return true;
  } catch (error) {
    if (error instanceof FileRefused) throw error;
    return false;
  }
};
