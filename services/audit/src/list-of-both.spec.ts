import { expect, test } from '@jest/globals';
import type { Column, Page, Query } from '@mulin/kernel';
import fc from 'fast-check';
import { listOfBoth } from './list-of-both.js';
import type { CaseRow } from './views/cases.js';

type Sketch = Readonly<{ day: number; area: string; member: string }>;

const caseOf = ({ day, area, member }: Sketch, place: number): CaseRow => ({
  caseId: `case-${String(place).padStart(2, '0')}`,
  town: 'mu',
  number: null,
  state: 'offered',
  menuItem: null,
  net: null,
  urgency: null,
  wishedUrgency: null,
  reportedBy: null,
  point: null,
  channel: null,
  microGrid: null,
  area,
  routed: true,
  member,
  reportedAt: day === 0 ? null : `2026-03-0${day}T01:00:00.000Z`,
  recordedAt: null,
  closedAt: null,
  clocks: {},
  archive: null,
  from: {},
});

const orderOf = ({ reportedAt, caseId }: CaseRow) => `${reportedAt ?? ''} ${caseId}`;
const newestFirst = (rows: readonly CaseRow[]) =>
  [...rows].sort((one, other) => (orderOf(one) > orderOf(other) ? -1 : 1));

/** Pages of a list as a view gives them; a cursor is how many were shown. */
const viewOf = (rows: readonly CaseRow[]) => ({
  list: async ({ where = {}, limit = 1, cursor = '0' }: Query): Promise<Page<CaseRow>> => {
    const matches = (row: CaseRow) =>
      Object.entries({ area: row.area, holder: row.member }).every(
        ([column, value]: [string, Column]) => (where[column] ?? value) === value,
      );
    const found = newestFirst(rows.filter(matches)).slice(Number(cursor));
    const next = found.length > limit ? String(Number(cursor) + limit) : null;
    return { items: found.slice(0, limit), next };
  },
});

const asked = {
  own: { area: 'mu/here' },
  held: { holder: 'li-wei' },
  isOwn: ({ area }: CaseRow) => area === 'mu/here',
};

const read = async (rows: readonly CaseRow[], limit: number): Promise<readonly (readonly CaseRow[])[]> => {
  const pages: (readonly CaseRow[])[] = [];
  for (let cursor: string | null | undefined = undefined; cursor !== null;) {
    const page: Page<CaseRow> = await listOfBoth(viewOf(rows), asked, { limit, cursor });
    pages.push(page.items);
    cursor = page.next;
    if (pages.length > rows.length + 1) throw new Error('the list does not end');
  }
  return pages;
};

const sketch = fc.record({
  day: fc.nat(4),
  area: fc.constantFrom('mu/here', 'mu/there'),
  member: fc.constantFrom('li-wei', 'wu-fang'),
});

test('one’s own and those held elsewhere come once each, the newest first, in pages of any size', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(sketch, { maxLength: 20 }),
      fc.integer({ min: 1, max: 6 }),
      async (all, limit) => {
        const rows = all.map(caseOf);
        const seen = rows.filter(({ area, member }) => area === 'mu/here' || member === 'li-wei');
        const pages = await read(rows, limit);
        expect(pages.flat()).toEqual(newestFirst(seen));
        expect(pages.every(({ length }) => length <= limit)).toBe(true);
      },
    ),
    { numRuns: 300 },
  ));

test('only where the two lists are cut short is anything asked for again', async () => {
  const view = viewOf([caseOf({ day: 1, area: 'mu/here', member: 'li-wei' }, 1)]);
  const limits: (number | undefined)[] = [];
  const list = (query: Query) => {
    limits.push(query.limit);
    return view.list(query);
  };
  await listOfBoth({ list }, asked, { limit: 5, cursor: undefined });
  expect(limits).toEqual([5, 5]);
});
