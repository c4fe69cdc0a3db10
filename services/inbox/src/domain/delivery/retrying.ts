/** How often a message is tried, and when. */
import { backoff, hour, type Instant, plus, second } from '@mulin/kernel';

/** With the pauses below they take 28 hours: a mail server that is away for a night loses nobody's message. */
const attemptsAtMost = 16;

const pauseMs = backoff({ firstMs: 30 * second, longestMs: 4 * hour });

/** When the attempt after the nth one is made, which failed at this moment; `null`: it was the last one. */
export const attemptAfter = (nth: number, at: Instant): Instant | null =>
  nth >= attemptsAtMost ? null : plus(at, pauseMs(nth));
