import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import { calendarOf } from '@mulin/working-time';
import * as Shift from './shift.js';

const scenario = scenarios(Shift.decider);
const march = instant('2026-03-02T00:00:00Z');
const calendar = calendarOf({
  id: 'day',
  version: '1',
  zone: 'UTC',
  week: { 'mon-fri': [['08:00', '18:00']] },
});
const byDay: Shift.Shift = { id: 'day', when: 'open', calendar };
const byNight: Shift.Shift = { ...byDay, when: 'closed' };
const set = (shift: Shift.Shift, version: number, since: typeof march | null): Shift.Event => ({
  type: 'ShiftSet',
  data: { shift, version, since },
});

describe('A shift', () => {
  scenario('is set as the pack has it')
    .given()
    .when(Shift.set(byDay, null))
    .then(set(byDay, 1, null));
  scenario('is set once')
    .given(set(byDay, 1, null))
    .when(Shift.set(byDay, null))
    .thenEcho();
  scenario('is set anew when its hours change')
    .given(set(byDay, 1, null))
    .when(Shift.set(byNight, march))
    .then(set(byNight, 2, march));

  test('is worked in the hours of its calendar, or in all others', () => {
    const [noon, midnight] = [instant('2026-03-03T12:00:00Z'), instant('2026-03-03T00:00:00Z')];
    expect([noon, midnight].map((at) => Shift.isWorked(byDay, at))).toEqual([true, false]);
    expect([noon, midnight].map((at) => Shift.isWorked(byNight, at))).toEqual([false, true]);
  });
});
