/** What was said and shown of an order, by whom and about what. */
import { expect, test } from '@jest/globals';
import type * as Order from '../order/order.js';
import { at, demand, inHands, leg, li } from '../handling/handling.testing.js';
import { statementsIn } from './statements.js';

const said = { wordsId: 'words-1', photoIds: ['photo-1'] };
const looked = { number: demand.number, cycle: 1, leg: 1, round: 1, verifier: 'gao' };
const reported = (more: object): Order.Event => ({
  type: 'ProgressReported',
  data: { ...leg, content: 'text', counts: true, reportedAt: at(3), ...more },
});

test('Each statement says what it is about, who said it when, and where the words and photos lie', () => {
  const events: readonly Order.Event[] = [
    ...inHands,
    {
      type: 'HelperCalled',
      data: {
        cycle: 1,
        call: 1,
        member: 'works-tan',
        number: demand.number,
        by: 'li-wei',
        unit: 'office:works',
        area: li.area,
        wordsId: 'task-1',
        calledAt: at(3),
      },
    },
    reported(said),
    { type: 'OrderFinished', data: { ...leg, result: 'solved', ...said, finishedAt: at(5) } },
    {
      type: 'FinishRefused',
      data: { ...looked, reason: 'partly-done', wordsId: 'why-1', finishedAt: at(5), refusedAt: at(6) },
    },
    {
      type: 'OrderVerified',
      data: {
        ...looked,
        result: 'solved',
        area: li.area,
        handlers: ['li-wei'],
        wordsId: 'seen-1',
        verifiedAt: at(8),
      },
    },
  ];
  const photoIds: readonly string[] = [];
  expect(statementsIn(events)).toEqual([
    { about: 'help', cycle: 1, by: 'li-wei', at: at(3), wordsId: 'task-1', photoIds },
    { about: 'progress', cycle: 1, by: 'li-wei', at: at(3), ...said },
    { about: 'finish', cycle: 1, by: 'li-wei', at: at(5), ...said },
    { about: 'refusal', cycle: 1, by: 'gao', at: at(6), wordsId: 'why-1', photoIds },
    { about: 'confirmation', cycle: 1, by: 'gao', at: at(8), wordsId: 'seen-1', photoIds },
  ]);
});

test('Photos alone are a statement, and what says and shows nothing is none', () => {
  const events = [
    reported({ photoIds: ['photo-1'] }),
    reported({ wordsId: 'words-1' }),
    reported({}),
    reported({ photoIds: [] }),
  ];
  expect(statementsIn(events).map(({ wordsId, photoIds }) => [wordsId, photoIds])).toEqual([
    [null, ['photo-1']],
    ['words-1', []],
  ]);
});
