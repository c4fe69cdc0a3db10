import { describe, expect, test } from '@jest/globals';
import { lineOf } from '../problem.js';
import { parseMediation, policyOfColour, problemsOfMediation, promisePolicy } from './mediation.js';
import type { CommitmentPolicy } from './mediation-terms.js';

const town = { name: { zh: '牟邻镇', en: 'Mulin' }, area: 'mu', calendars: ['town', 'duty'] };
const read = (json: unknown) => parseMediation(json, town);
const policyIn = (json: unknown, id: string): CommitmentPolicy => {
  const found = read(json).policies.find((it) => it.id === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
};
const namesOf = ({ clocks }: CommitmentPolicy) => clocks.map(({ name }) => name);
const lengthOf = ({ clocks }: CommitmentPolicy, name: string) =>
  clocks.find((clock) => clock.name === name)?.length;

const days = (amount: number, more: object = {}) => ({ unit: 'calendar-day', amount, ...more });
const settle = { name: 'settle', length: days(10) };
const terms = (more: object = {}) => ({ calendar: 'duty', clocks: [settle], ...more });

describe('A town that says nothing of mediation', () => {
  test('mediates as most do: in one home, by its first calendar, as the committee of the town', () => {
    const { committee, homes, policies } = read(null);
    expect(committee.zh).toBe('牟邻镇人民调解委员会');
    expect(homes.map(({ area }) => area)).toEqual(['mu']);
    expect(policies.map(({ id }) => id)).toEqual([
      policyOfColour('red'),
      policyOfColour('yellow'),
      policyOfColour('green'),
      promisePolicy,
    ]);
    expect(new Set(policies.map(({ calendar }) => calendar))).toEqual(new Set(['town']));
  });

  test('has the window of the court in every colour, and all that is owed in a dispute', () => {
    for (const colour of ['red', 'yellow', 'green'] as const) {
      const policy = policyIn(null, policyOfColour(colour));
      expect(namesOf(policy)).toEqual([
        'assign',
        'consent',
        'meet',
        'settle',
        'perform',
        'confirm',
        'danger',
      ]);
      expect(lengthOf(policy, 'confirm')).toEqual(days(30, { end: 'close' }));
    }
    expect(namesOf(policyIn(null, promisePolicy))).toEqual(['promise']);
  });
});

describe('A town that has terms of its own', () => {
  test('keeps what is usual of what it does not name', () => {
    const own = policyIn({ colours: { red: terms() } }, policyOfColour('red'));
    const usual = policyIn(null, policyOfColour('red'));
    expect([own.calendar, lengthOf(own, 'settle')]).toEqual(['duty', days(10)]);
    expect(own.clocks.filter(({ name }) => name !== 'settle')).toEqual(
      usual.clocks.filter(({ name }) => name !== 'settle'),
    );
    expect(own.ladder).toEqual(usual.ladder);
    expect(policyIn({ colours: { red: terms() } }, policyOfColour('green'))).toEqual(
      policyIn(null, policyOfColour('green')),
    );
  });

  test('may tell one role or several at a step, and have another ladder for its promises', () => {
    const ladder = [{ share: 1, to: 'town-leader' }];
    expect(policyIn({ promises: terms({ clocks: [], ladder }) }, promisePolicy)).toMatchObject({
      calendar: 'duty',
      ladder: [{ share: 1, to: ['town-leader'] }],
    });
  });

  test('may have another ladder for the window of the court', () => {
    const confirm = {
      name: 'confirm',
      length: days(30, { end: 'close' }),
      ladder: [{ share: 0.9, to: 'holder' }],
    };
    expect(problemsOfMediation({ colours: { green: terms({ clocks: [confirm] }) } }, town)).toEqual([]);
  });
});

const home = { id: 'east', name: { zh: '东关牟邻之家', en: 'East' }, area: 'mu/dongguan' };
const meetIn = (amount: number) => ({ name: 'meet', length: days(amount) });
const keptIn = (amount: number) => ({ name: 'promise', length: days(amount) });
const confirmOf = (length: object) => ({
  colours: { red: terms({ clocks: [{ name: 'confirm', length }] }) },
});

test.each<[string, object, string, string]>([
  [
    'a calendar of a colour that nobody has',
    { colours: { red: terms({ calendar: 'moon' }) } },
    'unknown-calendar',
    'colours.red',
  ],
  [
    'a calendar of promises that nobody has',
    { promises: terms({ calendar: 'moon' }) },
    'unknown-calendar',
    'promises',
  ],
  [
    'a window of the court that is shorter',
    confirmOf(days(20, { end: 'close' })),
    'court-window-is-the-laws',
    'colours.red',
  ],
  [
    'a window of the court in other days',
    confirmOf({ unit: 'working-day', amount: 30, end: 'close' }),
    'court-window-is-the-laws',
    'colours.red',
  ],
  [
    'a window of the court that ends at the same time',
    confirmOf(days(30)),
    'court-window-is-the-laws',
    'colours.red',
  ],
  ['a home that stands there twice', { homes: [home, home] }, 'twice', 'homes.east'],
  [
    'a clock that one colour has twice',
    { colours: { red: terms({ clocks: [meetIn(1), meetIn(2)] }) } },
    'twice',
    'colours.red.meet',
  ],
  [
    'a clock that promises have twice',
    { promises: terms({ clocks: [keptIn(1), keptIn(2)] }) },
    'twice',
    'promises.promise',
  ],
  ['a colour that is none', { colours: { blue: terms() } }, 'malformed', 'colours'],
  [
    'a clock that is none',
    { promises: terms({ clocks: [{ name: 'sing', length: days(1) }] }) },
    'malformed',
    'promises.clocks.0.name',
  ],
  [
    'a length of nothing',
    { promises: terms({ clocks: [{ name: 'promise', length: days(0) }] }) },
    'malformed',
    'promises.clocks.0.length',
  ],
  [
    'somebody whom nobody tells',
    { promises: terms({ ladder: [{ share: 1, to: 'party' }] }) },
    'malformed',
    expect.stringMatching(/^promises\.ladder\.0/) as unknown as string,
  ],
  ['a field nobody knows', { committees: {} }, 'malformed', ''],
])('%s is a mistake with its place, in both languages', (_, json, code, at) => {
  const problems = problemsOfMediation(json, town);
  expect(problems).toEqual([
    expect.objectContaining({ severity: 'mistake', code, file: 'mediation.json', at }),
  ]);
  expect(problems.map((it) => lineOf(it, 'zh')).join()).toMatch(/\p{Script=Han}/u);
  expect(() => read(json)).toThrow(expect.objectContaining({ code: 'pack-invalid' }));
});
