/** A log in KurrentDB event by event as it is kept, unread by any rules: for whoever carries it to another engine. */
import { canonical, type Position, type StreamName, WrongExpectedRevision } from '@mulin/kernel';
import type { StoredEvent } from '../codec.js';
import { endOfLog, type KurrentConnection } from './connection.js';
import { type ServerRecord, sizeOnServer, storedForm, toServer } from './event-form.js';
import { asked, isWrongRevision, StreamIncomplete, tooLarge } from './faults.js';
import { mostBytes } from './append.js';
import { pageAfter } from './reading.js';

/** What is written into a log without being read by its rules. Positions are the engine's own and are not taken over. */
type KeptEvent = Omit<StoredEvent, 'position'>;

/** A log as it is kept. */
export interface KeptLog {
  /** At most so many events after that position (`null`: from the beginning), in the order of the log; none: its end. */
  read(from: Position | null, most: number): Promise<readonly StoredEvent[]>;
  /** @throws a `Rejection` (`too-large`) for an event that the server does not take. */
  assertTaken(events: readonly KeptEvent[]): void;
  /**
   * Appends what follows on what each stream holds, in this order and one append after the other, so that whoever reads
   * the whole log reads it in this order. What was being written when it rejects may be there or not.
   *
   * @throws `WrongExpectedRevision` where a stream does not end before its first event here; what
   *   `assertTaken` throws; `Unavailable`.
   */
  write(events: readonly KeptEvent[]): Promise<void>;
}

type ServerEvent = ReturnType<typeof toServer>;
type Piece = Readonly<{ stream: StreamName; revision: number; events: ServerEvent[] }>;

/** What stands together in one stream goes in one append, as far as the server takes it. */
const piecesOf = (events: readonly KeptEvent[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let bytes = 0;
  for (const { stream, revision, ...kept } of events) {
    const event = toServer(kept);
    const size = sizeOnServer(event);
    if (size > mostBytes) throw tooLarge(mostBytes);
    const last = pieces.at(-1);
    bytes += size;
    if (last?.stream === stream && last.revision + last.events.length === revision && bytes <= mostBytes)
      last.events.push(event);
    else {
      pieces.push({ stream, revision, events: [event] });
      bytes = size;
    }
  }
  return pieces;
};

const appending =
  ({ client }: KurrentConnection, prefix: string) =>
  async ({ stream, revision, events }: Piece): Promise<void> => {
    const streamState = revision === 0 ? 'no_stream' : BigInt(revision - 1);
    const append = () =>
      client.appendToStream(`${prefix}${stream}`, events, { streamState, requiresLeader: true });
    try {
      const { nextExpectedRevision } = await asked(append, { stream, mostBytes });
      if (Number(nextExpectedRevision) !== revision + events.length - 1) throw new StreamIncomplete(stream);
    } catch (error) {
      if (isWrongRevision(error))
        throw new WrongExpectedRevision(stream, revision === 0 ? 'no-stream' : revision - 1);
      throw error;
    }
  };

const keptEvent = (record: ServerRecord): StoredEvent => {
  const { data, metadata, ...kept } = storedForm(record);
  return { ...kept, data: canonical(data), metadata: canonical(metadata) };
};

/** The position of the newest event of the whole server, of whatever log; `null`: there is none. Throws `Unavailable`. */
export const kurrentEnd = ({ client }: KurrentConnection): Promise<Position | null> =>
  asked(async () => {
    const end = await endOfLog(client);
    return end === null ? null : (Number(end.commit) as Position);
  });

/**
 * @param log what the log is called on the server; see `KurrentEventStoreOptions`.
 */
export const kurrentKeptLog = (connection: KurrentConnection, log: string): KeptLog => {
  const prefix = `${log}.`;
  const append = appending(connection, prefix);
  return {
    read: async (from, most) => {
      const source = { client: connection.client, prefix };
      for (let at: number = from ?? 0; ;) {
        const { records, reached, isLast } = await asked(() => pageAfter(source, at, most, {}));
        if (records.length > 0 || isLast) return records.slice(0, most).map(keptEvent);
        at = reached;
      }
    },
    assertTaken: (events) => void piecesOf(events),
    write: async (events) => {
      for (const piece of piecesOf(events)) await append(piece);
    },
  };
};
