/** The moment before a member of kafkajs joins its group. It holds for 2.2.4 alone. */
import { settledWithin } from '@mulin/kernel';
import type { GroupMember, Joining } from '../client.js';
import { heartbeatMs, releaseMs } from '../timing.js';

type Coordinator = Readonly<{
  heartbeat: (member: { groupId: string; memberId: string; groupGenerationId: number }) => Promise<unknown>;
  leaveGroup: (member: { groupId: string; memberId: string }) => Promise<unknown>;
}>;

/** As whom the group knows us; `null`: not yet. */
export type Membership = {
  memberId: string | null;
  generation: number | null;
  /** It has been told to end, and must not join any more. */
  isClosed: boolean;
};

/** What is used of the cluster that kafkajs hands to an assigner of partitions. */
type Cluster = { findGroupCoordinator: (wanted: { groupId: string }) => Promise<object> };

const assertOpen = ({ isClosed }: Membership) => {
  if (isClosed) throw new Error('this member was closed while it joined');
};

/**
 * kafkajs has no call before partitions are taken away. But the last thing it does before it asks to join, the first time
 * or again, is to look for the group's coordinator; there it is made to wait until nothing is in hand. Its heart beats on
 * meanwhile, or others would be given its partitions while they are in use.
 */
export const joiningThrough = (
  { group, formerly }: Joining,
  onJoining: GroupMember['onJoining'],
  membership: Membership,
) => {
  let former = formerly;
  const release = async (coordinator: Coordinator) => {
    const { memberId, generation } = membership;
    const beat = () =>
      memberId === null || generation === null
        ? undefined
        : void coordinator
            .heartbeat({ groupId: group, memberId, groupGenerationId: generation })
            .catch(() => undefined);
    const beating = setInterval(beat, heartbeatMs);
    await settledWithin(onJoining(), releaseMs);
    clearInterval(beating);
  };

  return (cluster: Cluster): void => {
    const find = cluster.findGroupCoordinator.bind(cluster);
    cluster.findGroupCoordinator = async (wanted) => {
      assertOpen(membership);
      const coordinator = await find(wanted);
      // The types leave out what a broker can be asked.
      const asked = coordinator as Coordinator;
      await release(asked);
      if (former !== null)
        await asked.leaveGroup({ groupId: group, memberId: former }).catch(() => undefined);
      former = null;
      assertOpen(membership);
      return coordinator;
    };
  };
};
