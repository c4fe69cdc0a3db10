/** Which ids the events of a town name: every log is read through its port, from its beginning to its end. */
import type { EventStore, Position, RecordedEvent } from '@mulin/kernel';
import type { NamedIn } from '@mulin/vault';

const atOnce = 1_000;
const uuid = /[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}/gi;

/** The log of a service, also of one that is not at work now. */
export type ServiceLog = Readonly<{ service: string; store: Pick<EventStore, 'readAll' | 'head'> }>;

type Search = Readonly<{ wanted: ReadonlySet<string>; named: Set<string>; stopped: AbortSignal }>;

const note = ({ wanted, named }: Search, events: readonly RecordedEvent[]): void => {
  for (const { data } of events)
    for (const [id] of JSON.stringify(data).matchAll(uuid))
      if (wanted.has(id.toLowerCase())) named.add(id.toLowerCase());
};

/** How many events it holds; throws unless all of them were given. */
const searchLog = async ({ store }: ServiceLog, search: Search): Promise<number> => {
  const end = (await store.head()) ?? 0;
  let from: Position | null = null;
  let events = 0;
  for (let isAtEnd = false; !isAtEnd;) {
    search.stopped.throwIfAborted();
    const page: readonly RecordedEvent[] = await store.readAll({ from, maxCount: atOnce });
    note(search, page);
    events += page.length;
    from = page.at(-1)?.position ?? from;
    isAtEnd = page.length === 0;
  }
  if ((from ?? 0) < end) throw new Error(`its events end at ${from ?? 0}, and its head is ${end}`);
  return events;
};

/**
 * Answers for ids in lower case. `logs` must give the log of every service that may name one, or throw. It throws
 * where a log does not answer, or not to its end, and where there is no event at all: what was not read cannot be
 * said to name nothing.
 *
 * @param options.mayBeEmpty whoever asks this of several programs judges by itself whether all of them hold nothing.
 *   Default: no.
 */
export const referencedItems =
  (
    logs: () => Promise<readonly ServiceLog[]>,
    stopped: AbortSignal,
    { mayBeEmpty = false }: Readonly<{ mayBeEmpty?: boolean }> = {},
  ): NamedIn =>
  async (ids) => {
    const search: Search = { wanted: new Set(ids), named: new Set(), stopped };
    let events = 0;
    for (const log of await logs())
      try {
        events += await searchLog(log, search);
      } catch (error) {
        if (stopped.aborted) throw error;
        throw new Error(`The log of ${log.service} cannot be read as a whole: ${reasonOf(error)}`, {
          cause: error,
        });
      }
    if (events === 0 && !mayBeEmpty)
      throw new Error('There is no event in any log of this town: they must lie elsewhere.');
    return search.named;
  };

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
