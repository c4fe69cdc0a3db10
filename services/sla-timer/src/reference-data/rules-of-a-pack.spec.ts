import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { commitmentAddressees } from '@mulin/contracts';
import { packIn, parseRules } from '@mulin/pack';
import type { Calendar } from '@mulin/working-time';
import { calculateDeadline, type Policy } from '../domain/policy.js';
import { commitmentNameOf, type Deadline, type DeadlineQuery } from '../domain/clocks/terms.js';

const days = {
  coveredUntil: '2026-12-31',
  source: 'State Council',
  off: { '2026-02-17': '春节' },
  makeUp: { '2026-02-14': '春节' },
};
const publicDays = { cn: days };

const calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: {
    'mon-fri': [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
  },
  publicDays: 'cn',
};
const policy = {
  id: 'ordinary',
  calendar: 'town',
  clocks: [
    {
      name: 'complete',
      length: { unit: 'working-hour', amount: 7 },
      urgencies: { emergency: { unit: 'hour', amount: 2 } },
    },
  ],
};
const files = { policies: { policies: [policy] }, calendars: { calendars: [calendar] } };

const answerOf = (content: Policy, town: Calendar, query: DeadlineQuery): Deadline | null => {
  const answer = calculateDeadline(
    { policyOf: () => ({ version: 3, content }), calendarOf: () => ({ version: 2, content: town }) },
    query,
  );
  if (answer !== null && 'missing' in answer) throw new Error(answer.missing);
  return answer;
};

test('The sample town gives every emergency two hours and everything urgent a day at most', () => {
  const inPack = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`../../../../infra/packs/small/${name}`, import.meta.url), 'utf8'));
  const rules = parseRules(
    { policies: inPack('policies.json'), calendars: inPack('calendars.json') },
    publicDays,
  );
  const saturday = instant('2026-03-07T23:00:00+08:00');
  const [town] = rules.calendars;
  if (!town) throw new Error('it is in the pack');
  const dueFor = (urgency: string) =>
    rules.policies.map((content) => {
      const asked = {
        name: 'complete',
        policy: content.id,
        urgency,
        startedAt: saturday,
        at: saturday,
      } as const;
      return answerOf(content, town, asked)?.dueAt;
    });
  const [inTwoHours, tomorrow] = [instant('2026-03-08T01:00:00+08:00'), instant('2026-03-08T23:00:00+08:00')];
  expect(dueFor('emergency')).toEqual(rules.policies.map(() => inTwoHours));
  expect(dueFor('urgent')).toEqual(
    rules.policies.map(({ id }) => (id === 'emergency' ? inTwoHours : tomorrow)),
  );
});

describe('A policy', () => {
  const monday = instant('2026-03-02T08:30:00+08:00');
  const rules = parseRules(files, publicDays);
  const ask = (question: Partial<DeadlineQuery>) => {
    const [content, town] = [rules.policies[0], rules.calendars[0]];
    if (!content || !town) throw new Error('they are in the pack');
    return answerOf(content, town, {
      name: 'complete',
      policy: 'ordinary',
      urgency: 'ordinary',
      startedAt: monday,
      at: monday,
      ...question,
    });
  };

  test('says by when, who hears, and which versions it goes by', () => {
    expect(ask({})).toEqual({
      dueAt: instant('2026-03-02T17:30:00+08:00'),
      ladder: [
        { at: instant('2026-03-02T12:00:00+08:00'), to: 'grid-member', threshold: '50%' },
        { at: instant('2026-03-02T16:06:00+08:00'), to: 'grid-leader', threshold: '80%' },
        { at: instant('2026-03-02T17:30:00+08:00'), to: 'village-committee', threshold: '100%' },
        { at: instant('2026-03-02T17:30:00+08:00'), to: 'community-secretary', threshold: '100%' },
        { at: instant('2026-03-03T17:30:00+08:00'), to: 'town-leader', threshold: '+1working-day' },
      ],
      policy: 'ordinary@3',
      calendar: 'town@2',
      provisional: false,
    });
  });

  test('gives an emergency its own time, around the clock', () => {
    const night = instant('2026-03-07T23:00:00+08:00');
    expect(ask({ urgency: 'emergency', startedAt: night })?.dueAt).toBe(instant('2026-03-08T01:00:00+08:00'));
  });

  test('says that a deadline after the announced days may still move', () => {
    expect(ask({ startedAt: instant('2027-03-01T08:30:00+08:00') })?.provisional).toBe(true);
  });

  test('without such a clock promises nothing', () => {
    expect(ask({ name: 'take' })).toBeNull();
  });

  test('reminds of a deadline that is settled already at the same shares', () => {
    const dueAt = instant('2026-03-02T12:00:00+08:00');
    expect(ask({ dueAt })?.ladder[0]).toEqual({
      at: instant('2026-03-02T10:15:00+08:00'),
      to: 'grid-member',
      threshold: '50%',
    });
  });
});

/** The sample town has terms of its own, the small one the usual ones. */
describe.each(['sample', 'small'])('The terms of mediation of the %s pack', (name) => {
  const { commitments, calendars } = packIn(
    fileURLToPath(new URL(`../../../../infra/packs/${name}`, import.meta.url)),
  ).slaTimer;
  const monday = instant('2026-03-02T08:30:00+08:00');
  const agreedAt = instant('2026-03-20T23:59:59.999+08:00');

  /** Every clock, as it is computed from that Monday. */
  const deadlines = (more: Partial<DeadlineQuery> = {}) =>
    commitments.flatMap((content) =>
      content.clocks.map((clock) => {
        const calendar = calendars.find(({ id }) => id === content.calendar);
        const named = commitmentNameOf(`${clock.name}/1`);
        if (calendar === undefined || named === undefined) throw new Error(`${content.id} ${clock.name}`);
        const query = { policy: content.id, urgency: 'ordinary', startedAt: monday, at: monday, ...more };
        return {
          of: `${content.id} ${clock.name}`,
          ...answerOf(content, calendar, { name: named, ...query }),
        };
      }),
    );

  test('say of everything that mediation owes by when, and who hears', () => {
    expect(commitments.map(({ id }) => id)).toEqual([
      'mediation-red',
      'mediation-yellow',
      'mediation-green',
      'promise',
    ]);
    const all = deadlines();
    expect(all.length).toBe(3 * 7 + 1);
    for (const { of, dueAt, ladder = [] } of all) {
      expect([of, (dueAt ?? '') > monday, ladder.length > 0]).toEqual([of, true, true]);
      const to = ladder.map((step) => step.to);
      expect([of, to.filter((it) => !commitmentAddressees.some((role) => role === it))]).toEqual([of, []]);
    }
  });

  test('give the court its window to the close of the thirtieth day', () => {
    const windows = deadlines().filter(({ of }) => of.endsWith(' confirm'));
    expect(windows.map(({ dueAt }) => dueAt?.slice(0, 10))).toEqual([
      '2026-04-01',
      '2026-04-01',
      '2026-04-01',
    ]);
  });

  test('say who hears of a day that was agreed', () => {
    for (const { of, dueAt, ladder = [] } of deadlines({ dueAt: agreedAt }))
      expect([of, dueAt, ladder.length > 0]).toEqual([of, agreedAt, true]);
  });
});
