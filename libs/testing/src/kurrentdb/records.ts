/** What a KurrentDB keeps: one log of all streams, whose positions count bytes, and events of the server's own in it. */

/** An event as a client sends it. */
export type Proposed = Readonly<{
  id: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
}>;

/** An event of the log. */
export type Stored = Proposed &
  Readonly<{ stream: string; revision: number; position: number; created: Date }>;

/** What the metadata of a stream say when it was deleted softly (`EventNumber.DeletedStream`). */
const softlyDeleted = 'softly deleted';

const bytesOf = (stream: string, { type, data, metadata }: Proposed): number =>
  120 + Buffer.byteLength(stream) + Buffer.byteLength(type) + data.length + metadata.length;

/** Something the server writes of itself. */
export const ownEvent = (type: string, data: unknown): Proposed => ({
  id: crypto.randomUUID(),
  type,
  contentType: 'application/json',
  data: Buffer.from(JSON.stringify(data)),
  metadata: new Uint8Array(),
});

/** The events of a server, in the order of their positions, and each stream's own. */
export const serverRecords = () => {
  const all: Stored[] = [];
  const streams = new Map<string, Stored[]>();
  let end = 0;

  const ofStream = (stream: string): readonly Stored[] => streams.get(stream) ?? [];

  const add = (stream: string, event: Proposed): Stored => {
    const its = streams.get(stream) ?? [];
    const stored = { ...event, stream, revision: its.length, position: end, created: new Date() };
    its.push(stored);
    streams.set(stream, its);
    all.push(stored);
    end += bytesOf(stream, event);
    return stored;
  };

  const truncatedBefore = (stream: string): number | typeof softlyDeleted => {
    const last = ofStream(`$$${stream}`).at(-1);
    if (last === undefined) return 0;
    const { $tb = 0 } = JSON.parse(Buffer.from(last.data).toString()) as { $tb?: number };
    return $tb === -1 ? softlyDeleted : $tb;
  };
  const isSoftlyDeleted = (stream: string) => truncatedBefore(stream) === softlyDeleted;

  add('$users', ownEvent('$user-created', { loginName: 'admin' }));
  add('$users-password-notifications', ownEvent('$password-changed', {}));

  return {
    all,
    ofStream,
    add,
    isSoftlyDeleted,
    /** The events of a stream that its metadata let be read; `null`: there is no such stream. */
    readable: (stream: string): readonly Stored[] | null => {
      const before = truncatedBefore(stream);
      if (ofStream(stream).length === 0 || before === softlyDeleted) return null;
      return ofStream(stream).filter(({ revision }) => revision >= before);
    },
    softlyDelete: (stream: string) => add(`$$${stream}`, ownEvent('$metadata', { $tb: -1 })),
    /** What is written to a stream that was deleted softly begins where the deleted events end. */
    undelete: (stream: string) => add(`$$${stream}`, ownEvent('$metadata', { $tb: ofStream(stream).length })),
    /** How many events lie before a position; -1 where no event begins there and it is not the end either. */
    placeOf: (position: number): number => {
      let [low, high] = [0, all.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (Number(all[middle]?.position) < position) low = middle + 1;
        else high = middle;
      }
      return (all[low]?.position ?? end) === position ? low : -1;
    },
  };
};

export type ServerRecords = ReturnType<typeof serverRecords>;
