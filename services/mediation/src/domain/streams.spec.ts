import { expect, test } from '@jest/globals';
import * as Day from './day/day-state.js';
import * as Diary from './diary.js';
import * as Dispute from './dispute/dispute-state.js';
import * as Promised from './promise/promise.js';
import * as Referral from './referral.js';
import * as Roster from './roster.js';

test('what is on record is found under the names it was recorded under', () => {
  const deciders = [
    Day.decider,
    Diary.decider,
    Dispute.decider,
    Promised.decider,
    Referral.decider,
    Roster.decider,
  ];
  expect(deciders.map(({ category }) => category)).toEqual([
    'day',
    'diary',
    'dispute',
    'promise',
    'referral',
    'roster',
  ]);
});
