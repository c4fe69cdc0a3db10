/**
 * Tells a message that cannot be handled from an environment in which nothing can be, where an error alone does not
 * say which (`unclear` in the table of faults). A message is compared with others of its event type only: where a part
 * of the environment is down, every message that needs it fails, and the others prove nothing. A doubt counts in the
 * message's favour.
 */

/** So often must one message alone fail while others get through, before it is held to be its own doing. */
const failuresBesideOthers = 8;
const othersHandled = 3;
/** And so often where there is nothing of its kind to compare it with. With the usual pauses that takes minutes. */
const failuresAlone = 25;

/** `kind`: the type of its event. `place`: where it stands on the bus. */
export type Suspect = Readonly<{ kind: string; place: string }>;

type Counts = { readonly kind: string; failures: number; others: number };

export interface FailureCounts {
  /** This message is over. If it had failed before, the world was to blame, and nobody is suspected any more. */
  finished(message: Suspect): void;
  /** The world said so itself: nobody is suspected any more. */
  excused(): void;
  /** An unclear error. Says whether there is no doubt left that it is this message's own. */
  struck(message: Suspect): boolean;
  /** It was put away for it. That says nothing about the others. */
  convicted(message: Suspect): void;
}

export const failureCounts = (): FailureCounts => {
  const suspects = new Map<string, Counts>();
  const ofKind = (kind: string) => [...suspects.values()].filter((suspect) => suspect.kind === kind);

  const isBeyondDoubt = ({ kind, failures: own, others }: Counts): boolean =>
    (own >= failuresBesideOthers && others >= othersHandled) ||
    (own >= failuresAlone && ofKind(kind).length === 1);

  return {
    finished: ({ kind, place }) => {
      if (suspects.size === 0) return;
      if (suspects.has(place)) suspects.clear();
      for (const suspect of ofKind(kind)) suspect.others++;
    },
    excused: () => suspects.clear(),
    struck: ({ kind, place }) => {
      const suspect = suspects.get(place) ?? { kind, failures: 0, others: 0 };
      suspects.set(place, suspect);
      suspect.failures++;
      return isBeyondDoubt(suspect);
    },
    convicted: ({ place }) => void suspects.delete(place),
  };
};
