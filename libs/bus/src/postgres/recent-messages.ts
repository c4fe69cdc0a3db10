/** The newest messages of partitions that are read here, kept once for all groups of this program. */
import type { Delivered } from '@mulin/kernel';

const mostMessages = 1_000;
const mostCharacters = 500_000;

export interface RecentMessages {
  /**
   * Takes messages of one partition without a gap between them, from offset `first` on; they are durable. Those of a
   * partition that nobody reads here are passed over, and so are those that end before what is kept begins.
   */
  learn(topicPartition: string, first: number, messages: readonly Delivered[]): void;
  /** What is kept from this offset on; `null`: it is not kept, or not known yet, and has to be fetched. */
  after(topicPartition: string, from: number): readonly Delivered[] | null;
}

type CachedMessages = Readonly<{ messages: readonly Delivered[]; end: number; characters: number }>;

const charactersOf = (messages: readonly Delivered[]): number =>
  messages.reduce((sum, { value }) => sum + value.length, 0);

const nothing: CachedMessages = { messages: [], end: 0, characters: 0 };

export const recentMessages = (): RecentMessages => {
  const topicPartitions = new Map<string, CachedMessages>();

  return {
    learn: (topicPartition, first, messages) => {
      const kept = topicPartitions.get(topicPartition);
      if (kept === undefined || first + messages.length <= kept.end) return;
      // What another program published in between is missing here: from then on it is told again without a gap.
      const before = first > kept.end ? nothing : kept;
      const added = messages.slice(Math.max(0, kept.end - first));
      topicPartitions.set(
        topicPartition,
        bounded({
          messages: before.messages.concat(added),
          end: first + messages.length,
          characters: before.characters + charactersOf(added),
        }),
      );
    },

    after: (topicPartition, from) => {
      const kept = topicPartitions.get(topicPartition);
      // Who asks reads it: from now on what comes is kept.
      if (kept === undefined) {
        topicPartitions.set(topicPartition, nothing);
        return null;
      }
      const begin = kept.end - kept.messages.length;
      return from < begin || from >= kept.end ? null : kept.messages.slice(from - begin);
    },
  };
};

/** The older half goes when it is too much; one that is too large by itself is not kept. */
const bounded = ({ messages, end, characters }: CachedMessages): CachedMessages => {
  if (messages.length <= mostMessages && characters <= mostCharacters) return { messages, end, characters };
  const newer = messages.slice(Math.ceil(messages.length / 2));
  return bounded({ messages: newer, end, characters: charactersOf(newer) });
};
