import { expect, test } from '@jest/globals';
import { parseMenu, problemsOfMenu } from './menu.js';

const lamp = {
  id: 'street-lamp',
  name: { zh: '路灯', en: 'Street lamp' },
  net: 'life',
  urgency: 'ordinary',
  policy: 'ordinary',
  public: true,
};
const roads = { id: 'roads', name: { zh: '道路', en: 'Roads' } };
const codesOf = (menu: object) => problemsOfMenu(menu).map(({ code }) => code);

test('a menu of before there were groups is read as it was', () => {
  expect(parseMenu({ items: [lamp] })).toEqual([lamp]);
});

test('an item stands under its group, which says how it is called', () => {
  expect(parseMenu({ groups: [roads], items: [{ ...lamp, group: 'roads' }] })).toEqual([
    { ...lamp, group: roads },
  ]);
});

test('a group that is not there, and one that is there twice, are mistakes', () => {
  expect(codesOf({ groups: [roads, roads], items: [{ ...lamp, group: 'rivers' }] })).toEqual([
    'twice',
    'unknown-group',
  ]);
});
