/** One answer for all who ask within a moment, and one asking at a time: however many ask, it costs the same. */
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
