/**
 * Whatever the order, however often, however late: the same news gives the same verdicts, and the same steps of a
 * ladder are told. Policies differ in everything a policy can differ in.
 */
import { expect, test } from '@jest/globals';
import process from 'node:process';
import fc from 'fast-check';
import { type Decision, fold, hour, type Instant, instant, plus } from '@mulin/kernel';
import type { Calendar } from '@mulin/working-time';
import { calculateDeadline, type Length, type Policy, type Rung } from '../policy.js';
import * as Commitment from './commitment.js';
import { endOf } from './judging.js';

const origin = instant('2026-03-02T01:00:00Z');
const at = (hours: number): Instant => plus(origin, hours * hour);
const afterAll = at(20_000);

const town: Calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: { 'mon-fri': [['08:30', '17:30']] },
  overrides: {},
  coveredUntil: '2030-12-31',
};

const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const hours = (max: number, min = 0) => fc.integer({ min, max });
const addressees = ['holder', 'grid-leader', 'village-committee', 'community-secretary', 'town-leader'];

const length = (least: number): fc.Arbitrary<Length> =>
  fc.record({ unit: oneOf('hour', 'working-hour', 'calendar-day', 'working-day'), amount: hours(6, least) });
const rung: fc.Arbitrary<Rung> = fc.oneof(
  fc.record({
    to: fc.uniqueArray(oneOf(...addressees), { minLength: 1, maxLength: 2 }),
    share: oneOf(0, 0.5, 0.8, 1, 1.5),
  }),
  fc.record({ to: fc.uniqueArray(oneOf(...addressees), { minLength: 1, maxLength: 2 }), after: length(-2) }),
);
const clockNames = ['settle', 'perform', 'danger'] as const;
const policyOf = (id: string): fc.Arbitrary<Policy> =>
  fc
    .record({
      lengths: fc.tuple(length(1), length(1), length(1)),
      ladder: fc.array(rung, { maxLength: 4 }),
      own: fc.array(rung, { maxLength: 3 }),
    })
    .map(({ lengths, ladder, own }) => ({
      id,
      calendar: 'town',
      clocks: clockNames.map((name, place) => ({
        name,
        length: lengths[place] ?? lengths[0],
        ...(place === 2 ? { ladder: own } : {}),
      })),
      ladder,
    }));

type Clock = Readonly<{
  clock: string;
  policy: string;
  since: number;
  agreed: number | null;
  holder: string | null;
  handovers: readonly Readonly<{ at: number; holder: string }>[];
  ends: readonly Readonly<{ at: number; end: 'answered' | 'cancelled' }>[];
}>;
type Story = Readonly<{ policies: readonly Policy[]; vacant: readonly string[]; clocks: readonly Clock[] }>;

const people = oneOf('tang', 'ye', 'wu');
const clock: fc.Arbitrary<Clock> = fc.record({
  clock: fc.tuple(oneOf(...clockNames), hours(2, 1)).map(([name, nth]) => `${name}/${nth}`),
  policy: oneOf('red', 'green', 'promise'),
  since: hours(100),
  agreed: fc.option(hours(200, 100)),
  holder: fc.option(people),
  handovers: fc.array(fc.record({ at: hours(200), holder: people }), { maxLength: 2 }),
  ends: fc.array(fc.record({ at: hours(400, 100), end: oneOf('answered', 'cancelled') }), { maxLength: 3 }),
});
const story: fc.Arbitrary<Story> = fc.record({
  policies: fc.tuple(policyOf('red'), policyOf('green'), policyOf('promise')),
  vacant: fc.uniqueArray(oneOf(...addressees.slice(1)), { maxLength: 2 }),
  clocks: fc.uniqueArray(clock, { selector: (it) => it.clock, minLength: 1, maxLength: 3 }),
});

const rulesOf = ({ policies, vacant }: Story): Commitment.Rules => ({
  calculate: (query) =>
    calculateDeadline(
      {
        policyOf: (id) => {
          const content = policies.find((it) => it.id === id);
          return content && { version: 1, content };
        },
        calendarOf: () => ({ version: 1, content: town }),
      },
      query,
    ),
  isHeld: (role) => !vacant.includes(role),
});

type News = Readonly<{ decide: Decision<Commitment.State, Commitment.Event>; at: Instant }>;

const newsOf = (it: Clock, rules: Commitment.Rules): readonly News[] => {
  const { clock: name, policy, since, agreed, holder, handovers, ends } = it;
  const about = { clock: name, number: 'mu-T2026-000001', of: 'dispute', policy, area: 'mu/c1/v1' };
  const setting = {
    ...about,
    since: at(since),
    ...(agreed === null ? {} : { dueAt: at(agreed) }),
    ...(holder === null ? {} : { holder }),
  };
  return [
    { decide: Commitment.set(setting, rules), at: at(since) },
    ...handovers.map((one) => {
      const handover = { clock: name, holder: one.holder, at: at(one.at) };
      return { decide: Commitment.handOver(handover, rules), at: handover.at };
    }),
    ...ends.map((one) => {
      const end = { clock: name, end: one.end, at: at(one.at) };
      return { decide: Commitment.end(end, rules), at: end.at };
    }),
  ];
};

const decided = (state: Commitment.State, decide: News['decide'], now: Instant): Commitment.State =>
  fold(Commitment.decider, decide(state, now), state);

/** As it goes where every timer fires at its moment; each news comes when it happened, or so many hours later. */
const lived = (it: Story, delays: readonly number[]): Commitment.State => {
  const rules = rulesOf(it);
  const coming = it.clocks
    .flatMap((one) => newsOf(one, rules))
    .map((news, nth) => ({ ...news, at: plus(news.at, (delays[nth % delays.length] ?? 0) * hour) }))
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  let state = Commitment.decider.initial;
  for (const { decide, at: moment } of [...coming, { decide: Commitment.evaluate(rules), at: afterAll }]) {
    for (let next = Commitment.nextEvaluation(state); next !== null && next <= moment;) {
      const before = state;
      state = decided(state, Commitment.evaluate(rules), next);
      next = Commitment.nextEvaluation(state);
      if (state === before) throw new Error('a look that changes nothing comes again');
    }
    state = decided(state, decide, moment);
  }
  return state;
};

const inTurn = (news: readonly News[], now: Instant): Commitment.State =>
  news.reduce((state, { decide }) => decided(state, decide, now), Commitment.decider.initial);

const permuted = (news: readonly News[], order: readonly number[]): readonly News[] => [
  ...order.flatMap((nth) => news[nth % news.length] ?? []),
  ...news,
];

/** All of it is heard after it is over, in this order, some of it twice. */
const heardAfterwards = (it: Story, order: readonly number[]): Commitment.State => {
  const news = it.clocks.flatMap((one) => newsOf(one, rulesOf(it)));
  return inTurn(permuted(news, order), afterAll);
};

/** The same, but that something is owed is heard last of all. */
const heardBackwards = (it: Story, order: readonly number[]): Commitment.State => {
  const [first, rest] = [0, 1].map((part) =>
    it.clocks.flatMap((one) => newsOf(one, rulesOf(it)).filter((_, nth) => nth > 0 === part > 0)),
  );
  return inTurn([...permuted(rest ?? [], order), ...(first ?? []), ...(first ?? [])], afterAll);
};

/** The last word on each clock, and the steps of a lateness that were told of it. */
const outcome = ({ clocks }: Commitment.State) =>
  Object.fromEntries(
    Object.entries(clocks).map(([name, { terms, judged, told }]) => {
      const late = terms?.ladder.filter((step) => step.at >= terms.dueAt).map(({ step }) => step) ?? [];
      return [name, { verdict: judged, told: [...new Set(told.filter((it) => late.includes(it)))].sort() }];
    }),
  );

type Terms = Readonly<{ dueAt: Instant; ladder: readonly Readonly<{ step: string; at: Instant }>[] }>;
type End = ReturnType<typeof endOf>;

const verdictBy = ({ dueAt }: Terms, end: End): string => {
  if (end === null || end.at > dueAt) return 'breached';
  return end.end === 'answered' ? 'met' : 'cancelled';
};

const owedBy = ({ dueAt, ladder }: Terms, end: End): readonly string[] => {
  const late = ladder.filter((step) => step.at >= dueAt && (end === null || step.at < end.at));
  return [...new Set(late.map(({ step }) => step))].sort();
};

/** What event times say: by the terms that are computed while nothing has happened yet. */
const truth = (it: Story) =>
  Object.fromEntries(
    it.clocks.map((one) => {
      const known = inTurn(newsOf(one, rulesOf(it)), origin).clocks[one.clock];
      const terms = known?.terms ?? null;
      if (known === undefined || terms === null) throw new Error('every policy names every clock');
      const end = endOf(known);
      const verdict = { verdict: verdictBy(terms, end), dueAt: terms.dueAt, endedAt: end?.at ?? null };
      return [one.clock, { verdict: expect.objectContaining(verdict), told: owedBy(terms, end) }];
    }),
  );

const runs = {
  numRuns: Number(process.env['STORIES_RUNS'] ?? 300),
  ...(process.env['STORIES_SEED'] === undefined ? {} : { seed: Number(process.env['STORIES_SEED']) }),
};

/** The verdicts that are right; and whoever must hear has heard, beside those who heard while the answer was not known. */
const expectAtLeast = (found: ReturnType<typeof outcome>, wanted: ReturnType<typeof truth>): void => {
  expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
  for (const [name, right] of Object.entries(wanted)) {
    expect(found[name]?.verdict).toEqual(right.verdict);
    expect(found[name]?.told).toEqual(expect.arrayContaining([...right.told]));
  }
};

const order = fc.array(fc.nat(40), { maxLength: 20 });

test('as it is lived, with news on time, what is right is judged and the steps that are owed are told', () => {
  fc.assert(
    fc.property(story, (it) => {
      expect(outcome(lived(it, [0]))).toEqual(truth(it));
    }),
    runs,
  );
});

test('heard when all is over and known, in any order and twice, the same is judged and the same steps are told', () => {
  fc.assert(
    fc.property(story, order, (it, nths) => {
      expect(outcome(heardBackwards(it, nths))).toEqual(truth(it));
    }),
    runs,
  );
});

test('heard when all is over, in any order and twice, the same is judged and nobody is left out', () => {
  fc.assert(
    fc.property(story, order, (it, nths) => {
      expectAtLeast(outcome(heardAfterwards(it, nths)), truth(it));
    }),
    runs,
  );
});

test('news that comes late changes no verdict, and leaves nobody out', () => {
  fc.assert(
    fc.property(story, fc.array(hours(300), { minLength: 1, maxLength: 6 }), (it, delays) => {
      expectAtLeast(outcome(lived(it, delays)), truth(it));
    }),
    runs,
  );
});
