import { expect, test } from '@jest/globals';
import { type Event, instant, type Position, type Recorded } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import type { Event as ClockEvent } from './domain/clocks.js';
import { publish } from './publish.js';

/** What stands around the words of a sample, given back to the fact it came from. */
const factOf = (type: string, event: ClockEvent): Recorded<Event> => {
  const told = sample(type);
  const text = (field: string) => String(told[field]);
  return {
    ...event,
    id: text('id'),
    stream: `clocks-${text('subject')}`,
    revision: 0,
    position: 1 as Position,
    metadata: {
      town: text('town'),
      actor: 'sla-timer',
      correlationId: text('correlationid'),
      causationId: text('causationid'),
      recordedAt: instant(text('recordedat')),
      ...(told['traceparent'] === undefined ? {} : { traceparent: text('traceparent') }),
    },
  };
};

const dueAt = instant('2026-03-06T09:00:00.000Z');
const endedAt = instant('2026-03-06T08:52:00.000Z');
const complete = { clock: 'complete/1', cycle: 1 };
const number = 'meixi-2026-000409';
const warnedAt = instant('2026-03-06T07:00:00.000Z');
const toldAt = { raisedAt: instant('2026-03-06T09:00:00.019Z'), lateSeconds: 0, answered: false };

const facts: readonly (readonly [string, ClockEvent])[] = [
  [
    'sla-timer.clock-started.v1',
    {
      type: 'TermsSet',
      data: {
        ...complete,
        because: 'started',
        since: instant('2026-03-02T01:12:40.000Z'),
        startedAt: instant('2026-03-02T01:12:40.000Z'),
        dueAt: instant('2026-03-09T09:00:00.000Z'),
        owedBy: instant('2026-03-04T09:00:00.000Z'),
        ladder: [],
        policy: 'urgent@3',
        calendar: 'cn-town@12',
        provisional: false,
      },
    },
  ],
  ['sla-timer.verdict-given.v1', { type: 'ClockBreached', data: { ...complete, dueAt, endedAt: null } }],
  ['sla-timer.breach-revoked.v1', { type: 'BreachRevoked', data: { ...complete, dueAt, endedAt } }],
  [
    'sla-timer.clock-cancelled.v1',
    {
      type: 'ClockCancelled',
      data: {
        clock: 'take/1/1',
        cycle: 1,
        dueAt,
        endedAt: instant('2026-03-05T08:45:00.000Z'),
        because: 'withdrawn',
      },
    },
  ],
  [
    'sla-timer.case-warned.v1',
    {
      type: 'StepRaised',
      data: {
        ...complete,
        ...toldAt,
        number,
        step: 'complete/1/1',
        to: 'grid-member',
        dueAt,
        owedAt: warnedAt,
      },
    },
  ],
  [
    'sla-timer.case-escalated.v1',
    {
      type: 'StepRaised',
      data: { ...complete, ...toldAt, number, step: 'complete/1/2', to: 'grid-leader', dueAt, owedAt: dueAt },
    },
  ],
  [
    'sla-timer.escalation-revoked.v1',
    {
      type: 'StepRevoked',
      data: { ...complete, number, step: 'complete/1/2', to: 'grid-leader', dueAt, endedAt },
    },
  ],
];

test.each(facts)('%s is told to the letter', (type, event) => {
  expect(publish(factOf(type, event))).toEqual(sample(type));
});

test('an answer in time is a verdict that names its end', () => {
  const met: ClockEvent = { type: 'ClockMet', data: { ...complete, dueAt, endedAt } };
  expect(publish(factOf('sla-timer.verdict-given.v1', met))).toMatchObject({
    time: endedAt,
    data: { verdict: 'met', endedAt },
  });
});

const moved: readonly (readonly [string, ClockEvent])[] = [
  ['sla-timer.breach-revoked.v1', { type: 'BreachRevoked', data: { ...complete, dueAt, endedAt: null } }],
  [
    'sla-timer.escalation-revoked.v1',
    {
      type: 'StepRevoked',
      data: { ...complete, number, step: 'complete/1/2', to: 'grid-leader', dueAt, endedAt: null },
    },
  ],
];

test.each(moved)('%s, because the deadline was moved, names no answer: there is none yet', (type, event) => {
  const fact = factOf(type, event);
  expect(publish(fact)).toMatchObject({ time: fact.metadata.recordedAt, data: { endedAt: null } });
});

test('nobody is warned of a deadline that was answered already, and the lateness of an answer is told', () => {
  const step = {
    ...complete,
    ...toldAt,
    number,
    step: 'complete/1/1',
    to: 'grid-member',
    dueAt,
    answered: true,
  };
  const warning: ClockEvent = { type: 'StepRaised', data: { ...step, owedAt: warnedAt } };
  const lateness: ClockEvent = { type: 'StepRaised', data: { ...step, owedAt: dueAt } };
  expect(publish(factOf('sla-timer.case-warned.v1', warning))).toBeNull();
  expect(publish(factOf('sla-timer.case-escalated.v1', lateness))).toMatchObject({
    data: { answered: true },
  });
});

test('what others have told, and rules, are not told again', () => {
  const heard: ClockEvent = { type: 'CycleEnded', data: { cycle: 1, endedAt, because: 'closed' } };
  const fact = factOf('sla-timer.verdict-given.v1', heard);
  expect(publish(fact)).toBeNull();
  expect(publish({ ...fact, type: 'PolicyPublished', data: {}, stream: 'policy-ordinary' })).toBeNull();
});
