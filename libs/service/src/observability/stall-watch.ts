/** Who is behind and does not come forward: that is being stuck. To be behind in a busy town is not. */
/** Longer than any single message or batch takes, in milliseconds. */
const patienceMs = 15_000;

type Mark = Readonly<{ progress: number; since: number }>;

/** Who is behind and does not come forward. */
export type StallWatch = Readonly<{
  /**
   * Notes how far something has come, and whether it is behind. `true`: it has been behind for a while, and at no
   * look in between it had come any further.
   */
  isStuck: (what: string, isBehind: boolean, progress: number) => boolean;
}>;

/**
 * Watches progress: what is behind for 15 seconds without coming any further is stuck.
 *
 * @param nowMs a clock in milliseconds that never goes back.
 */
export const stallWatch = (nowMs: () => number): StallWatch => {
  const marks = new Map<string, Mark>();

  return {
    isStuck: (what, isBehind, progress) => {
      if (!isBehind) {
        marks.delete(what);
        return false;
      }
      const mark = marks.get(what);
      if (mark?.progress === progress) return nowMs() - mark.since >= patienceMs;
      marks.set(what, { progress, since: nowMs() });
      return false;
    },
  };
};
