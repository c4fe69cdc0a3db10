import { settledWithin, type Stop } from '@mulin/kernel';

const closeMs = 5_000;

type Disconnectable = Readonly<{ disconnect: Stop }>;

/** Something connected, which is used by many and replaced when it fails. */
interface Renewable<Made> {
  /** Rejects with what `work` rejects with; whoever comes next is given a new one. Once it is closed nothing is made. */
  use<Answer>(work: (made: Made) => Promise<Answer>): Promise<Answer>;
  /** Waits a while for who still uses it. */
  readonly close: Stop;
}

/** One that was made, and who uses it. */
type Lent<Made> = Readonly<{ made: Promise<Made>; users: Set<Promise<unknown>> }>;

/** However long they take: disconnected under their hands, it would connect again for them, and stay so for ever. */
const end = async <Made extends Disconnectable>({ made, users }: Lent<Made>): Promise<void> => {
  await Promise.allSettled(users);
  await made.then((it) => it.disconnect()).catch(() => undefined);
};

const used = async <Made, Answer>({ made, users }: Lent<Made>, work: (made: Made) => Promise<Answer>) => {
  const working = made.then(work);
  users.add(working);
  return working.finally(() => users.delete(working));
};

/**
 * Made when it is needed first, and anew after a failure: what a failed one still believes may be wrong. It is
 * disconnected when nobody uses it any more.
 */
export const renewable = <Made extends Disconnectable>(make: () => Promise<Made>): Renewable<Made> => {
  let current: Lent<Made> | undefined;
  let isClosed = false;
  return {
    use: async (work) => {
      if (isClosed) throw new Error('it was closed');
      const lent = (current ??= { made: make(), users: new Set() });
      try {
        return await used(lent, work);
      } catch (error) {
        if (current === lent) {
          current = undefined;
          void end(lent);
        }
        throw error;
      }
    },
    close: async () => {
      isClosed = true;
      const lent = current;
      current = undefined;
      if (lent !== undefined) await settledWithin(end(lent), closeMs);
    },
  };
};
