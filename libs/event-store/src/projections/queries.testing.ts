/** What every view answers to a query, whichever engine keeps its rows. */
import { describe, expect, test } from '@jest/globals';
import { column, type EventStore, idOf, type Projection } from '@mulin/kernel';
import type { ProjectionRunner } from './memory-projection.js';
import {
  closed,
  type Noted,
  type OpenCase,
  openCases,
  type OpenColumns,
  patience,
  type ProjectionTrial,
  registered,
  tell,
} from './projections.testing.js';

/** A row with a column of each type; as a note says it. */
export type Sample = Readonly<{
  text: string | null;
  integer: number | null;
  number: number | null;
  boolean: boolean | null;
  instant: string | null;
  path: string | null;
  texts: readonly string[];
}>;

export const samples = {
  name: 'samples',
  version: 1,
  categories: ['case'],
  key: idOf,
  // As the stories below say it.
  project: (row, event) => (event.type === 'CaseNoted' ? (JSON.parse(event.data.words) as Sample) : row),
  columns: {
    text: column.text(({ text }) => text),
    integer: column.integer(({ integer }) => integer),
    number: column.number(({ number }) => number),
    boolean: column.boolean(({ boolean }) => boolean),
    instant: column.instant(({ instant }) => instant),
    path: column.path(({ path }) => path),
    texts: column.texts(({ texts }) => texts),
  },
  sorts: ['text', 'integer', 'instant'],
} satisfies Projection<Sample, Noted>;
export type SampleColumns = (typeof samples)['columns'];

const none: Sample = {
  text: null,
  integer: null,
  number: null,
  boolean: null,
  instant: null,
  path: null,
  texts: [],
};

export const tellSample = (store: EventStore, id: string, row: Partial<Sample>): Promise<number> =>
  tell(store, `case-${id}`, { type: 'CaseNoted', data: { words: JSON.stringify({ ...none, ...row }) } });

const idsOf = ({ items }: { items: readonly OpenCase[] }) => items.map(({ caseId }) => caseId).join('');

export const describeQueries = (name: string, begun: () => Promise<ProjectionTrial>) => {
  const story = (
    title: string,
    told: (store: EventStore, view: ProjectionRunner<OpenCase, OpenColumns>) => Promise<void>,
  ) =>
    test(title, async () => {
      const { store, viewOf, close } = await begun();
      const cases = viewOf(openCases);
      const { stop } = cases.run();
      await told(store, cases).finally(async () => {
        await stop();
        await close();
      });
    });

  const tellFive = async (store: EventStore, { view }: ProjectionRunner<OpenCase, OpenColumns>) => {
    await tell(store, 'case-a', registered(10, 'drain'));
    await tell(store, 'case-b', registered(-2.5), closed);
    await tell(store, 'case-c', registered(9, '路灯'));
    await tell(store, 'case-d', registered(1e21, '\u{20BB7}'), closed);
    const position = await tell(store, 'case-e', registered(9, '\uffee'));
    await view.waitUntil(position, patience);
  };

  describe(`A list of ${name}`, () => {
    story('is sorted by key, or by columns and then by key, up or down', async (store, cases) => {
      await tellFive(store, cases);
      const sorted = async (...orderBy: NonNullable<Parameters<typeof cases.view.list>[0]['orderBy']>) =>
        idsOf(await cases.view.list({ orderBy }));
      expect(await sorted()).toBe('abcde');
      expect(await sorted({ by: 'key', descending: true })).toBe('edcba');
      expect(await sorted({ by: 'place' })).toBe('bcead');
      expect(await sorted({ by: 'place', descending: true })).toBe('daecb');
      expect(await sorted({ by: 'place' }, { by: 'key', descending: true })).toBe('becad');
      expect(await sorted({ by: 'menuItem' })).toBe('abced');
      expect(await sorted({ by: 'late' })).toBe('abcde');
      expect(await sorted({ by: 'open' }, { by: 'place', descending: true })).toBe('dbaec');
    });

    story('holds what matches every condition', async (store, cases) => {
      await tellFive(store, cases);
      const found = async (where: Parameters<typeof cases.view.list>[0]['where']) =>
        idsOf(await cases.view.list({ where: where ?? {} }));
      expect(await found({ open: true })).toBe('ace');
      expect(await found({ open: true, place: 9 })).toBe('ce');
      expect(await found({ open: true, place: undefined })).toBe('ace');
      expect(await found({ menuItem: '路灯' })).toBe('c');
      expect(await found({ late: null })).toBe('abcde');
      expect(await found({ late: { not: null } })).toBe('');
      expect(await found({ place: { gt: -3, lte: 9 } })).toBe('bce');
      expect(await found({ menuItem: { in: ['drain', '路灯'] } })).toBe('ac');
      expect(await found({ menuItem: { in: [] } })).toBe('');
      expect(await found({ or: [{ place: 10 }, { open: false, place: { lt: 0 } }] })).toBe('ab');
      expect(await found({ or: [] })).toBe('');
      expect(await found({ and: [{ open: true }, { or: [{ place: 9 }, { place: 1 }] }] })).toBe('ce');
      expect(await cases.view.count('open')).toEqual(
        new Map<string | null, number>(Object.entries({ false: 2, true: 3 })),
      );
      expect(await cases.view.count('place', { open: true })).toEqual(
        new Map(Object.entries({ '9': 2, '10': 1 })),
      );
      expect(await cases.view.count('late')).toEqual(new Map([[null, 5]]));
      const byBoth = await cases.view.countBy(['open', 'place'], { open: true });
      expect([...byBoth].sort((a, b) => a.count - b.count)).toEqual([
        { values: ['true', '10'], count: 1 },
        { values: ['true', '9'], count: 2 },
      ]);
      expect(await cases.view.countBy(['late', 'open'], { place: 10 })).toEqual([
        { values: [null, 'true'], count: 1 },
      ]);
      expect(await cases.view.countBy([], { open: true })).toEqual([{ values: [], count: 3 }]);
    });

    story('finds by a path what is it or lies in it, and nothing else', async (store, { view }) => {
      const paths = ['mu', 'mu/east', 'mu/east/n-1', 'mu/east-side', 'mu/east0', 'mu/eastern/n-1', 'nu/east'];
      for (const [place, path] of paths.entries())
        await view.waitUntil(await tell(store, `case-${place}`, registered(place, path)), patience);
      const found = async (within: string) => idsOf(await view.list({ where: { menuItem: { within } } }));
      expect(await found('mu/east')).toBe('12');
      expect(await found('mu')).toBe('012345');
      expect(await found('mu/east/n-1')).toBe('2');
      expect(await found('')).toBe('');
      expect(await found('mu/east/n-1/deeper')).toBe('');
      expect(await view.count('open', { menuItem: { within: 'mu/east' } })).toEqual(new Map([['true', 2]]));
    });

    story('goes on where the last page ended, although rows were added before it', async (store, cases) => {
      await tellFive(store, cases);
      const { view } = cases;
      for (const descending of [false, true]) {
        const query = { orderBy: [{ by: 'place', descending }], limit: 2 } as const;
        const first = await view.list(query);
        const second = await view.list({ ...query, cursor: first.next ?? '' });
        const third = await view.list({ ...query, cursor: second.next ?? '' });
        expect([first, second, third].map(idsOf).join(' ')).toBe(descending ? 'da ec b' : 'bc ea d');
        expect(third.next).toBeNull();
      }
      const first = await view.list({ limit: 2 });
      await view.waitUntil(await tell(store, 'case-aa', registered(1)), patience);
      expect(idsOf(await view.list({ cursor: first.next ?? '' }))).toBe('cde');
    });

    story('has no next page where the last one is full', async (store, cases) => {
      await tellFive(store, cases);
      expect(await cases.view.list({ limit: 5 })).toMatchObject({ next: null });
      expect(await cases.view.list({ where: { open: true }, limit: 3 })).toMatchObject({ next: null });
    });

    story('goes on after any row, whether it ended a page or not', async (store, cases) => {
      await tellFive(store, cases);
      const orderBy = [{ by: 'place' }] as const;
      const { items } = await cases.view.list({ orderBy });
      const [, second] = items;
      const cursor = second && cases.view.cursorAfter(second.caseId, second, orderBy);
      expect(idsOf(await cases.view.list({ orderBy, cursor }))).toBe('ead');
    });

    story('refuses a cursor that it did not give', async (_, { view }) => {
      const given = (order: string, values: unknown, key: unknown) =>
        Buffer.from(JSON.stringify([order, values, key])).toString('base64url');
      const orderBy = [{ by: 'place' }] as const;
      for (const cursor of [
        'x',
        '',
        'bnVsbA',
        given('place', [1], '\0'),
        given('place', ['1'], 'a'),
        given('place', [], 'a'),
        given('-place', [1], 'a'),
        given('', [], 'a'),
      ])
        await expect(view.list({ orderBy, cursor })).rejects.toMatchObject({ code: 'malformed-cursor' });
      expect(await view.list({ orderBy, cursor: given('place', [1], 'a') })).toEqual({
        items: [],
        next: null,
      });
    });

    story(
      'cannot be asked by what nobody declared: it does not compile, and is refused',
      async (_, { view }) => {
        // @ts-expect-error no such column
        await expect(view.list({ orderBy: [{ by: 'colour' }] })).rejects.toThrow('colour');
        // @ts-expect-error no such column
        await expect(view.list({ where: { colour: 1 } })).rejects.toThrow('colour');
        // @ts-expect-error no such column, deep in it
        await expect(view.list({ where: { or: [{ colour: 1 }] } })).rejects.toThrow('colour');
        // @ts-expect-error another type
        await expect(view.list({ where: { place: '9' } })).rejects.toThrow(TypeError);
        // @ts-expect-error no such column
        await expect(view.count('colour')).rejects.toThrow('colour');
        await expect(view.countBy(['open', 'colour'] as never)).rejects.toThrow('colour');
      },
    );

    story('is not troubled by values that no table could hold', async (store, { view }) => {
      const odd = `a\0b\nc${'牟'.repeat(3_000)}`;
      await view.waitUntil(await tell(store, 'case-odd', registered(-0, odd)), patience);
      expect(idsOf(await view.list({ where: { menuItem: odd } }))).toBe('odd');
      expect(idsOf(await view.list({ where: { menuItem: 'a\ud800b' } }))).toBe('');
      expect(idsOf(await view.list({ where: { place: 0 } }))).toBe('odd');
      expect(await view.get('odd')).toMatchObject({ menuItem: odd });
    });
  });

  test(`${name} keeps values of each type, and finds them`, async () => {
    const { store, viewOf, close } = await begun();
    const { view, run } = viewOf(samples);
    const { stop } = run();
    const instant = '2026-03-02T09:00:00.123+08:00';
    await tellSample(store, 'none', {});
    await tellSample(store, 'least', { text: '', integer: 0, number: -0.5, boolean: false, path: '' });
    await tellSample(store, 'year-0', { instant: '0000-01-01T00:00:00Z' });
    const position = await tellSample(store, 'full', {
      text: '"路灯"\\',
      integer: Number.MAX_SAFE_INTEGER,
      number: 1e-300,
      boolean: true,
      instant,
      path: 'mu/east',
      texts: ['a"b', 'c\\', '逗,号', '{}'],
    });
    await view.waitUntil(position, patience);
    const first = async (where: Parameters<typeof view.list>[0]['where']) =>
      (await view.list({ where: where ?? {} })).items.map(({ text }) => text);
    const full = ['"路灯"\\'];
    expect(await first({ instant: '2026-03-02T01:00:00.123Z' })).toEqual(full);
    expect(await first({ instant: { gte: instant, lt: '2026-03-02T01:00:00.124Z' } })).toEqual(full);
    expect(await first({ instant: { lt: '0001-01-01T00:00:00Z' } })).toEqual([null]);
    expect(await first({ integer: Number.MAX_SAFE_INTEGER, number: 1e-300, boolean: true })).toEqual(full);
    expect(await first({ text: { contains: '灯"' } })).toEqual(full);
    expect(await first({ text: '' })).toEqual(['']);
    for (const text of ['a"b', 'c\\', '逗,号', '{}'])
      expect(await first({ texts: { hasAny: ['x', text] } })).toEqual(full);
    expect(await first({ texts: { hasAny: [] } })).toEqual([]);
    expect(await first({ texts: null })).toHaveLength(3);
    expect(await view.count('instant', { instant: { gt: '2000-01-01T00:00:00Z' } })).toEqual(
      new Map([['2026-03-02T01:00:00.123Z', 1]]),
    );
    expect(await view.count('texts', { texts: { not: null } })).toEqual(new Map([['a"b,c\\,{},逗,号', 1]]));
    await stop();
    await close();
  });
};
