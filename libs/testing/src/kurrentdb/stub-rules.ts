/** What a test may have a stub do otherwise. */
export type StubRules = {
  /** The version that the server says it has. */
  version: string;
  /** Whether whoever asks may read at all, and write. */
  mayRead: boolean;
  mayWrite: boolean;
  /** `MaxAppendSize` of the server, in bytes. */
  maxAppendSize: number;
  /** The next so many appends are written, and their answers lost with the connection. */
  answersToLose: number;
  /** So many batches are still written; later ones wait for an answer that does not come, as behind a full disk. */
  batchesToTake: number;
};

export const usualRules = (): StubRules => ({
  version: '24.10.0',
  mayRead: true,
  mayWrite: true,
  maxAppendSize: 1024 * 1024,
  answersToLose: 0,
  batchesToTake: Number.POSITIVE_INFINITY,
});
