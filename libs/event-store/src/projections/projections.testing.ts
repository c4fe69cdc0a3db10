/** What every view promises, whichever engine keeps its rows. */
import { describe, expect, test } from '@jest/globals';
import {
  newCorrelation,
  canonical,
  type EventStore,
  idOf,
  type Projection,
  type NewEvent,
  rebuild,
  type RecordedEvent,
  type StreamName,
} from '@mulin/kernel';
import type { ProjectionRunner } from './memory-projection.js';

export type Noted = Readonly<
  | { type: 'CaseRegistered'; data: { menuItem: string; place: number } }
  | { type: 'CaseNoted'; data: { words: string } }
  | { type: 'CaseClosed'; data: { urgent: boolean } }
  | { type: 'CaseForgotten'; data: null }
>;

export type OpenCase = Readonly<{
  caseId: string;
  menuItem: string;
  place: number;
  notes: number;
  open: boolean;
  late?: string | undefined;
}>;

export const openCases: Projection<OpenCase, Noted> = {
  name: 'open-cases',
  version: 1,
  categories: ['case'],
  key: idOf,
  project: (row, event) => {
    switch (event.type) {
      case 'CaseRegistered':
        return { caseId: idOf(event), ...event.data, notes: 0, open: true, late: undefined };
      case 'CaseNoted':
        return row && { ...row, notes: row.notes + 1 };
      case 'CaseClosed':
        return row && { ...row, open: false };
      case 'CaseForgotten':
        return null;
      default:
        return row;
    }
  },
  columns: {
    menuItem: ({ menuItem }) => menuItem,
    place: ({ place }) => place,
    open: ({ open }) => open,
    late: ({ late }) => late ?? null,
  },
  sorts: ['menuItem', 'place'],
};

export type ProjectionTrial = Readonly<{
  store: EventStore;
  viewOf: <Row extends object>(projection: Projection<Row, Noted>) => ProjectionRunner<Row>;
  close: () => Promise<void>;
}>;

const metadata = newCorrelation({ id: 'request-1', town: 'mulin', actor: 'clerk-1' });
let ids = 0;

/** Facts of one case, recorded after those it has. */
export const tell = async (store: EventStore, stream: StreamName, ...facts: readonly Noted[]) => {
  const proposed = facts.map((fact): NewEvent<Noted> => ({ ...fact, id: `fact-${++ids}`, metadata }));
  const recorded = await store.appendToStream(stream, proposed, { expectedRevision: 'any' });
  return recorded.at(-1)?.position ?? 0;
};

export const registered = (place: number, menuItem = 'street-lamp'): Noted => ({
  type: 'CaseRegistered',
  data: { menuItem, place },
});
export const noted: Noted = { type: 'CaseNoted', data: { words: '还没修好' } };
const closed: Noted = { type: 'CaseClosed', data: { urgent: false } };
const forgotten: Noted = { type: 'CaseForgotten', data: null };
const patience = 20_000;

/** A story of some hundred facts in which cases come, change and go; always the same. */
export const tellLongStory = async (store: EventStore, rounds: number) => {
  let position = 0;
  for (let round = 0; round < rounds; round++) {
    const stream: StreamName = `case-${(round * 7) % 40}`;
    const facts = [registered(round), noted, round % 3 === 0 ? closed : noted];
    position = await tell(store, stream, ...facts, ...(round % 11 === 0 ? [forgotten] : []));
    if (round % 5 === 0) position = await tell(store, `roster-${round}`, noted);
  }
  return position;
};

const everyRow = async ({ view }: ProjectionRunner<OpenCase>) => {
  const rows: OpenCase[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await view.list({ limit: 7, cursor });
    rows.push(...page.items);
    if (page.next === null) return rows;
    cursor = page.next;
  }
};

/** To the letter what folding the whole log in memory gives. */
export const expectFolded = async (store: EventStore, running: ProjectionRunner<OpenCase>) => {
  const facts = await store.readAll({ from: null, maxCount: 1_000_000 });
  // The stories above tell no other facts.
  const folded = rebuild(openCases, facts as readonly RecordedEvent<Noted>[]);
  const shown = (await everyRow(running)).map((row) => [row.caseId, canonical(row)]);
  const expected = [...folded].map(([key, row]) => [key, canonical(row)]);
  expect(shown).toEqual(expected.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
};

export const describeProjections = (name: string, begun: () => Promise<ProjectionTrial>) => {
  const story = (title: string, told: (trial: ProjectionTrial) => Promise<void>) =>
    test(title, async () => {
      const trial = await begun();
      try {
        await told(trial);
      } finally {
        await trial.close();
      }
    });

  const running = (
    title: string,
    told: (store: EventStore, view: ProjectionRunner<OpenCase>) => Promise<void>,
  ) =>
    story(title, async ({ store, viewOf }) => {
      const cases = viewOf(openCases);
      const subscription = cases.run();
      try {
        await told(store, cases);
      } finally {
        await subscription.stop();
      }
    });

  describe(name, () => {
    describe('Rows', () => {
      running('follow the facts', async (store, { view }) => {
        await tell(store, 'case-lamp', registered(3), noted);
        const position = await tell(store, 'case-drain', registered(4), forgotten);
        expect(await view.waitUntil(position, patience)).toBe(true);
        const lamp = { caseId: 'lamp', menuItem: 'street-lamp', place: 3, notes: 1, open: true };
        expect(await view.get('lamp')).toStrictEqual(lamp);
        expect(await view.get('drain')).toBeNull();
        expect(await view.getMany(['nobody', 'lamp', 'lamp'])).toEqual([null, lamp, lamp]);
        expect(await view.get('\0')).toBeNull();
      });

      running('are what folding the log in memory gives', async (store, cases) => {
        const position = await tellLongStory(store, 150);
        expect(await cases.view.waitUntil(position, patience)).toBe(true);
        await expectFolded(store, cases);
      });

      story('are kept up from where they were left', async ({ store, viewOf }) => {
        const cases = viewOf(openCases);
        await tell(store, 'case-lamp', registered(1));
        const first = cases.run();
        await cases.view.waitUntil(1, patience);
        await first.stop();
        const position = await tell(store, 'case-lamp', noted);
        expect(await cases.view.get('lamp')).toMatchObject({ notes: 0 });
        const second = cases.run();
        await cases.view.waitUntil(position, patience);
        await second.stop();
        expect(await cases.view.get('lamp')).toMatchObject({ notes: 1 });
      });

      running(
        'are known to be up to date although the newest facts are none of theirs',
        async (store, { view }) => {
          await tell(store, 'case-lamp', registered(1));
          const position = await tell(store, 'roster-may', noted);
          expect(await view.waitUntil(position, patience)).toBe(true);
          expect(await view.waitUntil(position + 1, 5)).toBe(false);
        },
      );
    });

    describe('A rebuilding', () => {
      running('gives the same rows to the letter, while new facts come', async (store, cases) => {
        await tellLongStory(store, 60);
        const [rebuilt, position] = await Promise.all([cases.rebuild(), tellLongStory(store, 60)]);
        expect(rebuilt.facts).toBeGreaterThan(180);
        expect(await cases.view.waitUntil(position, patience)).toBe(true);
        await expectFolded(store, cases);

        const again = await cases.rebuild();
        await expectFolded(store, cases);
        expect(again).toEqual({
          facts: expect.any(Number),
          rows: (await everyRow(cases)).length,
          seconds: expect.any(Number),
        });
        const after = await tell(store, 'case-after', registered(1));
        expect(await cases.view.waitUntil(after, patience)).toBe(true);
        await expectFolded(store, cases);
      });

      story('needs nobody to follow the log', async ({ store, viewOf }) => {
        const cases = viewOf(openCases);
        const position = await tellLongStory(store, 20);
        await cases.rebuild();
        expect(await cases.view.waitUntil(position, patience)).toBe(true);
        await expectFolded(store, cases);
      });
    });

    describe('A list', () => {
      const told = async (store: EventStore, { view }: ProjectionRunner<OpenCase>) => {
        await tell(store, 'case-a', registered(10, 'drain'));
        await tell(store, 'case-b', registered(-2.5), closed);
        await tell(store, 'case-c', registered(9, '路灯'));
        await tell(store, 'case-d', registered(1e21, '\u{20BB7}'), closed);
        const position = await tell(store, 'case-e', registered(9, '\uffee'));
        await view.waitUntil(position, patience);
      };
      const idsOf = ({ items }: { items: readonly OpenCase[] }) => items.map(({ caseId }) => caseId).join('');

      running('is sorted by key, or by a column and then by key, up or down', async (store, cases) => {
        await told(store, cases);
        const { view } = cases;
        expect(idsOf(await view.list({}))).toBe('abcde');
        expect(idsOf(await view.list({ descending: true }))).toBe('edcba');
        expect(idsOf(await view.list({ orderBy: 'place' }))).toBe('bcead');
        expect(idsOf(await view.list({ orderBy: 'place', descending: true }))).toBe('daecb');
        expect(idsOf(await view.list({ orderBy: 'menuItem' }))).toBe('abced');
        expect(idsOf(await view.list({ orderBy: 'late' }))).toBe('abcde');
      });

      running('holds what matches every condition', async (store, cases) => {
        await told(store, cases);
        const { view } = cases;
        expect(idsOf(await view.list({ where: { open: true } }))).toBe('ace');
        expect(idsOf(await view.list({ where: { open: true, place: 9 } }))).toBe('ce');
        expect(idsOf(await view.list({ where: { menuItem: '路灯' } }))).toBe('c');
        expect(idsOf(await view.list({ where: { late: null } }))).toBe('abcde');
        expect(idsOf(await view.list({ where: { place: '9' } }))).toBe('');
        expect(await view.count('open')).toEqual(
          new Map([
            ['false', 2],
            ['true', 3],
          ]),
        );
        expect(await view.count('place', { open: true })).toEqual(
          new Map([
            ['9', 2],
            ['10', 1],
          ]),
        );
      });

      running('finds by a path what is it or lies in it, and nothing else', async (store, { view }) => {
        const paths = [
          'mu',
          'mu/east',
          'mu/east/n-1',
          'mu/east-side',
          'mu/east0',
          'mu/eastern/n-1',
          'nu/east',
        ];
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

      running(
        'goes on where the last page ended, although rows were added before it',
        async (store, cases) => {
          await told(store, cases);
          const { view } = cases;
          for (const descending of [false, true]) {
            const query = { orderBy: 'place', descending, limit: 2 };
            const first = await view.list(query);
            const second = await view.list({ ...query, cursor: first.next ?? '' });
            const third = await view.list({ ...query, cursor: second.next ?? '' });
            expect([first, second, third].map(idsOf).join(' ')).toBe(descending ? 'da ec b' : 'bc ea d');
            expect(third.next).toBeNull();
          }
          const first = await view.list({ limit: 2 });
          await view.waitUntil(await tell(store, 'case-aa', registered(1)), patience);
          expect(idsOf(await view.list({ cursor: first.next ?? '' }))).toBe('cde');
        },
      );

      running('refuses a cursor that nobody gave, and a column that nobody declared', async (_, { view }) => {
        for (const cursor of ['x', '', 'bnVsbA', Buffer.from('["","\\u0000"]').toString('base64url')])
          await expect(view.list({ cursor })).rejects.toMatchObject({ code: 'malformed-cursor' });
        await expect(view.list({ orderBy: 'colour' })).rejects.toThrow('colour');
        await expect(view.list({ where: { colour: 1 } })).rejects.toThrow('colour');
        await expect(view.count('colour')).rejects.toThrow('colour');
      });

      running('is not troubled by values that no table could hold', async (store, { view }) => {
        const odd = `a\0b\nc${'牟'.repeat(3_000)}`;
        await view.waitUntil(await tell(store, 'case-odd', registered(-0, odd)), patience);
        expect(idsOf(await view.list({ where: { menuItem: odd } }))).toBe('odd');
        expect(idsOf(await view.list({ where: { menuItem: 'a\ud800b' } }))).toBe('');
        expect(idsOf(await view.list({ where: { place: NaN } }))).toBe('');
        expect(await view.get('odd')).toMatchObject({ menuItem: odd });
      });
    });
  });
};
