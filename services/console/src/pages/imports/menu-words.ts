/** Under which items of the town's menu the words of a file are put, as far as they are called alike. */
import type { Draft } from './draft';

export type Item = Readonly<{ id: string; name: Readonly<{ zh: string; en: string }> }>;

const plain = (text: string): string => text.trim().toLowerCase();

const itemCalled = (word: string, items: readonly Item[]): Item | undefined =>
  items.find(({ id, name }) => [id, name.zh, name.en].some((it) => plain(it) === plain(word)));

/** What takes whatever is called by no word: a question, where the menu has one. */
const usual = 'consultation';

/** The draft with items that this town has: what another town calls otherwise is left for somebody to say. */
export const withItems = (draft: Draft, items: readonly Item[], words: readonly string[]): Draft => {
  const isThere = (id: string) => items.some((it) => it.id === id);
  const called = words.flatMap((word) => {
    const item = itemCalled(word, items);
    return item === undefined ? [] : [[word, item.id] as const];
  });
  const kept = Object.entries(draft.menuItems.of).filter(([, id]) => isThere(id));
  const others = [draft.menuItems.default, usual, items[0]?.id ?? ''];
  return {
    ...draft,
    menuItems: {
      default: others.find(isThere) ?? draft.menuItems.default,
      of: { ...Object.fromEntries(called), ...Object.fromEntries(kept) },
    },
  };
};
