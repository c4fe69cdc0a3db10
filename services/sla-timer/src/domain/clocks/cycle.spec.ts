import { describe, expect, test } from '@jest/globals';
import { hour, instant, plus } from '@mulin/kernel';
import { emptyCycle, changesOfClass } from './cycle.js';
import type { Reclassification } from './clock-events.js';

const monday = instant('2026-03-02T01:00:00Z');
const at = (hours: number) => plus(monday, hours * hour);
const began = {
  cycle: 1,
  number: 'mu-2026-000001',
  policy: 'ordinary',
  urgency: 'ordinary',
  itemUrgency: 'ordinary',
  beganAt: monday,
  archive: null,
};
const corrected = (hours: number, policy: string, rest: Partial<Reclassification> = {}): Reclassification => {
  const { urgency, itemUrgency } = began;
  return { cycle: 1, policy, urgency, itemUrgency, reclassifiedAt: at(hours), ...rest };
};
/** Hour, sequence and policy of each change. */
const changes = (...reclassified: readonly Reclassification[]) =>
  changesOfClass({ ...emptyCycle, began, reclassified }).map(({ since, sequence, classification }) =>
    [(Date.parse(since) - Date.parse(monday)) / hour, sequence, classification.policy].join(' ').trim(),
  );

describe('The corrections of a case', () => {
  const [complex, same, urgent, back] = [
    corrected(3, 'complex'),
    corrected(4, 'complex'),
    corrected(5, 'urgent'),
    corrected(6, 'ordinary'),
  ];
  test.each([
    ['in their order', [complex, same, urgent, back]],
    ['the last first', [back, urgent, same, complex]],
    ['in any order', [urgent, complex, back, same]],
  ])('count by their own times, heard %s; one that changes nothing is none', (_, heard) => {
    expect(changes(...heard)).toEqual(['3  complex', '5  urgent', '6  ordinary']);
  });

  test('of one millisecond count as they were recorded; one from before that was kept comes first', () => {
    const [before, first, second] = [
      corrected(3, 'complex'),
      corrected(3, 'urgent', { sequence: '0000000004' }),
      corrected(3, 'ordinary', { sequence: '0000000011' }),
    ];
    for (const heard of [
      [before, first, second],
      [second, first, before],
      [first, second, before],
    ])
      expect(changes(...heard)).toEqual(['3  complex', '3 0000000004 urgent', '3 0000000011 ordinary']);
  });

  test('of the urgency change something, also of that which its menu item has', () => {
    expect(changes(corrected(3, 'ordinary', { urgency: 'urgent' }))).toHaveLength(1);
    expect(changes(corrected(3, 'ordinary', { itemUrgency: 'urgent' }))).toHaveLength(1);
    expect(changes(corrected(3, 'ordinary'))).toEqual([]);
  });

  test('change nothing of a case that nobody has heard of', () => {
    expect(changesOfClass({ ...emptyCycle, reclassified: [complex] })).toEqual([]);
  });
});
