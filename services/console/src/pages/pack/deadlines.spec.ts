import { describe, expect, test } from '@jest/globals';
import type { PackOutline } from '@mulin/pack';
import { type Change, deadlinesChanged } from './deadlines';

type Outline = Pick<PackOutline, 'items' | 'policies'>;
type Policy = Outline['policies'][number];

const days = (amount: number, more: object = {}) => ({ unit: 'working-day', amount, ...more }) as const;
const missed = { share: 1, to: ['village-committee'] } as const;
const halfWay = { share: 0.5, to: ['grid-member', 'grid-leader'] } as const;

const policy = (id: string, more: object = {}) =>
  ({
    id,
    calendar: 'town',
    redo: null,
    clocks: [
      { name: 'accept', length: { unit: 'hour', amount: 2 }, urgencies: {}, ladder: [halfWay, missed] },
      { name: 'complete', length: days(5), urgencies: { urgent: days(2) }, ladder: [halfWay, missed] },
    ],
    ...more,
  }) as unknown as Policy; // What a spec leaves out of the closed lists does not matter here.

const item = (id: string, of = 'usual') => ({ id, name: { zh: id, en: id }, policy: of });
const pack = (policies: readonly Policy[], items = [item('lamp'), item('drain')]) =>
  ({ items, policies }) as Outline;

/** `complete` with another length or ladder. */
const complete = (more: object) =>
  policy('usual', {
    clocks: policy('').clocks.map((it) => (it.name === 'complete' ? { ...it, ...more } : it)),
  });

const before = pack([policy('usual')]);
const changes = (after: Outline): readonly Change[] =>
  deadlinesChanged(before, after).flatMap((it) => it.changes);

describe('Deadlines', () => {
  test('that are the same are none, however they are written', () => {
    expect(deadlinesChanged(before, before)).toEqual([]);
    expect(changes(pack([complete({ length: days(5, { end: 'close' }) })]))).toEqual([]);
    const turned = { share: 0.5, to: ['grid-leader', 'grid-member'] };
    expect(changes(pack([complete({ ladder: [missed, turned] })]))).toEqual([]);
  });

  test('that are longer or shorter are told with both lengths, once for all kinds of demand', () => {
    const after = pack([complete({ length: days(3) })]);
    expect(deadlinesChanged(before, after)).toEqual([
      {
        items: after.items,
        changes: [{ of: 'length', clock: 'complete', urgency: null, before: days(5), after: days(3) }],
      },
    ]);
  });

  test('of one urgency are told with it: another length, none of its own any more, or one that it had not', () => {
    const of = (urgencies: object) => changes(pack([complete({ urgencies })]));
    expect(of({ urgent: days(1) })).toEqual([
      { of: 'length', clock: 'complete', urgency: 'urgent', before: days(2), after: days(1) },
    ]);
    expect(of({ emergency: days(1) })).toEqual([
      { of: 'length', clock: 'complete', urgency: 'urgent', before: days(2), after: null },
      { of: 'length', clock: 'complete', urgency: 'emergency', before: null, after: days(1) },
    ]);
  });

  test('that end at another hour of the day are others', () => {
    const sameTime = days(5, { end: 'same-time' });
    expect(changes(pack([complete({ length: sameTime })]))).toMatchObject([{ after: sameTime }]);
  });

  test('come and go with their clocks, whose ladders go with them', () => {
    const only = policy('usual', { clocks: policy('').clocks.slice(1) });
    expect(changes(pack([only]))).toMatchObject([{ of: 'length', clock: 'accept', after: null }]);
    expect(deadlinesChanged(pack([only]), before).flatMap((it) => it.changes)).toMatchObject([
      { of: 'length', clock: 'accept', before: null },
    ]);
  });

  test('are told with who hears of them, clocks that change alike together', () => {
    const later = { after: days(1), to: ['town-leader'] };
    const clocks = policy('').clocks.map((it) => ({ ...it, ladder: [...it.ladder, later] }));
    expect(changes(pack([policy('usual', { clocks })]))).toEqual([
      {
        of: 'ladder',
        clocks: ['accept', 'complete'],
        before: [halfWay, missed],
        after: [halfWay, missed, later],
      },
    ]);
    expect(changes(pack([complete({ ladder: [missed] })]))).toMatchObject([{ clocks: ['complete'] }]);
  });

  test('are others by another calendar, and where something is done again', () => {
    expect(changes(pack([policy('usual', { calendar: 'always', redo: 0.5 })]))).toEqual([
      { of: 'calendar', before: 'town', after: 'always' },
      { of: 'redo', before: null, after: 0.5 },
    ]);
  });

  test('are those of another policy for a kind of demand that has it now, and for that alone', () => {
    const quick = policy('quick', { clocks: complete({ length: days(1) }).clocks });
    const after = pack([policy('usual'), quick], [item('lamp', 'quick'), item('drain')]);
    expect(deadlinesChanged(before, after)).toMatchObject([{ items: [{ id: 'lamp' }] }]);
    // The same deadlines under another name are the same.
    const called = pack([policy('other')], [item('lamp', 'other'), item('drain', 'other')]);
    expect(deadlinesChanged(before, called)).toEqual([]);
  });

  test('of what only one of both packs has are not compared', () => {
    const after = pack([complete({ length: days(3) })], [item('wall')]);
    expect(deadlinesChanged(before, after)).toEqual([]);
  });

  test('of a policy that is not there are all new', () => {
    expect(deadlinesChanged(pack([]), before).flatMap((it) => it.changes)).toHaveLength(3);
  });
});
