import { expect, test } from '@jest/globals';
import { type Instant, instant, type Position, type RecordedEvent, type StreamName } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import { terms } from './domain/a-case.testing.js';
import type { Event as RateEvent } from './domain/rates/rate-events.js';
import type { Event } from './domain/rating-events.js';
import { publish } from './publish.js';

const number = 'meixi-2026-000231';
const area = 'meixi/liuhe/hetou/hetou-2/hetou-2-3';

/** The event that each frozen sample was published of, but for its time. */
const events: Readonly<Record<string, (time: Instant) => Event | RateEvent>> = {
  'call-back-due.v1': (verifiedAt) => ({
    type: 'CallBackDue',
    data: {
      number,
      cycle: 1,
      round: 1,
      area,
      handlers: ['member-0231', 'member-0300'],
      result: 'solved',
      verifiedAt,
      terms,
      askedAt: verifiedAt,
    },
  }),
  'call-back-made.v1': (madeAt) => ({
    type: 'CallBackMade',
    data: { cycle: 1, attempt: 2, caller: 'member-0003', outcome: 'reached', isLast: true, madeAt },
  }),
  'case-rated.v1': (ratedAt) => ({
    type: 'CaseRated',
    data: {
      number,
      cycle: 1,
      area,
      channel: 'link',
      response: 'responded',
      resolution: 'partly-solved',
      satisfaction: 'dissatisfied',
      wordsId: '7c9730fb-d10f-85ed-8ecf-762d5a78999e',
      ratedAt,
    },
  }),
  'redo-demanded.v1': (demandedAt) => ({
    type: 'RedoDemanded',
    data: { number, cycle: 1, nextCycle: 2, demandedAt },
  }),
  'secretary-asked.v1': (askedAt) => ({
    type: 'SecretaryAsked',
    data: { number, cycle: 3, area, askedAt },
  }),
  'case-concluded.v1': (concludedAt) => ({
    type: 'CaseConcluded',
    data: {
      number,
      cycle: 2,
      outcome: 'done',
      because: 'satisfied',
      letterId: '7c9730fb-d10f-85ed-8ecf-762d5a78999e',
      concludedAt,
    },
  }),
  'exemption-asked.v1': (askedAt) => ({
    type: 'ExemptionAsked',
    data: {
      number,
      cycle: 1,
      area,
      office: 'urban-works',
      reason: 'force-majeure',
      evidenceId: '0e0a7f6e-7e0e-8d22-9d39-24a6e5a3c1f0',
      by: { account: 'member-0231', role: 'grid-member' },
      askedAt,
    },
  }),
  'exemption-decided.v1': (decidedAt) => ({
    type: 'ExemptionDecided',
    data: {
      number,
      cycle: 1,
      granted: false,
      by: { account: 'member-0003', role: 'hotline-clerk' },
      decidedAt,
    },
  }),
  'exemption-appealed.v1': (appealedAt) => ({
    type: 'ExemptionAppealed',
    data: {
      number,
      cycle: 1,
      area,
      evidenceId: '5b1f7ac2-6c1b-8a0e-8f43-90c3b1d9b7aa',
      by: { account: 'member-0231', role: 'grid-member' },
      appealedAt,
    },
  }),
  'exemption-settled.v1': (settledAt) => ({
    type: 'ExemptionSettled',
    data: {
      number,
      cycle: 1,
      granted: true,
      by: { account: 'member-0001', role: 'town-leader' },
      settledAt,
    },
  }),
};

const categoryFor = (name: string) => (name.startsWith('exemption') ? 'rate' : 'rating');

type Sample = Readonly<{
  id: string;
  subject: string;
  time: string;
  recordedat: string;
  town: string;
  correlationid: string;
  causationid: string;
  actor: string;
  actorrole: string;
  sequence: string;
}>;

const recordedAs = (event: Event | RateEvent, it: Sample, stream: StreamName): RecordedEvent => ({
  ...event,
  id: it.id,
  stream,
  revision: Number(it.sequence),
  position: 1 as Position,
  metadata: {
    town: it.town,
    actor: it.actor,
    role: it.actorrole,
    correlationId: it.correlationid,
    causationId: it.causationid,
    recordedAt: instant(it.recordedat),
  },
});

test.each(Object.entries(events))('%s is what the sample says, to the letter', (name, eventAt) => {
  const published = sample(`feedback.${name}`) as unknown as Sample;
  const event = eventAt(instant(published.time));
  expect(publish(recordedAs(event, published, `${categoryFor(name)}-${published.subject}`))).toEqual(
    published,
  );
});

test('what was heard of others, and how things are called, is published by nobody a second time', () => {
  const published = sample('feedback.case-rated.v1') as unknown as Sample;
  const heard: Event = { type: 'CycleBegan', data: { cycle: 2 } };
  expect(publish(recordedAs(heard, published, `rating-${published.subject}`))).toBeNull();
  expect(publish(recordedAs(heard, published, 'name-item:sanitation'))).toBeNull();
  const placed: RateEvent = { type: 'CyclePlaced', data: { cycle: 1, area, office: null, sequence: 1 } };
  expect(publish(recordedAs(placed, published, `rate-${published.subject}`))).toBeNull();
});
