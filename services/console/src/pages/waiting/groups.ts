/** What waits, put together by what is to be done: the group with the earliest deadline first. */
import type { Schemas } from '../../api/client';

type Item = Pick<Schemas['InboxItem'], 'what' | 'whatName' | 'until'>;

export type Group<It extends Item> = Readonly<{ what: string; name: string; items: readonly It[] }>;

/** What has no deadline comes after everything that has one. */
const last = '9999';
const dueOf = ({ until }: Item): string => until ?? last;

export const groupsOf = <It extends Item>(items: readonly It[]): readonly Group<It>[] => {
  const byWhat = new Map<string, It[]>();
  for (const item of items) byWhat.set(item.what, [...(byWhat.get(item.what) ?? []), item]);
  return [...byWhat.entries()]
    .map(([what, those]) => ({
      what,
      name: those[0]?.whatName ?? what,
      items: those.sort((a, b) => dueOf(a).localeCompare(dueOf(b))),
    }))
    .sort((a, b) => dueOf(a.items[0] as It).localeCompare(dueOf(b.items[0] as It))); // a group has one at least
};
