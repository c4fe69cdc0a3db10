/** A connection takes one question at a time: each waits for the one before, however that went. */
export const serialQueue = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const mine = last.then(ask);
    last = mine.catch(() => undefined);
    return mine;
  };
};
