/** Whatever a pack gives a case, its explanation leads to the same moment as its deadline. */
import { describe, expect, test } from '@jest/globals';
import { fold, hour, type Instant, instant, plus } from '@mulin/kernel';
import { packIn } from '@mulin/pack';
import * as Clocks from '../domain/clocks/clocks.js';
import type { DeadlineQuery } from '../domain/clocks/terms.js';
import { calculateDeadline, type RuleBook } from '../domain/policy.js';
import { explainedClocks, type RecordedBook } from './explain-clocks.js';
import { fileURLToPath } from 'node:url';

const numbered = <Content extends { id: string }>(contents: readonly Content[]) => {
  const byId = new Map(contents.map((content) => [content.id, { version: 1, content }]));
  return (id: string) => byId.get(id);
};
const urgencies = ['emergency', 'urgent', 'ordinary', 'complex'];
const starts: readonly Instant[] = [
  instant('2026-03-06T15:59:00Z'),
  instant('2026-09-30T06:00:00Z'),
  instant('2026-02-14T09:31:00Z'),
];

const begun = (policy: string, urgency: string, beganAt: Instant): Clocks.Event => ({
  type: 'CycleBegan',
  data: {
    cycle: 1,
    number: 'mu-2026-000001',
    policy,
    urgency,
    itemUrgency: 'ordinary',
    beganAt,
    archive: null,
  },
});

const folded = (events: readonly Clocks.Event[]) => fold(Clocks.decider, events);

describe.each(['sample', 'small'])('Every clock of the pack %s', (name) => {
  const folder = fileURLToPath(new URL(`../../../../infra/packs/${name}/`, import.meta.url));
  const { policies, calendars } = packIn(folder).slaTimer;
  const book: RuleBook = { policyOf: numbered(policies), calendarOf: numbered(calendars) };
  const rules: Clocks.Rules = {
    calculate: (query: DeadlineQuery) => calculateDeadline(book, query),
    isHeld: () => true,
  };

  test('is explained to the moment at which it is due, whatever is asked for and whenever', () => {
    const cases = policies.flatMap(({ id }) =>
      urgencies.flatMap((it) => starts.map((at) => [id, it, at] as const)),
    );
    for (const [policy, urgency, start] of cases) {
      const first = begun(policy, urgency, start);
      const offer = { cycle: 1, leg: 1, area: 'mu/a/b/c/d', offeredAt: plus(start, hour) };
      const registered = Clocks.evaluate(rules)(folded([first]), start);
      const offered = Clocks.offer(offer, rules)(folded([first, ...registered]), plus(start, hour));
      const state = folded([first, ...registered, ...offered]);
      const explained = explainedClocks(state, plus(start, 2 * hour), () => book);
      expect(explained.map((it) => it.name).sort()).toEqual(Object.keys(state.clocks).sort());
      for (const { unit, due, startedAt, intervals, name: clock } of explained) {
        expect([clock, unit]).not.toEqual([clock, null]);
        expect(due).toBe(Clocks.dueOf(state, clock));
        expect(intervals[0]?.from).toBe(startedAt);
        expect(intervals.at(-1)?.to).toBe(due);
      }
    }
  });

  test('is not explained by other rules than those on record with it', () => {
    const [policy] = policies;
    const [start] = starts;
    if (policy === undefined || start === undefined) throw new Error('every pack has policies');
    const first = begun(policy.id, 'ordinary', start);
    const state = folded([first, ...Clocks.evaluate(rules)(folded([first]), start)]);
    const longer = {
      ...policy,
      clocks: policy.clocks.map((it) => ({
        ...it,
        length: { unit: 'hour' as const, amount: 9_999 },
        urgencies: {},
      })),
    };
    const otherRules: RecordedBook = () => ({ ...book, policyOf: numbered([longer]) });
    const gone: RecordedBook = () => ({ ...book, policyOf: () => undefined });
    for (const bookOf of [otherRules, gone]) {
      const explained = explainedClocks(state, start, bookOf);
      expect(explained.length).toBeGreaterThan(0);
      for (const { unit, intervals, startedAt, due } of explained) {
        expect(unit).toBeNull();
        expect(intervals).toEqual([{ from: startedAt, to: due, counts: false, why: 'rules-unknown' }]);
      }
    }
  });
});
