import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { packIn } from '../read/read-pack.js';
import { problemsOfPack } from './whole-pack.js';

const now = instant('2026-06-01T00:00:00Z');
const small = fileURLToPath(new URL('../../../../infra/packs/small', import.meta.url));

/** A copy of the small pack that has this mediation.json. */
const packWith = (json: object): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'pack-'));
  cpSync(small, folder, { recursive: true });
  writeFileSync(path.join(folder, 'mediation.json'), JSON.stringify(json));
  return folder;
};
const linesOf = (json: object): readonly string[] =>
  problemsOfPack(packWith(json), now)
    .filter(({ file }) => file === 'mediation.json')
    .map(({ severity, code, at }) => `${severity} ${code} ${at}`);

const days = (amount: number) => ({ unit: 'calendar-day', amount });
const redOf = (ladder: readonly object[]) => ({
  colours: { red: { calendar: 'town', clocks: [{ name: 'settle', length: days(10) }], ladder } },
});

test('the small town says nothing of mediation, and has nothing to be found', () => {
  expect(problemsOfPack(small, now).filter(({ file }) => file === 'mediation.json')).toEqual([]);
  expect(packIn(small).slaTimer.commitments.map(({ calendar }) => calendar)).toEqual(
    Array.from({ length: 4 }, () => 'town'),
  );
});

test('terms that say what somebody can mean have nothing to be found', () => {
  expect(
    linesOf(
      redOf([
        { share: 0.5, to: 'holder' },
        { share: 1, to: ['holder', 'town-leader'] },
      ]),
    ),
  ).toEqual([]);
});

test.each<[string, object, string]>([
  [
    'that goes backwards',
    redOf([
      { share: 1, to: 'holder' },
      { share: 0.5, to: 'village-committee' },
    ]),
    'warning ladder-goes-backwards colours.red',
  ],
  [
    'that has one step twice',
    redOf([{ share: 1, to: ['holder', 'holder'] }]),
    'warning ladder-step-twice colours.red',
  ],
  [
    'of one clock that is empty',
    { promises: { calendar: 'town', clocks: [{ name: 'promise', length: days(5), ladder: [] }] } },
    'warning empty-ladder promises promise',
  ],
  [
    'that warns before anything is promised',
    { promises: { calendar: 'town', clocks: [], ladder: [{ after: days(-90), to: 'holder' }] } },
    'warning ladder-before-start promises',
  ],
])('a ladder %s is worth a look', (_, json, line) => {
  expect(linesOf(json)).toEqual([line]);
});

test('a calendar by which disputes alone are counted is used', () => {
  const folder = packWith({ promises: { calendar: 'night', clocks: [] } });
  const calendar = {
    id: 'night',
    version: '1',
    zone: 'Asia/Shanghai',
    week: { 'mon-sun': [['18:00', '24:00']] },
  };
  const file = path.join(folder, 'calendars.json');
  const [town] = packIn(small).slaTimer.calendars;
  writeFileSync(file, JSON.stringify({ calendars: [town, calendar] }));
  const found = problemsOfPack(folder, now).filter(({ code }) => code === 'calendar-never-used');
  expect(found).toEqual([]);

  const unused = packWith({});
  writeFileSync(path.join(unused, 'calendars.json'), JSON.stringify({ calendars: [town, calendar] }));
  expect(problemsOfPack(unused, now).map(({ code, at }) => `${code} ${at}`)).toContain(
    'calendar-never-used night',
  );
});

test('whom a ladder of mediation names must be there', () => {
  const folder = packWith(redOf([{ share: 1, to: 'grid-leader' }]));
  const rosters = path.join(folder, 'rosters.json');
  const json = JSON.parse(readFileSync(rosters, 'utf8')) as { leaders: { role: string }[] };
  writeFileSync(
    rosters,
    JSON.stringify({ ...json, leaders: json.leaders.filter(({ role }) => role !== 'grid-leader') }),
  );
  const policies = path.join(folder, 'policies.json');
  writeFileSync(policies, readFileSync(policies, 'utf8').replaceAll('"grid-leader"', '"village-committee"'));
  const found = problemsOfPack(folder, now).filter(({ code }) => code === 'role-unheld');
  expect(found.length).toBeGreaterThan(0);
});
