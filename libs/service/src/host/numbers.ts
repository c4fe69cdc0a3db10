/** Which numbers of a year a service has handed out: in blocks, so that many can register at once. */
import { type Decider, type Decision } from '@mulin/kernel';

export type Event = Readonly<{ type: 'NumbersTaken'; data: { first: number; last: number } }>;
export type State = Readonly<{ last: number }>;

export const decider: Decider<State, Event> = {
  category: 'number',
  initial: { last: 0 },
  evolve: (_, { data }) => ({ last: data.last }),
};

/**
 * The next `count` numbers. Asked again it takes others: only the same cause is an echo here. Those of a block that is not used up are gone:
 * numbers may have gaps.
 */
export const take =
  (count: number): Decision<State, Event> =>
  ({ last }) => [{ type: 'NumbersTaken', data: { first: last + 1, last: last + count } }];
