import { expect, test } from '@jest/globals';
import type { Draft } from './draft';
import { withItems } from './menu-words';

const items = [
  { id: 'street-lamp', name: { zh: '路灯照明', en: 'Street lamps' } },
  { id: 'consultation', name: { zh: '政策咨询', en: 'Consultation' } },
];
const draft: Draft = {
  name: 'm',
  format: 'csv',
  zone: 'Asia/Shanghai',
  mode: 'archive',
  columns: {},
  channels: { default: 'file', of: {} },
  menuItems: { default: 'general-request', of: { Lamp: 'street-lamp', Moon: 'moon' } },
};

test('words that are called as an item of the menu are put under it, in either language', () => {
  const { menuItems } = withItems(draft, items, ['路灯照明', 'STREET LAMPS', '井盖']);
  expect(menuItems.of).toEqual({
    路灯照明: 'street-lamp',
    'STREET LAMPS': 'street-lamp',
    Lamp: 'street-lamp',
  });
});

test('what a mapping puts under an item that this town lacks is left out, and so is its usual one', () => {
  expect(withItems(draft, items, []).menuItems).toEqual({
    default: 'consultation',
    of: { Lamp: 'street-lamp' },
  });
  expect(withItems(draft, items.slice(0, 1), []).menuItems.default).toBe('street-lamp');
  expect(withItems(draft, [], []).menuItems.default).toBe('general-request');
});
