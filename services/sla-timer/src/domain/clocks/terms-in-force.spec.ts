/** Which terms count of all that are on record, and of which other reports a case is the answer. */
import { describe, expect, test } from '@jest/globals';
import { hour, type Instant, instant, plus } from '@mulin/kernel';
import { type Cycle, emptyCycle } from './cycle.js';
import { counting, effectiveTerms, joinedIn } from './terms-in-force.js';
import type { Terms } from './terms.js';

const monday = instant('2026-03-02T01:00:00Z');
const at = (hours: number): Instant => plus(monday, hours * hour);

const started: Terms = {
  clock: 'complete/1',
  cycle: 1,
  because: 'started',
  since: monday,
  startedAt: monday,
  dueAt: at(24),
  ladder: [{ step: 'complete/1/100%/town-leader', at: at(24), to: 'town-leader' }],
  policy: 'ordinary@1',
  calendar: 'town@1',
  provisional: false,
};
const began = {
  cycle: 1,
  number: 'mu-2026-000001',
  policy: 'ordinary',
  urgency: 'ordinary',
  beganAt: monday,
  archive: null,
};
const cycleWith = (more: Partial<Cycle>): Cycle => ({ ...emptyCycle, began, ...more });

describe('A case answers for another report', () => {
  const joining = (joinedAt: number, from?: string, due = 20) => ({
    cycle: 1,
    joinedAt: at(joinedAt),
    dueAt: at(due),
    ...(from === undefined ? {} : { from }),
  });
  const apart = (unmergedAt: number, from?: string) => ({
    unmergedAt: at(unmergedAt),
    ...(from === undefined ? {} : { from }),
  });
  const answersFor = (joined: Cycle['joined'], unmerged: Cycle['unmerged']) =>
    joinedIn(cycleWith({ joined, unmerged }));
  const [one, other, unnamed] = [joining(3, 'one'), joining(4, 'other'), joining(3)];

  test('until it turns out to be another thing, and not for that one from then on', () => {
    expect(answersFor([one, other], [])).toEqual([one, other]);
    expect(answersFor([one, other], [apart(5, 'one')])).toEqual([other]);
    expect(answersFor([one, other], [apart(5, 'one'), apart(6, 'other')])).toEqual([]);
    expect(answersFor([one, other], [apart(5, 'third')])).toEqual([one, other]);
  });

  test('that was taken apart in the moment in which it was merged, and again for one that was merged since', () => {
    expect(answersFor([one], [apart(3, 'one')])).toEqual([]);
    expect(answersFor([one], [apart(2, 'one')])).toEqual([one]);
  });

  test('of which nobody said which it was, whatever this case itself was taken apart from', () => {
    expect(answersFor([unnamed], [apart(5)])).toEqual([unnamed]);
    expect(answersFor([unnamed], [apart(5, 'one')])).toEqual([unnamed]);
  });

  test('that was first recorded without a name, by what was said of it with one', () => {
    expect(answersFor([unnamed, one], [apart(5, 'one')])).toEqual([]);
    const [later, shorter] = [joining(4), joining(3, undefined, 19)];
    expect(answersFor([later, shorter, one], [apart(5, 'one')])).toEqual([later, shorter]);
    const twin = joining(3, 'twin');
    expect(answersFor([twin, one], [apart(5, 'one')])).toEqual([twin]);
  });
});

describe('Of terms that are on record', () => {
  const merged = (since: number, due: number, more: Partial<Terms> = {}): Terms => ({
    ...started,
    because: 'merged',
    since: at(since),
    dueAt: at(due),
    ...more,
  });
  const corrected = (since: number, due: number, more: Partial<Terms> = {}): Terms => ({
    ...merged(since, due, more),
    because: 'reclassified',
  });

  test('those of a merger count while this case answers for the other report', () => {
    const joined = [{ cycle: 1, joinedAt: at(3), dueAt: at(20), from: 'one' }];
    const terms = [started, merged(3, 20), merged(3, 19), merged(4, 20)];
    expect(counting(terms, cycleWith({ joined }))).toEqual([started, merged(3, 20)]);
    const unmerged = [{ unmergedAt: at(5), from: 'one' }];
    expect(counting(terms, cycleWith({ joined, unmerged }))).toEqual([started]);
    const anew = merged(3, 24, { missedAt: at(24) });
    expect(counting([started, anew], cycleWith({ joined }))).toEqual([started, anew]);
  });

  test('those of a correction count if it changed anything, by what is known now', () => {
    const to = (policy: string, sequence: string) => {
      return { cycle: 1, policy, urgency: 'ordinary', reclassifiedAt: at(3), sequence };
    };
    // The second one leads back to what the first one, which was heard later, had led away from.
    const reclassified = [to('ordinary', '1'), to('urgent', '2'), to('urgent', '3')];
    const terms = [started, ...['1', '2', '3'].map((sequence) => corrected(3, 10, { sequence }))];
    expect(counting(terms, cycleWith({ reclassified }))).toEqual([
      started,
      corrected(3, 10, { sequence: '2' }),
    ]);
  });

  test('those that were counted anew from a missed deadline only lend their ladder', () => {
    const own = corrected(30, 10);
    const anew = corrected(30, 24, { missedAt: at(24), ladder: [] });
    for (const terms of [
      [started, own, anew],
      [started, anew, own],
    ])
      expect(effectiveTerms(terms, undefined)).toMatchObject({ dueAt: at(24), base: own, uncounted: [] });
    expect(effectiveTerms([anew], undefined)).toBeNull();
  });

  test('a deadline holds from when it was set, also where later terms leave it as it is', () => {
    const since = (...terms: readonly Terms[]) => effectiveTerms([started, ...terms], undefined)?.dueSince;
    expect(since()).toBe(monday);
    expect(since(merged(3, 90))).toBe(monday);
    expect(since(merged(3, 20))).toBe(at(3));
    expect(since(merged(3, 20), merged(4, 21))).toBe(at(3));
    expect(since(corrected(30, 10))).toBe(monday);
  });
});
