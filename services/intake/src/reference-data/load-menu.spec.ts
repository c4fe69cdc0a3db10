import { expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { type EventStore, commandHandler, instant } from '@mulin/kernel';
import { until } from '@mulin/testing';
import * as MenuItems from '../domain/menu.js';
import { loadMenu } from './load-menu.js';

const now = () => instant('2026-03-02T01:00:00Z');
const item = (id: string, policy = 'ordinary'): MenuItems.MenuItem => ({
  id,
  name: { en: id, zh: id },
  net: 'life',
  urgency: 'ordinary',
  policy,
  public: true,
});

/** A program of its own on this log. */
const open = (name: string, store: EventStore, pack: readonly MenuItems.MenuItem[]) => {
  let count = 0;
  const newId = () => `${name}-${++count}`;
  return loadMenu(
    { town: 'mu', now, store, newId, menuItems: commandHandler(store, MenuItems.decider, now) },
    pack,
  );
};

test('the menu is what the pack says, also after it was taken back to what it had been', async () => {
  const store = memoryEventStore({ now });
  const packs = [[item('lamp'), item('bins')], [item('lamp', 'urgent')], [item('lamp'), item('bins')]];
  for (const [nth, pack] of packs.entries()) {
    const menu = await open(`start ${nth}`, store, pack);
    expect(menu.items()).toEqual(pack);
    expect(menu.itemOf('bins')).toEqual(pack.find(({ id }) => id === 'bins') ?? null);
    await menu.stop();
  }
});

test('two programs that start with the same new pack both offer it', async () => {
  const store = memoryEventStore({ now });
  await (await open('before', store, [item('lamp')])).stop();
  const pack = [item('lamp', 'urgent'), item('drain')];

  const menus = await Promise.all([open('one', store, pack), open('other', store, pack)]);
  for (const menu of menus) {
    expect(menu.itemOf('lamp')).toEqual(item('lamp', 'urgent'));
    expect(menu.items()).toEqual(pack);
    await menu.stop();
  }
});

test('a menu that another program records later is offered here, too', async () => {
  const store = memoryEventStore({ now });
  const here = await open('here', store, [item('lamp'), item('bins')]);
  const there = await open('there', store, [item('lamp', 'urgent')]);
  await until(() => here.itemOf('bins') === null);
  expect(here.itemOf('bins')).toBeNull();
  expect(here.itemOf('lamp')).toEqual(item('lamp', 'urgent'));
  await here.stop();
  await there.stop();
});
