import { describe, expect, test } from '@jest/globals';
import { scenarios } from '@mulin/testing';
import * as Menu from './menu.js';

const scenario = scenarios(Menu.decider);

const lamp: Menu.MenuItem = {
  id: 'street-lamp',
  name: { zh: '路灯', en: 'Street lamp' },
  net: 'life',
  urgency: 'ordinary',
  policy: 'ordinary',
  public: true,
};
const urgentLamp: Menu.MenuItem = { ...lamp, urgency: 'urgent' };

const published: Menu.Event = { type: 'MenuItemPublished', data: { item: lamp, version: 1 } };
const changed: Menu.Event = { type: 'MenuItemPublished', data: { item: urgentLamp, version: 2 } };
const dropped: Menu.Event = { type: 'MenuItemDropped', data: { id: lamp.id, version: 2 } };

describe('The menu', () => {
  scenario('a new item is put on it').given().when(Menu.publish(lamp)).then(published);
  scenario('an unchanged pack says nothing new').given(published).when(Menu.publish(lamp)).thenEcho();
  scenario('a changed item is its next version')
    .given(published)
    .when(Menu.publish(urgentLamp))
    .then(changed);
  scenario('what the pack leaves out is dropped').given(published).when(Menu.drop).then(dropped);
  scenario('what was dropped stays dropped').given(published, dropped).when(Menu.drop).thenEcho();
  scenario('what was never on it cannot be dropped').given().when(Menu.drop).thenNothing();
  scenario('a dropped item may come back')
    .given(published, dropped)
    .when(Menu.publish(lamp))
    .then({ type: 'MenuItemPublished', data: { item: lamp, version: 3 } });
});

test('What may be ordered is what the menu has now; of anything else it is said that there is none', () => {
  const menu = { itemOf: (id: string) => (id === lamp.id ? lamp : null) };
  expect(Menu.orderable(menu, 'street-lamp')).toBe(lamp);
  expect(() => Menu.orderable(menu, 'bench')).toThrow(
    expect.objectContaining({
      code: 'no-such-menu-item',
      sentence: {
        en: 'The menu of this town has no item "bench".',
        zh: '本镇服务菜单中没有“bench”。',
      },
    }),
  );
});
