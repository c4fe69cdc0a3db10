/** How an event of ours is kept by KurrentDB: names of streams, ids, metadata, positions. */
import { createHash } from 'node:crypto';
import type {
  JSONEventData,
  JSONRecordedEvent,
  PrefixesFilter,
  RecordedEvent as ServerEvent,
} from '@kurrent/kurrentdb-client';
import type { Position, RecordedEvent, StreamName } from '@mulin/kernel';
import type { Codec, EncodedEvent } from '../codec.js';
import { tooOld } from './faults.js';

/** UUIDs as servers write them; any other text is an id that they could not keep. */
const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

/** The namespace of ids that are no UUIDs; chosen once, at random, and never changed. */
const namespace = Buffer.from('5d4c3f0e7a514c8b9f0e2b6a1d7c8e93', 'hex');

/** The UUID under which an event is kept: its id, or, where that is none, a version 5 UUID of it (RFC 9562). */
export const serverIdOf = (id: string): string => {
  if (uuid.test(id)) return id;
  const hash = createHash('sha1').update(namespace).update(id).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join(
    '-',
  );
};

/** Beside the metadata of the event: in which version its data are, and its own id where that is no UUID. */
type Kept = Readonly<{ version: number; id?: string }>;
type KeptMetadata = RecordedEvent['metadata'] & Readonly<{ kept?: Kept }>;

/** The event as the client sends it. What is JSON already is parsed again, as the client writes it by itself. */
export const toServer = ({ id, type, version, data, metadata }: EncodedEvent): JSONEventData => {
  const kept: Kept = { version, ...(uuid.test(id) ? {} : { id }) };
  return {
    id: serverIdOf(id),
    contentType: 'application/json',
    type,
    data: JSON.parse(data),
    metadata: { ...JSON.parse(metadata), kept },
  };
};

/** How many bytes a server counts for an event (`Event.SizeOnDisk`). */
export const sizeOnServer = ({ type, data, metadata }: JSONEventData): number =>
  Buffer.byteLength(JSON.stringify(data)) + Buffer.byteLength(JSON.stringify(metadata)) + 2 * type.length;

/** What a server is to look for: events of streams whose names begin so, and of no other. */
export const streamsBeginning = (prefixes: string[]): PrefixesFilter => ({
  filterOn: 'streamName',
  checkpointInterval: 1,
  prefixes,
});

/** One of ours, as it came from the server: not yet read by our rules. */
export type ServerRecord = Readonly<{
  stream: StreamName;
  type: string;
  revision: number;
  position: Position;
  event: JSONRecordedEvent;
}>;

/** Servers that cannot say where an event of a stream stands say the greatest number of 64 bits. */
const isKnown = (commit: bigint | undefined): commit is bigint =>
  commit !== undefined && commit <= BigInt(Number.MAX_SAFE_INTEGER);

/**
 * An event of this log; `null` where the server itself wrote it, as what is left of a deleted stream.
 *
 * @param prefix what the names of all streams of the log begin with.
 * @throws a `Rejection` (`kurrentdb-too-old`) where its position is not said.
 */
export const recordOf = (prefix: string, event: ServerEvent | undefined): ServerRecord | null => {
  if (event === undefined || !event.isJson || event.type.startsWith('$')) return null;
  const commit = event.position?.commit;
  if (!isKnown(commit)) throw tooOld('before 22.6', '23.10');
  return {
    // A name that this log has written, without what stands before it on the server.
    stream: event.streamId.slice(prefix.length) as StreamName,
    type: event.type,
    revision: Number(event.revision),
    position: Number(commit) as Position,
    event,
  };
};

/** What was given to the server, taken out of its form; of another program's events, nothing. */
export const storedForm = ({ stream, type, revision, position, event }: ServerRecord) => {
  const { kept, ...metadata } = event.metadata as KeptMetadata;
  if (kept === undefined) throw new Error(`${event.id} of ${stream} was not written by this program.`);
  const { version, id = event.id } = kept;
  return { id, type, version, stream, revision, position, data: event.data, metadata };
};

/** Reads a record by the rules of this program. Throws `UnsupportedEventVersion` as a codec does. */
export const readRecord = (codec: Codec, record: ServerRecord): RecordedEvent => {
  const { version, ...event } = storedForm(record);
  return codec.update(event, version);
};
