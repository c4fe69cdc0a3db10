/** What a log may say of an error: where it happened, and its words without what might be somebody's. */
import type { LogLine } from '../platform/platform.js';

/** Characters of a reason: one line of a log stays one line. */
const longest = 300;

/** Quoted text and long numbers may have come from a resident. */
const masked = (message: string): string =>
  message
    .replaceAll(/"[^"]*"|'[^']*'|“[^”]*”/g, '"…"')
    .replaceAll(/\d{5,}/g, '…')
    .slice(0, longest);

const isFrame = (line: string) => line.trimStart().startsWith('at ');

/**
 * The fields of a log line about an error: `error` (its name), `reason` (at most 300 characters, with quoted text and
 * long numbers masked, as they may have come from a resident) and `at` (eight frames of its stack).
 *
 * @param error anything that was thrown; of what is no `Error` only the type is said.
 */
export const errorLogFields = (error: unknown): LogLine => {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter(isFrame).slice(0, 8);
  return {
    error: error.name,
    reason: masked(error.message),
    at: frames.map((frame) => frame.trim()).join(' < '),
  };
};
