/** Many calls at once become one: what comes while a round is under way goes with the next. */
export const gather = <Item>(
  most: number,
  carry: (items: readonly Item[]) => Promise<void>,
): ((items: readonly Item[]) => Promise<void>) => {
  type Waiting = { items: readonly Item[]; done: () => void; failed: (error: unknown) => void };
  let waiting: Waiting[] = [];
  let isCarrying = false;

  const nextRound = (): readonly Waiting[] => {
    let count = 0;
    const round: Waiting[] = [];
    for (const call of waiting) {
      if (round.length > 0 && count + call.items.length > most) break;
      count += call.items.length;
      round.push(call);
    }
    waiting = waiting.slice(round.length);
    return round;
  };

  const carryAll = async () => {
    // Callers of this very turn go together.
    await new Promise((resolve) => setImmediate(resolve));
    while (waiting.length > 0) {
      const round = nextRound();
      try {
        await carry(round.flatMap(({ items }) => items));
        for (const { done } of round) done();
      } catch (error) {
        for (const { failed } of round) failed(error);
      }
    }
    isCarrying = false;
  };

  return (items) =>
    new Promise<void>((done, failed) => {
      waiting.push({ items, done, failed });
      if (isCarrying) return;
      isCarrying = true;
      void carryAll();
    });
};
