/** Whether the menu of a running town has the items under which the rows of a file would be registered. */
import { FileRefused, type Item, requireItems } from '@mulin/imports';
import type { TownClient } from '../town-client.js';

/** The items of the town's menu; none where no town answers, or it lets the caller read nothing. */
export const menuOf = async (town: () => TownClient): Promise<readonly Item[]> => {
  try {
    return (await town().get<{ items: readonly Item[] }>('/api/v1/menu')).items;
  } catch {
    return [];
  }
};

/** Refused (`unknown-menu-items`) before the first row is sent; `used`: for each item how many rows name it. */
export const checkMenu = async (town: TownClient, used: ReadonlyMap<string, number>): Promise<void> => {
  if (used.size === 0) return;
  const { items } = await town.get<{ items: readonly Item[] }>('/api/v1/menu');
  requireItems(used, items);
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
