import { expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import type { Holder } from '../domain/order/order-state.js';
import { dutyNames } from './duty-name.js';

const areas = [
  { path: 'mu/dongguan', name: { zh: '东关社区', en: 'East Gate' } },
  { path: 'mu/dongguan/hetou/hetou-1', name: { zh: '河头村第1网格', en: 'River Head, grid 1' } },
  { path: 'mu/dongguan/hetou', name: { zh: '河头村', en: 'River Head' } },
];
const holder: Holder = {
  microGrid: 'hetou-1-a',
  area: 'mu/dongguan/hetou/hetou-1/hetou-1-a',
  member: 'li-wei',
  leg: 1,
  final: false,
  by: null,
  takenFrom: null,
  because: 'registered',
  offeredAt: instant('2026-03-02T01:00:00Z'),
  takenAt: null,
  alsoAsked: [],
};

test.each([
  [undefined, '河头村第1网格员', 'a grid member of River Head, grid 1'],
  ['mu/dongguan/hetou/hetou-1', '河头村第1网格长', 'the grid leader of River Head, grid 1'],
  ['mu/dongguan/hetou', '河头村委会', 'the village committee of River Head'],
  ['mu/dongguan', '东关社区书记', 'the community secretary of East Gate'],
  ['office:works', '镇办科室', 'an office of the town'],
  ['mu', '镇领导', 'a town leader'],
  ['hetou-1-b', '网格员', 'a grid member'],
])('whoever has it for %s is called %s', (unit, zh, en) => {
  const name = dutyNames({ areas } as Parameters<typeof dutyNames>[0]);
  expect(name(unit === undefined ? holder : { ...holder, unit })).toEqual({ zh, en });
});
