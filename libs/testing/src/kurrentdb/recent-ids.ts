/** The ids of a server's recent events: all that it knows of an append to which no revision is expected. */

/** `ESConsts.CommittedEventsMemCacheLimit`: 8 MiB, by which some hundred thousand events are known. */
const mostBytes = 8 * 1024 * 1024;
/** What an entry costs beside the name of its stream, which has two bytes a character. */
const bytesOfEntry = 16 + 4 + 8;

type Found = Readonly<{ stream: string; revision: number }>;

export type RecentIds = Readonly<{
  add: (id: string, found: Found) => void;
  /** The revision of the event with this id, where it is remembered and of this stream. */
  find: (id: string, stream: string) => number | undefined;
}>;

export const recentIds = (): RecentIds => {
  const entries = new Map<string, Found>();
  let bytes = 0;
  const sizeOf = ({ stream }: Found) => bytesOfEntry + 2 * stream.length;

  const forgetOldest = () => {
    for (const [id, found] of entries) {
      if (bytes <= mostBytes) return;
      entries.delete(id);
      bytes -= sizeOf(found);
    }
  };

  return {
    add: (id, found) => {
      const before = entries.get(id);
      if (before !== undefined) bytes -= sizeOf(before);
      entries.set(id, found);
      bytes += sizeOf(found);
      forgetOldest();
    },
    find: (id, stream) => {
      const found = entries.get(id);
      return found?.stream === stream ? found.revision : undefined;
    },
  };
};
