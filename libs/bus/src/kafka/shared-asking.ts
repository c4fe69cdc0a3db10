type Line<Answer> = { readonly over: Promise<unknown>; next: Promise<Answer> | null };

/**
 * Makes a function that asks a question once for all who want it at the same time. Nobody is given an answer that was
 * begun before they asked, since it may know nothing of what they have done: they wait for the one after it.
 */
export const sharedAsking = <Answer>(): ((
  question: string,
  ask: () => Promise<Answer>,
) => Promise<Answer>) => {
  const lines = new Map<string, Line<Answer>>();

  const begin = (question: string, ask: () => Promise<Answer>): Promise<Answer> => {
    const asked = ask();
    const line: Line<Answer> = { over: asked.catch(() => undefined), next: null };
    lines.set(question, line);
    void line.over.then(() => {
      if (line.next === null) lines.delete(question);
    });
    return asked;
  };

  return (question, ask) => {
    const line = lines.get(question);
    if (line === undefined) return begin(question, ask);
    return (line.next ??= line.over.then(() => begin(question, ask)));
  };
};
