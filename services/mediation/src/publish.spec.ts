import { expect, test } from '@jest/globals';
import {
  type Event,
  type Instant,
  instant,
  type PersonId,
  type Position,
  type RecordedEvent,
  type StreamName,
} from '@mulin/kernel';
import { sample } from '@mulin/testing';
import type { Event as DayEvent } from './domain/day/day-events.js';
import type { Event as PromiseEvent } from './domain/promise/promise.js';
import { publish } from './publish.js';

type Sample = Readonly<{
  id: string;
  subject: string;
  time: string;
  recordedat: string;
  town: string;
  correlationid: string;
  causationid: string;
  actor: string;
  actorrole?: string;
  sequence: string;
  data: Readonly<Record<string, unknown>>;
}>;

const area = 'meixi/liuhe';
const host = 'secretary-lin';
const other = (published: Sample) => published.data['to'] as { day: string; slot: number; from: Instant };
const booking = (published: Sample) => String(published.data['booking']);
const person = 'd1b7a7a0-5a51-8d0e-9c8d-3f6b0f1f2a10' as PersonId; // as the vault gives them
const number = 'meixi-P-2026-000004';
const owner = 'member-0231';
const dueAt = instant('2026-03-27T09:30:00.000Z');
const slots = [
  {
    slot: 1,
    from: instant('2026-03-13T01:00:00.000Z'),
    until: instant('2026-03-13T01:30:00.000Z'),
    capacity: 1,
  },
  {
    slot: 2,
    from: instant('2026-03-13T01:30:00.000Z'),
    until: instant('2026-03-13T02:30:00.000Z'),
    capacity: 3,
  },
];
const promised = {
  number,
  owner,
  textId: 'e3b0c442-98fc-8c14-9afb-f4c8996fb924',
  publicText: 'A lamp at the east gate',
  dueAt,
};

type OfDay = (time: Instant, published: Sample) => DayEvent;
const calledOff: OfDay = (calledOffAt, { data }) => ({
  type: 'DayCalledOff',
  data: { area, host, toDay: data['toDay'] as string | null, calledOffAt },
});
const passedOn: OfDay = (passedOnAt, published) => ({
  type: 'BookingPassedOn',
  data: { booking: booking(published), to: other(published), passedOnAt },
});

/** The event that each frozen sample was published of. */
const onDays: Readonly<Record<string, OfDay>> = {
  'interview-day-published.v1': (publishedAt) => ({
    type: 'DayPublished',
    data: {
      version: 1,
      area,
      host,
      hostRole: 'community-secretary',
      date: '2026-03-13',
      place: 'Room 201',
      slots,
      publishedAt,
    },
  }),
  'interview-day-called-off.v1': calledOff,
  'interview-day-called-off.v1.anew': calledOff,
  'booking-moved.v1': passedOn,
  'booking-moved.v1.anew': passedOn,
  'interview-ended.v1': (endedAt, published) => ({
    type: 'InterviewEnded',
    data: {
      booking: booking(published),
      outcome: 'promised',
      wordsId: 'f2ca1bb6-c7e9-8b6c-8b0e-7d5c1a3b2c11',
      promises: (published.data['promises'] as readonly string[]).map((promise) => ({
        promise,
        ...promised,
        about: null,
      })),
      endedAt,
    },
  }),
};

type OfPromise = (time: Instant, published: Sample) => PromiseEvent;
const made: OfPromise = (madeAt, { data }) => ({
  type: 'PromiseMade',
  data: {
    ...promised,
    area,
    day: data['day'] as string,
    booking: 'f6b0f1f2-a10d-8b7a-9a05-a51d0e9c8d3f',
    person,
    about: (data['about'] as { caseId: string; number: string } | undefined) ?? null,
    madeAt,
  },
});

const onPromises: Readonly<Record<string, OfPromise>> = {
  'promise-made.v1': made,
  'promise-made.v1.case': made,
  'promise-kept.v1': (keptAt) => ({
    type: 'PromiseKept',
    data: { number, area, owner, doneId: promised.textId, keptAt },
  }),
  'promise-dropped.v1': (droppedAt) => ({
    type: 'PromiseDropped',
    data: { number, area, owner, reasonId: promised.textId, droppedAt },
  }),
  'deadline-set.v1.promise': (since) => ({
    type: 'DeadlineSet',
    data: { number, area, clock: 'promise/1', policy: 'promise', since, dueAt, holder: owner },
  }),
};

const recordedAs = <E extends Event>(event: E, it: Sample, stream: StreamName): RecordedEvent<E> => ({
  ...event,
  id: it.id,
  stream,
  revision: Number(it.sequence),
  position: 1 as Position, // any place in the log
  metadata: {
    town: it.town,
    actor: it.actor,
    ...(it.actorrole === undefined ? {} : { role: it.actorrole }),
    correlationId: it.correlationid,
    causationId: it.causationid,
    recordedAt: instant(it.recordedat),
  },
});

const expectToTheLetter = (name: string, category: string, eventOf: OfDay | OfPromise) => {
  const published = sample(`mediation.${name}`) as unknown as Sample;
  const event = eventOf(instant(published.time), published);
  expect(publish(recordedAs(event, published, `${category}-${published.subject}`))).toEqual(published);
};

test.each(Object.entries(onDays))('%s is what the sample says, to the letter', (name, eventOf) => {
  expectToTheLetter(name, 'day', eventOf);
});

test.each(Object.entries(onPromises))('%s is what the sample says, to the letter', (name, eventOf) => {
  expectToTheLetter(name, 'promise', eventOf);
});

test('whoever chose another slot comes at another time', () => {
  const published = sample('mediation.booking-moved.v1') as unknown as Sample;
  const { slot, from } = other(published);
  const moved: DayEvent = {
    type: 'BookingMoved',
    data: { booking: booking(published), slot, from, movedAt: instant(published.time) },
  };
  expect(publish(recordedAs(moved, published, `day-${published.subject}`))).toEqual({
    ...published,
    data: { booking: booking(published), to: { day: published.subject, slot, from } },
  });
});

test('who comes, who waits and who was told is told to nobody', () => {
  const published = sample('mediation.booking-moved.v1') as unknown as Sample;
  const name = booking(published);
  const then = instant(published.time);
  const visitor = { booking: name, person, detailsId: promised.textId, cases: [] };
  const events: readonly DayEvent[] = [
    { type: 'BookingMade', data: { ...visitor, door: 'portal', slot: 1, bookedAt: then } },
    { type: 'CasesNamed', data: { booking: name, cases: ['meixi-2026-000231'], namedAt: then } },
    { type: 'BookingCancelled', data: { booking: name, cancelledAt: then } },
    { type: 'VisitorTold', data: { booking: name, toldAt: then } },
    { type: 'CheckedIn', data: { booking: name, queue: 1, checkedInAt: then } },
    { type: 'WalkedIn', data: { ...visitor, queue: 1, cameAt: then } },
  ];
  for (const event of events)
    expect(publish(recordedAs(event, published, `day-${published.subject}`))).toBeNull();
});
