import { expect, test } from '@jest/globals';
import * as AreaName from './area-name.js';
import * as Beginning from './beginning.js';
import * as MicroGrids from './micro-grid.js';
import * as Order from './order.js';
import * as Roster from './roster.js';

test('what is on record is found under the names it was recorded under', () => {
  const deciders = [AreaName.decider, Beginning.decider, MicroGrids.decider, Order.decider, Roster.decider];
  expect(deciders.map(({ category }) => category)).toEqual(['area', 'land', 'grid', 'order', 'roster']);
});
