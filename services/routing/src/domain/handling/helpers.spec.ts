/** How it stands with a call for help, and who of those asked together has an emergency. */
import { describe, expect, test } from '@jest/globals';
import type { Duty } from '../order/order-asking.js';
import type { Holder } from '../order/order-state.js';
import { takenFrom } from './emergency.js';
import { at } from './handling.testing.js';
import { type Helper, standingOf } from './helpers.js';
import { isToReplace } from './helping.js';

const helper: Helper = {
  call: 1,
  unit: 'works',
  member: 'tan',
  by: 'li-wei',
  calledAt: at(3),
  since: at(3),
  joinedAt: null,
  end: null,
  endedAt: null,
};

test.each<[string, Partial<Helper>]>([
  ['called', {}],
  ['joined', { joinedAt: at(4) }],
  ['finished', { joinedAt: at(4), end: 'finished' }],
  ['released', { joinedAt: at(4), end: 'overruled' }],
  ['released', { end: 'not-needed' }],
])('A helper is %s', (standing, more) => {
  expect(standingOf({ ...helper, ...more })).toBe(standing);
});

describe('A helper is replaced', () => {
  /** Who is there now, and who is away until when. */
  const dutyOf = (there: readonly string[], backAt: number | null): Duty => ({
    onDuty: () => there[0] ?? null,
    allOnDuty: () => there,
    alarmed: () => [],
    standIn: () => null,
    absence: () => null,
    absenceFrom: (_, member, now) =>
      there.includes(member) || (backAt !== null && now >= at(backAt)) ? null : 'off-duty',
  });

  test('never while they can be asked', () => {
    expect(isToReplace(helper, dutyOf(['tan', 'mei'], null), at(5))).toBe(false);
  });

  test('where somebody else of their unit is there, before they have come', () => {
    expect(isToReplace(helper, dutyOf(['mei'], 8), at(5))).toBe(true);
    expect(isToReplace({ ...helper, joinedAt: at(4) }, dutyOf(['mei'], 8), at(5))).toBe(false);
    expect(isToReplace({ ...helper, joinedAt: at(4) }, dutyOf(['mei'], null), at(5))).toBe(true);
  });

  test('where nobody is there, only if they are not back soon', () => {
    expect(isToReplace(helper, dutyOf([], 8), at(5))).toBe(false);
    expect(isToReplace(helper, dutyOf([], null), at(5))).toBe(true);
  });
});

describe('An emergency that was asked of several', () => {
  const holder = {
    microGrid: 'm1',
    area: 'mu/c1/v1/g1/m1',
    member: 'li-wei',
    leg: 1,
    alsoAsked: [{ member: 'qian', unit: 'mu/c1/v1/g1' }, { member: 'zhang-min' }],
    takenAt: null,
  } as unknown as Holder;
  const by = (member: string, unit?: string) =>
    takenFrom(holder, { cycle: 1, leg: 1, member, ...(unit === undefined ? {} : { unit }), takenAt: at(2) });

  test('is whose who takes it first, and who else was asked is on record', () => {
    expect(by('li-wei')).toEqual({ ...holder, takenAt: at(2) });
    const taken = by('qian', 'mu/c1/v1/g1');
    expect(taken).toMatchObject({ member: 'qian', unit: 'mu/c1/v1/g1', takenAt: at(2) });
    expect(taken.alsoAsked).toStrictEqual([{ member: 'li-wei' }, { member: 'zhang-min' }]);
  });

  test('is of no unit where the one who takes it serves in the micro-grid, and keeps the unit of who was asked first', () => {
    expect(by('zhang-min')).not.toHaveProperty('unit');
    const committee = { ...holder, unit: 'mu/c1/v1' };
    const taken = takenFrom(committee, { cycle: 1, leg: 1, member: 'zhang-min', takenAt: at(2) });
    expect(taken.alsoAsked[0]).toEqual({ member: 'li-wei', unit: 'mu/c1/v1' });
    expect(taken).not.toHaveProperty('unit');
  });
});
