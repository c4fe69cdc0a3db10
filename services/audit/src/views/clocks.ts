/** The clocks of a case, as far as they have been published. */
import type { CaseEvent, RecordedPublicEvent } from './recorded-events.js';
import { type Stamp, stampOf, stands } from './standing.js';

type Verdict = 'met' | 'breached';
type ClockState = 'running' | Verdict | 'cancelled';
type Moment = string;

/**
 * By when it is owed and how it stands, each by the latest word of the sla-timer on it. What was missed by the old
 * terms stays missed by new ones, until the sla-timer itself takes that back.
 */
export type KeptClock = Readonly<{
  startedAt: Moment | null;
  /** Whose word the start is, where it is not the town's own clock. */
  reportedBy: string | null;
  due: Readonly<{ at: Moment; stamp: Stamp }> | null;
  word: Readonly<{ state: ClockState; stamp: Stamp }> | null;
}>;

export type KeptClocks = Readonly<Record<string, KeptClock>>;

export type Clock = Readonly<{
  name: string;
  startedAt: Moment | null;
  dueAt: Moment | null;
  state: ClockState;
  verdict: Verdict | null;
  reportedBy: string | null;
}>;

const emptyClock: KeptClock = { startedAt: null, reportedBy: null, due: null, word: null };

/** Of events without a sequence: where one decision said more than one word at once, the higher stands. */
const weights = { started: 0, breached: 1, met: 2, revoked: 3, cancelled: 4 } as const;

const withDue = (clock: KeptClock, at: Moment, stamp: Stamp): KeptClock =>
  stands(stamp, clock.due?.stamp) ? { ...clock, due: { at, stamp } } : clock;

const withWord = (clock: KeptClock, state: ClockState, stamp: Stamp): KeptClock =>
  stands(stamp, clock.word?.stamp) ? { ...clock, word: { state, stamp } } : clock;

type Said = Readonly<{ weight: keyof typeof weights; state: ClockState; dueAt: Moment | null }>;

/** What an event of the sla-timer says of the state of its clock; `null`: nothing. */
const saidBy = (event: CaseEvent): Said | null => {
  switch (event.type) {
    case 'sla-timer.verdict-given.v1': {
      const { verdict, dueAt } = event.data;
      return { weight: verdict, state: verdict, dueAt };
    }
    case 'sla-timer.breach-revoked.v1': {
      const { dueAt, endedAt } = event.data;
      return { weight: 'revoked', state: endedAt === null ? 'running' : 'met', dueAt };
    }
    case 'sla-timer.end-revoked.v1':
      return { weight: 'revoked', state: 'running', dueAt: event.data.dueAt };
    case 'sla-timer.clock-cancelled.v1':
      return { weight: 'cancelled', state: 'cancelled', dueAt: null };
    case 'sla-timer.clock-cancelled.v2':
      return { weight: 'cancelled', state: 'cancelled', dueAt: event.data.dueAt };
    default:
      return null;
  }
};

const applied = (clock: KeptClock, event: CaseEvent, recorded: RecordedPublicEvent): KeptClock => {
  if (event.type === 'sla-timer.clock-started.v1') {
    const { dueAt, reportedBy = null } = event.data;
    return {
      ...withDue(clock, dueAt, stampOf(recorded, weights.started)),
      startedAt: event.time,
      reportedBy,
    };
  }
  if (event.type === 'sla-timer.clock-changed.v1')
    return withDue(clock, event.data.dueAt, stampOf(recorded, weights.started));
  const said = saidBy(event);
  if (said === null) return clock;
  const stamp = stampOf(recorded, weights[said.weight]);
  const due = said.dueAt === null ? clock : withDue(clock, said.dueAt, stamp);
  return withWord(due, said.state, stamp);
};

/** The clocks after one more event of the sla-timer. */
export const applyClock = (
  clocks: KeptClocks,
  event: Extract<CaseEvent, { data: { clock: string } }>,
  recorded: RecordedPublicEvent,
): KeptClocks => {
  const name = event.data.clock;
  const before = clocks[name];
  const after = applied(before ?? emptyClock, event, recorded);
  return after === (before ?? emptyClock) ? clocks : { ...clocks, [name]: after };
};

const verdictIn = (state: ClockState): Verdict | null =>
  state === 'met' || state === 'breached' ? state : null;

const shownAs = (name: string, { startedAt, reportedBy, due, word }: KeptClock): Clock => {
  const state = word?.state ?? 'running';
  return { name, startedAt, dueAt: due?.at ?? null, state, verdict: verdictIn(state), reportedBy };
};

const rankOf = ({ dueAt, name }: Clock): string => `${dueAt ?? '9'}.${name}`;

/** In the order in which they fall due. */
export const clocksOf = (clocks: KeptClocks): readonly Clock[] =>
  Object.entries(clocks)
    .map(([name, kept]) => shownAs(name, kept))
    .sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1));

/** The resident's own clock, of the latest cycle that was published. */
export const completionOf = (clocks: KeptClocks): Clock | null => {
  const cycles = Object.keys(clocks).flatMap((name) => /^complete\/(\d+)$/.exec(name)?.[1] ?? []);
  const name = `complete/${Math.max(0, ...cycles.map(Number))}`;
  const kept = clocks[name];
  return kept === undefined ? null : shownAs(name, kept);
};
