/** What every view promises, whichever engine keeps its rows. */
import { describe, expect, test } from '@jest/globals';
import {
  newCorrelation,
  canonical,
  column,
  type Columns,
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

export const openCases = {
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
    menuItem: column.path(({ menuItem }) => menuItem),
    place: column.number(({ place }) => place),
    open: column.boolean(({ open }) => open),
    late: column.text(({ late }) => late ?? null),
  },
  sorts: ['menuItem', 'place'],
} satisfies Projection<OpenCase, Noted>;

export type OpenColumns = (typeof openCases)['columns'];

export type ProjectionTrial = Readonly<{
  store: EventStore;
  viewOf: <Row extends object, C extends Columns<Row>>(
    projection: Projection<Row, Noted, C>,
  ) => ProjectionRunner<Row, C>;
  close: () => Promise<void>;
}>;

const metadata = newCorrelation({ id: 'request-1', town: 'mulin', actor: 'clerk-1' });
let ids = 0;

/** Events of one case, recorded after those it has. */
export const tell = async (store: EventStore, stream: StreamName, ...events: readonly Noted[]) => {
  const proposed = events.map((event): NewEvent<Noted> => ({ ...event, id: `event-${++ids}`, metadata }));
  const recorded = await store.appendToStream(stream, proposed, { expectedRevision: 'any' });
  return recorded.at(-1)?.position ?? 0;
};

export const registered = (place: number, menuItem = 'street-lamp'): Noted => ({
  type: 'CaseRegistered',
  data: { menuItem, place },
});
export const noted: Noted = { type: 'CaseNoted', data: { words: '还没修好' } };
export const closed: Noted = { type: 'CaseClosed', data: { urgent: false } };
const forgotten: Noted = { type: 'CaseForgotten', data: null };
export const patience = 20_000;

/** A story of some hundred events in which cases come, change and go; always the same. */
export const tellLongStory = async (store: EventStore, rounds: number) => {
  let position = 0;
  for (let round = 0; round < rounds; round++) {
    const stream: StreamName = `case-${(round * 7) % 40}`;
    const events = [registered(round), noted, round % 3 === 0 ? closed : noted];
    position = await tell(store, stream, ...events, ...(round % 11 === 0 ? [forgotten] : []));
    if (round % 5 === 0) position = await tell(store, `roster-${round}`, noted);
  }
  return position;
};

const everyRow = async ({ view }: ProjectionRunner<OpenCase, OpenColumns>) => {
  const rows: OpenCase[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await view.list({ limit: 7, cursor });
    rows.push(...page.items);
    if (page.next === null) return rows;
    cursor = page.next;
  }
};

/** To the letter what folding the whole log in memory gives. */
export const expectFolded = async (store: EventStore, running: ProjectionRunner<OpenCase, OpenColumns>) => {
  const events = await store.readAll({ from: null, maxCount: 1_000_000 });
  // The stories above tell no other events.
  const folded = rebuild(openCases, events as readonly RecordedEvent<Noted>[]);
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
    told: (store: EventStore, view: ProjectionRunner<OpenCase, OpenColumns>) => Promise<void>,
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
      running('follow the events', async (store, { view }) => {
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
        'are known to be up to date although the newest events are none of theirs',
        async (store, { view }) => {
          await tell(store, 'case-lamp', registered(1));
          const position = await tell(store, 'roster-may', noted);
          expect(await view.waitUntil(position, patience)).toBe(true);
          expect(await view.waitUntil(position + 1, 5)).toBe(false);
        },
      );
    });

    describe('A rebuilding', () => {
      running('gives the same rows to the letter, while new events come', async (store, cases) => {
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
  });
};
