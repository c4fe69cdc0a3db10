/** Waiting in tests: for what must come, with a limit and without measuring how long it took. */
import { setTimeout as pause } from 'node:timers/promises';

const pauseMs = 5;
/** Generous: a busy machine is ten times slower than a quiet one. It is under the limit of a test in `jest.config.mjs`. */
const usualLimitMs = 30_000;

/**
 * Asks again and again until the answer is as wanted. A question that fails counts as "not yet".
 *
 * @param ask what is asked; it may be asynchronous.
 * @param isSo whether the answer is the wanted one. Default: whether it is truthy.
 * @param limitMs after how many milliseconds it gives up. Default: 30 seconds.
 * @returns the answer that was as wanted.
 * @throws an `Error` that shows the question and the last answer, with the last failure as its cause.
 */
export const until = async <Answer>(
  ask: () => Answer | Promise<Answer>,
  isSo: (answer: Answer) => boolean = Boolean,
  limitMs = usualLimitMs,
): Promise<Answer> => {
  const giveUpAt = performance.now() + limitMs;
  for (let last: { answer?: unknown; cause?: unknown } = {}; ; await pause(pauseMs)) {
    try {
      const answer = await ask();
      if (isSo(answer)) return answer;
      last = { answer };
    } catch (cause) {
      last = { cause };
    }
    if (performance.now() >= giveUpAt)
      throw new Error(`Not within ${limitMs} ms: ${String(ask)} gave ${JSON.stringify(last.answer)}`, last);
  }
};
