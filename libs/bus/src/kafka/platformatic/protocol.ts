/**
 * All that is used of `@platformatic/kafka` 2.12.1: its connections and its protocol, request by request, and none of its
 * clients. npm leaves the package out where Node is older than it wants, and its types with it, so that they stand here.
 *
 * @see https://github.com/platformatic/kafka
 */
import type { Socket } from 'node:net';

/** Where a broker is. */
export type Broker = Readonly<{ host: string; port: number }>;

/** A connection to one broker. Requests on it are answered by the broker one after the other. */
export type Connection = Readonly<{
  socket: Socket | undefined;
  on: (event: 'error' | 'connect', heard: () => void) => unknown;
}>;

/** Connections to many brokers, each made when it is needed and again after it was lost. */
export type ConnectionPool = Iterable<readonly [string, Connection]> &
  Readonly<{
    get: (broker: Broker) => Promise<Connection>;
    /** The first one that can be connected to. */
    getFirstAvailable: (brokers: readonly Broker[]) => Promise<Connection>;
    close: () => Promise<void>;
    on: (event: 'connecting', heard: (it: Readonly<{ connection: Connection }>) => void) => unknown;
  }>;

type PoolOptions = Readonly<{
  connectTimeout: number;
  requestTimeout: number;
  tls?: Readonly<{ ca?: readonly string[] }>;
  tlsServerName?: boolean;
  sasl?: Readonly<{ mechanism: 'PLAIN' | 'SCRAM-SHA-512'; username: string; password: string }>;
}>;

/** One request of Kafka's protocol in one of its versions. It rejects where any part of the answer is an error. */
type Request<Sent extends readonly unknown[], Answer> = Readonly<{
  api: Readonly<{ async: (connection: Connection, ...sent: Sent) => Promise<Answer> }>;
}>;

/** What the brokers know of themselves and of topics. */
export type Metadata = Readonly<{
  brokers: readonly (Broker & Readonly<{ nodeId: number }>)[];
  topics: readonly Readonly<{
    errorCode: number;
    name: string;
    partitions: readonly Readonly<{ errorCode: number; partitionIndex: number; leaderId: number }>[];
  }>[];
}>;

type CreatedTopic = Readonly<{
  name: string;
  numPartitions: number;
  replicationFactor: number;
  assignments: readonly never[];
  configs: readonly Readonly<{ name: string; value: string }>[];
}>;

type ListedOffsets = Readonly<{
  topics: readonly Readonly<{
    name: string;
    partitions: readonly Readonly<{ partitionIndex: number; offset: bigint }>[];
  }>[];
}>;

type CommittedOffsets = Readonly<{
  groups: readonly Readonly<{
    topics: readonly Readonly<{
      name: string;
      partitions: readonly Readonly<{ partitionIndex: number; committedOffset: bigint }>[];
    }>[];
  }>[];
}>;

/** A message as it is appended. */
export type SentRecord = Readonly<{
  topic: string;
  partition: number;
  key: Buffer;
  value: Buffer;
  headers: ReadonlyMap<Buffer, Buffer>;
}>;

/** Who appends, and for each `topic:partition` the number of its first record in this request. */
type Numbering = Readonly<{
  producerId: bigint;
  producerEpoch: number;
  sequences: Readonly<{ getWithDefault: (topicPartition: string, fallback: number) => number }>;
}>;

/** How the records of each partition were appended; also in `response` of an error that says so of some. */
export type Appended = Readonly<{
  responses: readonly Readonly<{
    name: string;
    partitionResponses: readonly Readonly<{ index: number; errorCode: number; baseOffset: bigint }>[];
  }>[];
}>;

/** Records that were appended together. */
export type Batch = Readonly<{
  firstOffset: bigint;
  lastOffsetDelta: number;
  attributes: number;
  producerId: bigint;
  records: readonly Readonly<{
    offsetDelta: number;
    key: Buffer | null;
    value: Buffer | null;
    headers: readonly (readonly [Buffer | null, Buffer | null])[];
  }>[];
}>;

/** What was read of one partition. */
export type ReadPartition = Readonly<{
  partitionIndex: number;
  errorCode: number;
  abortedTransactions: readonly Readonly<{ producerId: bigint; firstOffset: bigint }>[] | null;
  records?: readonly Batch[] | null;
}>;

/** What was read; also in `response` of an error that says so of some partitions. In version 12 a topic's id is its name. */
export type Read = Readonly<{
  errorCode: number;
  responses: readonly Readonly<{ topicId: string; partitions: readonly ReadPartition[] }>[];
}>;

type AskedPartition = Readonly<{
  partition: number;
  currentLeaderEpoch: number;
  fetchOffset: bigint;
  lastFetchedEpoch: number;
  partitionMaxBytes: number;
}>;

type JoinAnswer = Readonly<{
  generationId: number;
  protocolName: string;
  leader: string;
  memberId: string;
  members: readonly Readonly<{ memberId: string; metadata: Buffer }>[];
}>;

/** Writes what Kafka's protocol leaves to clients: who reads what, and what falls to whom. */
type Writer = Readonly<{
  buffer: Buffer;
  appendInt16: (value: number) => Writer;
  appendInt32: (value: number) => Writer;
  appendString: (value: string, compact: false) => Writer;
  appendBytes: (value: Buffer, compact: false) => Writer;
  appendArray: <Of>(
    values: readonly Of[],
    write: (writer: Writer, value: Of) => unknown,
    compact: false,
    tagged: false,
  ) => Writer;
}>;

/** Reads the same. */
type Reader = Readonly<{
  readInt16: () => number;
  readInt32: () => number;
  readString: (compact: false) => string;
  readArray: <Of>(read: (reader: Reader) => Of, compact: false, tagged: false) => readonly Of[];
}>;

/** The library, as far as it is used. */
export type Library = Readonly<{
  ConnectionPool: new (clientId: string, options: PoolOptions) => ConnectionPool;
  Writer: Readonly<{ create: () => Writer }>;
  Reader: Readonly<{ from: (buffer: Buffer) => Reader }>;
  metadataV12: Request<[topics: readonly string[] | null, mayCreate: false, withRights: false], Metadata>;
  createTopicsV7: Request<[topics: readonly CreatedTopic[], patienceMs: number, onlyTry: false], unknown>;
  listGroupsV4: Request<
    [states: readonly never[], types: readonly never[]],
    Readonly<{ groups: readonly Readonly<{ groupId: string }>[] }>
  >;
  findCoordinatorV4: Request<
    [ofGroups: 0, groups: readonly string[]],
    Readonly<{ coordinators: readonly (Broker & Readonly<{ key: string }>)[] }>
  >;
  listOffsetsV7: Request<
    [
      replica: -1,
      isolation: 0,
      topics: readonly Readonly<{
        name: string;
        partitions: readonly Readonly<{
          partitionIndex: number;
          currentLeaderEpoch: number;
          timestamp: bigint;
        }>[];
      }>[],
    ],
    ListedOffsets
  >;
  offsetFetchV8: Request<
    [
      groups: readonly Readonly<{
        groupId: string;
        memberEpoch: number;
        topics: readonly Readonly<{ name: string; partitionIndexes: readonly number[] }>[];
      }>[],
      requireStable: boolean,
    ],
    CommittedOffsets
  >;
  offsetCommitV8: Request<
    [
      group: string,
      generation: number,
      memberId: string,
      instance: null,
      topics: readonly Readonly<{
        name: string;
        partitions: readonly Readonly<{
          partitionIndex: number;
          committedOffset: bigint;
          committedLeaderEpoch: number;
          committedMetadata: null;
        }>[];
      }>[],
    ],
    unknown
  >;
  initProducerIdV4: Request<
    [transaction: null, patienceMs: number, id: bigint, epoch: number],
    Readonly<{ producerId: bigint; producerEpoch: number }>
  >;
  produceV9: Request<
    [acks: -1, patienceMs: number, records: readonly SentRecord[], numbering: Numbering],
    Appended
  >;
  fetchV12: Request<
    [
      waitMs: number,
      leastBytes: number,
      mostBytes: number,
      isolation: 1,
      session: number,
      sessionEpoch: number,
      topics: readonly Readonly<{ topicId: string; partitions: readonly AskedPartition[] }>[],
      forgotten: readonly never[],
      rack: string,
    ],
    Read
  >;
  joinGroupV7: Request<
    [
      group: string,
      sessionMs: number,
      rebalanceMs: number,
      memberId: string,
      instance: null,
      type: 'consumer',
      protocols: readonly Readonly<{ name: string; metadata: Buffer }>[],
    ],
    JoinAnswer
  >;
  syncGroupV5: Request<
    [
      group: string,
      generation: number,
      memberId: string,
      instance: null,
      type: 'consumer',
      protocol: string,
      assignments: readonly Readonly<{ memberId: string; assignment: Buffer }>[],
    ],
    Readonly<{ assignment: Buffer }>
  >;
  heartbeatV4: Request<[group: string, generation: number, memberId: string, instance: null], unknown>;
  leaveGroupV4: Request<[group: string, members: readonly Readonly<{ memberId: string }>[]], unknown>;
}>;
