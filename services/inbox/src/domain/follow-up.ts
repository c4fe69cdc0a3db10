/** Whether whoever asked is to be called, or the secretary to decide what becomes of it, by all that feedback said. */
import { type ObservedEvent, type Moment, saidBy } from './observed-events.js';

type Waiting = Readonly<{ area: string; since: Moment; handlers: readonly string[] }>;

export type FollowUp = Readonly<{ callBack: Waiting | null; secretary: Waiting | null }>;

const nothing: FollowUp = { callBack: null, secretary: null };

/** What is left to ask in this cycle. */
export const followUpOf = (observed: readonly ObservedEvent[], cycle: number): FollowUp =>
  saidBy(observed, 'feedback')
    .filter(({ said }) => said.cycle === cycle)
    .reduce((before, { said, at }): FollowUp => {
      switch (said.is) {
        case 'call-back-due':
          return { ...before, callBack: { area: said.area, since: at, handlers: said.handlers } };
        case 'secretary-asked':
          return { callBack: null, secretary: { area: said.area, since: at, handlers: [] } };
        case 'call-back-over':
          return { ...before, callBack: null };
        case 'concluded':
          return nothing;
        default:
          // Exemptions are no matter of whoever asked.
          return before;
      }
    }, nothing);
