import { describe, expect, test } from '@jest/globals';
import { contracts, type PublicEvent } from '@mulin/contracts';
import { instant, plus, type Position, type RecordedEvent, second } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import fc from 'fast-check';
import { deadlinesOf, type DisputeRow, disputes, noticesOf, placeOf, stateOf } from './disputes.js';
import { disputeEventOf, historyOf, type PublicEventRecorded, toRecord } from './recorded-events.js';

const morning = instant('2026-03-02T01:00:00Z');
let place = 0;

/** Like its sample, told after all before it. */
const tell = (name: string, data: object = {}): PublicEvent => {
  const known = sample(name) as unknown as PublicEvent;
  place += 1;
  return {
    ...known,
    subject: 'd1',
    id: `00000000-0000-8000-b000-${String(place).padStart(12, '0')}`,
    time: plus(morning, place * second),
    recordedat: plus(morning, place * second),
    sequence: String(place).padStart(10, '0'),
    data: { ...(known.data as object), ...data },
  };
};

const recorded = (event: PublicEvent, revision: number): RecordedEvent<PublicEventRecorded> => {
  const { metadata, ...rest } = toRecord(event);
  const stamped = { ...metadata, recordedAt: plus(morning, revision) };
  // Any position will do: nothing here reads a log.
  return {
    ...rest,
    stream: historyOf(event.subject),
    revision,
    position: revision as Position,
    metadata: stamped,
  };
};
const rowOf = (...events: readonly PublicEvent[]): DisputeRow | null =>
  events.map(recorded).reduce<DisputeRow | null>(disputes.project, null);
const known = (...events: readonly PublicEvent[]): DisputeRow => {
  const row = rowOf(...events);
  if (row === null) throw new Error('nothing is known');
  return row;
};

const opened = tell('mediation.dispute-opened.v1');
const assigned = tell('mediation.mediator-assigned.v1');
const set = tell('mediation.deadline-set.v1');
const started = tell('sla-timer.commitment-started.v1');
const replaced = tell('mediation.mediator-assigned.v1', {
  mediator: 'mediator-ye',
  insteadOf: 'mediator-tang',
});
const coloured = tell('mediation.colour-changed.v1', { colour: 'red', before: 'yellow' });
const warned = tell('sla-timer.commitment-notice.v1', {
  level: 'warning',
  to: 'holder',
  step: 'settle/1/50%/holder',
  owedAt: '2026-03-20T02:20:00.000Z',
});
const breached = tell('sla-timer.commitment-judged.v1');
const escalated = tell('sla-timer.commitment-notice.v1');
const agreed = tell('mediation.agreement-in-effect.v1');
const inTime = tell('sla-timer.commitment-judged.v1', {
  verdict: 'met',
  endedAt: '2026-04-01T00:00:00.000Z',
});
const ended = tell('mediation.dispute-ended.v1');
const reopened = tell('mediation.dispute-reopened.v1');

const promised = tell('mediation.deadline-set.v1', {
  of: 'promise',
  clock: 'promise/1',
  holder: 'secretary-fan',
});
const given = tell('mediation.deadline-handed-over.v1', {
  of: 'promise',
  clock: 'promise/1',
  holder: 'deputy',
});
const kept = tell('mediation.deadline-ended.v1', { of: 'promise', clock: 'promise/1' });

describe('A dispute', () => {
  test.each<[string, readonly PublicEvent[], string]>([
    ['is open until somebody mediates', [opened], 'open'],
    ['has a mediator', [opened, assigned], 'assigned'],
    ['is agreed on', [opened, assigned, agreed], 'agreed'],
    ['is over', [opened, assigned, agreed, ended], 'ended'],
    ['goes on with its mediator', [opened, assigned, agreed, ended, reopened], 'assigned'],
  ])('%s', (_, events, state) => {
    expect(stateOf(known(...events))).toBe(state);
  });

  test('shows its number, how grave it is, where it lies, and who mediates now', () => {
    expect(known(opened, assigned, set, replaced, coloured)).toMatchObject({
      id: 'd1',
      of: 'dispute',
      number: 'meixi-M-2026-000017',
      colour: 'red',
      area: 'meixi/liuhe/hetou/hetou-2',
      holder: 'mediator-ye',
    });
  });

  test('lies where a notice says, where nothing else was heard of it', () => {
    expect(placeOf(known(escalated))).toBe('meixi/liuhe/hetou/hetou-2');
    expect(placeOf(known(started))).toBeNull();
  });

  test('is not made of what is told of its case', () => {
    for (const name of [
      'mediation.case-in-mediation.v1',
      'mediation.case-mediated.v1',
      'intake.case-closed.v1',
    ])
      expect(rowOf(tell(name))).toBeNull();
  });
});

describe('A promise', () => {
  test.each<[string, readonly PublicEvent[], object]>([
    ['is known by its deadline', [promised], { of: 'promise', holder: 'secretary-fan', standing: 'open' }],
    ['is handed over', [promised, given], { holder: 'deputy', standing: 'open' }],
    ['is kept', [promised, given, kept], { standing: 'ended' }],
  ])('%s', (_, events, row) => {
    expect(known(...events)).toMatchObject(row);
  });

  test('is nothing that ends or opens a dispute', () => {
    const own = { of: 'dispute', clock: 'settle/1' };
    const row = known(opened, assigned, tell('mediation.deadline-ended.v1', own));
    expect([row.standing, row.holder]).toEqual(['open', 'mediator-tang']);
  });
});

describe('A deadline', () => {
  test('runs until it is judged, and shows the latest word', () => {
    const stateAfter = (...events: readonly PublicEvent[]) => deadlinesOf(known(...events))[0]?.state;
    expect(stateAfter(started)).toBe('running');
    expect(stateAfter(started, breached)).toBe('breached');
    expect(stateAfter(started, breached, inTime)).toBe('met');
  });

  const waiting = (...events: readonly PublicEvent[]) =>
    noticesOf(known(...events)).map(({ level, to }) => `${level} ${to}`);

  test('waits for whoever was told, until it is answered', () => {
    expect(waiting(started, warned)).toEqual(['warning holder']);
    expect(waiting(started, warned, breached, escalated)).toEqual([
      'warning holder',
      'escalation community-secretary',
    ]);
    const late = tell('sla-timer.commitment-judged.v1', { endedAt: '2026-04-05T00:00:00.000Z' });
    expect(waiting(started, warned, breached, escalated, late)).toEqual([]);
    expect(waiting(started, warned, breached, escalated, inTime)).toEqual([]);
  });

  test('waits for nobody where it was answered before that was told', () => {
    expect(waiting(started, tell('sla-timer.commitment-notice.v1', { answered: true }))).toEqual([]);
  });

  test('that cannot be computed waits for nobody here', () => {
    expect(waiting(tell('sla-timer.commitment-missing.v1'))).toEqual([]);
  });
});

const number = 'meixi-M-2026-000017';
const ofPromise = { of: 'promise', clock: 'promise/1', number };
const stories: readonly (readonly [name: string, story: readonly PublicEvent[]])[] = [
  [
    'a dispute',
    [
      ...[opened, assigned, set, started, replaced, coloured, warned, breached, escalated],
      ...[agreed, inTime, ended, reopened],
      tell('mediation.deadline-handed-over.v1'),
      tell('mediation.deadline-ended.v1'),
      tell('sla-timer.commitment-missing.v1', { clock: 'meet/1' }),
      tell('sla-timer.commitment-started.v1', { clock: 'meet/1' }),
      tell('sla-timer.commitment-notice.v1', { clock: 'meet/1', step: 'meet/1/100%/holder', answered: true }),
      tell('mediation.mediator-challenged.v1'),
      tell('mediation.session-planned.v1'),
    ],
  ],
  [
    'a promise',
    [
      tell('mediation.promise-made.v1', { number }),
      ...[promised, given, kept],
      tell('sla-timer.commitment-started.v1', ofPromise),
      tell('sla-timer.commitment-judged.v1', ofPromise),
      tell('sla-timer.commitment-notice.v1', { ...ofPromise, step: 'promise/1/100%/town-leader' }),
      tell('sla-timer.commitment-judged.v1', { ...ofPromise, endedAt: '2026-04-05T00:00:00.000Z' }),
      tell('mediation.promise-kept.v1', { number }),
    ],
  ],
];

test.each(stories)(
  'of %s, and of any part of it, the same is known in whatever order it is heard, and twice',
  (_, story) => {
    const heard = fc
      .subarray([...story], { minLength: 1 })
      .chain((part) =>
        fc.tuple(fc.constant(part), fc.shuffledSubarray(part, { minLength: part.length }), fc.subarray(part)),
      );
    fc.assert(
      fc.property(heard, ([part, order, again]) => {
        expect(known(...order, ...again)).toEqual(known(...part));
      }),
      { numRuns: 400 },
    );
  },
);

test('every contract of disputes, and no other, is of a dispute', () => {
  const of = contracts.map(({ type }) => type).filter((type) => disputeEventOf(tell(type)) !== null);
  const wanted = contracts
    .map(({ type }) => type)
    .filter((it) => /^mediation\.(?!case-)|commitment/.test(it));
  expect(of).toEqual(wanted);
});
