import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { type EventStore, commandHandler, instant, plus, second } from '@mulin/kernel';
import type { Calendar } from '@mulin/working-time';
import { until } from '@mulin/testing';
import type { Policy } from '../domain/policy.js';
import {
  calendarDecider,
  commitmentPolicyDecider,
  loadRules,
  policyDecider,
  type Rules,
} from './load-rules.js';

const start = instant('2026-03-02T01:00:00Z');
const calendar = (until: string): Calendar => ({
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: { 'mon-fri': [['08:30', until]] },
  overrides: {},
  coveredUntil: '2026-12-31',
});
const policy = (hours: number): Policy => ({
  id: 'ordinary',
  calendar: 'town',
  clocks: [{ name: 'complete', length: { unit: 'working-minute', amount: hours * 60 } }],
  ladder: [],
});

/** A program of its own on this log; each look at the clock is a second later. */
const open = (store: EventStore, pack: Rules) => {
  let at = start;
  const now = () => (at = plus(at, second));
  const rules = loadRules(
    {
      town: 'mu',
      now,
      newId: randomUUID,
      store,
      policies: commandHandler(store, policyDecider, now),
      commitments: commandHandler(store, commitmentPolicyDecider, now),
      calendars: commandHandler(store, calendarDecider, now),
    },
    pack,
  );
  const dueBy = (calculate: typeof rules.calculate) => () => {
    const at = instant('2026-03-02T06:00:00Z');
    const question = {
      name: 'complete',
      policy: 'ordinary',
      urgency: 'ordinary',
      startedAt: at,
      at,
    } as const;
    const answer = calculate(question);
    return answer !== null && 'dueAt' in answer ? answer.dueAt : null;
  };
  return {
    start: rules.start,
    due: dueBy(rules.calculate),
    dueOfCommitments: dueBy(rules.calculateCommitment),
  };
};

test.each([
  [
    'policies',
    { policies: [policy(1)], commitments: [policy(1)], calendars: [calendar('17:30')] },
    '2026-03-02T07:00:00.000Z',
  ],
  [
    'calendars',
    { policies: [policy(2)], commitments: [policy(2)], calendars: [calendar('15:00')] },
    '2026-03-03T01:30:00.000Z',
  ],
])('a program goes by the %s that another one has published since', async (_, changed, due) => {
  const store = memoryEventStore({ now: () => start });
  const here = open(store, {
    policies: [policy(2)],
    commitments: [policy(2)],
    calendars: [calendar('17:30')],
  });
  const stop = await here.start();
  expect(here.due()).toBe('2026-03-02T08:00:00.000Z');

  const there = open(store, changed);
  const stopThere = await there.start();
  await until(() => here.due() === due);
  expect([here.due(), there.due()]).toEqual([due, due]);
  await Promise.all([stop(), stopThere()]);
});

test('what disputes and promises are timed by has versions of its own, whatever a policy of cases is called', async () => {
  const store = memoryEventStore({ now: () => start });
  const pack = { policies: [policy(2)], commitments: [policy(1)], calendars: [calendar('17:30')] };
  const here = open(store, pack);
  const stop = await here.start();
  expect([here.due(), here.dueOfCommitments()]).toEqual([
    '2026-03-02T08:00:00.000Z',
    '2026-03-02T07:00:00.000Z',
  ]);

  const there = open(store, { ...pack, commitments: [policy(3)] });
  const stopThere = await there.start();
  await until(() => here.dueOfCommitments() === '2026-03-02T09:00:00.000Z');
  expect(here.due()).toBe('2026-03-02T08:00:00.000Z');
  await Promise.all([stop(), stopThere()]);
});
