import { expect, test } from '@jest/globals';
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

test('two who stand in for each other leave the duty to neither for ever', () => {
  expect(dutiesWithLeave([li], [away('li', 'wu'), away('wu', 'li')], names).length).toBeLessThan(6);
});
