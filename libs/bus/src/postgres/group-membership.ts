import type { Stop } from '@mulin/kernel';
import type { Database } from '@mulin/postgres';
import { assignPartitions } from '../consumer/assignment.js';
import type { TopicPartition } from '../consumer/driver.js';
import { type Logger, troubleIn } from '../log.js';
import { partitionLocks, type PartitionLocks } from './partition-locks.js';
import { membersChannel, postgresMembers } from './members.js';
import { autoResetEvent, pollLoop } from './poll-loop.js';
import { inSteps } from './stopping.js';

/** Who died is found out this soon; who comes or goes says so. */
const everyMs = 1_000;
const retryMs = 250;

type Parts = Readonly<{
  database: Database;
  schema: string;
  group: string;
  topics: readonly string[];
  /** Whatever has to be there before a member reads. Called under each new name until it has succeeded. */
  entered: () => Promise<void>;
  partitionsOf: () => Promise<ReadonlyMap<string, number>>;
  gained: (topicPartitions: readonly TopicPartition[]) => void;
  /** Resolves when nothing of these partitions is in hand any more. */
  lost: (topicPartitions: readonly TopicPartition[]) => Promise<void>;
  log: Logger;
}>;

export type Membership = Pick<PartitionLocks, 'owns' | 'stillOurs'> & Readonly<{ leave: Stop }>;

/**
 * Shares the partitions of a group among the programs that read it. A partition is a lock in PostgreSQL: two never have
 * it at once, and who dies leaves it that very moment; who stands still has lost it before somebody else has it.
 * The list of members only says who should take which.
 */
export const joinGroup = ({ entered, partitionsOf, gained, lost, log, ...parts }: Parts): Membership => {
  const { database, schema, group } = parts;
  const bell = autoResetEvent();
  const members = postgresMembers({ ...parts, log, lost: bell.set });
  const topicPartitions = partitionLocks(parts);

  const letGo = async (leaving: readonly TopicPartition[]) => {
    if (leaving.length === 0) return;
    await lost(leaving);
    await topicPartitions.free(leaving);
  };

  const ready = readyUnder(async () => {
    // Under a new name nothing is held: its locks ended with the old one's connection.
    await letGo(topicPartitions.beyond([]));
    await entered();
  });

  const share = async () => {
    const id = await ready(await members.enter());
    const wanted = assignPartitions(id, await members.living(), await partitionsOf());
    await letGo(topicPartitions.beyond(wanted));
    gained(await topicPartitions.take(wanted));
  };

  const stopHearing = database.listen(membersChannel(schema), (name) => {
    if (name === '' || name === group) bell.set();
  });
  const stopTurns = pollLoop(bell, {
    turn: share,
    everyMs,
    retryMs,
    trouble: troubleIn(log, 'partition assignment failed', group),
  });

  const leave = () =>
    inSteps(
      stopTurns,
      () => stopHearing.then((stop) => stop()),
      () => letGo(topicPartitions.beyond([])),
      members.leave,
    );
  return { owns: topicPartitions.owns, stillOurs: topicPartitions.stillOurs, leave };
};

/** Prepares once for each new name. A name counts as prepared when that has succeeded, and never before. */
const readyUnder = (prepare: () => Promise<void>) => {
  let readyAs: string | null = null;
  return async (name: string): Promise<string> => {
    if (name !== readyAs) await prepare();
    readyAs = name;
    return name;
  };
};
