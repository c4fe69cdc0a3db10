import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { type EventStore, commandHandler, instant, plus, second } from '@mulin/kernel';
import type { Calendar } from '@mulin/working-time';
import { until } from '@mulin/testing';
import type { Policy } from '../domain/policy.js';
import { calendarDecider, loadRules, policyDecider, type Rules } from './load-rules.js';

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
      calendars: commandHandler(store, calendarDecider, now),
    },
    pack,
  );
  return {
    start: rules.start,
    due: () => {
      const at = instant('2026-03-02T06:00:00Z');
      const question = {
        name: 'complete',
        policy: 'ordinary',
        urgency: 'ordinary',
        startedAt: at,
        at,
      } as const;
      const answer = rules.calculate(question);
      return answer !== null && 'dueAt' in answer ? answer.dueAt : null;
    },
  };
};

test.each([
  ['policies', { policies: [policy(1)], calendars: [calendar('17:30')] }, '2026-03-02T07:00:00.000Z'],
  ['calendars', { policies: [policy(2)], calendars: [calendar('15:00')] }, '2026-03-03T01:30:00.000Z'],
])('a program goes by the %s that another one has published since', async (_, changed, due) => {
  const store = memoryEventStore({ now: () => start });
  const here = open(store, { policies: [policy(2)], calendars: [calendar('17:30')] });
  const stop = await here.start();
  expect(here.due()).toBe('2026-03-02T08:00:00.000Z');

  const there = open(store, changed);
  const stopThere = await there.start();
  await until(() => here.due() === due);
  expect([here.due(), there.due()]).toEqual([due, due]);
  await Promise.all([stop(), stopThere()]);
});
