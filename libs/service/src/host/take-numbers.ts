/** Hands out numbers `<prefix>-<year>-<running>`, the year being that of the given moment in the town's zone. */
import { newCorrelation, type CommandHandler, type Instant, msOf } from '@mulin/kernel';
import { instrumentedHandler } from './instrumented-handler.js';
import type { Platform } from '../platform/platform.js';
import * as Numbers from './numbers.js';

type Parts = Readonly<{
  town: string;
  /** The service that hands them out. */
  service: string;
  /** What they begin with. */
  prefix: string;
  zone: string;
  numbers: CommandHandler<Numbers.State, Numbers.Event>;
  newId: () => string;
  /** Of what a service counts several things: which of them, so that each begins with 1. Absent: it counts one. */
  series?: string;
  /** How many are fetched at once: the larger, the fewer writes and the more gaps. */
  block?: number;
}>;

/** So that numbers of one year sort as text; a town with more has longer ones. */
const digits = 6;

type Block = { next: number; last: number };

/** The next number for something of this moment, such as `mu-2026-000417`. */
export type TakeNumber = (at: Instant) => Promise<string>;

/**
 * Makes the function that hands out the next number of a year. Many may ask at once, also in several processes: nobody
 * gets the number of another. What was fetched and not handed out by the end of the process is gone.
 */
export const takeNumbers = ({
  town,
  service,
  prefix,
  zone,
  numbers,
  newId,
  series,
  block = 100,
}: Parts): TakeNumber => {
  const year = new Intl.DateTimeFormat('en', { timeZone: zone, year: 'numeric' });
  const blocks = new Map<string, Promise<Block>>();

  const fetch = async (of: string): Promise<Block> => {
    const { events } = await numbers(
      series === undefined ? of : `${of}-${series}`,
      Numbers.take(block),
      newCorrelation({ town, actor: service, id: newId() }),
    );
    const [taken] = events;
    if (!taken) throw new Error('taking numbers records which');
    return { next: taken.data.first, last: taken.data.last };
  };

  return async (at) => {
    const of = year.format(msOf(at));
    for (;;) {
      const pending = blocks.get(of) ?? fetch(of);
      blocks.set(of, pending);
      try {
        const current = await pending;
        if (current.next <= current.last)
          return `${prefix}-${of}-${String(current.next++).padStart(digits, '0')}`;
      } catch (error) {
        if (blocks.get(of) === pending) blocks.delete(of);
        throw error;
      }
      // Used up: whoever comes first fetches the next, the others wait for the same one.
      if (blocks.get(of) === pending) blocks.delete(of);
    }
  };
};

/**
 * Hands out the numbers of a service (see `takeNumbers`), which it keeps in its own log.
 *
 * @param prefix what they begin with: the town for cases, `<town>-<letter>` for everything else.
 * @param series of a service that counts several things, a word for each but one; what it was called once it stays.
 */
export const numbering = (platform: Platform, service: string, prefix: string, series?: string): TakeNumber =>
  takeNumbers({
    town: platform.town,
    service,
    prefix,
    zone: platform.zone,
    newId: platform.newId,
    ...(series === undefined ? {} : { series }),
    numbers: instrumentedHandler(platform, service, Numbers.decider),
  });
