/**
 * Whatever the order, however often, however late: the same events give the same verdicts, and the same people know.
 * Policies have ladders that differ in everything a ladder can differ in, and some roles nobody holds.
 */
import { expect, test } from '@jest/globals';
import process from 'node:process';
import fc from 'fast-check';
import { type Decision, fold, hour, type Instant, instant, plus } from '@mulin/kernel';
import type { EndReason } from './clock-events.js';
import * as Clocks from './clocks.js';
import type { ClockName, DeadlineCalculator } from './terms.js';

const origin = instant('2026-03-02T01:00:00Z');
const at = (hours: number) => plus(origin, hours * hour);
const lastHour = 600;
const afterAll = at(100_000);

const roles = ['grid-member', 'grid-leader', 'village-committee', 'community-secretary', 'town-leader'];

/** At a part of the target, or so many hours after the due moment. */
type Rung = Readonly<{ to: string } & ({ share: number } | { after: number })>;
type ClockRule = Readonly<{ length: number; ladder: readonly Rung[] }>;
type Policy = Readonly<Partial<Record<ClockName, ClockRule>>>;
type Ended = Readonly<{ clock: string; because: EndReason; at: number }>;
type Offer = Readonly<{ at: number; because: string; area: string }>;
type Turn = Readonly<{ at: number; isKept: boolean; because: string; area: string }>;
/** Nobody has that role anywhere until then, or from then on. */
type Vacancy = Readonly<{ role: string; at: number; isBefore: boolean }>;
type Change = Readonly<{ at: number; policy: string }>;
type Cycle = Readonly<{
  start: number;
  offers: readonly Offer[];
  turns: readonly Turn[];
  ends: readonly Ended[];
  /** Corrections that lead back to the holder. */
  settlings: readonly number[];
  changes: readonly Change[];
  joins: readonly Readonly<{ at: number; due: number }>[];
}>;
type World = Readonly<{
  policies: Readonly<Record<string, Policy>>;
  nobody: readonly Vacancy[];
  cycles: readonly Cycle[];
}>;

const hours = (max: number, min = 0) => fc.integer({ min, max });
const oneOf = <T>(...values: readonly T[]) => fc.constantFrom(...values);

const to = oneOf(...roles, 'hotline-clerk');
const rung: fc.Arbitrary<Rung> = fc.oneof(
  fc.record({ to, share: oneOf(0, 0.25, 0.5, 0.75, 1, 1.5) }),
  fc.record({ to, after: hours(60, -20) }),
);
const clockRule = fc.record({ length: oneOf(4, 20, 40, 80), ladder: fc.array(rung, { maxLength: 5 }) });
const policy = fc.record({ accept: clockRule, take: clockRule, complete: clockRule, arbitrate: clockRule });

const cycleOf = (number: number): fc.Arbitrary<Cycle> =>
  fc.record({
    start: hours(50),
    offers: fc
      .array(
        fc.record({
          at: hours(60),
          because: oneOf('registered', 'returned', 'corrected', 'decided', 'off-duty'),
          area: oneOf('mu/c1/v1/g1/m1', 'mu/c1/v1/g1/m2', 'mu/c1/v1/g2/m3', 'mu/c2/v2/g3/m4'),
        }),
        { maxLength: 3 },
      )
      .map((offers) => [...offers].sort((a, b) => a.at - b.at)),
    turns: fc
      .uniqueArray(
        fc.record({
          at: hours(80),
          isKept: fc.boolean(),
          because: oneOf('nobodys-land', 'second-return', 'nobody-on-duty'),
          area: oneOf('mu/c1', 'mu/c2'),
        }),
        { selector: (turn) => turn.at, maxLength: 2 },
      )
      .map((turns) => [...turns].sort((a, b) => a.at - b.at)),
    ends: fc.array(
      fc.record({
        clock: oneOf(`take/${number}/1`, `take/${number}/2`, `complete/${number}`, `cycle/${number}`),
        because: oneOf<EndReason>(
          'taken',
          'finished',
          'done',
          'explained',
          'closed',
          'returned',
          'declined',
          'withdrawn',
          'merged',
        ),
        at: hours(120),
      }),
      { maxLength: 4 },
    ),
    settlings: fc.uniqueArray(hours(80), { maxLength: 1 }),
    changes: fc.uniqueArray(fc.record({ at: hours(100), policy: oneOf('a', 'b', 'c') }), {
      selector: (change) => change.at,
      maxLength: 3,
    }),
    joins: fc.array(fc.record({ at: hours(100), due: hours(100) }), { maxLength: 2 }),
  });

const world: fc.Arbitrary<World> = fc.record({
  policies: fc.record({ a: policy, b: policy, c: policy }),
  nobody: fc.uniqueArray(
    fc.record({ role: oneOf(...roles.slice(1)), at: oneOf(0, 30, 100, 1_000), isBefore: fc.boolean() }),
    { selector: ({ role }) => role, maxLength: 3 },
  ),
  cycles: hours(2, 1).chain((count) =>
    fc.tuple(...Array.from({ length: count }, (_, it) => cycleOf(it + 1))),
  ),
});

const momentOf = (rule: Rung, start: number, length: number, due: number): number =>
  'share' in rule ? (rule.share === 0 ? start : due - length + rule.share * length) : due + rule.after;
const thresholdOf = (rule: Rung): string => ('share' in rule ? `${rule.share * 100}%` : `+${rule.after}h`);

const hourOf = (moment: Instant): number => (Date.parse(moment) - Date.parse(origin)) / hour;

const isVacant = ({ nobody }: World, role: string, hour_: number): boolean =>
  nobody.some((it) => it.role === role && (it.isBefore ? hour_ < it.at : hour_ >= it.at));

const rulesIn = (it: World): Clocks.Rules => {
  const { policies } = it;
  const calculate: DeadlineCalculator = ({ name, policy: id, startedAt, dueAt: settled }) => {
    const rule = policies[id]?.[name];
    if (rule === undefined) return null;
    const start = hourOf(startedAt);
    const due = settled === undefined ? start + rule.length : hourOf(settled);
    const ladder = rule.ladder.map((rung_) => ({
      at: at(momentOf(rung_, start, rule.length, due)),
      to: rung_.to,
      threshold: thresholdOf(rung_),
    }));
    return { dueAt: at(due), ladder, policy: `${id}@1`, calendar: 't@1', provisional: false };
  };
  return { calculate, isHeld: (role, _, when) => !isVacant(it, role, hourOf(when)) };
};

type Heard = Readonly<{ decide: Decision<Clocks.State, Clocks.Event>; at: Instant }>;

/** The last leg that was offered before a turn of the arbiter; what is offered in the same moment comes after it. */
const legBefore = ({ offers }: Cycle, moment: number): number =>
  offers.reduce((last, offer, place) => (offer.at < moment ? place + 1 : last), 0);

const heardOf = (cycle: Cycle, number: number, rules: Clocks.Rules): readonly Heard[] => {
  const { start, offers, turns, settlings, ends, changes, joins } = cycle;
  const about = { number: 'meixi-2026-000001', policy: 'a', urgency: 'ordinary', archive: null };
  const when = (after: number) => at(start + after);
  return [
    { decide: Clocks.begin({ cycle: number, ...about, beganAt: when(0) }, rules), at: when(0) },
    ...offers.map(({ at: after, because, area }, place) => {
      const offeredAt = when(after);
      return {
        decide: Clocks.offer({ cycle: number, leg: place + 1, because, area, offeredAt }, rules),
        at: offeredAt,
      };
    }),
    ...turns.map(({ at: after, isKept, because, area }, place) => {
      const [moment, turn] = [when(after), place + 1];
      const which = { turn, leg: legBefore(cycle, after) };
      const decide = isKept
        ? Clocks.askArbiter({ cycle: number, area, ...which, askedAt: moment }, rules)
        : Clocks.leave({ cycle: number, area, ...which, because, leftAt: moment }, rules);
      return { decide, at: moment };
    }),
    ...settlings.map((after) => {
      const settledAt = when(after);
      return { decide: Clocks.settleDoubt({ cycle: number, settledAt }, rules), at: settledAt };
    }),
    ...ends.map(({ clock, because, at: after }) => {
      const end = { endedAt: when(after), because };
      const decide = clock.startsWith('cycle')
        ? Clocks.endCycle(number, end, rules)
        : Clocks.end(clock, number, end, rules);
      return { decide, at: end.endedAt };
    }),
    ...changes.map(({ at: after, policy: id }) => {
      const change = { cycle: number, policy: id, urgency: 'ordinary', reclassifiedAt: when(after) };
      return { decide: Clocks.reclassify(change, rules), at: when(after) };
    }),
    ...joins.map(({ at: after, due }) => {
      const joining = { cycle: number, joinedAt: when(after), dueAt: when(due) };
      return { decide: Clocks.join(joining, rules), at: when(after) };
    }),
  ];
};

const allConsumed = (it: World): readonly Heard[] =>
  it.cycles.flatMap((cycle, place) => heardOf(cycle, place + 1, rulesIn(it)));

/** What may be known in the end for an addressee of a ladder, and by whose ears where it was told at that time. */
type Known = Readonly<{ levels: readonly (string | null)[]; by: (notice: Told) => boolean }>;
type Told = Readonly<{ to: string; area: string | null; givenAt: Instant }>;
type Truth = Readonly<{
  clock: string;
  verdict: string;
  dueAt: Instant;
  knows: Readonly<Record<string, Known>>;
}>;

type OneClock = Readonly<{ it: World; cycle: Cycle; clock: string; name: ClockName; began: number }>;

const order: readonly string[] = [
  'offered',
  'taken',
  'finished',
  'decided',
  'closed',
  'done',
  'explained',
  'returned',
  'moved',
  'declined',
  'withdrawn',
  'merged',
];

const ownEnds = ({ cycle, clock, name, began }: OneClock): readonly Ended[] => {
  const place = Number(clock.split('/')[2]);
  const ended = (because: EndReason, moment: number): Ended => ({ clock, because, at: moment });
  if (name === 'accept') return cycle.offers.map((it) => ended('offered', it.at));
  if (name === 'take')
    return [
      ...cycle.offers.slice(place),
      ...cycle.turns.filter((turn) => !turn.isKept && legBefore(cycle, turn.at) >= place),
    ].map((it) => ended(/return/.test(it.because) ? 'returned' : 'moved', it.at));
  if (name !== 'arbitrate') return [];
  return [
    ...cycle.offers
      .filter((_, leg) => leg + 1 > legBefore(cycle, began))
      .map((it) => ended(it.because === 'decided' ? 'decided' : 'moved', it.at)),
    ...cycle.turns.slice(place).map((it) => ended('moved', it.at)),
    ...cycle.settlings
      .filter((after) => cycle.turns[place - 1]?.isKept === true && after > began)
      .map((after) => ended('moved', after)),
    ...cycle.ends
      .filter((it) => it.clock.startsWith('complete') && it.at > began)
      .map((it) => ended('moved', it.at)),
  ];
};

/** A cycle that begins leaves nothing of those before it open. */
const endsByNext = ({ it, cycle, clock }: OneClock): readonly Ended[] =>
  it.cycles
    .slice(it.cycles.indexOf(cycle) + 1)
    .map((next) => ({ clock, because: 'moved', at: next.start - cycle.start }));

/** Of several ends the earliest; of two in one moment the one that answers. */
const endOf = (one: OneClock): Ended | undefined =>
  [
    ...one.cycle.ends.filter((it) => it.clock === one.clock || it.clock.startsWith('cycle')),
    ...ownEnds(one),
    ...endsByNext(one),
  ].sort((a, b) => a.at - b.at || order.indexOf(a.because) - order.indexOf(b.because))[0];

const verdictOf = ({ name }: OneClock, due: number, end: Ended | undefined): string => {
  if (end === undefined || end.at > due) return 'breached';
  if (name === 'arbitrate') return end.because === 'decided' ? 'met' : 'cancelled';
  const answers = ['offered', 'taken', 'finished', 'closed', ...(name === 'accept' ? ['declined'] : [])];
  return answers.includes(end.because) ? 'met' : 'cancelled';
};

/** Where a case lies at some time, and with whom. */
type Hands = Readonly<{ at: number; area: string | null; whose: 'desk' | 'grid' | 'arbiter' }>;

const ownPlaces = (cycle: Cycle, name: ClockName): readonly (Offer | Turn)[] => {
  if (name === 'take') return cycle.offers;
  return name === 'arbitrate' ? cycle.turns : [];
};

/** Through whose hands a case goes until a clock ends, from the first to the last; what it is to them is said there. */
const handsOf = (one: OneClock): readonly Hands[] => {
  const { cycle, name, clock, began } = one;
  const place = Number(clock.split('/')[2]) - 1;
  const own = ownPlaces(cycle, name)[place];
  if (own !== undefined) {
    const isLeft = 'isKept' in own && !own.isKept;
    return [{ at: began, area: own.area, whose: isLeft ? 'arbiter' : 'grid' }];
  }
  const moves = [
    ...cycle.turns.filter((it) => !it.isKept).map((it) => ({ ...it, whose: 'arbiter' as const })),
    ...cycle.offers.map((it) => ({ ...it, whose: 'grid' as const })),
  ].sort((a, b) => a.at - b.at);
  // Nobody has had it who had it for no time at all.
  const lasting = moves.filter((it, nth) => moves[nth + 1]?.at !== it.at);
  const until = endOf(one)?.at ?? Infinity;
  return [{ at: 0, area: moves[0]?.area ?? null, whose: 'desk' }, ...lasting.filter((it) => it.at < until)];
};

/** What part of its place each role answers for. */
const parts: Readonly<Record<string, number>> = {
  'grid-member': 5,
  'grid-leader': 4,
  'village-committee': 3,
  'community-secretary': 2,
  'town-leader': 1,
};
const partOf = (role: string, area: string | null): string =>
  (area ?? '')
    .split('/')
    .slice(0, parts[role] ?? 0)
    .join('/');

/** Who has to hear when it is told at that time, and for which part of the town. */
const roleIn = (one: OneClock, addressee: string, { whose }: Hands): string => {
  const ofTheGrid = ['grid-member', 'grid-leader', 'village-committee'];
  const isAccept = one.name === 'accept';
  const isMoved = (isAccept ? [...ofTheGrid, 'hotline-clerk'] : ofTheGrid).includes(addressee);
  const substitute = whose === 'arbiter' ? 'community-secretary' : 'hotline-clerk';
  return isMoved && (isAccept || whose !== 'grid') ? substitute : addressee;
};

const hearerIn = (one: OneClock, addressee: string, hands: Hands, when: number): string => {
  const role = roleIn(one, addressee, hands);
  // The desk is on no roster.
  const upwards = roles.includes(role) ? roles.slice(roles.indexOf(role)) : [];
  const hearer = upwards.find((other) => !isVacant(one.it, other, when)) ?? role;
  return `${hearer} of ${partOf(hearer, hands.area)}`;
};

type Step = Readonly<{ id: string; to: string; at: number }>;
/** `policy`: as what it is seen; `cap`: the earliest deadline of another report of the same thing. */
type InForce = { due: number; steps: readonly Step[]; policy: string; cap: number };

const stepsOf = ({ it, name, began }: OneClock, id: string, due: number): readonly Step[] => {
  const rule = it.policies[id]?.[name] ?? { length: 0, ladder: [] };
  return rule.ladder.map((rung_) => ({
    id: `${thresholdOf(rung_)} ${rung_.to}`,
    to: rung_.to,
    at: momentOf(rung_, began, rule.length, due),
  }));
};

/** What happens to the terms in one hour, in the order in which it counts. */
const changesAt = ({ cycle, name, began }: OneClock, moment: number) => {
  let last = 'a';
  const real = [...cycle.changes]
    .sort((a, b) => a.at - b.at)
    .filter((change) => {
      const isReal = change.policy !== last;
      last = change.policy;
      return isReal;
    });
  const joins = name === 'complete' ? cycle.joins : [];
  const when = (after: number) => Math.max(after, began);
  return [
    ...joins
      .filter((join) => when(join.at) === moment)
      .sort((a, b) => a.at - b.at || a.due - b.due)
      .map((join) => ({ cap: join.due, policy: null })),
    ...real
      .filter((change) => when(change.at) === moment)
      .map(({ policy: id }) => ({ cap: null, policy: id })),
  ];
};

type Owed = { to: string; isMiss: boolean };
type ChangeNow = Readonly<{ cap: number | null; policy: string | null; wasMissed: boolean }>;

/** Other terms from this moment on. What was missed stays missed; later steps are counted from what is due now. */
const change = (one: OneClock, force: InForce, { cap, policy: id, wasMissed }: ChangeNow): void => {
  force.cap = Math.min(force.cap, cap ?? Infinity);
  force.policy = id ?? force.policy;
  const own = id === null ? force.due : one.began + lengthIn(one, id);
  force.due = wasMissed ? force.due : Math.min(force.cap, own);
  force.steps = stepsOf(one, force.policy, force.due);
};

const lengthIn = ({ it, name }: OneClock, id: string): number => it.policies[id]?.[name]?.length ?? 0;

type Moment = Readonly<{ at: number; isRetroactive: boolean; makesLate: boolean }>;

/** What the terms in force owe at a moment, or owed before it, too. */
const owe = (
  { steps, due }: InForce,
  { at: moment, isRetroactive, makesLate }: Moment,
  before: ReadonlyMap<string, Owed>,
): ReadonlyMap<string, Owed> => {
  const isMiss = moment >= due;
  const isOwed = (id: string) => {
    const old = before.get(id);
    return old === undefined || (makesLate && isMiss && !old.isMiss);
  };
  const now = steps.filter(({ at: when }) => when === moment || (isRetroactive && when < moment));
  const fresh = now
    .filter(({ id }) => isOwed(id))
    .map(({ id, to: addressee }): [string, Owed] => [id, { to: addressee, isMiss }]);
  return new Map([...before, ...fresh]);
};

/** All that was ever owed of one clock, hour by hour, knowing everything at once. */
const allOwed = (one: OneClock, force: InForce, until: number): ReadonlyMap<string, Owed> => {
  const { began } = one;
  let owed: ReadonlyMap<string, Owed> = new Map();
  for (let moment = began; moment < Math.min(until, lastHour); moment++) {
    // All changes of one moment are one: nobody was late in between, and the last says what is owed from then on.
    const wasMissed = force.due < moment;
    const changes = changesAt(one, moment);
    for (const it of changes) change(one, force, { ...it, wasMissed });
    const makesLate = !wasMissed && force.due <= moment;
    if (changes.length > 0) owed = owe(force, { at: moment, isRetroactive: true, makesLate }, owed);
    owed = owe(force, { at: moment, isRetroactive: moment === began, makesLate: false }, owed);
  }
  return owed;
};

/**
 * What an addressee must know: a lateness for sure; a warning, or nothing, where all was in time. It is told where
 * the case lies in the end; of what is answered nobody is warned anew, who had it before may have been.
 */
const knownBy = (one: OneClock, addressee: string, own: readonly Owed[], due: number): Known => {
  const end = endOf(one);
  const isLate = end === undefined || end.at > due;
  const warned = isLate ? ['escalation', 'warning', null] : ['warning', null];
  const hands = handsOf(one);
  const whose = hands.map(
    (it) => `${roleIn(one, addressee, it)} ${partOf(roleIn(one, addressee, it), it.area)}`,
  );
  // Who has it only since it was late must hear that it is.
  const cameLate = hands.some((it, nth) => nth > 0 && it.at > due && whose[nth] !== whose[nth - 1]);
  const isMiss = cameLate || own.some((step) => step.isMiss);
  const last = isMiss || end === undefined ? hands.slice(-1) : hands;
  return {
    levels: isMiss ? ['escalation'] : warned,
    by: ({ to: hearer, area, givenAt }) => {
      const when = hourOf(givenAt);
      // Where nobody knew the place, whoever has that role where it lay was meant.
      const meant = area ?? hands.findLast((it) => one.cycle.start + it.at <= when)?.area ?? null;
      // Who stands in for somebody later may have been told before.
      const changes = one.it.nobody.map((it) => it.at).filter((it) => it > when);
      return [when, ...changes].some((since) =>
        last.some((it) => hearerIn(one, addressee, it, since) === `${hearer} of ${partOf(hearer, meant)}`),
      );
    },
  };
};

/** Lives through the life of one clock. */
const truthOf = (one: OneClock): Truth => {
  const { began, clock, cycle } = one;
  const end = endOf(one);
  const first = began + lengthIn(one, 'a');
  const force: InForce = { due: first, steps: stepsOf(one, 'a', first), policy: 'a', cap: Infinity };
  const owed = [...allOwed(one, force, end?.at ?? Infinity).values()];
  const addressees = [...new Set(owed.map((step) => step.to))];
  return {
    clock,
    verdict: verdictOf(one, force.due, end),
    dueAt: at(cycle.start + force.due),
    knows: Object.fromEntries(
      addressees.map((it) => [
        it,
        knownBy(
          one,
          it,
          owed.filter((step) => step.to === it),
          force.due,
        ),
      ]),
    ),
  };
};

const truth = (it: World): readonly Truth[] =>
  it.cycles.flatMap((cycle, place) => {
    const number = place + 1;
    const clocks: readonly (readonly [string, ClockName, number])[] = [
      [`accept/${number}`, 'accept', 0],
      [`complete/${number}`, 'complete', 0],
      ...cycle.offers.map((offer, leg) => [`take/${number}/${leg + 1}`, 'take', offer.at] as const),
      ...cycle.turns.map((turn, nth) => [`arbitrate/${number}/${nth + 1}`, 'arbitrate', turn.at] as const),
    ];
    return clocks.map(([clock, name, began]) => truthOf({ it, cycle, clock, name, began }));
  });

const inTime = (story: readonly Heard[]): readonly Heard[] =>
  [...story].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));

const told = (story: readonly Heard[], from = Clocks.decider.initial): Clocks.State =>
  inTime(story).reduce((state, { decide, at: now }) => fold(Clocks.decider, decide(state, now), state), from);

/** Everything that is decided in a story, in time. */
const decidedIn = (story: readonly Heard[]): readonly Clocks.Event[] => {
  let state = Clocks.decider.initial;
  return inTime(story).flatMap(({ decide, at: now }) => {
    const events = decide(state, now);
    state = fold(Clocks.decider, events, state);
    return events;
  });
};

type Notice = Extract<Clocks.Event, { type: 'NoticeGiven' }>['data'];

/** Whether an earlier notice to the same had said as much since the later one was owed. */
const saysAsMuch = (earlier: Notice | undefined, { to: hearer, area, owedAt, level }: Notice): boolean =>
  earlier?.to === hearer &&
  partOf(hearer, earlier.area) === partOf(hearer, area) &&
  earlier.givenAt > owedAt &&
  ['escalation', level].includes(earlier.level);

/** Notices that told nobody anything. */
const repeatedIn = (story: readonly Heard[]): readonly string[] => {
  const standing = new Map<string, Notice>();
  return decidedIn(story).flatMap(({ type, data }) => {
    if (type !== 'NoticeGiven' && type !== 'NoticeWithdrawn') return [];
    const names = data.addressees.map((name) => `${data.clock} ${name}`);
    if (type === 'NoticeWithdrawn') {
      for (const name of names) standing.delete(name);
      return [];
    }
    const isRepeated = names.every((name) => saysAsMuch(standing.get(name), data));
    for (const name of names) standing.set(name, data);
    return isRepeated ? [`${data.givenAt} ${data.clock} ${data.to}`] : [];
  });
};

const byClock = (a: { clock: string }, b: { clock: string }) => (a.clock < b.clock ? -1 : 1);

const verdictsIn = ({ clocks }: Clocks.State) =>
  Object.values(clocks)
    .map(({ clock, settled }) => ({
      clock,
      verdict: settled?.verdict ?? 'open',
      dueAt: settled?.dueAt ?? origin,
    }))
    .sort(byClock);

/** Who knows what they should not, or does not know what they should, or by somebody who was not to be told. */
const wrongIn = ({ clocks }: Clocks.State, expected: readonly Truth[]): readonly string[] =>
  expected.flatMap(({ clock, knows }) => {
    const known = clocks[clock]?.told ?? {};
    return [...new Set([...Object.keys(knows), ...Object.keys(known)])].flatMap((addressee) => {
      const { levels, by } = knows[addressee] ?? { levels: [null], by: () => false };
      const notice = known[addressee];
      const isRight =
        notice === undefined ? levels.includes(null) : levels.includes(notice.level) && by(notice);
      return isRight ? [] : [`${clock} ${addressee}: ${JSON.stringify(notice)}`];
    });
  });

const mustBe = (state: Clocks.State, it: World) => {
  const expected = truth(it);
  const verdicts = expected.map(({ clock, verdict, dueAt }) => ({ clock, verdict, dueAt })).sort(byClock);
  expect({ verdicts: verdictsIn(state), wrong: wrongIn(state, expected) }).toEqual({ verdicts, wrong: [] });
};

const story = world.chain((it) => {
  const heard = allConsumed(it);
  return fc.record({
    world: fc.constant(it),
    heard: fc.constant(heard),
    // Each is heard one to three times, each time with its own delay.
    delays: fc.tuple(...heard.map(() => fc.array(hours(300), { minLength: 1, maxLength: 3 }))),
    looks: fc.array(hours(400), { maxLength: 6 }),
  });
});

const hearings = (heard: readonly Heard[], delays: readonly (readonly number[])[]): readonly Heard[] =>
  heard.flatMap(({ decide, at: from }, index) =>
    (delays[index] ?? []).map((delay) => ({ decide, at: plus(from, delay * hour) })),
  );

/** The same stories in every run, so that it says the same twice; `STORIES_SEED` tells others, `STORIES_RUNS` more. */
const stories = {
  numRuns: Number(process.env['STORIES_RUNS'] ?? 1_500),
  seed: Number(process.env['STORIES_SEED'] ?? 20_261_126),
};

test('verdicts, deadlines and who knows follow from event times, not from when anybody heard or looked', () => {
  fc.assert(
    fc.property(story, ({ world: it, heard, delays, looks }) => {
      const look = Clocks.evaluate(rulesIn(it));
      const alarms = [...looks.map(at), afterAll].map((time) => ({ decide: look, at: time }));
      mustBe(told([...alarms, ...hearings(heard, delays)]), it);
    }),
    stories,
  );
});

test('nobody is told again of what they know', () => {
  fc.assert(
    fc.property(story, ({ world: it, heard, delays, looks }) => {
      const look = Clocks.evaluate(rulesIn(it));
      const alarms = looks.map(at).map((time) => ({ decide: look, at: time }));
      expect(repeatedIn([...alarms, ...hearings(heard, delays)])).toEqual([]);
    }),
    stories,
  );
});

test('the looks it asks for are enough, and each of them finds something', () => {
  fc.assert(
    fc.property(story, ({ world: it, heard, delays }) => {
      const look = Clocks.evaluate(rulesIn(it));
      let state = told(hearings(heard, delays));
      for (let next = Clocks.nextEvaluation(state); next !== null; next = Clocks.nextEvaluation(state)) {
        const found = look(state, next);
        expect(found).not.toEqual([]);
        state = fold(Clocks.decider, found, state);
      }
      mustBe(state, it);
    }),
    stories,
  );
});

test('the whole story told again, and backwards, adds nothing', () => {
  fc.assert(
    fc.property(story, ({ world: it, heard, delays }) => {
      const look = Clocks.evaluate(rulesIn(it));
      const state = told([...hearings(heard, delays), { decide: look, at: afterAll }]);
      const again = [...heard, ...[...heard].reverse()];
      expect(again.flatMap(({ decide }) => decide(state, plus(afterAll, hour)))).toEqual([]);
    }),
    stories,
  );
});
