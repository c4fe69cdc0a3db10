/**
 * A serial queue for each key: work for one key runs one after the other in the order of the calls, work for
 * different keys side by side. A failure is the caller's own, and the next one runs all the same.
 */
export const perKey = () => {
  const last = new Map<string, Promise<unknown>>();

  return <Answer>(key: string, work: () => Promise<Answer>): Promise<Answer> => {
    const before = last.get(key);
    const mine = before === undefined ? work() : before.then(work, work);
    last.set(key, mine);
    const leave = () => {
      if (last.get(key) === mine) last.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  };
};
