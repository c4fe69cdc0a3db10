import { describe, expect, test } from '@jest/globals';
import type { Area } from '@mulin/kernel';
import { instant } from '@mulin/kernel';
import type { Duty } from '../../domain/land/roster.js';
import { placesIn } from './roster-places.js';

const now = instant('2026-03-02T00:00:00Z');
const li: Duty = { account: 'li', role: 'grid-member', from: null, until: null };
const over: Duty = { ...li, until: instant('2026-03-01T00:00:00Z') };
const nothing = { planned: [], named: [] };
const name = { en: 'Here', zh: '此处' };

const found = (rosters: Readonly<Record<string, readonly Duty[]>>, by?: string) =>
  placesIn(
    {
      town: 'mu',
      areas: [{ path: 'mu/east' as Area, name }],
      grids: () => ({
        microGrids: () => [{ microGrid: 'm1', area: 'mu/east/v/g/m1', net: 'life', name }],
      }),
      rosters: () =>
        new Map(
          Object.entries(rosters).map(([place, named]) => [
            place,
            {
              named,
              ofPack: by === undefined ? { planned: named, named } : nothing,
              ...(by === undefined ? {} : { by }),
            },
          ]),
        ),
    },
    now,
  ).map(({ place, kind, roles }) => `${kind} ${place}: ${roles.join(' ')}`);

const always = [
  'area mu/east: community-secretary grid-member mediator verifier helper',
  'micro-grid m1: grid-member',
];

describe('Where somebody can be on duty', () => {
  test('is in each area and micro-grid that there is, once, whether anybody is or not', () => {
    expect(found({})).toEqual(always);
    expect(found({ m1: [li], 'mu/east': [li] })).toEqual(always);
  });

  test('is also where there was a micro-grid, while somebody answers for what was reported before', () => {
    expect(found({ gone: [li] })).toEqual([...always, 'micro-grid gone: grid-member']);
    expect(found({ gone: [over] })).toEqual(always);
  });

  test('is also where somebody has said so, so that they can go back from it', () => {
    expect(found({ gone: [], 'mu/west/v': [], 'office:works': [] }, 'operator')).toEqual([
      'office office:works: office-member',
      ...always,
      'micro-grid gone: grid-member',
      'area mu/west/v: village-committee grid-member helper',
    ]);
  });

  test('is not in an office that the pack has given up', () => {
    expect(found({ 'office:works': [] })).toEqual(always);
  });
});
