/** An answer that is waited for only so long. */
import { setTimeout as pause } from 'node:timers/promises';

/** What was asked; throws `it does not answer` after `ms`, and what comes later is nobody's any more. */
export const within = async <Answer>(ms: number, asked: Promise<Answer>): Promise<Answer> => {
  const late = new AbortController();
  const tooLate = pause(ms, undefined, { signal: late.signal, ref: false }).then(() => {
    throw new Error('it does not answer');
  });
  asked.catch(() => undefined);
  try {
    return await Promise.race([asked, tooLate]);
  } finally {
    tooLate.catch(() => undefined);
    late.abort();
  }
};
