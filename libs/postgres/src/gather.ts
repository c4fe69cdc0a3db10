/** Many calls at once become one statement: what comes while a round is under way goes with the next. */

type Call<Item, Answer> = Readonly<{
  item: Item;
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}>;

/**
 * `carry` answers for each item, in their order. An answer that is an `Error` is thrown at its own caller
 * alone; what `carry` itself throws, at all callers of that round.
 */
export const gathered = <Item, Answer>(
  carry: (items: readonly Item[]) => Promise<readonly (Answer | Error)[]>,
  most = 500,
): ((item: Item) => Promise<Answer>) => {
  const waiting: Call<Item, Answer>[] = [];
  let isCarrying = false;

  const finish = (round: readonly Call<Item, Answer>[], answers: readonly (Answer | Error)[]) => {
    round.forEach(({ resolve, reject }, place) => {
      const answer = answers[place];
      if (answer instanceof Error) reject(answer);
      else if (place < answers.length) resolve(answer as Answer);
      else reject(new Error('a round answers for each of its items'));
    });
  };

  const carryAll = async () => {
    // Callers of this very turn go together.
    await new Promise((resolve) => setImmediate(resolve));
    for (let round = waiting.splice(0, most); round.length > 0; round = waiting.splice(0, most)) {
      try {
        finish(round, await carry(round.map(({ item }) => item)));
      } catch (error) {
        for (const { reject } of round) reject(error);
      }
    }
    isCarrying = false;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (isCarrying) return;
      isCarrying = true;
      void carryAll();
    });
};
