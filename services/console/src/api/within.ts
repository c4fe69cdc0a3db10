/** Sends something and gives it up after so many milliseconds: whoever waits is told that the town was not reached. */
export const within = async <Answer>(
  ms: number,
  send: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> => {
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(), ms);
  try {
    return await send(end.signal);
  } finally {
    clearTimeout(timer);
  }
};
