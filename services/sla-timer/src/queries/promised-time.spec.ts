import { describe, expect, test } from '@jest/globals';
import { hour, instant, plus } from '@mulin/kernel';
import * as Clocks from '../domain/clocks/clocks.js';
import { calculateDeadline, type Policy } from '../domain/policy.js';
import type { DeadlineCalculator } from '../domain/clocks/terms.js';
import { promisedTime } from './promised-time.js';

const at = instant('2026-03-02T01:00:00Z');
const calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: { 'mon-sun': [['00:00', '24:00']] as [string, string][] },
  overrides: {},
  coveredUntil: '2026-12-31',
};
const hours = (amount: number) => ({ unit: 'hour' as const, amount });
const policies: Readonly<Record<string, Policy>> = {
  ordinary: {
    id: 'ordinary',
    calendar: 'town',
    ladder: [{ share: 1, to: ['community-secretary'] }],
    clocks: [
      { name: 'accept', length: hours(1) },
      { name: 'take', length: hours(2) },
      { name: 'contact', length: hours(4) },
      { name: 'heartbeat', length: hours(24) },
      { name: 'complete', length: hours(72), urgencies: { urgent: hours(24) } },
    ],
  },
};
const calculate: DeadlineCalculator = (query) =>
  calculateDeadline(
    {
      policyOf: (id) => (policies[id] ? { version: 1, content: policies[id] } : undefined),
      calendarOf: (id) => (id === 'town' ? { version: 1, content: calendar } : undefined),
    },
    query,
  );
const menu = [
  { id: 'bins', policy: 'ordinary', urgency: 'ordinary' },
  { id: 'lost', policy: 'gone', urgency: 'ordinary' },
];
const asked = (menuItem: string, urgency?: string) =>
  promisedTime(menu, calculate, { menuItem, urgency, at });

describe('What is promised before somebody asks', () => {
  test('is by when it is accepted, somebody gets in touch, and it is done: not what is owed between hands', () => {
    expect(asked('bins')).toEqual({
      menuItem: 'bins',
      urgency: 'ordinary',
      at,
      promised: [
        { clock: 'accept', dueAt: plus(at, hour), isProvisional: false },
        { clock: 'contact', dueAt: plus(at, 4 * hour), isProvisional: false },
        { clock: 'complete', dueAt: plus(at, 72 * hour), isProvisional: false },
      ],
    });
  });

  test('is what the clocks of the same case are then set to', () => {
    for (const urgency of ['ordinary', 'urgent']) {
      const beginning = {
        ...{ cycle: 1, number: 'mu-2026-000001', policy: 'ordinary', urgency, itemUrgency: 'ordinary' },
        ...{ beganAt: at, archive: null },
      };
      const events = Clocks.begin(beginning, { calculate, isHeld: () => true })(Clocks.decider.initial, at);
      const set = events.flatMap((it) => (it.type === 'TermsSet' ? [[it.data.clock, it.data.dueAt]] : []));
      const { promised } = asked('bins', urgency);
      expect(set).toEqual(expect.arrayContaining(promised.map(({ clock, dueAt }) => [`${clock}/1`, dueAt])));
      expect(promised).toHaveLength(3);
    }
  });

  test('is sooner for what is more urgent', () => {
    expect(asked('bins', 'urgent').promised.at(-1)?.dueAt).toBe(plus(at, 24 * hour));
  });

  test('is nothing where the rules lack what it is computed from', () => {
    expect(asked('lost').promised).toEqual([]);
  });

  test('is refused for what the menu has not', () => {
    expect(() => asked('moon')).toThrow(
      expect.objectContaining({ code: 'no-such-menu-item', refusal: 'unknown' }),
    );
  });
});
