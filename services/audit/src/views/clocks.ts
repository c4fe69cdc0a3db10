/** The clocks of a case, as far as they have been told. */
import type { Recorded } from '@mulin/kernel';
import type { Heard, KnownEvent } from './heard.js';
import { type Stamp, stampOf, stands } from './standing.js';

export type Verdict = 'met' | 'breached';
export type ClockState = 'running' | Verdict | 'cancelled';
type Moment = string;

/**
 * What is owed, by the latest terms, and the latest word on it; each knows which news it was taken from. What was
 * missed by the old terms stays missed by new ones, until the sla-timer itself takes that back.
 */
export type KeptClock = Readonly<{
  terms: Readonly<{ startedAt: Moment; dueAt: Moment; stamp: Stamp }> | null;
  word: Readonly<{ state: ClockState; dueAt: Moment | null; stamp: Stamp }> | null;
}>;

export type KeptClocks = Readonly<Record<string, KeptClock>>;

export type Clock = Readonly<{
  name: string;
  startedAt: Moment | null;
  dueAt: Moment | null;
  state: ClockState;
  verdict: Verdict | null;
}>;

const unheard: KeptClock = { terms: null, word: null };

/** Where one decision said more than one word at once, the higher stands. */
const weights = { breached: 1, met: 2, revoked: 3, cancelled: 4 } as const;

type Word = Readonly<{ said: keyof typeof weights; state: ClockState; dueAt: Moment | null }>;

const withWord = (clock: KeptClock, fact: Recorded<Heard>, { said, state, dueAt }: Word): KeptClock => {
  const stamp = stampOf(fact, weights[said]);
  return stands(stamp, clock.word?.stamp) ? { ...clock, word: { state, dueAt, stamp } } : clock;
};

const heard = (clock: KeptClock, event: KnownEvent, fact: Recorded<Heard>): KeptClock => {
  switch (event.type) {
    case 'sla-timer.clock-started.v1': {
      const stamp = stampOf(fact);
      if (!stands(stamp, clock.terms?.stamp)) return clock;
      return { ...clock, terms: { startedAt: event.time, dueAt: event.data.dueAt, stamp } };
    }
    case 'sla-timer.verdict-given.v1': {
      const { verdict, dueAt } = event.data;
      return withWord(clock, fact, { said: verdict, state: verdict, dueAt });
    }
    case 'sla-timer.breach-revoked.v1': {
      const { dueAt, endedAt } = event.data;
      return withWord(clock, fact, { said: 'revoked', state: endedAt === null ? 'running' : 'met', dueAt });
    }
    case 'sla-timer.clock-cancelled.v1':
      return withWord(clock, fact, { said: 'cancelled', state: 'cancelled', dueAt: null });
    default:
      return clock;
  }
};

/** The clocks after one more event of the sla-timer. */
export const hearClock = (
  clocks: KeptClocks,
  event: Extract<KnownEvent, { data: { clock: string } }>,
  fact: Recorded<Heard>,
): KeptClocks => {
  const name = event.data.clock;
  const before = clocks[name];
  const after = heard(before ?? unheard, event, fact);
  return after === (before ?? unheard) ? clocks : { ...clocks, [name]: after };
};

const verdictIn = (state: ClockState): Verdict | null =>
  state === 'met' || state === 'breached' ? state : null;

const dueIn = ({ terms, word }: KeptClock): Moment | null => word?.dueAt ?? terms?.dueAt ?? null;

const shownAs = (name: string, kept: KeptClock): Clock => {
  const { terms, word } = kept;
  const state = word?.state ?? 'running';
  return { name, startedAt: terms?.startedAt ?? null, dueAt: dueIn(kept), state, verdict: verdictIn(state) };
};

const rankOf = ({ dueAt, name }: Clock): string => `${dueAt ?? '9'}.${name}`;

/** In the order in which they fall due. */
export const clocksOf = (clocks: KeptClocks): readonly Clock[] =>
  Object.entries(clocks)
    .map(([name, kept]) => shownAs(name, kept))
    .sort((one, other) => (rankOf(one) < rankOf(other) ? -1 : 1));

/** The resident's own clock, of the latest cycle that was told. */
export const completionOf = (clocks: KeptClocks): Clock | null => {
  const cycles = Object.keys(clocks).flatMap((name) => /^complete\/(\d+)$/.exec(name)?.[1] ?? []);
  const name = `complete/${Math.max(0, ...cycles.map(Number))}`;
  const kept = clocks[name];
  return kept === undefined ? null : shownAs(name, kept);
};
