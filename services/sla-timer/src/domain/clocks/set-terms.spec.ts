/** Which terms are set for whom: of a case that moves in, of history, of a beat that moves, of what is counted anew. */
import { describe, expect, test } from '@jest/globals';
import { type Decision, fold, hour, type Instant, instant, plus } from '@mulin/kernel';
import type { Beginning } from './clock-events.js';
import * as Clocks from './clocks.js';
import type { Deadline, DeadlineCalculator, DeadlineQuery, MissingReason } from './terms.js';

type News = Decision<Clocks.State, Clocks.Event>;
type TermsSet = Extract<Clocks.Event, { type: 'TermsSet' }>['data'];

const monday = instant('2026-03-02T01:00:00Z');
const at = (hours: number): Instant => plus(monday, hours * hour);
const hoursSince = (moment: Instant) => (Date.parse(moment) - Date.parse(monday)) / hour;

const lengths: Readonly<Record<string, number>> = { accept: 2, take: 4, complete: 24, heartbeat: 48 };

/** Half-way somebody hears; an urgent case has ten hours, a slow one a hundred. */
const deadline = ({ name, policy, startedAt, dueAt: settled }: DeadlineQuery): Deadline => {
  const ofPolicy: Readonly<Record<string, number>> = { urgent: 10, slow: 100 };
  const length = (name === 'complete' ? ofPolicy[policy] : undefined) ?? lengths[name] ?? 1;
  const dueAt = settled ?? plus(startedAt, length * hour);
  return {
    dueAt,
    ladder: [{ at: plus(dueAt, (-length * hour) / 2), to: 'grid-leader', threshold: '50%' }],
    policy: `${policy}@1`,
    calendar: 'town@1',
    provisional: false,
  };
};
const only =
  (...names: readonly string[]) =>
  (query: DeadlineQuery): Deadline | null =>
    names.includes(query.name) ? deadline(query) : null;
const rulesOf = (calculate: DeadlineCalculator): Clocks.Rules => ({ calculate, isHeld: () => true });
const rules = rulesOf(only('accept', 'take', 'complete'));

const beginning: Beginning = {
  cycle: 1,
  number: 'mu-2026-000001',
  policy: 'ordinary',
  urgency: 'ordinary',
  beganAt: monday,
  archive: null,
};

/** What was recorded of it all, when everything was heard at one moment. */
const recorded = (news: readonly News[], now: Instant): readonly Clocks.Event[] =>
  news.reduce<readonly Clocks.Event[]>(
    (events, decide) => [...events, ...decide(fold(Clocks.decider, events), now)],
    [],
  );
const setBy = (news: readonly News[], now = at(0)): readonly TermsSet[] =>
  recorded(news, now).flatMap((event) => (event.type === 'TermsSet' ? [event.data] : []));
const shown = ({ clock, because, startedAt, dueAt }: TermsSet): string =>
  `${clock} ${because} ${hoursSince(startedAt)} until ${hoursSince(dueAt)}`;

const reclassified = (hours: number, policy: string, sequence?: string, by = rules): News =>
  Clocks.reclassify(
    {
      cycle: 1,
      policy,
      urgency: 'ordinary',
      reclassifiedAt: at(hours),
      ...(sequence === undefined ? {} : { sequence }),
    },
    by,
  );

describe('A case that moves in from another system', () => {
  const moved = (dueAt: Instant | null) =>
    Clocks.begin({ ...beginning, beganAt: at(-100), movedIn: { at: at(0), dueAt } }, rules);
  const offered = (leg: number, because: string): News =>
    Clocks.offer({ cycle: 1, leg, offeredAt: at(leg), area: 'mu/c1/v1/g1/m1', because }, rules);

  test('is to be completed when its source had promised it, and accepted from now on', () => {
    expect(setBy([moved(at(30))]).map(shown)).toEqual([
      'accept/1 started 0 until 2',
      'complete/1 started -100 until 30',
    ]);
    expect(setBy([moved(null)]).map(shown)).toEqual([
      'accept/1 started 0 until 2',
      'complete/1 started -100 until -76',
    ]);
  });

  test('is nothing new to whoever goes on with it; whoever is asked later has to take it', () => {
    const news = [moved(at(30)), offered(1, 'registered'), offered(2, 'returned')];
    expect(setBy(news).slice(2).map(shown)).toEqual(['take/1/2 started 2 until 6']);
  });

  test('is one among those that began here, whose first leg is an offer like others', () => {
    const news = [Clocks.begin(beginning, rules), offered(1, 'registered')];
    expect(setBy(news).slice(2).map(shown)).toEqual(['take/1/1 started 1 until 5']);
  });
});

describe('History from a file', () => {
  const archive = { asOf: at(100), dueAt: null, closedAt: null };
  const begun = (
    more: Partial<NonNullable<Beginning['archive']>>,
    calculate: DeadlineCalculator = deadline,
  ) =>
    recorded([Clocks.begin({ ...beginning, archive: { ...archive, ...more } }, rulesOf(calculate))], at(200));
  const lacks = (events: readonly Clocks.Event[]): readonly MissingReason[] =>
    events.flatMap((event) => (event.type === 'TermsMissing' ? [event.data.because] : []));

  test.each([at(24), null])('that cannot be judged has no clock, whatever its target (%s)', (dueAt) => {
    expect(begun({ dueAt, isUnjudged: true }).map(({ type }) => type)).toEqual(['CycleBegan']);
    expect(begun({ dueAt, isUnjudged: false }).map(({ type }) => type)).toContain('TermsSet');
  });

  test('whose deadline cannot be computed lacks it, and has no terms', () => {
    const events = begun({}, () => ({ missing: 'no-calendar' }));
    expect(lacks(events)).toEqual(['no-calendar']);
    expect(events.map(({ type }) => type)).not.toContain('TermsSet');
  });
});

describe('A beat whose start was moved by news of an earlier take', () => {
  const took = (leg: number, hours: number, by: Clocks.Rules): News =>
    Clocks.end(`take/1/${leg}`, 1, { endedAt: at(hours), because: 'taken' }, by);
  const story = (by: Clocks.Rules) => [
    Clocks.begin(beginning, by),
    took(2, 4, by),
    reclassified(5, 'urgent', undefined, by),
    took(1, 3, by),
  ];

  test('has the terms of every change once more, from that start', () => {
    expect(setBy(story(rulesOf(only('heartbeat')))).map(shown)).toEqual([
      'heartbeat/1/1 started 4 until 52',
      'heartbeat/1/1 reclassified 4 until 52',
      'heartbeat/1/1 started 3 until 51',
      'heartbeat/1/1 reclassified 3 until 51',
    ]);
  });

  test('has them also where the rules asked for no reports when it started', () => {
    const since = rulesOf((query) => (query.at < at(4) ? null : only('heartbeat')(query)));
    expect(setBy(story(since)).map(shown)).toEqual([
      'heartbeat/1/1 started 4 until 52',
      'heartbeat/1/1 reclassified 4 until 52',
      'heartbeat/1/1 reclassified 3 until 51',
    ]);
  });
});

test('What is corrected when the case is over sets no terms for what is done between', () => {
  const by = rulesOf(only('contact'));
  const closed = (hours: number) => Clocks.endCycle(1, { endedAt: at(hours), because: 'done' }, by);
  const news = (hours: number) => [
    Clocks.begin(beginning, by),
    closed(hours),
    reclassified(6, 'urgent', undefined, by),
  ];
  expect(setBy(news(5)).map(({ because }) => because)).toEqual(['started']);
  expect(setBy(news(7)).map(({ because }) => because)).toEqual(['started', 'reclassified']);
});

describe('A ladder that is counted anew from the deadline of another report', () => {
  const joined = Clocks.join({ cycle: 1, joinedAt: at(3), dueAt: at(9), from: 'other' }, rules);
  const anew = (news: readonly News[]) =>
    setBy(news, at(4)).flatMap(({ missedAt, because, sequence = '-', policy, ladder }) =>
      missedAt === undefined
        ? []
        : [
            [
              because,
              sequence,
              policy,
              ...ladder.map((step) => hoursSince(step.at)),
              hoursSince(missedAt),
            ].join(' '),
          ],
    );

  test('is that of the correction that holds, also of one in the moment in which the case began', () => {
    expect(anew([Clocks.begin(beginning, rules), reclassified(0, 'urgent'), joined])).toEqual([
      'reclassified - urgent@1 4 9',
    ]);
  });

  test('is that of the later one of two corrections in one millisecond', () => {
    const [first, second] = [reclassified(1, 'slow', '1'), reclassified(1, 'urgent', '2')];
    const begun = Clocks.begin(beginning, rules);
    expect(anew([begun, first, second, joined])).toEqual(['reclassified 2 urgent@1 4 9']);
    expect(anew([begun, first, joined, second])).toEqual([
      'reclassified 1 slow@1 -41 9',
      'reclassified 2 urgent@1 4 9',
    ]);
  });

  test('stays as it is where the rules cannot count it', () => {
    const lacking = rulesOf((query) =>
      query.policy === 'urgent' && query.dueAt !== undefined ? { missing: 'uncountable' } : deadline(query),
    );
    const events = recorded(
      [
        Clocks.begin(beginning, lacking),
        reclassified(1, 'urgent', undefined, lacking),
        Clocks.join({ cycle: 1, joinedAt: at(3), dueAt: at(9), from: 'other' }, lacking),
      ],
      at(4),
    );
    const set = events.flatMap((event) => (event.type === 'TermsSet' ? [event.data] : []));
    expect(set.filter(({ missedAt }) => missedAt !== undefined)).toEqual([]);
    expect(set.every(({ ladder }) => ladder.length === 1)).toBe(true);
  });
});
