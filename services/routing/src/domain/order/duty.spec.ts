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
const dutyWithout = (...disabled: string[]) => dutyBy(flatbushGrids([drawn, posted]), new Set(disabled));

describe('Who can be asked', () => {
  test('is the first on duty, and never one whose account is disabled', () => {
    expect(dutyWithout().onDuty('west', monday)).toBe('li');
    expect(dutyWithout('li').onDuty('west', monday)).toBe('zhang');
    expect(dutyWithout('li', 'zhang').onDuty('west', monday)).toBeNull();
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

  test('tells a duty that comes from one that is over', () => {
    expect(dutyWithout().absence('wu', monday, 'mu/c1')).toBe('off-duty');
    expect(dutyWithout().absence('li', tuesday, 'mu/c1')).toBe('gone');
  });
});
