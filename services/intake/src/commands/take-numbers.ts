/** Hands out case numbers `<town>-<year>-<running>`, the year being that of the report in the town's zone. */
import { newCorrelation, type CommandHandler, type Instant, msOf } from '@mulin/kernel';
import * as Numbers from '../domain/numbers.js';

type Parts = Readonly<{
  town: string;
  zone: string;
  numbers: CommandHandler<Numbers.State, Numbers.Event>;
  newId: () => string;
  /** How many are fetched at once: the larger, the fewer writes and the more gaps. */
  block?: number;
}>;

/** So that numbers of one year sort as text; a town with more has longer ones. */
const digits = 6;

type Block = { next: number; last: number };

export type TakeNumber = (reportedAt: Instant) => Promise<string>;

export const takeNumbers = ({ town, zone, numbers, newId, block = 100 }: Parts): TakeNumber => {
  const year = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' });
  const blocks = new Map<string, Promise<Block>>();

  const fetch = async (of: string): Promise<Block> => {
    const { events } = await numbers(
      of,
      Numbers.take(block),
      newCorrelation({ town, actor: 'intake', id: newId() }),
    );
    const [taken] = events;
    if (!taken) throw new Error('taking numbers records which');
    return { next: taken.data.first, last: taken.data.last };
  };

  return async (reportedAt) => {
    const of = year.format(msOf(reportedAt));
    for (;;) {
      const pending = blocks.get(of) ?? fetch(of);
      blocks.set(of, pending);
      try {
        const current = await pending;
        if (current.next <= current.last)
          return `${town}-${of}-${String(current.next++).padStart(digits, '0')}`;
      } catch (error) {
        if (blocks.get(of) === pending) blocks.delete(of);
        throw error;
      }
      // Used up: whoever comes first fetches the next, the others wait for the same one.
      if (blocks.get(of) === pending) blocks.delete(of);
    }
  };
};
