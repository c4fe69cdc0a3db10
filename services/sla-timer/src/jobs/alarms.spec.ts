import { expect, test } from '@jest/globals';
import { instant, type Scheduler } from '@mulin/kernel';
import { alarmsOfCommitments, evaluateEach } from './alarms.js';

const at = instant('2026-03-02T01:00:00Z');

test('an alarm of a dispute comes back to disputes, with its trace, and one of a case to cases', async () => {
  const set: string[] = [];
  const scheduler: Scheduler = {
    schedule: async (subject) => void set.push(subject),
    onDue: () => undefined,
  };
  await scheduler.schedule('c1', at);
  await alarmsOfCommitments(scheduler).schedule('d1', at);

  const seen: unknown[] = [];
  const traces = new Map(set.map((subject) => [subject, `trace of ${subject}`]));
  await evaluateEach({
    cases: async (ids, known) => void seen.push(['cases', ids, known.get('c1')]),
    commitments: async (ids, known) => void seen.push(['commitments', ids, known.get('d1')]),
  })(set, traces);
  expect(seen).toEqual([
    ['cases', ['c1'], 'trace of c1'],
    ['commitments', ['d1'], 'trace of commitment-d1'],
  ]);
});
