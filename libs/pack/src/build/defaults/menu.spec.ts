/** The menu that any town begins with, and the sample town has. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { defaultMenu } from './menu.js';

const { groups, items } = defaultMenu;

test('has two levels: every item stands in a group, and every group holds some', () => {
  const known = groups.map(({ id }) => id);
  expect(items.map(({ group }) => group).filter((group) => !known.includes(group))).toEqual([]);
  expect(known.filter((id) => items.every(({ group }) => group !== id))).toEqual([]);
});

test('has no item within another, and no group with the name of an item', () => {
  const names = items.map(({ name }) => name.zh);
  const within = names.filter((name) => names.some((other) => other !== name && other.includes(name)));
  expect(within).toEqual([]);
  expect(groups.filter(({ name }) => names.includes(name.zh))).toEqual([]);
});

test.each([
  ...['违法建设', '噪声', '扬尘', '社保', '医保', '救助', '农村土地', '宅基地'],
  ...['消费维权', '井盖', '教育', '医疗', '拖欠工资', '供水', '路灯', '咨询'],
])('has what towns are asked: %s', (word) => {
  expect(items.filter(({ name }) => name.zh.includes(word))).toHaveLength(1);
});

test('is the menu of the sample town', () => {
  const file = new URL('../../../../../infra/packs/small/menu.json', import.meta.url);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(defaultMenu);
});
