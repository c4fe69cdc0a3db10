import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { flatbushGrids } from '../../adapters/flatbush-index.js';
import type { LandEvent } from '../land/land.js';
import { dutyBy } from './duty.js';

const monday = instant('2026-03-02T09:00:00Z');
const tuesday = instant('2026-03-03T09:00:00Z');
const everAfter = { from: null, until: null };

const posted: LandEvent = {
  type: 'RosterPosted',
  data: {
    place: 'west',
    version: 1,
    since: null,
    duties: [
      { account: 'li', role: 'grid-member', from: null, until: tuesday },
      { account: 'zhang', role: 'grid-member', ...everAfter },
      { account: 'wu', role: 'grid-member', from: tuesday, until: null },
    ],
  },
};
const drawn: LandEvent = {
  type: 'MicroGridDrawn',
  data: {
    version: 1,
    since: null,
    microGrid: {
      id: 'west',
      name: { en: 'West', zh: '西' },
      net: 'life',
      area: 'mu/c1/v1/g1/west',
      land: [],
    },
  },
};
const office: LandEvent = {
  type: 'RosterPosted',
  data: {
    place: 'office:works',
    version: 1,
    since: null,
    duties: [
      { account: 'tan', role: 'office-member', from: null, until: tuesday },
      { account: 'mei', role: 'office-member', ...everAfter },
      { account: 'chen', role: 'office-member', from: tuesday, until: null },
    ],
  },
};
const dutyOfOfficeWithout = (...disabled: string[]) =>
  dutyBy(flatbushGrids([drawn, posted, office]), new Set(disabled));
const dutyWithout = (...disabled: string[]) => dutyBy(flatbushGrids([drawn, posted]), new Set(disabled));

describe('Who can be asked', () => {
  test('is the first on duty, and never one whose account is disabled', () => {
    expect(dutyWithout().onDuty('west', monday)).toBe('li');
    expect(dutyWithout('li').onDuty('west', monday)).toBe('zhang');
    expect(dutyWithout('li', 'zhang').onDuty('west', monday)).toBeNull();
  });

  test('in a unit are all on duty there whose accounts are not disabled', () => {
    expect(dutyOfOfficeWithout().allOnDuty('office:works', monday)).toEqual(['tan', 'mei']);
    expect(dutyOfOfficeWithout('tan').allOnDuty('office:works', monday)).toEqual(['mei']);
  });

  test('of an emergency are all on duty there whose accounts are not disabled', () => {
    expect(dutyWithout().alarmed('west', monday)).toEqual([{ member: 'li' }, { member: 'zhang' }]);
    expect(dutyWithout('li').alarmed('west', monday)).toEqual([{ member: 'zhang' }]);
  });

  test('for how long somebody may be away is said by the pack, or not at all', () => {
    expect(dutyBy(flatbushGrids([]), new Set(), 10).awayHours).toBe(10);
    expect(dutyWithout()).not.toHaveProperty('awayHours', expect.anything());
  });

  test('instead of somebody is another who may sign in', () => {
    expect(dutyWithout().standIn('west', ['li'], monday)).toBe('zhang');
    expect(dutyWithout('zhang').standIn('west', ['li'], monday)).toBeNull();
  });
});

describe('Why somebody can be asked no more', () => {
  test('is nothing while they are on duty', () => {
    expect(dutyWithout().absence('li', monday, 'mu/c1')).toBeNull();
  });

  test('says a disabled account before anything of duties', () => {
    expect(dutyWithout('li').absence('li', monday, 'mu/c1')).toBe('account-disabled');
    expect(dutyWithout('li').absence('li', tuesday, 'mu/c1')).toBe('account-disabled');
  });

  test('in a unit is told in the same way', () => {
    const absence = (member: string, at: typeof monday, ...disabled: string[]) =>
      dutyOfOfficeWithout(...disabled).absenceFrom('office:works', member, at);
    expect(absence('tan', monday)).toBeNull();
    expect(absence('tan', monday, 'tan')).toBe('account-disabled');
    expect(absence('tan', tuesday, 'tan')).toBe('account-disabled');
    expect(absence('tan', tuesday)).toBe('gone');
    expect(absence('chen', monday)).toBe('off-duty');
  });

  test('tells a duty that comes from one that is over', () => {
    expect(dutyWithout().absence('wu', monday, 'mu/c1')).toBe('off-duty');
    expect(dutyWithout().absence('li', tuesday, 'mu/c1')).toBe('gone');
  });
});
