/** How a dispute or a promise stands, whose its deadlines are and who was told of them, by all that was heard of it. */
import {
  type DisputeNews,
  type Moment,
  type OfCommitments,
  type OfMediation,
  saidBy,
} from '../observed-events.js';

export type Deadline = Readonly<{
  of: 'dispute' | 'promise';
  since: Moment;
  area: string;
  /** Whose it is; `null`: nobody's yet. */
  holder: string | null;
  /** By when, as was agreed or computed; `null`: not heard yet. */
  dueAt: Moment | null;
  isOver: boolean;
}>;

export type Told = Readonly<{
  clock: string;
  to: string;
  /** The how-manieth that this person was told of this clock. */
  nth: number;
  holder: string | null;
  area: string;
  level: 'warning' | 'escalation';
  dueAt: Moment;
  since: Moment;
}>;

/** `times`: how often a time was set for it: each is another thing to know. */
export type Session = Readonly<{
  session: number;
  state: 'planned' | 'called-off' | 'held';
  times: number;
  from: Moment;
  withoutPhone: number;
  since: Moment;
}>;

type Mediator = Readonly<{ account: string; because: string; since: Moment }>;

export type Dispute = Readonly<{
  number: string | null;
  area: string | null;
  mediator: Mediator | null;
  /** Since when somebody has to be named who mediates; `null`: nobody has to be. */
  mediatorWantedSince: Moment | null;
  /** Challenges that were heard, and since when the newest is not decided. */
  challenges: number;
  challengedSince: Moment | null;
  dangers: readonly Readonly<{ danger: number; since: Moment }>[];
  sessions: ReadonlyMap<number, Session>;
  isOver: boolean;
  deadlines: ReadonlyMap<string, Deadline>;
  /** The newest of each person and clock. */
  told: readonly Told[];
}>;

const none: Dispute = {
  number: null,
  area: null,
  mediator: null,
  mediatorWantedSince: null,
  challenges: 0,
  challengedSince: null,
  dangers: [],
  isOver: false,
  sessions: new Map(),
  deadlines: new Map(),
  told: [],
};

type Said<Is extends OfMediation['is']> = Extract<OfMediation, { is: Is }>;

const withDeadline = (before: Dispute, clock: string, change: Partial<Deadline>): Dispute => {
  const known = before.deadlines.get(clock);
  if (known === undefined) return before;
  return { ...before, deadlines: new Map(before.deadlines).set(clock, { ...known, ...change }) };
};

/** `settle/1` is `settle`. */
export const nameOf = (clock: string): string => clock.split('/', 1)[0] ?? clock;

/** The committee owes somebody who mediates. */
const isOfNaming = (clock: string): boolean => nameOf(clock) === 'assign';

const over = (before: Dispute, clock: string): Dispute => {
  const after = withDeadline(before, clock, { isOver: true });
  return isOfNaming(clock) ? { ...after, mediatorWantedSince: null } : after;
};

const set = (before: Dispute, said: Said<'deadline-set'>, since: Moment): Dispute => {
  const { clock, of, area, holder, dueAt } = said;
  const deadline = { of, since, area, holder, dueAt, isOver: false };
  // Whoever has had it from its first moment was named before this is heard.
  const isToAssign = isOfNaming(clock) && (before.mediator === null || before.mediator.since < since);
  return {
    ...before,
    area: before.area ?? area,
    mediatorWantedSince: isToAssign ? (before.mediatorWantedSince ?? since) : before.mediatorWantedSince,
    deadlines: new Map(before.deadlines).set(clock, deadline),
  };
};

const assigned = (before: Dispute, { mediator, because, area }: Said<'assigned'>, at: Moment): Dispute => ({
  ...before,
  area,
  // Whoever had it already has it since then.
  mediator:
    before.mediator?.account === mediator ? before.mediator : { account: mediator, because, since: at },
  mediatorWantedSince: null,
  challengedSince: null,
});

const withSession = (
  { sessions }: Dispute,
  said: Said<'session-planned' | 'session-called-off' | 'session-held'>,
  since: Moment,
): Dispute['sessions'] => {
  const { session } = said;
  const known = sessions.get(session);
  if (said.is === 'session-planned') {
    const { from, withoutPhone } = said;
    const times = (known?.times ?? 0) + 1;
    const planned: Session = { session, state: 'planned', times, from, withoutPhone, since };
    return new Map(sessions).set(session, planned);
  }
  if (known === undefined) return sessions;
  const state = said.is === 'session-held' ? 'held' : 'called-off';
  return new Map(sessions).set(session, { ...known, state, since });
};

const ofDispute = (before: Dispute, said: OfMediation, at: Moment): Dispute => {
  switch (said.is) {
    case 'opened':
      return { ...before, area: said.area };
    case 'assigned':
      return assigned(before, said, at);
    case 'challenged':
      return { ...before, area: said.area, challenges: before.challenges + 1, challengedSince: at };
    case 'danger': {
      const { area, danger } = said;
      return { ...before, area, dangers: [...before.dangers, { danger, since: at }] };
    }
    case 'dispute-over':
      return { ...before, isOver: true };
    case 'dispute-reopened':
      return { ...before, isOver: false };
    case 'session-planned':
    case 'session-called-off':
    case 'session-held':
      return { ...before, sessions: withSession(before, said, at) };
    default:
      return ofDeadline(before, said, at);
  }
};

const ofDeadline = (
  before: Dispute,
  said: Said<'deadline-set' | 'deadline-given' | 'deadline-over'>,
  at: Moment,
): Dispute => {
  switch (said.is) {
    case 'deadline-set':
      return set(before, said, at);
    case 'deadline-given':
      return withDeadline(before, said.clock, { holder: said.holder });
    case 'deadline-over':
      return over(before, said.clock);
  }
};

const told = (before: Dispute, said: Extract<OfCommitments, { is: 'told' }>, since: Moment): Dispute => {
  const { clock, to, holder, area, level, dueAt } = said;
  const isSame = (it: Told) => it.clock === clock && it.to === to;
  const nth = (before.told.find(isSame)?.nth ?? 0) + 1;
  const others = before.told.filter((it) => !isSame(it));
  return { ...before, told: [...others, { clock, to, nth, holder, area, level, dueAt, since }] };
};

/** What sla-timer says of a deadline counts for as long as it says nothing else. */
const ofClock = (before: Dispute, said: OfCommitments, at: Moment): Dispute => {
  if (said.is === 'told') return told(before, said, at);
  const { clock, dueAt } = said;
  return withDeadline(before, clock, said.is === 'over' ? { dueAt, isOver: true } : { dueAt });
};

/** All that was heard, in whatever order. */
export const disputeOf = (observed: readonly DisputeNews[]): Dispute => {
  const number = observed[0]?.said.number ?? null;
  const heard = saidBy(observed, 'mediation').reduce((before, { said, at }) => ofDispute(before, said, at), {
    ...none,
    number,
  });
  return saidBy(observed, 'commitments').reduce((before, { said, at }) => ofClock(before, said, at), heard);
};

/** The newest deadline of this name that is not over. */
export const openDeadline = ({ deadlines }: Dispute, name: string): Deadline | null =>
  [...deadlines]
    .flatMap(([clock, it]) => (nameOf(clock) === name && !it.isOver ? [it] : []))
    .sort((one, other) => (one.since < other.since ? -1 : 1))
    .at(-1) ?? null;
