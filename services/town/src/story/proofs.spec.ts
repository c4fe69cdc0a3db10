import { expect, test } from '@jest/globals';
import type { Clock } from './play.js';
import { type Ending, faultsOf } from './proofs.js';

const clock = (name: string, verdict: string | null = 'met'): Clock => ({
  name,
  startedAt: '2026-03-02T09:00:00+08:00',
  due: '2026-03-03T09:00:00+08:00',
  state: verdict ?? 'running',
  verdict,
});
const clocks = [
  clock('take/1/1', 'breached'),
  clock('acknowledge/1/take-1'),
  clock('contact/1'),
  clock('heartbeat/1/1', 'breached'),
  clock('help/1/1'),
  clock('verify/1/1'),
  clock('verify/1/2'),
  clock('call-back/1'),
  clock('complete/1'),
  clock('contact/2'),
  clock('call-back/2'),
  clock('complete/2'),
];
const rating = { response: 'responded', resolution: 'not-solved', satisfaction: 'dissatisfied' };
const good: Ending = {
  history: { number: 'mu-2026-000001', caseId: 'one', state: 'closed', timeline: [], clocks },
  ratings: [
    { cycle: 1, ...rating },
    { cycle: 2, ...rating, resolution: 'solved', satisfaction: 'satisfied' },
  ],
  deadLetters: 0,
  quarrel: 'agreed-and-performed',
  waiting: 0,
};
const withClocks = (changed: readonly Clock[]): Ending => ({
  ...good,
  history: { ...good.history, clocks: changed },
});
const judged = (name: string, verdict: string | null): Ending =>
  withClocks(clocks.map((it) => (it.name === name ? { ...it, verdict } : it)));

test('a story that came to its end has no fault, with or without a quarrel', () => {
  expect(faultsOf(good)).toEqual([]);
  expect(faultsOf({ ...good, quarrel: null })).toEqual([]);
});

test.each<[string, Ending, RegExp]>([
  [
    'the case is not closed',
    { ...good, history: { ...good.history, state: 'verified' } },
    /^The case is not closed/,
  ],
  ['a clock runs on', withClocks([...clocks, clock('heartbeat/2/1', null)]), /still runs/],
  ['nobody was late in taking it', judged('take/1/1', 'met'), /took it in time/],
  ['the secretary answered late', judged('acknowledge/1/take-1', 'breached'), /secretary/],
  ['no report was missed', judged('heartbeat/1/1', 'met'), /report/],
  ['the helper was late', judged('help/1/1', 'breached'), /helper/],
  ['a check was late', judged('verify/1/2', 'breached'), /checked twice/],
  ['nobody was visited in time', judged('contact/1', 'breached'), /Contact or call-back of cycle 1/],
  ['nobody called back in time', judged('call-back/2', 'breached'), /Contact or call-back of cycle 2/],
  ['it was done again too late', judged('complete/2', 'breached'), /second cycle/],
  ['a rating is missing', { ...good, ratings: good.ratings.slice(1) }, /ratings/],
  ['the agreement was not kept', { ...good, quarrel: 'agreed-not-performed' }, /The quarrel/],
  ['somebody handled nothing', { ...good, deadLetters: 1 }, /could not be handled/],
  ['an escalation was left', { ...good, waiting: 1 }, /still wait/],
])('%s: that is said, and nothing else', (_, ending, sentence) => {
  const faults = faultsOf(ending);
  expect(faults.map(({ en }) => en)).toEqual([expect.stringMatching(sentence)]);
  expect(faults[0]?.zh).toMatch(/。$/);
});
