import { describe, expect, test } from '@jest/globals';
import { earlier, enteredOf, newcomer, sentRoster } from './entered';

/** Of Shanghai. */
const momentOf = (local: string): string | null => {
  const at = Date.parse(`${local}:00+08:00`);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
};
const li = {
  account: 'li',
  name: { en: 'Li', zh: '李' },
  role: 'helper',
  standing: 'volunteer' as const,
  from: '2026-03-02T09:00:41.000+08:00',
  until: null,
  shift: 'day',
  turn: { first: '2026-03-02T09:00:00.000+08:00', days: 7, every: 14 },
};

describe('A roster that is being changed', () => {
  test('goes back to the second as it came, where nobody has touched it', () => {
    const { name: _, until: __, ...rest } = li;
    expect(sentRoster(momentOf, [enteredOf(li, 0)])).toEqual([rest]);
  });

  test('has the hour that was entered, on the clock of the town', () => {
    const entered = { ...enteredOf(li, 0), from: '', until: '2026-04-01T18:30' };
    expect(sentRoster(momentOf, [entered])).toMatchObject([{ until: '2026-04-01T10:30:00.000Z' }]);
    expect(Object.keys(sentRoster(momentOf, [entered])?.[0] ?? {})).not.toContain('from');
  });

  test('is not sent with a time that is none', () => {
    expect(sentRoster(momentOf, [{ ...enteredOf(li, 0), until: '2026-04-' }])).toBeNull();
  });

  test('has whoever is new with nothing but who they are, what they do and when', () => {
    expect(sentRoster(momentOf, [newcomer('wu', 'grid-member', null)])).toEqual([
      { account: 'wu', role: 'grid-member' },
    ]);
  });

  test('is put in another order one step at a time, and the first stays the first', () => {
    const [a, b, c] = ['a', 'b', 'c'].map((it) => newcomer(it, 'grid-member', null)) as [
      ReturnType<typeof newcomer>,
      ReturnType<typeof newcomer>,
      ReturnType<typeof newcomer>,
    ];
    expect(earlier([a, b, c], 2)).toEqual([a, c, b]);
    expect(earlier([a, b, c], 0)).toEqual([a, b, c]);
  });
});
