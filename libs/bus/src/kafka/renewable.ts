import { settledWithin, type Stop } from '@mulin/kernel';

const closeMs = 5_000;

/** Something connected, which is used by many and replaced when it fails. */
interface Renewable<Made> {
  /** Rejects with what `work` rejects with; whoever comes next is given a new one. */
  use<Answer>(work: (made: Made) => Promise<Answer>): Promise<Answer>;
  readonly close: Stop;
}

/** Made when it is needed first, and anew after a failure: what a failed one still believes may be wrong. */
export const renewable = <Made extends Readonly<{ disconnect: Stop }>>(
  make: () => Promise<Made>,
): Renewable<Made> => {
  let current: Promise<Made> | undefined;
  const end = async (made: Promise<Made>) =>
    void (await settledWithin(
      made.then((it) => it.disconnect()),
      closeMs,
    ));
  return {
    use: async (work) => {
      const made = (current ??= make());
      try {
        return await work(await made);
      } catch (error) {
        if (current === made) current = undefined;
        void end(made);
        throw error;
      }
    },
    close: async () => {
      const made = current;
      current = undefined;
      if (made !== undefined) await end(made);
    },
  };
};
