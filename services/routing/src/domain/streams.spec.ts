import { expect, test } from '@jest/globals';
import * as AreaName from './land/area-name.js';
import * as Beginning from './land/beginning.js';
import * as MicroGrids from './land/micro-grid.js';
import * as Order from './order/order.js';
import * as Roster from './land/roster.js';
import * as Shift from './land/shift.js';
import * as Leave from './leave/leave.js';

test('what is on record is found under the names it was recorded under', () => {
  const deciders = [
    AreaName.decider,
    Beginning.decider,
    MicroGrids.decider,
    Order.decider,
    Roster.decider,
    Shift.decider,
    Leave.decider,
  ];
  expect(deciders.map(({ category }) => category)).toEqual([
    'area',
    'land',
    'grid',
    'order',
    'roster',
    'shift',
    'leave',
  ]);
});
