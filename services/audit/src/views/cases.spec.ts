import { describe, expect, test } from '@jest/globals';
import { anyEvent, contracts, type PublicEvent } from '@mulin/contracts';
import { instant, liesIn, plus, type Position, type RecordedEvent, second } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import fc from 'fast-check';
import { cases, type CaseRow, holderOf } from './cases.js';
import { clocksOf } from './clocks.js';
import {
  type PublicEventRecorded,
  toRecord,
  historyOf,
  type KnownEvent,
  type KnownType,
} from './recorded-events.js';

const caseId = '95cf39fa-cdbe-862d-b0af-f9349c54dfd5';
const area = 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05';

type Telling = Readonly<{ time?: string; recordedat?: string; subject?: string; sequence?: string }>;
type DataOf<Type extends KnownType> = Extract<KnownEvent, { type: Type }>['data'];

const morning = instant('2026-03-02T01:00:00Z');
let told = 0;
const tell = <Type extends KnownType>(type: Type, data: DataOf<Type>, telling: Telling = {}): PublicEvent => {
  const place = ++told;
  const { recordedat = plus(morning, place * second), subject = caseId } = telling;
  const event = {
    specversion: '1.0' as const,
    id: `00000000-0000-8000-b000-${String(place).padStart(12, '0')}`,
    source: `/meixi/${type.slice(0, type.indexOf('.'))}`,
    type,
    subject,
    time: telling.time ?? recordedat,
    recordedat,
    town: 'meixi',
    correlationid: 'c',
    causationid: 'c',
    sequence: telling.sequence,
    dataschema: `urn:mulin:${type}`,
    data,
  };
  return contracts.find((contract) => contract.type === type)?.schema.parse(event) ?? event;
};

const eventsOf = (events: readonly PublicEvent[]): readonly RecordedEvent<PublicEventRecorded>[] =>
  events.map((event, revision) => {
    const { metadata, ...recorded } = toRecord(event);
    const position = revision as Position; // Any will do: nothing here reads a log.
    const stamped = { ...metadata, recordedAt: plus(morning, revision) };
    return { ...recorded, stream: historyOf(event.subject), revision, position, metadata: stamped };
  });

const rowOf = (events: readonly PublicEvent[]): CaseRow | null =>
  eventsOf(events).reduce<CaseRow | null>(cases.project, null);

/** What people see of a row: not from which news it came, and when. */
const seen = (row: CaseRow | null) => {
  if (row === null) return null;
  const { from: _, position: _position, told, clocks, ...rest } = row;
  expect(told.notices).toEqual([]);
  return { ...rest, clocks: clocksOf(clocks) };
};

const offer = {
  number: 'meixi-2026-000417',
  cycle: 1,
  area,
  net: 'life',
  menuItem: 'blocked-drain',
} as const;
const first = {
  ...offer,
  leg: 1,
  microGrid: 'xinhe-2-05',
  member: 'member-0217',
  urgency: 'urgent',
  final: false,
};
const next = { ...first, leg: 2, member: 'member-0231' };
const final = { ...next, leg: 3, member: 'member-0198', final: true };
const due = '2026-03-04T09:00:00.000Z';
const complete = { clock: 'complete/1', cycle: 1 };
const terms = { ...complete, dueAt: due, policy: 'urgent@3', calendar: 'cn-town@12', provisional: false };
const reported = {
  number: 'meixi-2026-000417',
  cycle: 1,
  menuItem: 'blocked-drain',
  net: 'life',
  urgency: 'urgent',
  policy: 'urgent',
  channel: 'portal',
  placeId: null,
} as const;

/** A demand that went through many hands; each service tells its part in order. */
const intake = (telling: Telling = {}) => [
  tell('intake.case-registered.v1', reported, telling),
  tell(
    'intake.case-reclassified.v1',
    { ...reported, menuItem: 'road-sinking', reason: 'wrong-menu-item' },
    telling,
  ),
  tell('intake.case-closed.v1', { cycle: 1, outcome: 'done' }, telling),
];
const routing = (telling: Telling = {}) => [
  tell('routing.order-offered.v1', first, telling),
  tell('routing.order-taken.v1', { cycle: 1, leg: 1, member: first.member }, telling),
  tell(
    'routing.order-returned.v1',
    { cycle: 1, leg: 1, member: first.member, reason: 'not-my-area' },
    telling,
  ),
  tell('routing.order-offered.v1', next, telling),
  tell(
    'routing.order-left-to-arbiter.v1',
    { ...reported, because: 'second-return', area: 'meixi/liutang' },
    telling,
  ),
  tell('routing.order-offered.v1', final, telling),
  tell('routing.order-taken.v1', { cycle: 1, leg: 3, member: final.member }, telling),
  tell('routing.order-finished.v1', { cycle: 1, leg: 3, member: final.member, result: 'solved' }, telling),
];
const slaTimer = (telling: Telling = {}) => [
  tell('sla-timer.clock-started.v1', terms, telling),
  tell('sla-timer.clock-started.v1', { ...terms, clock: 'take/1/1' }, telling),
  tell('sla-timer.clock-cancelled.v1', { cycle: 1, clock: 'take/1/1', because: 'returned' }, telling),
  tell(
    'sla-timer.verdict-given.v1',
    { ...complete, dueAt: due, verdict: 'breached', endedAt: null },
    telling,
  ),
  tell('sla-timer.breach-revoked.v1', { ...complete, dueAt: due, endedAt: due }, telling),
  tell('sla-timer.verdict-given.v1', { ...complete, dueAt: due, verdict: 'met', endedAt: due }, telling),
];
const story = () => {
  const [registered, ...later] = intake();
  return [registered, ...slaTimer(), ...routing(), ...later].filter((event) => event !== undefined);
};

const closedAt = (event: PublicEvent | undefined) => event?.time ?? '';

describe('The row of a case', () => {
  test('says where it stands, who answers, and how its clocks ended', () => {
    const events = story();
    expect(seen(rowOf(events))).toEqual({
      caseId,
      town: 'meixi',
      number: 'meixi-2026-000417',
      sourceNumber: null,
      contactId: null,
      state: 'closed',
      menuItem: 'road-sinking',
      net: 'life',
      urgency: 'urgent',
      wishedUrgency: null,
      reportedBy: null,
      point: null,
      channel: 'portal',
      microGrid: 'xinhe-2-05',
      area,
      routed: true,
      helped: {},
      member: final.member,
      reportedAt: events[0]?.time,
      recordedAt: events[0]?.recordedat,
      closedAt: closedAt(events.at(-1)),
      archive: null,
      days: {},
      clocks: [
        {
          name: 'complete/1',
          startedAt: events[1]?.time,
          dueAt: due,
          state: 'met',
          verdict: 'met',
          reportedBy: null,
        },
        {
          name: 'take/1/1',
          startedAt: events[2]?.time,
          dueAt: due,
          state: 'cancelled',
          verdict: null,
          reportedBy: null,
        },
      ],
    });
  });

  test('is the same in whatever order the news came', () => {
    const events = story();
    const expected = seen(rowOf(events));
    fc.assert(
      fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
        expect(seen(rowOf(shuffled))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('is the same however the services overtake each other, even when all is told in one instant', () => {
    const instant = { recordedat: '2026-03-02T01:00:00.000Z' };
    const services = [intake(instant), routing(instant), slaTimer(instant)];
    const expected = seen(rowOf(services.flat()));
    const turns = services.flatMap((events, service) => events.map(() => service));
    fc.assert(
      fc.property(fc.shuffledSubarray(turns, { minLength: turns.length }), (order) => {
        const left = services.map((events) => [...events]);
        const interleaved = order.flatMap((service) => left[service]?.shift() ?? []);
        expect(seen(rowOf(interleaved))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
    expect(expected).toMatchObject({ state: 'closed', microGrid: 'xinhe-2-05', area });
  });

  test('follows the order of telling where one service told much in one instant', () => {
    const instant = { recordedat: '2026-03-02T01:00:00.000Z' };
    const states = routing(instant).map((_, index, all) => rowOf(all.slice(0, index + 1))?.state);
    expect(states).toEqual([
      'offered',
      'taken',
      'taken',
      'offered',
      'with-arbiter',
      'offered',
      'taken',
      'finished',
    ]);
  });

  test('begins with whatever is heard first', () => {
    const [started] = slaTimer();
    expect(seen(rowOf(started ? [started] : []))).toMatchObject({
      number: null,
      state: 'registered',
      reportedAt: null,
      routed: null,
      clocks: [{ name: 'complete/1', state: 'running', verdict: null }],
    });
  });

  test('does not begin with news of a type that has no contract here', () => {
    const [event] = intake();
    const unknown = { ...event, type: 'console.page-shown.v1' } as PublicEvent;
    expect(rowOf([unknown])).toBeNull();
  });
});

const isOfDisputes = (type: string) => /^mediation\.(?!case-)|commitment/.test(type);
const isOfNoCase = (type: string) =>
  /menu-item|area-named|micro-grid|roster|leave/.test(type) || isOfDisputes(type);
const types = contracts.map(({ type }) => type);

test.each(types.filter((type) => !isOfNoCase(type)))('a case can begin with %s', (type) => {
  const event = anyEvent.parse(sample(type)) as PublicEvent;
  expect(rowOf([event])).toMatchObject({ caseId: event.subject });
});

test.each(types.filter(isOfNoCase))('%s is about no case', (type) => {
  expect(rowOf([anyEvent.parse(sample(type)) as PublicEvent])).toBeNull();
});

describe('The state of a case', () => {
  const stateAfter = (...events: readonly PublicEvent[]) => rowOf(events)?.state;
  const [offered, taken, returned, , arbiter] = routing() as [
    PublicEvent,
    PublicEvent,
    PublicEvent,
    PublicEvent,
    PublicEvent,
  ];

  test.each<[CaseRow['state'], readonly PublicEvent[]]>([
    ['offered', [offered]],
    ['taken', [offered, taken]],
    ['with-arbiter', [offered, taken, returned, arbiter]],
    ['declined', [tell('intake.case-declined.v1', { cycle: 1, reason: 'before-a-court', door: 'court' })]],
    ['withdrawn', [tell('intake.case-withdrawn.v1', { cycle: 1 })]],
  ])('is %s', (state, events) => {
    expect(stateAfter(...events)).toBe(state);
  });

  const merging = {
    cycle: 1,
    survivorId: caseId,
    mergedId: '92862bf1-b61e-8194-b13e-6cd31d2f0c27',
    dueAt: null,
  };

  const unmerging = { cycle: 1, survivorId: merging.survivorId, mergedId: merging.mergedId };

  test('is merged for the case that was merged, and stays as it is for the one that survives', () => {
    expect(stateAfter(offered, tell('intake.case-merged.v1', { ...merging, part: 'merged' }))).toBe('merged');
    expect(stateAfter(offered, tell('intake.case-merged.v1', { ...merging, part: 'survivor' }))).toBe(
      'offered',
    );
  });

  test.each([
    ['merged', () => tell('intake.case-merged.v1', { ...merging, part: 'merged' })],
    ['closed', () => tell('intake.case-closed.v1', { cycle: 1, outcome: 'duplicate' })],
  ])('is what was told of it last when that it was %s is undone, whenever it was heard', (state, ending) => {
    const merged = ending();
    const unmerged = tell('intake.case-unmerged.v1', { ...unmerging, part: 'merged' });
    expect(stateAfter(offered, merged, taken)).toBe(state);
    expect(stateAfter(offered, merged, unmerged)).toBe('offered');
    expect(stateAfter(offered, merged, unmerged, taken)).toBe('taken');
    expect(stateAfter(offered, merged, taken, unmerged)).toBe('taken');
    expect(stateAfter(merged, offered, taken, unmerged)).toBe('taken');
    expect(stateAfter(merged, unmerged)).toBe('registered');
    expect(rowOf([offered, taken, merged, unmerged])).toEqual({ ...rowOf([offered, taken]), position: 3 });
  });

  test('stays withdrawn when routing, which had not heard of it, tells more afterwards', () => {
    const withdrawn = tell('intake.case-withdrawn.v1', { cycle: 1 });
    expect(stateAfter(withdrawn, tell('routing.order-taken.v1', { cycle: 1, leg: 1, member: 'm' }))).toBe(
      'withdrawn',
    );
  });

  test('is that of the newest cycle, and the end of the one before is forgotten', () => {
    const again = tell('routing.order-offered.v1', { ...first, cycle: 2 });
    const closed = tell('intake.case-closed.v1', { cycle: 1, outcome: 'done' });
    expect(rowOf([again, closed])).toMatchObject({ state: 'offered', closedAt: null });
  });
});

describe('In whose hands a case is', () => {
  const after = (count: number) => {
    const row = rowOf(routing().slice(0, count));
    return row && holderOf(row);
  };

  test('follows its order, and ends with it', () => {
    expect([1, 2, 3, 4, 5, 6, 7, 8].map(after)).toEqual([
      first.member,
      first.member,
      null,
      next.member,
      null,
      final.member,
      final.member,
      null,
    ]);
  });

  test('is nobody’s once the town has ended it', () => {
    const row = rowOf([...routing().slice(0, 7), tell('intake.case-withdrawn.v1', { cycle: 1 })]);
    expect(row && holderOf(row)).toBeNull();
  });
});

describe('A case of the archive', () => {
  const archive = {
    batch: 'lamps-2015',
    sourceId: 'SL-83',
    asOf: '2016-01-04T09:00:00.000Z',
    dueAt: null,
    closedAt: null,
    claim: null,
    flags: [],
  };
  const registered = tell('intake.case-registered.v1', { ...reported, channel: 'file', archive });

  test('is found by its import and keeps what its source said', () => {
    const row = rowOf([registered]);
    expect(row?.archive).toEqual(archive);
    expect(row && cases.columns.batch.of(row)).toBe('lamps-2015');
  });

  test('has the closing and the verdict of its source’s later file', () => {
    const source = { asOf: '2016-02-04T09:00:00.000Z', claim: 'breached' as const };
    const closed = tell('intake.case-closed.v1', { cycle: 1, outcome: 'done', source });
    const row = rowOf([registered, closed]);
    expect(row).toMatchObject({ state: 'closed', closedAt: row?.archive?.closedAt });
    expect(row?.archive).toEqual({ ...archive, ...source, closedAt: row?.closedAt });
  });

  test('is routed, or on nobody’s land, for the record', () => {
    const routed = (microGrid: string | null) =>
      rowOf([
        registered,
        tell('routing.archived-case-routed.v1', {
          cycle: 1,
          microGrid,
          area: microGrid && area,
          net: 'life',
        }),
      ]);
    expect(routed('xinhe-2-05')).toMatchObject({
      routed: true,
      microGrid: 'xinhe-2-05',
      area,
      state: 'registered',
    });
    expect(routed(null)).toMatchObject({ routed: false, microGrid: null, area: null });
  });
});

describe('A verdict', () => {
  const verdict = (...events: readonly PublicEvent[]) => {
    const row = rowOf(events);
    return row && clocksOf(row.clocks)[0];
  };

  test('stays when the deadline changes, until the sla-timer takes it back; the deadline is the one it keeps', () => {
    const started = tell('sla-timer.clock-started.v1', terms);
    const breached = tell('sla-timer.verdict-given.v1', {
      ...complete,
      dueAt: due,
      verdict: 'breached',
      endedAt: null,
    });
    const later = '2026-03-09T09:00:00.000Z';
    const longer = tell('sla-timer.clock-started.v1', { ...terms, dueAt: later });
    expect(verdict(started, breached, longer)).toMatchObject({ verdict: 'breached', dueAt: later });
  });

  test('is none again when it was a miss and the deadline was moved', () => {
    const later = '2026-03-09T09:00:00.000Z';
    const breached = { ...complete, dueAt: due, verdict: 'breached', endedAt: null } as const;
    expect(
      verdict(
        tell('sla-timer.clock-started.v1', terms),
        tell('sla-timer.verdict-given.v1', breached),
        tell('sla-timer.clock-started.v1', { ...terms, dueAt: later }),
        tell('sla-timer.breach-revoked.v1', { ...complete, dueAt: later, endedAt: null }),
      ),
    ).toMatchObject({ state: 'running', verdict: null, dueAt: later });
  });

  test('is the answer where one decision took a miss back and the two were heard the wrong way round', () => {
    const instant = { recordedat: '2026-03-02T01:00:00.000Z' };
    const breached = { ...complete, dueAt: due, verdict: 'breached', endedAt: null } as const;
    const revoked = tell('sla-timer.breach-revoked.v1', { ...complete, dueAt: due, endedAt: due }, instant);
    expect(verdict(revoked, tell('sla-timer.verdict-given.v1', breached, instant))).toMatchObject({
      verdict: 'met',
    });
  });

  test('and its deadline are those of the last word, in whatever order they come, also within one millisecond', () => {
    const last = '2026-03-23T09:30:00.000Z';
    const said = (sequence: number) => ({
      recordedat: '2026-03-06T06:00:00.000Z',
      sequence: String(sequence).padStart(10, '0'),
    });
    const changed = { ...terms, because: 'reclassified', formerDueAt: due } as const;
    const words = [
      tell('sla-timer.clock-started.v1', terms, said(1)),
      tell(
        'sla-timer.verdict-given.v1',
        { ...complete, dueAt: due, verdict: 'breached', endedAt: null },
        said(4),
      ),
      tell('sla-timer.clock-changed.v1', { ...changed, dueAt: '2026-03-09T09:30:00.000Z' }, said(7)),
      tell('sla-timer.clock-changed.v1', { ...changed, dueAt: last }, said(8)),
      tell('sla-timer.breach-revoked.v1', { ...complete, dueAt: last, endedAt: null }, said(9)),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: words.length }), (shuffled) => {
        expect(verdict(...shuffled)).toMatchObject({ state: 'running', verdict: null, dueAt: last });
      }),
    );
  });

  test('is that of the later word', () => {
    const breached = { ...complete, dueAt: due, verdict: 'breached', endedAt: null } as const;
    const met = { ...breached, verdict: 'met', endedAt: due } as const;
    expect(
      verdict(tell('sla-timer.verdict-given.v1', breached), tell('sla-timer.verdict-given.v1', met)),
    ).toMatchObject({ verdict: 'met' });
  });
});

describe('A notice', () => {
  const said = (sequence: number) => ({ sequence: String(sequence).padStart(10, '0') });
  const missed = { ...complete, dueAt: due, verdict: 'breached' } as const;
  const escalated = (sequence: number, step = '1') =>
    tell(
      'sla-timer.case-escalated.v2',
      {
        ...complete,
        number: offer.number,
        step: `complete/1/${step}/community-secretary`,
        to: 'community-secretary',
        insteadOf: [],
        area,
        dueAt: due,
        owedAt: due,
        lateSeconds: 0,
        answered: false,
      },
      said(sequence),
    );
  const finishedLate = (sequence: number) =>
    tell('sla-timer.verdict-given.v1', { ...missed, endedAt: '2026-03-05T09:00:00.000Z' }, said(sequence));
  const refused = (sequence: number) =>
    tell(
      'sla-timer.end-revoked.v1',
      { ...complete, dueAt: due, endedAt: '2026-03-05T09:00:00.000Z' },
      said(sequence),
    );
  const waiting = (events: readonly PublicEvent[]) =>
    rowOf(events)?.told.notices.map(({ to, step }) => `${to} ${step}`);

  test('waits again where the finish that answered it is refused, in whatever order the rest is heard', () => {
    const told = escalated(1);
    const steps = [told, finishedLate(2), refused(3)];
    const again = tell('sla-timer.verdict-given.v1', { ...missed, endedAt: null }, said(4));
    expect(waiting(steps.slice(0, 2))).toEqual([]);
    const whose = ['community-secretary complete/1/1/community-secretary'];
    expect(waiting(steps)).toEqual(whose);
    fc.assert(
      fc.property(fc.shuffledSubarray([...steps.slice(1), again], { minLength: 3 }), (shuffled) => {
        expect(waiting([told, ...shuffled])).toEqual(whose);
      }),
    );
  });

  test('is over with the finish that is confirmed at last, and the newest of two waits again', () => {
    const told = escalated(1);
    const later = [finishedLate(2), refused(3), escalated(4, '+24hour'), finishedLate(5)];
    expect(waiting([told, ...later])).toEqual([]);
    const whose = ['community-secretary complete/1/+24hour/community-secretary'];
    fc.assert(
      fc.property(fc.shuffledSubarray(later, { minLength: later.length }), (shuffled) => {
        expect(waiting([told, ...shuffled])).toEqual([]);
        expect(waiting([told, ...shuffled, refused(6)])).toEqual(whose);
      }),
    );
  });
});

test('what lies nobody knows where is found with what lies in the town, and with nothing below it', () => {
  const row = rowOf([tell('intake.case-registered.v1', reported)]);
  const lies = String(row && cases.columns.area.of(row));
  const found = ['meixi', 'meixi/liutang', area].map((path) => liesIn(lies, path));
  expect(found).toEqual([true, false, false]);
});
