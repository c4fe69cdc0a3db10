/**
 * Tells a message that cannot be handled from a world that can handle none, where an error alone does not say
 * which (`unclear` in the table of faults). A message is compared with others of its kind only: where a part of
 * the world is down, all that need it fail, and others say nothing about them. What is in doubt counts for it.
 */

/** So often must one message alone fail while others get through, before it is held to be its own doing. */
const strikesBesideOthers = 8;
const othersHandled = 3;
/** And so often where there is nothing of its kind to compare it with. With the usual pauses that takes minutes. */
const strikesAlone = 25;

/** `kind`: the type of its event. `place`: where it stands on the bus. */
export type Suspect = Readonly<{ kind: string; place: string }>;

type Counts = { readonly kind: string; failureCounts: number; others: number };

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

export const strikes = (): FailureCounts => {
  const suspects = new Map<string, Counts>();
  const ofKind = (kind: string) => [...suspects.values()].filter((suspect) => suspect.kind === kind);

  const isBeyondDoubt = ({ kind, failureCounts: own, others }: Counts): boolean =>
    (own >= strikesBesideOthers && others >= othersHandled) ||
    (own >= strikesAlone && ofKind(kind).length === 1);

  return {
    finished: ({ kind, place }) => {
      if (suspects.size === 0) return;
      if (suspects.has(place)) suspects.clear();
      for (const suspect of ofKind(kind)) suspect.others++;
    },
    excused: () => suspects.clear(),
    struck: ({ kind, place }) => {
      const suspect = suspects.get(place) ?? { kind, failureCounts: 0, others: 0 };
      suspects.set(place, suspect);
      suspect.failureCounts++;
      return isBeyondDoubt(suspect);
    },
    convicted: ({ place }) => void suspects.delete(place),
  };
};
