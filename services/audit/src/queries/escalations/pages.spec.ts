/** Two lists are one, also where what one of them has next is not for the reader. */
import { expect, test } from '@jest/globals';
import type { Notice } from '../../views/notices.js';
import { type Listing, together } from './pages.js';
import type { Escalation } from './rows.js';

type Row = Readonly<{ due: string; to: readonly string[] }>;

const noticeTo = (to: string) => ({ to }) as Notice; // what a page asks of it

/** Rows in their order, some of which hold nothing for the reader. */
const listing = (rows: readonly Row[]): Listing<Row> => ({
  page: async (limit, cursor = '0') => {
    const from = Number(cursor);
    const items = rows.slice(from, from + limit);
    return { items, next: from + limit < rows.length ? String(from + limit) : null };
  },
  cursorAfter: (row) => String(rows.indexOf(row) + 1),
  dueOf: ({ due }) => due,
  noticesOf: ({ to }) => to.map(noticeTo),
  escalationOf: ({ due }, [{ to }]) => ({ number: due, to }) as Escalation, // what is looked at here
});

const allOf = async (one: readonly Row[], other: readonly Row[], limit: number) => {
  const seen: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await together(listing(one), listing(other), { limit, cursor });
    seen.push(...page.items.map(({ number, to }) => `${number} ${to}`));
    if (page.next === null) return seen;
    cursor = page.next;
  }
};

const cases = ['1', '3', '5', '7', '9'].map((due) => ({ due, to: ['a'] }));
const disputes = [
  { due: '2', to: ['a', 'b'] },
  { due: '4', to: [] },
  { due: '6', to: [] },
  { due: '8', to: ['b'] },
];
const inOrder = ['1 a', '2 a', '2 b', '3 a', '5 a', '7 a', '8 b', '9 a'];

test.each([1, 2, 3, 4, 100])('what is due first comes first, in pages of %d', async (limit) => {
  expect(await allOf(cases, disputes, limit)).toEqual(inOrder);
  expect(await allOf(disputes, cases, limit)).toEqual(inOrder);
});

test('one that is empty leaves the other as it is', async () => {
  expect(await allOf(cases, [], 2)).toEqual(['1 a', '3 a', '5 a', '7 a', '9 a']);
  expect(await allOf([], disputes, 1)).toEqual(['2 a', '2 b', '8 b']);
  expect(await allOf([], [], 5)).toEqual([]);
});

test('a cursor of before there were two lists goes on in the first', async () => {
  const page = await together(listing(cases), listing([]), { limit: 10, cursor: '3' });
  expect(page.items.map(({ number }) => number)).toEqual(['7', '9']);
});
