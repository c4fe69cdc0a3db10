/** What a log may say of an error: where it happened, and its words without what might be somebody's. */
import type { LogLine } from '../platform/platform.js';

const longest = 300;

/** Quoted text and long numbers may have come from a resident. */
const masked = (message: string): string =>
  message
    .replaceAll(/"[^"]*"|'[^']*'|“[^”]*”/g, '"…"')
    .replaceAll(/\d{5,}/g, '…')
    .slice(0, longest);

const isFrame = (line: string) => line.trimStart().startsWith('at ');

export const errorLogFields = (error: unknown): LogLine => {
  if (!(error instanceof Error)) return { error: typeof error };
  const frames = (error.stack ?? '').split('\n').filter(isFrame).slice(0, 8);
  return {
    error: error.name,
    reason: masked(error.message),
    at: frames.map((frame) => frame.trim()).join(' < '),
  };
};
