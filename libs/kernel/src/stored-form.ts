/** How an event is stored without what follows from the rest of it. */
import type { StoredForm, UpcastContext } from './event-store.js';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Stores data without those fields that are as `implied` says, and reads them whole again.
 *
 * @param implied the fields that follow from the others, and from id, stream and metadata of the event; made only of
 *   fields that it does not name itself. None of the fields it names may ever hold `null`, which stands for "was not
 *   there" in what is stored.
 */
export const withoutImplied = <Data>(implied: (rest: Data, event: UpcastContext) => Fields): StoredForm => ({
  down: (data: Data, event) => {
    const stored: Record<string, unknown> = { ...(data as Fields) };
    for (const [name, value] of Object.entries(implied(data, event))) {
      if (stored[name] === value) delete stored[name];
      else stored[name] ??= null;
    }
    return stored;
  },
  up: (stored: Data, event) => {
    const fields = implied(stored, event);
    const data: Record<string, unknown> = { ...fields, ...(stored as Fields) };
    for (const name of Object.keys(fields)) if (data[name] === null) delete data[name];
    return data;
  },
});
