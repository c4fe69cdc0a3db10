import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { parseMapping, rowReader } from '@mulin/imports';
import { instant } from '@mulin/kernel';
import { parseAliases } from './aliases.js';
import { bodiesReport, notCountedIn } from './bodies.js';

const shipped = (name: string) =>
  readFileSync(new URL(`../../../../infra/mappings/${name}.json`, import.meta.url), 'utf8');
const mapping = parseMapping('m', shipped('shangluo-mayor-mailbox'));
const now = instant('2026-03-02T00:00:00.000Z');

const list = {
  name: 'made-up',
  rules: ['编造的规则。'],
  bodies: { 甲镇人民政府: ['甲镇政府办', '甲镇政府办 乙局'], 乙局: ['乙局办公室', '甲镇政府办 乙局'] },
  nobody: ['（个人）'],
};
const aliases = parseAliases('made-up', JSON.stringify(list));

test.each([
  ['甲镇政府办', ['甲镇人民政府']],
  [' 甲镇政府办  乙局 ', ['甲镇人民政府', '乙局']],
  ['丙局', ['丙局']],
  ['（个人）', []],
  ['', []],
])('the spelling %s names %j', (spelling, bodies) => {
  expect(aliases(spelling)).toEqual(bodies);
});

test('a list of spellings that is none is refused with what is wrong', () => {
  expect(() => parseAliases('x', JSON.stringify({ ...list, bodies: ['甲'] }))).toThrow(/x is none: bodies/);
});

const letter = (
  id: number,
  created: string,
  replied: string,
  agency: string,
  to: readonly string[] = [],
) => ({
  ...{ id, title: '编造的标题', body: '编造的来信', reply: '编造的答复' },
  ...{ created, replied, agency, transferred_to: to },
});

const reportOf = (letters: readonly ReturnType<typeof letter>[], of = mapping) => {
  const read = rowReader(of, now);
  const { add, report } = bodiesReport(of, aliases);
  for (const it of letters) add(it, read(it));
  return report();
};

test('answers are counted by body, from the day of the letter to that of the answer', () => {
  const report = reportOf([
    letter(1, '2020-01-01', '2020-01-01', '甲镇政府办'),
    letter(2, '2020-01-30', '2020-02-02', '甲镇人民政府'),
    letter(3, '2020-01-01', '2020-01-21', '甲镇政府办', ['甲镇政府办', '乙局']),
    letter(4, '2020-01-01', '2020-01-05', '甲镇政府办 乙局'),
  ]);
  expect(report.bodies).toEqual([
    {
      body: '甲镇人民政府',
      answered: 4,
      medianDays: 3.5,
      ninetyPercentDays: 20,
      longestDays: 20,
      handedOver: 1,
    },
    { body: '乙局', answered: 1, medianDays: 4, ninetyPercentDays: 4, longestDays: 4, handedOver: 1 },
  ]);
});

test('what cannot be counted is said: no answer, one before its letter, one by nobody', () => {
  const report = reportOf([
    letter(1, '2020-01-02', '', '乙局'),
    letter(2, '2020-01-02', '2020-01-01', '乙局'),
    letter(3, '2020-01-02', '2020-01-03', '（个人）'),
  ]);
  expect(report).toEqual({ bodies: [], notCounted: { unanswered: 1, answeredBefore: 1, nobody: 1 } });
  expect(notCountedIn(report).en).toMatch(/1 without an answer, 1 answered before .*, 1 answered by no body/);
});

test('a mapping that does not say who answers has no such report', () => {
  const { answeredBy: _, ...columns } = mapping.columns;
  expect(() => bodiesReport({ ...mapping, columns }, aliases)).toThrow(/answeredBy/);
});

test('the list that comes along names each body once, and each spelling under bodies of the list', () => {
  const { bodies, rules } = JSON.parse(shipped('shangluo-agencies')) as typeof list;
  expect(rules.length).toBeGreaterThan(4);
  const names = Object.keys(bodies);
  const alsoBodies = Object.values(bodies)
    .flat()
    .filter((spelling) => names.includes(spelling));
  expect(alsoBodies).toEqual([]);
});

const real = fileURLToPath(new URL('../../../../../shared/data/chinese/', import.meta.url));
const isThere = existsSync(real);
if (!isThere) process.stdout.write('There is no ../shared/data here: no real spellings are tried.\n');

(isThere ? test : test.skip)('every real spelling of a body is on the list', () => {
  const { bodies, nobody } = JSON.parse(shipped('shangluo-agencies')) as typeof list;
  const known = new Set([...Object.keys(bodies), ...Object.values(bodies).flat(), ...nobody]);
  const written = readFileSync(`${real}shangluo-agencies.csv`, 'utf8').trim().split('\n').slice(1);
  const spellings = written.map((line) => line.slice(0, line.lastIndexOf(',')).trim());
  expect(spellings).toHaveLength(192);
  expect(spellings.filter((spelling) => !known.has(spelling))).toEqual([]);
});
