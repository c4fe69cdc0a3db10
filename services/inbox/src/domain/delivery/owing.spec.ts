/** Which messages are owed to somebody now: at once, gathered, or in a digest, and what stands in them. */
import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { usualWindow } from '../recipient/window.js';
import { dueNow, linesAtMost, linesOf, toldUpTo, type Waiting } from './owing.js';

const at = (time: string) => instant(`2026-03-02T${time}+08:00`);

const waits = (openedAt: number, more: Partial<Waiting> = {}): Waiting => ({
  id: `case-${openedAt}.take`,
  caseId: `case-${openedAt}`,
  number: `mu-2026-${openedAt}`,
  cycle: 1,
  what: 'take',
  kind: 'decide',
  why: 'registered',
  to: [{ account: 'wu' }],
  except: [],
  since: at('09:00:00'),
  until: null,
  isUrgent: false,
  area: 'mu/c1',
  openedAt,
  openedOn: at('09:00:00'),
  isRead: false,
  ...more,
});
const urgent = (openedAt: number, more: Partial<Waiting> = {}) =>
  waits(openedAt, { isUrgent: true, ...more });

type Known = Parameters<typeof dueNow>[1];
const known: Known = {
  since: 0,
  urgent: null,
  other: null,
  window: usualWindow,
  time: { zone: 'Asia/Shanghai', workdays: null },
  now: at('10:00:00'),
};
const due = (waiting: readonly Waiting[], more: Partial<Known> = {}) => {
  const { messages, nextAt } = dueNow(waiting, { ...known, ...more });
  return {
    messages: messages.map(
      ({ kind, items, fresh, after, upTo }) =>
        `${kind} of ${items.map(({ openedAt }) => openedAt).join(' ')}: ${fresh}, after ${after} up to ${upTo}`,
    ),
    nextAt,
  };
};
const nothing = { messages: [], nextAt: null };

describe('A message is owed', () => {
  test('for nothing to nobody', () => {
    expect(due([])).toEqual(nothing);
  });

  test('of each kind for what is new and unread, and tells up to the last of it', () => {
    const waiting = [waits(4), urgent(9), waits(6), urgent(5), waits(7, { isRead: true })];
    expect(due(waiting)).toEqual({
      messages: ['urgent of 9 5: 2, after 0 up to 9', 'notice of 4 6: 2, after 0 up to 6'],
      nextAt: null,
    });
  });

  test('for nothing that opened before they wanted to hear, or of which they were told', () => {
    const waiting = [waits(4), waits(5), urgent(4), urgent(5)];
    expect(due(waiting, { since: 4 }).messages).toEqual([
      'urgent of 5: 1, after 4 up to 5',
      'notice of 5: 1, after 4 up to 5',
    ]);
    const told = { upTo: 5, at: at('08:00:00') };
    expect(due(waiting, { urgent: told }).messages).toEqual(['notice of 4 5: 2, after 0 up to 5']);
    expect(due(waiting, { other: told }).messages).toEqual(['urgent of 4 5: 2, after 0 up to 5']);
    expect(due(waiting, { since: 5 })).toEqual(nothing);
  });

  test('at once where it is urgent, whatever the window; else when it opens', () => {
    const night = { now: at('23:00:00') };
    const opens = instant('2026-03-03T08:00:00+08:00');
    const late = { openedOn: at('22:00:00') };
    expect(due([urgent(5, late)], night)).toEqual({
      messages: ['urgent of 5: 1, after 0 up to 5'],
      nextAt: null,
    });
    expect(due([waits(5, late)], night)).toEqual({ messages: [], nextAt: opens });
  });

  test('not again within a minute where it is urgent, nor within five where it is not', () => {
    const told = { upTo: 3, at: at('09:58:00') };
    expect(due([waits(5)], { other: told })).toEqual({ messages: [], nextAt: at('10:03:00') });
    expect(due([waits(5)], { other: told, now: at('10:03:00') }).messages).toHaveLength(1);
    expect(due([urgent(5)], { urgent: told }).messages).toHaveLength(1);
    const justNow = { upTo: 3, at: at('09:59:30') };
    expect(due([urgent(5)], { urgent: justNow })).toEqual({ messages: [], nextAt: at('10:00:30') });
    expect(due([urgent(5)], { other: justNow }).messages).toHaveLength(1);
  });

  test('next at the first of what is owed later', () => {
    const told = { upTo: 3, at: at('09:59:30') };
    expect(due([waits(5), urgent(6)], { urgent: told, other: told })).toEqual({
      messages: [],
      nextAt: at('10:00:30'),
    });
    const before = { upTo: 3, at: at('09:55:10') };
    expect(due([waits(5), urgent(6)], { urgent: told, other: before }).nextAt).toBe(at('10:00:10'));
    expect(due([waits(5), urgent(6)], { other: told })).toEqual({
      messages: ['urgent of 6: 1, after 0 up to 6'],
      nextAt: at('10:04:30'),
    });
  });

  test('as a digest at the hours that were stated, since the first thing waited', () => {
    const window = { ...usualWindow, digestAt: ['09:30', '15:00'] };
    const [early, late] = [waits(5, { openedOn: at('09:10:00') }), waits(6, { openedOn: at('09:40:00') })];
    expect(due([late, early], { window }).messages).toEqual(['digest of 6 5: 2, after 0 up to 6']);
    const sharp = waits(7, { openedOn: at('09:30:00') });
    expect(due([sharp], { window }).messages).toEqual(['digest of 7: 1, after 0 up to 7']);
    expect(due([late], { window })).toEqual({ messages: [], nextAt: at('15:00:00') });
  });

  test('as a digest for what came while the window was closed', () => {
    const morning = { now: at('08:00:00') };
    expect(due([waits(5, { openedOn: at('07:00:00') })], morning).messages).toEqual([
      'digest of 5: 1, after 0 up to 5',
    ]);
    expect(due([waits(5, { openedOn: at('08:00:00') })], morning).messages).toEqual([
      'notice of 5: 1, after 0 up to 5',
    ]);
  });
});

test('What was told of each kind reaches as far as the last message, and at least to where they began to hear', () => {
  const [urgentTold, otherTold] = [
    { upTo: 8, at: at('08:00:00') },
    { upTo: 3, at: at('08:00:00') },
  ];
  expect(toldUpTo({ ...known, since: 5, urgent: urgentTold, other: otherTold })).toEqual([
    { isUrgent: true, after: 8 },
    { isUrgent: false, after: 5 },
  ]);
  expect(toldUpTo({ ...known, since: 5, urgent: otherTold, other: urgentTold })).toEqual([
    { isUrgent: true, after: 5 },
    { isUrgent: false, after: 8 },
  ]);
});

describe('The lines of a message', () => {
  const shown = (items: readonly Waiting[], others: readonly Waiting[]) =>
    linesOf(items, others).lines.map(({ number, isNew }) => `${number} ${isNew ? 'new' : 'old'}`);

  test('say what is new first, each by its deadline, what has none last', () => {
    const [a, b, c] = [waits(1), waits(2, { until: at('12:00:00') }), waits(3, { until: at('11:00:00') })];
    const [d, e] = [waits(4, { until: at('09:30:00') }), waits(5)];
    expect(shown([a, b, c], [e, d, a])).toEqual([
      'mu-2026-3 new',
      'mu-2026-2 new',
      'mu-2026-1 new',
      'mu-2026-4 old',
      'mu-2026-5 old',
    ]);
    expect(shown([a, waits(6)], [])).toEqual(['mu-2026-1 new', 'mu-2026-6 new']);
  });

  test('hold what one needs to know of it, and nothing of who else has it', () => {
    expect(linesOf([waits(1, { until: at('12:00:00') })], []).lines).toEqual([
      {
        id: 'case-1.take',
        caseId: 'case-1',
        number: 'mu-2026-1',
        what: 'take',
        why: 'registered',
        since: at('09:00:00'),
        until: at('12:00:00'),
        isUrgent: false,
        isNew: true,
      },
    ]);
  });

  test('are fifty at most, and say that there is more', () => {
    const many = (count: number) => Array.from({ length: count }, (_, nth) => waits(nth));
    expect(linesOf(many(linesAtMost), [])).toMatchObject({ hasMore: false });
    const { lines, hasMore } = linesOf(many(linesAtMost), [waits(99)]);
    expect([lines.length, hasMore]).toEqual([50, true]);
    expect(lines.every(({ isNew }) => isNew)).toBe(true);
  });
});
