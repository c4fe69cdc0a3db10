/** What the town owes in a dispute and by when: made of its state, so that no decision has to think of it. */
import { type Decision, fold, type Instant } from '@mulin/kernel';
import type { ClockEnd, Deadline, DeadlineEvent } from '../deadline-events.js';
import type { Deed, Event } from './dispute-events.js';
import { decider, isConsented, type KeptAgreement, type Known, type State } from './dispute-state.js';

/** A deadline, and how it ended where that is so. */
type Owed = Deadline & Readonly<{ end?: Readonly<{ end: ClockEnd; at: Instant }> }>;

const answered = (at: Instant | null | undefined): Pick<Owed, 'end'> =>
  at === null || at === undefined ? {} : { end: { end: 'answered', at } };

const holding = ({ mediator }: Known): Pick<Owed, 'holder'> =>
  mediator === null ? {} : { holder: mediator.mediator };

const policyOf = ({ colour }: Known): string => `mediation-${colour}`;

/** When the last of all parties said what they want; `null`: not all have. */
const allAnsweredAt = ({ parties }: Known): Instant | null => {
  const times = parties.map(({ consent }) => consent?.at ?? null);
  return times.includes(null)
    ? null
    : times.reduce((latest, at) => (latest === null || (at !== null && at > latest) ? at : latest));
};

/** A committee owes a mediator from when the quarrel came before it. */
const toAssign = (it: Known): Owed => ({
  clock: `assign/${it.beginnings}`,
  policy: policyOf(it),
  since: it.beganAt,
  ...answered(it.mediator?.at),
});

/** A mediator owes each party the question; whoever refuses has answered it. */
const toAsk = (it: Known): readonly Owed[] => {
  if (it.mediator === null) return [];
  const refusedAt = it.parties.find(({ consent }) => consent?.isGiven === false)?.consent?.at;
  return [
    {
      clock: `consent/${it.round}`,
      policy: policyOf(it),
      since: it.mediator.at,
      ...holding(it),
      ...answered(refusedAt ?? allAnsweredAt(it)),
    },
  ];
};

const firstHeldAt = ({ sessions, beganAt }: Known): Instant | undefined =>
  sessions.filter(({ state, from }) => state === 'held' && from >= beganAt).map(({ from }) => from)[0];

const toSettle = (it: Known): readonly Owed[] => {
  const since = isConsented(it) ? allAnsweredAt(it) : null;
  if (since === null) return [];
  const dueAt = it.extendedUntil.at(-1);
  const common = { policy: policyOf(it), since, ...holding(it) };
  return [
    { clock: `meet/${it.round}`, ...common, ...answered(firstHeldAt(it)) },
    {
      clock: `settle/${it.turn}`,
      ...common,
      ...(dueAt === undefined ? {} : { dueAt }),
      ...answered(it.agreement?.effectAt ?? concludedAt(it)),
    },
  ];
};

/** A mediation that ends without an agreement is concluded as well: the mediator has done what was owed. */
const concludedAt = ({ end }: Known): Instant | undefined =>
  end !== null && end.outcome !== 'joined' ? end.at : undefined;

const inEffect = ({ agreement }: Known): (KeptAgreement & Readonly<{ effectAt: Instant }>) | null =>
  agreement === null || agreement.effectAt === null ? null : { ...agreement, effectAt: agreement.effectAt };

/** Each term is watched, and so is the window of the court (People's Mediation Law, articles 31 and 33). */
const toPerform = (it: Known): readonly Owed[] => {
  const agreement = inEffect(it);
  if (agreement === null) return [];
  const { version, terms, performed, effectAt, soughtAt, isAboutStatus } = agreement;
  const common = { policy: policyOf(it), since: effectAt, ...holding(it) };
  const owed = terms.map(({ term, dueAt }): Owed => ({
    ...common,
    clock: `perform/${version}/${term}`,
    dueAt,
    ...answered(performed[term]),
  }));
  return isAboutStatus ? owed : [...owed, { ...common, clock: `confirm/${version}`, ...answered(soughtAt) }];
};

const toAcknowledge = (it: Known): readonly Owed[] =>
  it.dangers.map(({ danger, at, acknowledgedAt }) => ({
    clock: `danger/${danger}`,
    policy: policyOf(it),
    since: at,
    ...answered(acknowledgedAt),
  }));

/** What was answered under former terms is not owed again under new ones. */
const isRepeated = ({ deadlines }: Known, { clock, end }: Owed): boolean => {
  const [name = ''] = clock.split('/', 1);
  const wasAnswered = Object.values(deadlines).some(
    (it) => it.clock !== clock && it.clock.startsWith(`${name}/`) && it.end?.end === 'answered',
  );
  return (
    (name === 'consent' || name === 'meet') &&
    end !== undefined &&
    deadlines[clock] === undefined &&
    wasAnswered
  );
};

/** All that is or was owed by the state alone; what is missing there, and was owed before, is not owed any more. */
const owedIn = (it: Known): readonly Owed[] => [
  toAssign(it),
  ...toAsk(it),
  ...toSettle(it),
  ...toPerform(it),
  ...toAcknowledge(it),
];

const set = (it: Known, { end: _, ...deadline }: Owed): DeadlineEvent => ({
  type: 'DeadlineSet',
  data: { number: it.number, area: it.area, ...deadline },
});

const ended = ({ number }: Known, clock: string, end: ClockEnd, endedAt: Instant): DeadlineEvent => ({
  type: 'DeadlineEnded',
  data: { number, clock, end, endedAt },
});

const handedOver = (it: Known, { clock, holder }: Owed, now: Instant): readonly DeadlineEvent[] => {
  const known = it.deadlines[clock];
  const isMoved = known !== undefined && holder !== undefined && known.holder !== holder;
  return isMoved ? [{ type: 'DeadlineHandedOver', data: { number: it.number, clock, holder, at: now } }] : [];
};

/** A dispute that is over owes nothing more, but an answer to a danger. */
const isMoot = ({ end }: Known, { clock, end: answer }: Owed): boolean =>
  end !== null && answer === undefined && !clock.startsWith('danger/');

/** Of one deadline: what has to be recorded so that what is recorded says what is owed. */
const changesOf = (it: Known, owed: Owed, now: Instant): readonly DeadlineEvent[] => {
  const { clock, end } = owed;
  const known = it.deadlines[clock];
  if (known?.end) return [];
  if (isMoot(it, owed)) return known === undefined ? [] : [ended(it, clock, 'cancelled', now)];
  return [
    ...(known === undefined ? [set(it, owed)] : []),
    ...handedOver(it, owed, now),
    ...(end === undefined ? [] : [ended(it, clock, end.end, end.at)]),
  ];
};

/** What has to be recorded so that the deadlines on record are those that are owed, or were. */
const deadlineChanges = (it: Known, now: Instant): readonly DeadlineEvent[] => {
  const owed = owedIn(it).filter((one) => !isRepeated(it, one));
  const clocks = new Set(owed.map(({ clock }) => clock));
  const gone = Object.values(it.deadlines)
    .filter(({ clock, end }) => end === null && !clocks.has(clock))
    .map(({ clock }) => ended(it, clock, 'cancelled', now));
  return [...gone, ...owed.flatMap((one) => changesOf(it, one, now))];
};

/** Who had the dispute planned them; whoever has it now, or nobody where it is over, plans others. */
const calledOff = (it: Known, calledOffAt: Instant): readonly Deed[] =>
  it.sessions
    .filter(
      ({ state, mediator }) => state === 'planned' && (it.end !== null || mediator !== it.mediator?.mediator),
    )
    .map(({ session }) => ({ type: 'SessionCalledOff', data: { number: it.number, session, calledOffAt } }));

const folded = (state: State, events: readonly Event[]): State => fold(decider, events, state);

/** What somebody does, and what follows from it. Refused as it is. */
export const withWhatFollows =
  (decide: Decision<State, Deed>): Decision<State, Event> =>
  (state, now) => {
    const deeds = decide(state, now);
    const after = folded(state, deeds);
    if (deeds.length === 0 || after === null) return deeds;
    const off = calledOff(after, now);
    const settled = folded(after, off) ?? after;
    return [...deeds, ...off, ...deadlineChanges(settled, now)];
  };
