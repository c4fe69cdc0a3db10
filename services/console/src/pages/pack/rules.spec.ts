import { expect, test } from '@jest/globals';
import type { PackOutline } from '@mulin/pack';
import { countOf, rulesChanged } from './rules';

const plain = (text: string) => ({ en: text, zh: text });
const thing = (id: string, says: Readonly<Record<string, string>>): PackOutline['rules'][number] => ({
  part: 'calendars',
  id,
  name: plain(id),
  says: Object.entries(says).map(([key, value]) => ({ id: key, name: plain(key), value: plain(value) })),
});

const between = (before: PackOutline['rules'], after: PackOutline['rules']) =>
  rulesChanged(['calendars'], { rules: before }, { rules: after })[0];

test('of a year of holidays only those that come and go are told, and hours before and after', () => {
  const year = { '2026-10-01': 'no work', '2026-10-02': 'no work' };
  const found = between(
    [thing('town', { ...year, '2026-10-08': 'no work', week: '08:30' })],
    [thing('town', { ...year, '2026-10-09': 'no work', week: '09:00' })],
  );
  expect(found?.things).toMatchObject([{ id: 'town', is: 'otherwise' }]);
  expect(found?.things[0]?.changes.map(({ id, before, after }) => [id, before?.en, after?.en])).toEqual([
    ['2026-10-09', undefined, 'no work'],
    ['week', '08:30', '09:00'],
    ['2026-10-08', 'no work', undefined],
  ]);
  expect(found && countOf(found)).toBe(3);
});

test('a calendar that comes or goes is one change; what belongs to no thing comes and goes by itself', () => {
  const found = between(
    [thing('', { one: '1', two: '2' }), thing('town', { week: 'a', zone: 'b' })],
    [thing('', { one: '1' }), thing('duty', { week: 'a', zone: 'b' })],
  );
  expect(found?.things.map(({ id, is }) => [id, is])).toEqual([
    ['', 'otherwise'],
    ['duty', 'new'],
    ['town', 'gone'],
  ]);
  expect(found && countOf(found)).toBe(3);
});

test('what is otherwise in one language alone is told, and another part is not', () => {
  const calendar = thing('town', { week: 'a' });
  const other = { ...calendar, says: [{ id: 'week', name: plain('week'), value: { en: 'a', zh: '甲' } }] };
  expect(between([calendar], [other])?.things).toHaveLength(1);
  expect(between([calendar], [{ ...other, part: 'feedback' }])?.things).toMatchObject([{ is: 'gone' }]);
});

test('another order of calendars, or of areas, is one change', () => {
  const [town, duty] = [thing('town', { week: 'a' }), thing('duty', { week: 'b' })];
  expect(between([town, duty], [duty, town])).toMatchObject({ things: [], isMoved: true });
  const areas = (...paths: readonly string[]) => thing('', Object.fromEntries(paths.map((it) => [it, it])));
  expect(between([areas('a', 'b')], [areas('b', 'a')])).toMatchObject({ things: [], isMoved: true });
  expect(between([areas('a', 'b')], [areas('a', 'c', 'b')])).toMatchObject({ isMoved: false });
});
