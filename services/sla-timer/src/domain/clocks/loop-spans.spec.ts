/** When the clocks between taking and closing begin and end, by the news alone. */
import { describe, expect, test } from '@jest/globals';
import { fold, hour, type Instant, instant, plus } from '@mulin/kernel';
import type { Call, End, Offer, Refusal } from './clock-events.js';
import * as Clocks from './clocks.js';
import { hasDerivedStart, loopClocksOf, standingEnds } from './loop-clocks.js';

const at = (date: number, time = 0): Instant =>
  instant(`2026-03-${String(date).padStart(2, '0')}T${String(time).padStart(2, '0')}:00:00Z`);
const began: Clocks.Event = {
  type: 'CycleBegan',
  data: {
    cycle: 1,
    number: 'mu-2026-000001',
    policy: 'ordinary',
    urgency: 'ordinary',
    beganAt: at(1),
    archive: null,
  },
};
const ended = (clock: string, endedAt: Instant, because: End['because'], round?: number): Clocks.Event => ({
  type: 'ClockEnded',
  data: { clock, cycle: 1, endedAt, because, ...(round === undefined ? {} : { round }) },
});
const taken = (endedAt: Instant, leg = 1, cycle = 1) => ended(`take/${cycle}/${leg}`, endedAt, 'taken');
const finished = (endedAt: Instant, round?: number) => ended('complete/1', endedAt, 'finished', round);
const refused = (more: Partial<Refusal>): Clocks.Event => ({
  type: 'FinishRefused',
  data: { cycle: 1, round: 1, finishedAt: at(5), refusedAt: at(6), ...more },
});
const called = (more: Partial<Call>): Clocks.Event => ({
  type: 'HelperCalled',
  data: { cycle: 1, call: 1, calledAt: at(3), ...more },
});
const offered = (more: Partial<Offer>): Clocks.Event => ({
  type: 'LegOffered',
  data: { cycle: 1, leg: 1, offeredAt: at(3), ...more },
});
const acknowledged = (acknowledgedAt: Instant, role: string): Clocks.Event => ({
  type: 'EscalationAcknowledged',
  data: { cycle: 1, number: 'mu-2026-000001', by: 'wu', role, decision: 'noted', acknowledgedAt },
});
const reported = (reportedAt: Instant): Clocks.Event => ({
  type: 'HolderReported',
  data: { cycle: 1, reportedAt },
});

/** Reports are owed every two days. */
const everyTwoDays = (_: string, startedAt: Instant) => ({
  dueAt: plus(startedAt, 48 * hour),
  dueSince: startedAt,
});
const spans = (
  name: string,
  events: readonly Clocks.Event[],
  known: Partial<Parameters<typeof loopClocksOf>[2]> = {},
) =>
  loopClocksOf(fold(Clocks.decider, events), 1, {
    dueOf: everyTwoDays,
    reached: [],
    until: at(20),
    ...known,
  })
    .filter((span) => span.name === name)
    .map(({ clock, startedAt, end }) =>
      [clock, startedAt.slice(5, 13), end?.because ?? 'open', end?.endedAt.slice(5, 13) ?? '']
        .join(' ')
        .trim(),
    );

describe('A report', () => {
  test('is owed from the first take on, whichever leg that was of, and ends with the work', () => {
    const open = { until: at(4) };
    expect(spans('heartbeat', [began, taken(at(4), 2), taken(at(3), 1)], open)).toEqual([
      'heartbeat/1/1 03-03T00 open',
    ]);
    expect(spans('heartbeat', [began, ended('take/1/1', at(3), 'returned')], open)).toEqual([]);
    expect(spans('heartbeat', [began, taken(at(3), 1, 2), taken(at(3), 1, 11)], open)).toEqual([]);
    expect(spans('heartbeat', [began, taken(at(3)), finished(at(4), 1)])).toEqual([
      'heartbeat/1/1 03-03T00 finished 03-04T00',
    ]);
    expect(spans('heartbeat', [began, taken(at(3)), ended('complete/1', at(4), 'withdrawn')], open)).toEqual([
      'heartbeat/1/1 03-03T00 open',
    ]);
  });

  test('in time begins the next beat; a late one ends a beat that another had followed already', () => {
    const heard = [began, taken(at(3)), reported(at(4)), reported(at(9))];
    expect(spans('heartbeat', heard, { until: at(10) })).toEqual([
      'heartbeat/1/1 03-03T00 reported 03-04T00',
      'heartbeat/1/2 03-04T00 reported 03-09T00',
      'heartbeat/1/3 03-06T00 reported 03-09T00',
      'heartbeat/1/4 03-08T00 reported 03-09T00',
      'heartbeat/1/5 03-09T00 open',
    ]);
  });

  test('ends its beat and begins the next also where the work has ended since', () => {
    expect(spans('heartbeat', [began, taken(at(3)), reported(at(4)), finished(at(5), 1)])).toEqual([
      'heartbeat/1/1 03-03T00 reported 03-04T00',
      'heartbeat/1/2 03-04T00 finished 03-05T00',
    ]);
  });

  test('in the very moment it is due is in time, and one with the finish is none', () => {
    expect(spans('heartbeat', [began, taken(at(3)), reported(at(5))], { until: at(5) })).toEqual([
      'heartbeat/1/1 03-03T00 reported 03-05T00',
      'heartbeat/1/2 03-05T00 open',
    ]);
    expect(spans('heartbeat', [began, taken(at(3)), reported(at(4)), finished(at(4), 1)])).toEqual([
      'heartbeat/1/1 03-03T00 finished 03-04T00',
    ]);
    expect(spans('heartbeat', [began, taken(at(3)), reported(at(5)), finished(at(4), 1)])).toEqual([
      'heartbeat/1/1 03-03T00 finished 03-04T00',
    ]);
  });

  test('that is missed is followed by the next, up to now and up to the end of the work', () => {
    expect(spans('heartbeat', [began, taken(at(3))], { until: at(5) })).toEqual([
      'heartbeat/1/1 03-03T00 open',
    ]);
    expect(spans('heartbeat', [began, taken(at(3))], { until: at(5, 1) })).toEqual([
      'heartbeat/1/1 03-03T00 open',
      'heartbeat/1/2 03-05T00 open',
    ]);
    expect(spans('heartbeat', [began, taken(at(3)), finished(at(5), 1)])).toEqual([
      'heartbeat/1/1 03-03T00 finished 03-05T00',
    ]);
    expect(spans('heartbeat', [began, taken(at(3)), finished(at(6), 1)])).toEqual([
      'heartbeat/1/1 03-03T00 finished 03-06T00',
      'heartbeat/1/2 03-05T00 finished 03-06T00',
    ]);
  });

  test('is owed on from where a finish was not confirmed, also where only its refusal was heard', () => {
    const expected = ['heartbeat/1/1 03-03T00 finished 03-04T00', 'heartbeat/1/2 03-06T00 open'];
    const refusal = refused({ finishedAt: at(4), refusedAt: at(6) });
    expect(spans('heartbeat', [began, taken(at(3)), finished(at(4), 1), refusal], { until: at(7) })).toEqual(
      expected,
    );
    expect(spans('heartbeat', [began, taken(at(3)), refusal], { until: at(7) })).toEqual(expected);
    const [second, first] = [
      refused({ round: 2, finishedAt: at(8), refusedAt: at(9) }),
      refused({ finishedAt: at(4), refusedAt: at(7) }),
    ];
    expect(spans('heartbeat', [began, taken(at(3)), second, first], { until: at(10) })).toEqual([
      'heartbeat/1/1 03-03T00 finished 03-04T00',
      'heartbeat/1/2 03-07T00 finished 03-08T00',
      'heartbeat/1/3 03-09T00 open',
    ]);
  });
});

describe('A verification', () => {
  test('is owed of each finish that says which round it is of', () => {
    expect(spans('verify', [began, finished(at(5), 1), finished(at(8), 2)])).toEqual([
      'verify/1/1 03-05T00 open',
      'verify/1/2 03-08T00 open',
    ]);
    expect(spans('verify', [began, finished(at(5)), ended('complete/1', at(5), 'closed', 3)])).toEqual([]);
  });

  test('ends with the refusal of its own round, or with the word of the verifier', () => {
    const rounds = [began, finished(at(5), 1), finished(at(8), 2)];
    expect(spans('verify', [...rounds, refused({ round: 1 })])).toEqual([
      'verify/1/1 03-05T00 refused 03-06T00',
      'verify/1/2 03-08T00 open',
    ]);
    expect(spans('verify', [...rounds, ended('verify/1/2', at(9), 'verified')])).toEqual([
      'verify/1/1 03-05T00 open',
      'verify/1/2 03-08T00 verified 03-09T00',
    ]);
  });
});

test('Of several ends that were told of a clock the first counts, in whichever order they are heard', () => {
  const ends = [ended('contact/1', at(4), 'contacted'), ended('contact/1', at(3), 'contacted')];
  for (const heard of [ends, [...ends].reverse()])
    expect(spans('contact', [began, ...heard])).toEqual(['contact/1 03-01T00 contacted 03-03T00']);
});

describe('An escalation to the secretary', () => {
  const reached = [
    { clock: 'complete/1', at: at(3) },
    { clock: 'take/1/2', at: at(5) },
  ];
  const answered = (...events: readonly Clocks.Event[]) =>
    spans('acknowledge', [began, ...events], { reached });
  const open = ['acknowledge/1/complete 03-03T00 open', 'acknowledge/1/take-2 03-05T00 open'];
  const secretary = 'community-secretary';

  test('has a clock of its own for each clock it is of', () => {
    expect(answered()).toEqual(open);
  });

  test('is answered by her word, her offer or her call for help, from the moment it reached her on', () => {
    const first = ['acknowledge/1/complete 03-03T00 acknowledged 03-03T00', open[1]];
    expect(answered(acknowledged(at(3), secretary))).toEqual(first);
    expect(answered(offered({ byRole: secretary }))).toEqual(first);
    expect(answered(called({ byRole: secretary }))).toEqual(first);
    expect(answered(acknowledged(at(6), secretary))).toEqual([
      'acknowledge/1/complete 03-03T00 acknowledged 03-06T00',
      'acknowledge/1/take-2 03-05T00 acknowledged 03-06T00',
    ]);
    expect(answered(acknowledged(at(2), secretary))).toEqual(open);
  });

  test('is answered by nobody else', () => {
    const others = [
      acknowledged(at(6), 'town-leader'),
      offered({ byRole: 'grid-leader' }),
      offered({ leg: 2 }),
      called({}),
      called({ call: 2, byRole: 'grid-member' }),
    ];
    expect(answered(...others)).toEqual(open);
  });
});

test('Work that ended in the moment in which it was taken has one beat; refused work that nobody took has none', () => {
  expect(spans('heartbeat', [began, taken(at(3)), finished(at(3), 1)])).toEqual([
    'heartbeat/1/1 03-03T00 finished 03-03T00',
  ]);
  expect(spans('heartbeat', [began, refused({})])).toEqual([]);
});

test('What ended a clock stands, but for each finish that was not confirmed', () => {
  const shown = (clock: string, ...events: readonly Clocks.Event[]) =>
    standingEnds(fold(Clocks.decider, [began, ...events]), 1, clock).map(
      ({ endedAt, because }) => `${because} ${endedAt.slice(5, 10)}`,
    );
  const twice = [
    finished(at(5), 1),
    refused({}),
    finished(at(7), 2),
    refused({ round: 2, finishedAt: at(7), refusedAt: at(8) }),
  ];
  expect(shown('complete/1', ...twice)).toEqual([]);
  expect(shown('complete/1', ...twice, finished(at(9), 3))).toEqual(['finished 03-09']);
  expect(shown('complete/1', ...twice, ended('complete/1', at(5), 'closed'))).toEqual(['closed 03-05']);
  expect(shown('take/1/1', ...twice, ended('take/1/1', at(5), 'finished'))).toEqual(['finished 03-05']);
  expect(shown('complete/1', finished(at(5), 1))).toEqual(['finished 03-05']);
  expect(shown('contact/1', finished(at(5), 1))).toEqual([]);
});

test('Beats and the answer to an escalation start where other news may still move it; no other clock does', () => {
  const clocks = ['accept/1', 'take/1/1', 'complete/1', 'contact/1', 'help/1/1', 'verify/1/1', 'call-back/1'];
  expect(['heartbeat/1/1', 'acknowledge/1/take-1', ...clocks].filter(hasDerivedStart)).toEqual([
    'heartbeat/1/1',
    'acknowledge/1/take-1',
  ]);
});

test('A cycle that has not begun, or is history, has none of these clocks', () => {
  const news = [taken(at(3)), called({})];
  expect(
    loopClocksOf(fold(Clocks.decider, news), 1, { dueOf: everyTwoDays, reached: [], until: at(9) }),
  ).toEqual([]);
  const archive = { asOf: at(2), dueAt: null, closedAt: null } as const;
  const history = { ...began, data: { ...began.data, archive } } as Clocks.Event;
  expect(spans('contact', [history, ...news])).toEqual([]);
});
