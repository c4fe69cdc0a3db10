import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { type Absence, dutiesWithLeave } from './leave.js';

const [monday, tuesday, friday] = ['2026-03-02', '2026-03-03', '2026-03-06'].map((day) =>
  instant(`${day}T00:00:00Z`),
) as [ReturnType<typeof instant>, ReturnType<typeof instant>, ReturnType<typeof instant>];
const li = { account: 'li', name: { en: 'Li', zh: '李' }, from: null, until: null };
const names = new Map([['wu', { en: 'Wu', zh: '吴' }]]);
const away = (account: string, standIn?: string, until: Absence['until'] = friday): Absence => ({
  account,
  from: monday,
  until,
  ...(standIn === undefined ? {} : { standIn }),
});

type Part = Readonly<{ account: string; from: Absence['until']; until: Absence['until'] }>;

/** Whether they have it at a moment at which they are away. */
const isWithin = ({ account, from, until }: Part, leave: Absence): boolean =>
  account === leave.account &&
  (until === null || leave.from < until) &&
  (leave.until === null || from === null || from < leave.until);
const byTerm = (one: Part, other: Part): number =>
  `${one.from ?? ''} ${one.account}`.localeCompare(`${other.from ?? ''} ${other.account}`);

test('whoever is away has their duty before and after, and who stands in has it meanwhile', () => {
  expect(dutiesWithLeave([li], [away('li', 'wu')], names)).toEqual([
    { ...li, until: monday },
    { ...li, from: friday },
    { account: 'wu', name: { en: 'Wu', zh: '吴' }, from: monday, until: friday, standsInFor: 'li' },
  ]);
});

test('until further notice nothing comes after', () => {
  expect(dutiesWithLeave([li], [away('li', undefined, null)], names)).toEqual([{ ...li, until: monday }]);
  expect(dutiesWithLeave([{ ...li, until: tuesday }], [away('li', 'zhang', null)], names)).toEqual([
    { ...li, until: monday },
    { account: 'zhang', from: monday, until: tuesday, standsInFor: 'li' },
  ]);
});

test.each([
  ['as they were recorded', [away('li', 'wu'), away('wu', 'zhao')]],
  ['the other way round', [away('wu', 'zhao'), away('li', 'wu')]],
])('whoever stands in and falls ill too is stood in for, %s', (_, leave) => {
  const parts = dutiesWithLeave([li], leave, names);
  expect(parts.map(({ account }) => account)).toEqual(['li', 'li', 'zhao']);
  expect(parts.at(-1)).toEqual({ account: 'zhao', from: monday, until: friday, standsInFor: 'li' });
});

test('a leave that ended before it began takes nothing away', () => {
  expect(dutiesWithLeave([li], [away('li', 'wu', monday)], names)).toEqual([li]);
});

describe('Two who stand in for each other leave the duty to neither while both are away', () => {
  const wuUntilFriday = away('wu', 'li');
  const liFromTuesday: Absence = { account: 'li', from: tuesday, until: null, standIn: 'wu' };
  const wu = { account: 'wu', name: { en: 'Wu', zh: '吴' }, from: null, until: null };

  test.each([
    ['as they were recorded', [wuUntilFriday, liFromTuesday]],
    ['the other way round', [liFromTuesday, wuUntilFriday]],
  ])('%s', (_, leave) => {
    const parts = dutiesWithLeave([li, wu], leave, new Map([...names, ['li', li.name]]));
    expect([...parts].sort(byTerm)).toEqual([
      { ...li, until: tuesday },
      { ...wu, until: monday },
      { ...li, from: monday, until: tuesday, standsInFor: 'wu' },
      { ...wu, from: friday, standsInFor: 'li' },
      { ...wu, from: friday },
    ]);
    expect(parts.filter((part) => leave.some((one) => isWithin(part, one)))).toEqual([]);
  });

  test('to nobody at all where both are away for ever', () => {
    const leave = [away('li', 'wu', null), away('wu', 'li', null)];
    expect(dutiesWithLeave([li], leave, names)).toEqual([{ ...li, until: monday }]);
  });
});
