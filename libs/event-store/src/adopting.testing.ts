/** What both kinds of log promise of events that they take in from other logs. */
import { describe, expect, test } from '@jest/globals';
import {
  type EventStore,
  instant,
  newCorrelation,
  type NewEvent,
  type Position,
  type RecordedEvent,
  Rejection,
  WrongExpectedRevision,
} from '@mulin/kernel';
import type { AdoptedEvents } from './adopting.js';

type AdoptingTrial = Readonly<{
  /** Two logs of their own, empty, at 8 o'clock. */
  open: () => Promise<
    Readonly<{
      stores: readonly [EventStore, EventStore];
      adopt: (logs: readonly [AdoptedEvents, AdoptedEvents]) => Promise<void>;
    }>
  >;
}>;

const metadata = newCorrelation({ id: 'request-1', town: 'mulin', actor: 'clerk-1' });
const noted = (id: string): NewEvent => ({ id, type: 'CaseNoted', data: { words: id }, metadata });

/** Recorded elsewhere, a month before. */
const recorded = (stream: RecordedEvent['stream'], id: string, revision: number): RecordedEvent => ({
  ...noted(id),
  stream,
  revision,
  position: 77 as Position, // of the other log, and of no use here
  metadata: { ...metadata, recordedAt: instant('2026-04-01T08:00:00Z') },
});

const all = { from: null, maxCount: 100 };
const idsIn = async (store: EventStore) => (await store.readAll(all)).map(({ id }) => id);

export const describeAdopting = (name: string, { open }: AdoptingTrial): void =>
  describe(`${name} takes in events of other logs`, () => {
    test('as they were recorded, each log after what it has', async () => {
      const { stores, adopt } = await open();
      const [cases, orders] = stores;
      await cases.appendToStream('number-2026', [noted('own')], { expectedRevision: 'no-stream' });
      await adopt([
        {
          events: [
            recorded('case-a', 'a0', 0),
            recorded('number-2026', 'n1', 1),
            recorded('case-a', 'a1', 1),
          ],
        },
        { events: [recorded('order-a', 'o0', 0)] },
      ]);
      expect(await idsIn(cases)).toEqual(['own', 'a0', 'n1', 'a1']);
      expect(await idsIn(orders)).toEqual(['o0']);
      expect((await cases.readStream('case-a')).map(({ revision }) => revision)).toEqual([0, 1]);
      const [first] = await orders.readStream('order-a');
      expect(first).toEqual({ ...recorded('order-a', 'o0', 0), position: await orders.head() });
    });

    test('and goes on after them', async () => {
      const { stores, adopt } = await open();
      const [cases] = stores;
      await adopt([{ events: [recorded('case-a', 'a0', 0)] }, { events: [] }]);
      const [next] = await cases.appendToStream('case-a', [noted('later')], { expectedRevision: 0 });
      expect(next).toMatchObject({ revision: 1, position: await cases.head() });
      // Sent again it is known, and keeps the moment at which it was recorded.
      const [known] = await cases.appendToStream('case-a', [noted('a0')], { expectedRevision: 'any' });
      expect(known).toMatchObject({ revision: 0, metadata: { recordedAt: '2026-04-01T08:00:00.000Z' } });
    });

    test('all or none: a stream that is there already keeps every log as it is', async () => {
      const { stores, adopt } = await open();
      const [cases, orders] = stores;
      await orders.appendToStream('order-a', [noted('own')], { expectedRevision: 'no-stream' });
      const adopting = adopt([
        { events: [recorded('case-a', 'a0', 0)] },
        { events: [recorded('order-a', 'o0', 0)] },
      ]);
      await expect(adopting).rejects.toBeInstanceOf(WrongExpectedRevision);
      expect([await idsIn(cases), await idsIn(orders)]).toEqual([[], ['own']]);
    });

    test('a log that must be without cases, and is not, takes nothing', async () => {
      const { stores, adopt } = await open();
      const [cases, orders] = stores;
      await cases.appendToStream('case-real', [noted('own')], { expectedRevision: 'no-stream' });
      const adopting = adopt([
        { events: [recorded('case-a', 'a0', 0)], without: ['case'] },
        { events: [recorded('order-a', 'o0', 0)] },
      ]);
      await expect(adopting).rejects.toBeInstanceOf(Rejection);
      expect([await idsIn(cases), await idsIn(orders)]).toEqual([['own'], []]);
    });

    test('another category that begins with the same word is no case', async () => {
      const { stores, adopt } = await open();
      const [cases] = stores;
      await cases.appendToStream('cases-of-old', [noted('own')], { expectedRevision: 'no-stream' });
      await adopt([{ events: [recorded('case-a', 'a0', 0)], without: ['case'] }, { events: [] }]);
      expect(await idsIn(cases)).toEqual(['own', 'a0']);
    });
  });
