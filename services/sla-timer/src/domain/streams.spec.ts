import { expect, test } from '@jest/globals';
import * as Clocks from './clocks/clocks.js';
import * as Duty from './duty.js';
import { versions } from './rule-versions.js';

test('what is on record is found under the names it was recorded under', () => {
  expect([Clocks.decider.category, Duty.decider.category, versions('policy').category]).toEqual([
    'clocks',
    'duty',
    'policy',
  ]);
});
