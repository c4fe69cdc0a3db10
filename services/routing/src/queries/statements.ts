/** What was said of an order, opened for whoever may read its words; each reading is on record. */
import type { Reading } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import { statementsIn } from '../domain/history/statements.js';
import type * as Order from '../domain/order/order.js';

export const statementsShown = (
  { vault }: Pick<Dependencies, 'vault'>,
  events: readonly Order.Event[],
  reading: Reading,
) =>
  Promise.all(
    statementsIn(events).map(async ({ wordsId, ...rest }) => ({
      ...rest,
      words: wordsId === null ? null : await vault.read(wordsId, reading),
    })),
  );
