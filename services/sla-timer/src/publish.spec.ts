import { expect, test } from '@jest/globals';
import { type Event, instant, type Position, type RecordedEvent } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import type { Event as ClockEvent } from './domain/clocks/clocks.js';
import type { Event as CommitmentEvent } from './domain/commitments/commitment.js';
import { publish } from './publish.js';

/** What stands around the words of a sample, given back to the event it came from. */
const recordedAs = (
  name: string,
  event: ClockEvent | CommitmentEvent,
  category = 'clocks',
): RecordedEvent<Event> => {
  const told = sample(name);
  const text = (field: string) => String(told[field]);
  return {
    ...event,
    id: text('id'),
    stream: `${category}-${text('subject')}`,
    revision: Number(told['sequence'] ?? 0),
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
const area = 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05';

const terms = {
  ...complete,
  because: 'started' as const,
  since: instant('2026-03-02T01:12:40.000Z'),
  startedAt: instant('2026-03-02T01:12:40.000Z'),
  dueAt: instant('2026-03-09T09:00:00.000Z'),
  owedBy: instant('2026-03-04T09:00:00.000Z'),
  formerlyOwedBy: null,
  ladder: [],
  policy: 'urgent@3',
  calendar: 'cn-town@12',
  provisional: false,
};
const changedTerms = {
  ...terms,
  because: 'reclassified' as const,
  since: instant('2026-03-03T01:00:00.000Z'),
  formerlyOwedBy: instant('2026-03-09T09:00:00.000Z'),
};
const notice = {
  ...complete,
  number,
  step: 'complete/1/50%/grid-member',
  to: 'grid-member',
  addressees: ['grid-member'],
  level: 'warning' as const,
  area,
  dueAt,
  owedAt: warnedAt,
  givenAt: instant('2026-03-06T07:00:00.012Z'),
  lateSeconds: 0,
  answered: false,
};
const escalation = {
  ...notice,
  step: 'complete/1/100%/village-committee',
  to: 'community-secretary',
  addressees: ['village-committee'],
  level: 'escalation' as const,
  owedAt: dueAt,
  givenAt: instant('2026-03-06T09:00:00.019Z'),
};
const withdrawal = {
  ...complete,
  number,
  step: escalation.step,
  to: 'community-secretary',
  addressees: ['village-committee'],
  dueAt,
  because: 'in-time' as const,
  left: 'nothing' as const,
  isSilent: false,
};

const told: readonly (readonly [string, ClockEvent])[] = [
  ['sla-timer.clock-started.v1.word', { type: 'TermsSet', data: { ...terms, reportedBy: 'caller' } }],
  ['sla-timer.clock-changed.v1', { type: 'TermsSet', data: changedTerms }],
  [
    'sla-timer.clock-missing.v1',
    {
      type: 'TermsMissing',
      data: { ...complete, number, since: terms.since, because: 'no-policy' },
    },
  ],
  [
    'sla-timer.clock-cancelled.v2',
    {
      type: 'ClockCancelled',
      data: {
        clock: 'take/1/1',
        cycle: 1,
        dueAt,
        endedAt: instant('2026-03-05T08:45:00.000Z'),
        because: 'moved',
      },
    },
  ],
  ['sla-timer.case-warned.v2', { type: 'NoticeGiven', data: notice }],
  ['sla-timer.case-escalated.v2', { type: 'NoticeGiven', data: escalation }],
  ['sla-timer.escalation-revoked.v2', { type: 'NoticeWithdrawn', data: withdrawal }],
];

test.each(told)('%s is published to the letter', (name, event) => {
  expect(publish(recordedAs(name, event))).toEqual(sample(name));
});

const step = { ...complete, number, step: 'complete/1/2', to: 'grid-leader', dueAt };

/** What older towns have on record, or have on their topics already: the envelope has gained fields since. */
const former: readonly (readonly [string, ClockEvent])[] = [
  ['sla-timer.clock-started.v1', { type: 'TermsSet', data: terms }],
  ['sla-timer.verdict-given.v1', { type: 'ClockBreached', data: { ...complete, dueAt, endedAt: null } }],
  ['sla-timer.breach-revoked.v1', { type: 'BreachRevoked', data: { ...complete, dueAt, endedAt } }],
  [
    'sla-timer.case-warned.v1',
    {
      type: 'StepRaised',
      data: { ...step, ...toldAt, step: 'complete/1/1', to: 'grid-member', owedAt: warnedAt },
    },
  ],
  ['sla-timer.case-escalated.v1', { type: 'StepRaised', data: { ...step, ...toldAt, owedAt: dueAt } }],
  ['sla-timer.escalation-revoked.v1', { type: 'StepRevoked', data: { ...step, endedAt } }],
];

test.each(former)('%s has all that was promised once', (name, event) => {
  const published = publish(recordedAs(name, event));
  expect(published).toMatchObject(sample(name));
  expect(Object.keys(published ?? {}).sort()).toEqual(
    [...Object.keys(sample(name)), 'actor', 'sequence'].sort(),
  );
});

test('terms of before anybody said whether they change something start their clock', () => {
  const { formerlyOwedBy: _, ...data } = terms;
  const event: ClockEvent = { type: 'TermsSet', data };
  expect(publish(recordedAs('sla-timer.clock-started.v1', event))).toMatchObject({
    data: { dueAt: data.owedBy },
  });
});

test('terms that move no deadline are nobody else’s business', () => {
  const event: ClockEvent = {
    type: 'TermsSet',
    data: { ...changedTerms, formerlyOwedBy: changedTerms.owedBy },
  };
  expect(publish(recordedAs('sla-timer.clock-changed.v1', event))).toBeNull();
});

test('what is left of a lateness that was taken back is told with it', () => {
  const event: ClockEvent = { type: 'NoticeWithdrawn', data: { ...withdrawal, left: 'warning' } };
  expect(publish(recordedAs('sla-timer.escalation-revoked.v2', event))).toMatchObject({
    data: { left: 'warning' },
  });
});

test('where only they concern it who were told in one area, that is said', () => {
  const at = (area: string | null): ClockEvent => ({
    type: 'NoticeWithdrawn',
    data: { ...withdrawal, area },
  });
  for (const area of ['mu/c1/v1', null])
    expect(publish(recordedAs('sla-timer.escalation-revoked.v2', at(area)))).toMatchObject({
      data: { area },
    });
});

test('what is taken back from nobody is published to nobody', () => {
  const event: ClockEvent = { type: 'NoticeWithdrawn', data: { ...withdrawal, isSilent: true } };
  expect(publish(recordedAs('sla-timer.escalation-revoked.v2', event))).toBeNull();
});

test('an answer in time is a verdict that names its end', () => {
  const met: ClockEvent = { type: 'ClockMet', data: { ...complete, dueAt, endedAt } };
  expect(publish(recordedAs('sla-timer.verdict-given.v1', met))).toMatchObject({
    time: endedAt,
    data: { verdict: 'met', endedAt },
  });
});

test('a breach that is none because the deadline was moved names no answer: there is none yet', () => {
  const event: ClockEvent = { type: 'BreachRevoked', data: { ...complete, dueAt, endedAt: null } };
  const recorded = recordedAs('sla-timer.breach-revoked.v1', event);
  expect(publish(recorded)).toMatchObject({ time: recorded.metadata.recordedAt, data: { endedAt: null } });
});

test('nobody was warned of a deadline that was answered already, and the lateness of an answer was told', () => {
  const raised = { ...step, ...toldAt, answered: true };
  const warning: ClockEvent = { type: 'StepRaised', data: { ...raised, owedAt: warnedAt } };
  const lateness: ClockEvent = { type: 'StepRaised', data: { ...raised, owedAt: dueAt } };
  expect(publish(recordedAs('sla-timer.case-warned.v1', warning))).toBeNull();
  expect(publish(recordedAs('sla-timer.case-escalated.v1', lateness))).toMatchObject({
    data: { answered: true },
  });
});

const settle = { clock: 'settle/1', number: 'meixi-M-2026-000017', of: 'dispute' };
const settleDueAt = instant('2026-04-04T02:20:00.000Z');
const settleSince = instant('2026-03-05T02:20:00.000Z');
const settleStep = 'settle/1/100%/community-secretary';

const toldOfCommitments: readonly (readonly [string, CommitmentEvent])[] = [
  [
    'sla-timer.commitment-started.v1',
    {
      type: 'CommitmentStarted',
      data: {
        ...settle,
        since: settleSince,
        dueAt: settleDueAt,
        ladder: [],
        policy: 'mediation-yellow@1',
        calendar: 'town@1',
        provisional: false,
      },
    },
  ],
  [
    'sla-timer.commitment-judged.v1',
    { type: 'CommitmentJudged', data: { ...settle, verdict: 'breached', dueAt: settleDueAt, endedAt: null } },
  ],
  [
    'sla-timer.commitment-notice.v1',
    {
      type: 'CommitmentNoticeGiven',
      data: {
        ...settle,
        level: 'escalation',
        step: settleStep,
        steps: [settleStep],
        to: 'community-secretary',
        addressees: ['village-committee'],
        holder: 'mediator-tang',
        area: 'meixi/liuhe/hetou/hetou-2',
        dueAt: settleDueAt,
        owedAt: settleDueAt,
        givenAt: instant('2026-04-04T02:20:01.000Z'),
        lateSeconds: 1,
        answered: false,
      },
    },
  ],
  [
    'sla-timer.commitment-missing.v1',
    { type: 'CommitmentMissing', data: { ...settle, since: settleSince, because: 'no-calendar' } },
  ],
];

test.each(toldOfCommitments)('%s is published to the letter', (name, event) => {
  expect(publish(recordedAs(name, event, 'commitment'))).toEqual(sample(name));
});

const answeredAt = instant('2026-03-20T02:00:00.000Z');
test.each<[string, 'met' | 'breached' | 'cancelled', object]>([
  ['that was kept is told as of its answer', 'met', { time: answeredAt }],
  ['that is not owed any more, as of when that was said', 'cancelled', { time: answeredAt }],
  ['that was missed, as of when it was due', 'breached', { time: settleDueAt }],
])('a deadline of a dispute %s', (_, verdict, told) => {
  const event: CommitmentEvent = {
    type: 'CommitmentJudged',
    data: { ...settle, verdict, dueAt: settleDueAt, endedAt: answeredAt },
  };
  expect(publish(recordedAs('sla-timer.commitment-judged.v1', event, 'commitment'))).toMatchObject(told);
});

test('what mediation said, and a role that nobody can have, are published to nobody', () => {
  const set: CommitmentEvent = {
    type: 'DeadlineSet',
    data: { ...settle, policy: 'mediation-red', since: settleSince, area: 'meixi' },
  };
  const given = toldOfCommitments[2]?.[1];
  if (given?.type !== 'CommitmentNoticeGiven') throw new Error('the third is a notice');
  const nobodys: CommitmentEvent = { ...given, data: { ...given.data, to: 'mayor' } };
  const name = 'sla-timer.commitment-notice.v1';
  expect([set, nobodys].map((event) => publish(recordedAs(name, event, 'commitment')))).toEqual([null, null]);
});
