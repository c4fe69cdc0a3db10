/**
 * Random whole cases: contacts, reports, helpers, refused finishes, call-backs, mergers and their undoing, decisions of
 * the secretary, done again. Whoever hears of it late, twice or in another order comes to the same verdicts, and the
 * same people know. Policies differ in which of these clocks they have, in their lengths and in their ladders.
 */
import { expect, test } from '@jest/globals';
import process from 'node:process';
import fc from 'fast-check';
import { type Decision, fold, hour, type Instant, instant, plus } from '@mulin/kernel';
import * as Clocks from './clocks.js';
import { statusOf } from './clock-status.js';
import { callBackClock, contactClock, helpClock, verifyClock } from './loop-clocks.js';
import { type ClockName, completeClock, type DeadlineCalculator, takeClock } from './terms.js';

const origin = instant('2026-03-02T01:00:00Z');
const at = (hours: number): Instant => plus(origin, hours * hour);
const afterAll = at(20_000);

/**
 * At a part of the target, or so many hours after the due moment. No warnings: whether somebody was warned in time
 * depends on when it was heard, and is told in `clocks.property.spec.ts`.
 */
type Rung = Readonly<{ to: string } & ({ share: number } | { after: number })>;
type Policy = Readonly<Partial<Record<ClockName, Readonly<{ length: number; ladder: readonly Rung[] }>>>>;
type Policies = Readonly<Record<string, Policy>>;

const hours = (max: number, min = 0) => fc.integer({ min, max });
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);
const to = oneOf('grid-leader', 'village-committee', 'community-secretary', 'town-leader', 'verifier');
const rung: fc.Arbitrary<Rung> = fc.oneof(
  fc.record({ to, share: oneOf(1, 1.5, 3) }),
  fc.record({ to, after: hours(40) }),
);
const rule = fc.record({ length: oneOf(6, 15, 40), ladder: fc.array(rung, { maxLength: 3 }) });
const maybe = fc.option(rule, { nil: undefined });
const policy = fc
  .record({
    accept: rule,
    take: rule,
    complete: rule,
    contact: maybe,
    heartbeat: maybe,
    help: maybe,
    verify: maybe,
    'call-back': maybe,
    acknowledge: maybe,
  })
  .map((rules): Policy =>
    // A clock that a policy does not name is absent, as in a pack.
    Object.fromEntries(Object.entries(rules).filter(([, it]) => it !== undefined)),
  );

const rulesOf = (policies: Policies): Clocks.Rules => {
  const calculate: DeadlineCalculator = ({ name, policy: id, startedAt, dueAt: settled }) => {
    const found = policies[id]?.[name];
    if (found === undefined) return null;
    const dueAt = settled ?? plus(startedAt, found.length * hour);
    const ladder = found.ladder.map((it) => ({
      at: 'share' in it ? plus(dueAt, (it.share - 1) * found.length * hour) : plus(dueAt, it.after * hour),
      to: it.to,
      threshold: 'share' in it ? `${it.share * 100}%` : `+${it.after}h`,
    }));
    return { dueAt, ladder, policy: `${id}@1`, calendar: 't@1', provisional: false };
  };
  return { calculate, isHeld: () => true };
};

/** What one of the services tells; the bus keeps the order within each. */
type Service = 'intake' | 'routing' | 'feedback';
type News = Readonly<{ by: Service; at: Instant; decide: Decision<Clocks.State, Clocks.Event> }>;

/** What is done in a cycle after its order was taken, so many hours after what was done before. */
type Step = Readonly<{ after: number; what: string }>;
type Case = Readonly<{ policies: Policies; cycles: readonly (readonly Step[])[] }>;

const what = oneOf(
  'contact',
  'report',
  'report',
  'report',
  'call',
  'help',
  'release',
  'finish',
  'finish',
  'refuse',
  'refuse',
  'verify',
  'decide',
  'correct',
  'join',
  'unjoin',
  'merge',
  'unmerge',
  'call-back',
);
const step: fc.Arbitrary<Step> = fc.record({ after: hours(25, 1), what });
const story: fc.Arbitrary<Case> = fc.record({
  policies: fc.record({ a: policy, b: policy }),
  cycles: fc.array(fc.array(step, { maxLength: 14 }), { minLength: 1, maxLength: 3 }),
});

const area = 'mu/liuhe/hetou/hetou-2/hetou-2-3';

type Now = {
  leg: number;
  calls: number[];
  lastCall: number;
  round: number;
  finishedAt: Instant | null;
  isVerified: boolean;
  isMerged: boolean;
  isJoined: boolean;
};
type Doing = Readonly<{ cycle: number; now: Instant; rules: Clocks.Rules; it: Now }>;

/** What each deed tells, where it can be done; nothing where it cannot. */
const deeds: Readonly<Record<string, (doing: Doing) => readonly Omit<News, 'at'>[]>> = {
  contact: ({ cycle, now, rules }) => [
    told('routing', Clocks.end(contactClock(cycle), cycle, { endedAt: now, because: 'contacted' }, rules)),
  ],
  report: ({ cycle, now, rules, it }) =>
    it.finishedAt !== null ? [] : [told('routing', Clocks.report({ cycle, reportedAt: now }, rules))],
  call: ({ cycle, now, rules, it }) => {
    if (it.finishedAt !== null) return [];
    it.lastCall += 1;
    it.calls.push(it.lastCall);
    return [told('routing', Clocks.call({ cycle, call: it.lastCall, calledAt: now }, rules))];
  },
  help: (doing) => helperEnds(doing, 'helped'),
  release: (doing) => helperEnds(doing, 'released'),
  finish: ({ cycle, now, rules, it }) => {
    if (it.finishedAt !== null || it.calls.length > 0) return [];
    it.round += 1;
    it.finishedAt = now;
    const end = { endedAt: now, because: 'finished', round: it.round } as const;
    return [told('routing', Clocks.end(completeClock(cycle), cycle, end, rules))];
  },
  refuse: ({ cycle, now, rules, it }) => {
    if (it.finishedAt === null || it.isVerified) return [];
    const refusal = { cycle, round: it.round, finishedAt: it.finishedAt, refusedAt: now };
    it.finishedAt = null;
    return [told('routing', Clocks.refuse(refusal, rules))];
  },
  verify: ({ cycle, now, rules, it }) => {
    if (it.finishedAt === null || it.isVerified) return [];
    it.isVerified = true;
    const end = { endedAt: now, because: 'verified' } as const;
    return [
      told('routing', Clocks.end(verifyClock(cycle, it.round), cycle, end, rules)),
      told('feedback', Clocks.callBack({ cycle, dueSince: now }, rules)),
    ];
  },
  decide: ({ cycle, now, rules, it }) => {
    if (it.finishedAt !== null) return [];
    it.leg += 1;
    const offer = { cycle, leg: it.leg, area, because: 'reassigned', byRole: 'community-secretary' };
    return [told('routing', Clocks.offer({ ...offer, offeredAt: now }, rules))];
  },
  correct: ({ cycle, now, rules }) => [
    told(
      'intake',
      Clocks.reclassify({ cycle, policy: 'b', urgency: 'ordinary', reclassifiedAt: now }, rules),
    ),
  ],
  join: ({ cycle, now, rules, it }) => {
    if (it.isJoined) return [];
    it.isJoined = true;
    const joining = { cycle, dueAt: plus(now, 10 * hour), joinedAt: now, from: 'other' };
    return [told('intake', Clocks.join(joining, rules))];
  },
  unjoin: ({ cycle, now, rules, it }) => {
    if (!it.isJoined) return [];
    it.isJoined = false;
    return [told('intake', Clocks.unmerge({ cycle, unmergedAt: now, from: 'other' }, rules))];
  },
  merge: ({ cycle, now, rules, it }) => {
    if (it.isMerged || it.finishedAt !== null) return [];
    it.isMerged = true;
    return [told('intake', Clocks.endCycle(cycle, { endedAt: now, because: 'merged' }, rules))];
  },
  unmerge: ({ cycle, now, rules, it }) => {
    if (!it.isMerged) return [];
    it.isMerged = false;
    return [told('intake', Clocks.unmerge({ cycle, unmergedAt: now }, rules))];
  },
  'call-back': ({ cycle, now, rules, it }) =>
    it.isVerified
      ? [
          told(
            'feedback',
            Clocks.end(callBackClock(cycle), cycle, { endedAt: now, because: 'called-back' }, rules),
          ),
        ]
      : [],
};

const told = (by: Service, decide: News['decide']) => ({ by, decide });

const helperEnds = ({ cycle, now, rules, it }: Doing, because: 'helped' | 'released') => {
  const call = it.calls.shift();
  return call === undefined
    ? []
    : [told('routing', Clocks.end(helpClock(cycle, call), cycle, { endedAt: now, because }, rules))];
};

/** All that is told of a case, in the order in which it happened. */
const newsOf = ({ policies, cycles }: Case): readonly News[] => {
  const rules = rulesOf(policies);
  const all: News[] = [];
  let hourNow = 0;
  cycles.forEach((steps, place) => {
    const cycle = place + 1;
    const add = (news: readonly Omit<News, 'at'>[]) =>
      all.push(...news.map((one) => ({ ...one, at: at(hourNow) })));
    const it: Now = {
      leg: 1,
      calls: [],
      lastCall: 0,
      round: 0,
      finishedAt: null,
      isVerified: false,
      isMerged: false,
      isJoined: false,
    };
    const about = { cycle, number: 'mu-2026-000001', policy: 'a', urgency: 'ordinary', archive: null };
    const isRedo = cycle > 1 ? { isRedo: true } : {};
    add([told('intake', Clocks.begin({ ...about, ...isRedo, beganAt: at(hourNow) }, rules))]);
    hourNow += 1;
    const offer = { cycle, leg: 1, area, because: 'registered', offeredAt: at(hourNow) };
    add([told('routing', Clocks.offer(offer, rules))]);
    hourNow += 1;
    const taken = { endedAt: at(hourNow), because: 'taken' } as const;
    add([told('routing', Clocks.end(takeClock(cycle, 1), cycle, taken, rules))]);
    for (const { after, what: deed } of steps) {
      hourNow += after;
      // Whoever is merged into another case is answered by that one.
      if (it.isMerged && !['unmerge', 'correct'].includes(deed)) continue;
      add(deeds[deed]?.({ cycle, now: at(hourNow), rules, it }) ?? []);
    }
    hourNow += 2;
  });
  return all;
};

/** Each is heard at least so many hours late; nothing overtakes what the same service told before. */
const delayed = (news: readonly News[], delays: readonly number[]): readonly News[] => {
  const last: Record<Service, Instant> = { intake: origin, routing: origin, feedback: origin };
  return news.map((one, nth) => {
    const heardAt = plus(one.at, (delays[nth] ?? 0) * hour);
    last[one.by] = heardAt > last[one.by] ? heardAt : last[one.by];
    return { ...one, at: last[one.by] };
  });
};

/** Hears what is told, and looks whenever a look is asked for, until nothing more is. */
const live = (news: readonly News[], rules: Clocks.Rules): Clocks.State => {
  let state = Clocks.decider.initial;
  const hear = ({ at: now, decide }: Pick<News, 'at' | 'decide'>) => {
    state = fold(Clocks.decider, decide(state, now), state);
  };
  const lookUntil = (moment: Instant) => {
    for (;;) {
      const next = Clocks.nextEvaluation(state);
      if (next === null || next > moment) return;
      hear({ at: next, decide: Clocks.evaluate(rules) });
    }
  };
  for (const one of [...news].sort((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)))) {
    lookUntil(one.at);
    hear(one);
  }
  lookUntil(afterAll);
  return state;
};

/** Beats are counted until the case is over, and a case that is over is looked at no more. */
const ending = (news: readonly News[], { cycles }: Case, rules: Clocks.Rules): readonly News[] => {
  const over = plus(news.at(-1)?.at ?? origin, 100 * hour);
  const end = Clocks.endCycle(cycles.length, { endedAt: over, because: 'closed' }, rules);
  return [...news, { by: 'intake', at: over, decide: end }];
};

/** A clock that began where later news says that it did not, or that nobody asked for in time, counts for nothing. */
const isVoid = (clock: string, verdict: string) =>
  verdict === 'cancelled' && !/^(accept|take|complete)/.test(clock);

const outcome = (state: Clocks.State) => ({
  verdicts: Object.values(state.clocks)
    .map((clock) => [clock.clock, clock.settled?.verdict ?? 'open', statusOf(state, clock)?.dueAt] as const)
    .filter(([clock, verdict]) => !isVoid(clock, verdict))
    .sort(([a], [b]) => (a < b ? -1 : 1)),
  escalated: Object.values(state.clocks)
    .flatMap(({ clock, told: notices }) =>
      Object.values(notices)
        .filter(({ level }) => level === 'escalation')
        .map((notice) => `${clock} ${notice.to}`),
    )
    .sort(),
});

/** The same stories in every run; `STORIES_SEED` tells others, `STORIES_RUNS` more. */
const stories = {
  numRuns: Number(process.env['STORIES_RUNS'] ?? 25),
  seed: Number(process.env['STORIES_SEED'] ?? 20_261_126),
};
const delays = fc.array(hours(200), { minLength: 45, maxLength: 45 });

test('late news of a whole case gives the verdicts of news in time, and the same people know', () => {
  fc.assert(
    fc.property(story, delays, (it, late) => {
      const rules = rulesOf(it.policies);
      const news = ending(newsOf(it), it, rules);
      expect(outcome(live(delayed(news, late), rules))).toEqual(outcome(live(news, rules)));
    }),
    stories,
  );
});

test('what is told twice, the second time much later, changes nothing', () => {
  fc.assert(
    fc.property(story, delays, (it, late) => {
      const rules = rulesOf(it.policies);
      const news = ending(newsOf(it), it, rules);
      expect(outcome(live([...news, ...delayed(news, late)], rules))).toEqual(outcome(live(news, rules)));
    }),
    stories,
  );
});
