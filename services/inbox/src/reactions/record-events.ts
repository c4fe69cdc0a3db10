/** Takes in what the others tell of cases, as far as it says for whom something waits. */
import { on, type Reaction } from '@mulin/bus';
import type { Contract, PublicEvent } from '@mulin/contracts';
import { causedBy, type CommandHandler } from '@mulin/kernel';
import type { ObservedEvent } from '../domain/observed-events.js';
import * as Matter from '../domain/matter.js';

export type Matters = CommandHandler<Matter.State, Matter.Event>;

type Envelope = Pick<PublicEvent, 'id' | 'time' | 'recordedat' | 'sequence'>;

/** What was told before there were sequences stands before all that has one, in the order of its recording. */
const placeOf = ({ sequence, recordedat, id }: Envelope): string =>
  sequence === undefined ? `a${recordedat}${id}` : `b${sequence}`;

type SaidBy<Service extends ObservedEvent['from']> = Extract<ObservedEvent, { from: Service }>['said'];

/**
 * Makes the reactions to what one service tells.
 *
 * @returns a function that makes one of a contract and of what its events say here; `null`: nothing.
 */
export const recording =
  <Service extends ObservedEvent['from']>(matters: Matters, from: Service) =>
  <Type extends string, Data>(
    contract: Contract<Type, Data>,
    saidIn: (data: Data, event: PublicEvent<Type, Data>) => SaidBy<Service> | null,
  ): Reaction =>
    on(contract, async (event) => {
      const said = saidIn(event.data, event);
      if (said === null) return;
      // The service and what it said belong together by the type of `saidIn`.
      const observed = { from, said, at: event.time, place: placeOf(event) } as ObservedEvent;
      await matters(event.subject, Matter.observe(event.subject, observed), causedBy(event, 'inbox'));
    });
