/** What follows from whatever somebody does in a dispute: sessions that nobody can hold any more, and deadlines. */
import { type Decision, fold, type Instant } from '@mulin/kernel';
import { deadlineChanges } from './deadlines.js';
import type { Deed, Event } from './dispute-events.js';
import { decider, type Known, type State } from './dispute-state.js';

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
