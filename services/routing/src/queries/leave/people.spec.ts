import { describe, expect, test } from '@jest/globals';
import { type Area, instant } from '@mulin/kernel';
import type { Duty } from '../../domain/land/roster.js';
import { peopleOf } from './people.js';

const [before, friday, tenth, later] = ['01', '06', '10', '20'].map((day) =>
  instant(`2026-03-${day}T00:00:00Z`),
) as [Duty['from'] & string, Duty['from'] & string, Duty['from'] & string, Duty['from'] & string];
const [east, west] = ['mu/east', 'mu/west'] as [Area, Area];
const area = (path: Area) => ({ path, name: { en: path, zh: path } });
const secretary = (account: string, from: Duty['from'] = null, until: Duty['until'] = null): Duty => ({
  account,
  role: 'community-secretary',
  from,
  until,
});
const leave = { account: 'li', from: friday, until: tenth, standIn: 'wu' };

/** Where somebody serves by these rosters and the leave that the pack says. */
const servedBy = (account: string, rosters: Readonly<Record<string, readonly Duty[]>>, by?: string) => {
  const states = Object.entries(rosters).map(([place, duties]) => {
    const ofPack = { planned: duties, named: duties };
    const changed = by === undefined ? {} : { by };
    return [place, { duties, ...ofPack, ofPack, leave: 0, version: 1, ...changed }] as const;
  });
  const parts = {
    town: 'mu',
    grids: () => ({ microGrids: () => [] }),
    rosters: () => new Map(states),
    areas: [area(east), area(west)],
  };
  return peopleOf(parts, [leave], before)
    .get(account)
    ?.duties.map((duty) => duty.area);
};
const ofLi = [secretary('li', null, friday), secretary('li', tenth)];

describe('What somebody serves', () => {
  test('is not where they stand in by the pack', () => {
    const rosters = { [east]: [...ofLi, secretary('wu', friday, tenth)], [west]: [secretary('wu')] };
    expect(servedBy('wu', rosters)).toEqual([west]);
    expect(servedBy('li', rosters)).toEqual([east]);
  });

  test.each([
    ['lasts longer than the leave', [...ofLi, secretary('wu', friday, later)]],
    ['began before it', [...ofLi, secretary('wu', before, tenth)]],
    ['is without a term', [...ofLi, secretary('wu')]],
    ['is where whoever is away has none', [secretary('wu', friday, tenth)]],
  ])('is their own where it %s', (_, there) => {
    expect(servedBy('wu', { [east]: there, [west]: [secretary('wu')] })).toEqual([east, west]);
  });

  test('is also where somebody named them in the running town, whoever is away then', () => {
    const rosters = { [east]: [...ofLi, secretary('wu', friday, tenth)], [west]: [secretary('wu')] };
    expect(servedBy('wu', rosters, 'operator')).toEqual([east, west]);
  });

  test('is where they stand in, if they have nothing of their own', () => {
    expect(servedBy('wu', { [east]: [...ofLi, secretary('wu', friday, tenth)] })).toEqual([east]);
  });
});
