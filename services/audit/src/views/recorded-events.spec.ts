import { describe, expect, test } from '@jest/globals';
import { contracts, type PublicEvent } from '@mulin/contracts';
import { instant, type Position } from '@mulin/kernel';
import { memoryEventLog, memoryEventStore } from '@mulin/event-store';
import { sample } from '@mulin/testing';
import { toRecord, streamFor, upcasts } from './recorded-events.js';

const now = () => instant('2026-11-26T08:00:00.000Z');

/** What a town of before recorded, in the version of then. */
const recordedBefore = (event: PublicEvent) => {
  const { id, type, data, metadata } = toRecord(event);
  const stored = {
    id,
    type,
    version: 1,
    data: JSON.stringify(data),
    metadata: JSON.stringify({ ...metadata, recordedAt: now() }),
    stream: streamFor(event),
    revision: 0,
    position: 1 as Position,
  };
  const log = memoryEventLog();
  log.events.push(stored);
  log.byStream.set(stored.stream, [stored]);
  log.byId.set(id, stored);
  return log;
};

const observedAgain = async (event: PublicEvent, log = memoryEventLog()) => {
  const store = memoryEventStore({ now, upcasts, log });
  const append = { expectedRevision: 'any' } as const;
  await store.appendToStream(streamFor(event), [toRecord(event)], append);
  const read = await memoryEventStore({ now, upcasts, log }).readStream(streamFor(event));
  return { log, events: read.map(({ data }) => data) };
};

const told = sample('routing.order-taken.v1') as PublicEvent;
const { actor: _, ...byNobody } = told;

/** As services of before told it, and as somebody else's program may. */
const others: Readonly<Record<string, PublicEvent>> = {
  'without an actor': byNobody,
  'with a field of theirs that says nothing': { ...told, theirs: null, actor: undefined } as PublicEvent,
  'of another source': { ...told, source: '/elsewhere/desk', dataschema: 'urn:theirs' },
  'with a trace': { ...told, traceparent: `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01` },
  'of another conversation': { ...told, correlationid: 'another' },
  'that says nothing but its name': { ...told, data: null },
};

describe('What audit hears', () => {
  test.each(contracts.map(({ type }) => type))('%s is read as it came', async (type) => {
    const event = sample(type) as PublicEvent;
    expect((await observedAgain(event)).events).toEqual([event]);
  });

  test.each(Object.keys(others))('an event %s is read as it came', async (which) => {
    const event = others[which] ?? told;
    const asItCame: unknown = JSON.parse(JSON.stringify(event));
    expect((await observedAgain(event)).events).toStrictEqual([asItCame]);
  });

  test('is kept once: what its place in the log says already is not kept again', async () => {
    const { log } = await observedAgain(told);
    const [stored] = log.events;
    const texts = `${stored?.data}${stored?.metadata}`;
    expect(stored?.version).toBe(2);
    for (const said of [told.id, told.subject, told.source, told.dataschema])
      expect(texts).not.toContain(said);
    expect(texts.split(told.town).length - 1).toBe(1);
  });

  test('reads what a town of before recorded whole, and hearing it again is hearing it once', async () => {
    for (const event of [told, ...Object.values(others)]) {
      const { log, events } = await observedAgain(event, recordedBefore(event));
      expect(events).toStrictEqual([JSON.parse(JSON.stringify(event))]);
      expect(log.events).toHaveLength(1);
    }
  });
});
