/** One answer for all who ask within a moment, and one asking at a time: however many ask, it costs the same. */
/**
 * One answer for all who ask within a moment, and one asking at a time: however many ask, it costs the same. An
 * asking that fails is kept as long as one that succeeds.
 *
 * @param forMs how long an answer is given again, in milliseconds after it came.
 * @param nowMs a clock in milliseconds that never goes back. Default: `performance.now`.
 */
export const cached = <Answer>(
  forMs: number,
  ask: () => Promise<Answer>,
  nowMs: () => number = () => performance.now(),
): (() => Promise<Answer>) => {
  let asking: Promise<Answer> | undefined;
  let until = -Infinity;

  return () => {
    if (asking !== undefined && nowMs() < until) return asking;
    until = Infinity;
    const mine = ask().finally(() => (until = nowMs() + forMs));
    mine.catch(() => undefined);
    asking = mine;
    return mine;
  };
};
