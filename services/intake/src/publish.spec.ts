import { expect, test } from '@jest/globals';
import {
  type Event,
  type Instant,
  instant,
  personId,
  type Position,
  type RecordedEvent,
  type StreamName,
} from '@mulin/kernel';
import { sample } from '@mulin/testing';
import type * as Case from './domain/case/case.js';
import { publish } from './publish.js';

type Told = ReturnType<typeof envelopeOf>;

/** What stands around the words of a sample, given back to the event it came from. */
const envelopeOf = (name: string) => {
  const told = sample(name);
  const text = (field: string) => String(told[field]);
  return {
    time: instant(text('time')),
    asRecorded: <E extends Event>(event: E): RecordedEvent<E> => ({
      ...event,
      id: text('id'),
      stream: `case-${text('subject')}` as StreamName,
      revision: 0,
      position: 1 as Position,
      metadata: {
        town: text('town'),
        actor: 'hotline-clerk@meixi',
        correlationId: text('correlationid'),
        causationId: text('causationid'),
        recordedAt: instant(text('recordedat')),
        ...(told['traceparent'] === undefined ? {} : { traceparent: text('traceparent') }),
      },
    }),
  };
};

const demand: Case.Demand = {
  person: personId('p-1'),
  words: { id: '3b8f51d0-c97e-8264-a0f5-17e6d29c84ab', hash: 'hash-of-words' },
  contact: { id: '96d20c7f-e4b5-8a18-bc63-f05a7b31d94e', hash: 'hash-of-contact' },
  place: { id: 'ca7279c8-10dc-807c-b1a4-520870912cda', hash: 'hash-of-place' },
  channel: 'portal',
  menuItem: 'blocked-drain',
  net: 'life',
  urgency: 'urgent',
  policy: 'urgent',
};

const registered = ({ time, asRecorded }: Told) =>
  asRecorded<Case.Event>({
    type: 'CaseRegistered',
    data: { number: 'meixi-2026-000417', demand, reportedAt: time, reportedBy: 'town', registeredAt: time },
  });

const worded = ({ time, asRecorded }: Told) =>
  asRecorded<Case.Event>({
    type: 'CaseRegistered',
    data: {
      number: 'meixi-2026-000451',
      demand: { ...demand, place: { id: 'e7a4c285-60db-8f39-8d17-b95c3a02f6e1', hash: 'hash-of-place' } },
      reportedAt: time,
      reportedBy: 'town',
      registeredAt: time,
    },
  });

const filed = ({ time, asRecorded }: Told) =>
  asRecorded<Case.Event>({
    type: 'CaseRegistered',
    data: {
      number: 'meixi-2015-000083',
      reportedAt: time,
      reportedBy: 'source',
      registeredAt: instant('2026-02-10T06:30:02.500Z'),
      demand: {
        ...demand,
        menuItem: 'street-lamp-out',
        urgency: 'ordinary',
        policy: 'ordinary',
        channel: 'file',
        place: { id: 'd003655e-120b-8364-b002-c70d4788d51f', hash: 'h' },
      },
      archive: {
        batch: 'lamps-2015',
        sourceId: 'SL-15-0083',
        asOf: instant('2016-01-04T09:00:00Z'),
        dueAt: instant('2015-04-24T09:00:00Z'),
        closedAt: instant('2015-04-22T02:41:30Z'),
        claim: 'met',
        flags: ['place-outside-town'],
      },
    },
  });

const declined = ({ time, asRecorded }: Told) =>
  asRecorded<Case.Event>({
    type: 'CaseDeclined',
    data: { cycle: 1, reason: 'before-a-court', door: 'county-court', declinedAt: time },
  });

const reclassified = ({ time, asRecorded }: Told) =>
  asRecorded<Case.Event>({
    type: 'CaseReclassified',
    data: {
      cycle: 1,
      menuItem: 'road-sinking',
      net: 'life',
      urgency: 'urgent',
      policy: 'urgent',
      place: { id: '2fbb896a-8344-8558-bb94-743476d1e822', hash: 'h' },
      reason: 'wrong-menu-item',
      reclassifiedAt: time,
    },
  });

const withdrawn = ({ time, asRecorded }: Told) =>
  asRecorded<Case.Event>({ type: 'CaseWithdrawn', data: { cycle: 1, withdrawnAt: time } });
const closed = ({ time, asRecorded }: Told) =>
  asRecorded<Case.Event>({ type: 'CaseClosed', data: { cycle: 1, outcome: 'done', closedAt: time } });

/** Without what came later than the sample: who acted, in which order, and whose word the time is. */
const asThen = (published: ReturnType<typeof publish>) => {
  const { actor: _, sequence: __, data, ...told } = published ?? { data: {} };
  const { reportedBy: ___, ...known } = data as Record<string, unknown>;
  return { told, data: known };
};

test.each([
  ['intake.case-registered.v1.words', worded],
  ['intake.case-declined.v1', declined],
  ['intake.case-reclassified.v1', reclassified],
  ['intake.case-withdrawn.v1', withdrawn],
  ['intake.case-closed.v1', closed],
])('%s is told as its sample says, to the letter', (name, recordedOf) => {
  const { told, data } = asThen(publish(recordedOf(envelopeOf(name))));
  expect({ ...told, data }).toEqual(sample(name));
});

test.each([
  ['intake.case-registered.v1', registered],
  ['intake.case-registered.v1.archive', filed],
])(
  '%s is told as its sample says, and where the words are besides, which no sample of then knows',
  (name, recordedOf) => {
    const { told, data: known } = asThen(publish(recordedOf(envelopeOf(name))));
    const { wordsId, contactId, ...data } = known;
    expect({ ...told, data }).toEqual(sample(name));
    expect({ wordsId, contactId }).toEqual({ wordsId: demand.words.id, contactId: demand.contact?.id });
  },
);

test('whose the words are, and what proves them, stays at home', () => {
  const told = JSON.stringify(publish(worded(envelopeOf('intake.case-registered.v1.words'))));
  expect(told).toContain(demand.words.id);
  expect(told).not.toMatch(/p-1|hash/);
});

test('where nobody said how to reach them, nothing is told of it', () => {
  const event = worded(envelopeOf('intake.case-registered.v1.words'));
  if (event.type !== 'CaseRegistered') throw new Error('it is a registration');
  const silent = { ...event, data: { ...event.data, demand: { ...demand, contact: null } } };
  expect(publish(silent)?.data).not.toHaveProperty('contactId');
});

test('numbers, and what was heard of others, are nobody else’s business', () => {
  const { asRecorded, time } = envelopeOf('intake.case-closed.v1');
  const taken = {
    ...asRecorded({ type: 'NumbersTaken', data: { first: 1, last: 9 } }),
    stream: 'number-2026' as const,
  };
  const heard = {
    ...asRecorded({ type: 'LatenessTakenBack', data: { cycle: 1, clock: 'complete/1', to: 'grid-leader' } }),
    stream: 'handling-1' as const,
  };
  const known = asRecorded({ type: 'CaseTakenOver', data: { caseId: 'case-7', takenOverAt: time } });
  const takenOver = { ...known, stream: 'person-p-1' as StreamName };
  expect([taken, heard, takenOver].map(publish)).toEqual([null, null, null]);
});

const who = { actor: 'clerk-012', role: 'hotline-clerk' };
const by = (name: string, event: object, stream?: string) => {
  const told = sample(name);
  const recorded = envelopeOf(name).asRecorded(event as Case.Event);
  return {
    ...recorded,
    ...(stream === undefined ? {} : { stream: stream as `menu-${string}` }),
    revision: Number(told['sequence']),
    metadata: {
      ...recorded.metadata,
      ...(told['actorrole'] === undefined ? { actor: 'intake' } : who),
    },
  };
};

type Published = readonly [name: string, event: (time: Instant) => object, stream: string | undefined];

const withWho: readonly Published[] = [
  [
    'intake.case-registered.v1.wish',
    (reportedAt) => ({
      type: 'CaseRegistered',
      data: {
        number: 'meixi-2026-000417',
        reportedAt,
        reportedBy: 'caller',
        registeredAt: reportedAt,
        demand: {
          ...demand,
          contact: null,
          words: {
            id: String(
              (sample('intake.case-registered.v1.wish')['data'] as { wordsId?: string }).wordsId ??
                demand.words.id,
            ),
            hash: 'h',
          },
          urgency: 'ordinary',
          itemUrgency: 'ordinary',
          wishedUrgency: 'emergency',
          point: { lat: 36.372, lon: 119.744 },
        },
      },
    }),
    undefined,
  ],
  [
    'intake.case-reclassified.v1.person',
    (reclassifiedAt) => ({
      type: 'CaseReclassified',
      data: {
        cycle: 1,
        menuItem: 'road-sinking',
        net: 'life',
        urgency: 'urgent',
        itemUrgency: 'ordinary',
        policy: 'urgent',
        place: { id: '2fbb896a-8344-8558-bb94-743476d1e822', hash: 'h' },
        person: 'p-2',
        words: { id: '2f4d3c1a-0c77-4d9b-8e43-94b9d1e5a001', hash: 'h' },
        contact: { id: '2f4d3c1a-0c77-4d9b-8e43-94b9d1e5a002', hash: 'h' },
        reason: 'wrong-person',
        reclassifiedAt,
      },
    }),
    undefined,
  ],
  [
    'intake.case-closed.v1.duplicate',
    (closedAt) => ({
      type: 'CaseClosed',
      data: {
        cycle: 1,
        outcome: 'duplicate',
        duplicateOf: { caseId: '7fec1ca5-f649-86b9-bbfb-39be5e129e51', number: 'meixi-2026-000410' },
        closedAt,
      },
    }),
    undefined,
  ],
  [
    'intake.case-merged.v1.survivor',
    (joinedAt) => ({
      type: 'DuplicateJoined',
      data: {
        cycle: 1,
        caseId: '7fec1ca5-f649-86b9-bbfb-39be5e129e50',
        number: 'meixi-2026-000412',
        joinedAt,
      },
    }),
    undefined,
  ],
  [
    'intake.case-withdrawn.v1.desk',
    (withdrawnAt) => ({ type: 'CaseWithdrawn', data: { cycle: 1, recordedBy: 'desk', withdrawnAt } }),
    undefined,
  ],
  [
    'intake.menu-item-published.v1',
    () => ({
      type: 'MenuItemPublished',
      data: {
        item: {
          id: 'blocked-drain',
          name: { en: 'Blocked drain', zh: '下水道堵塞' },
          net: 'life',
          urgency: 'urgent',
          policy: 'urgent',
          public: true,
        },
        version: 1,
      },
    }),
    'menu-blocked-drain',
  ],
];

test.each(withWho)('%s says who acted, to the letter', (name, event, stream) => {
  const told = sample(name);
  const { time } = envelopeOf(name);
  const published = publish(by(name, event(time), stream));
  const { wordsId: _, ...data } = published?.data as Record<string, unknown>;
  const { wordsId: __, ...expected } = told['data'] as Record<string, unknown>;
  // An item of the menu is published when it is recorded.
  const when = stream === undefined ? told['time'] : told['recordedat'];
  expect({ ...published, data }).toEqual({ ...told, time: when, data: expected });
});
