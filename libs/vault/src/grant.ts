/** What a service may open, and what for. */
import { Rejection } from '@mulin/kernel';

/** What a service may open: items of these kinds, for these purposes. Anything else is refused (`no-grant`). */
export type Grant = Readonly<{ kinds: readonly string[]; purposes: readonly string[] }>;

/** The refusal of what no grant opens: code `no-grant`, of the kind `forbidden`. */
export const noGrant = () =>
  new Rejection(
    'no-grant',
    { en: 'This may not be opened for that purpose.', zh: '不得为此目的查阅该内容。' },
    'forbidden',
  );

/** Bytes: many times what a person writes, and little enough that a page of items stays in memory. */
const largest = 256 * 1_024;

/**
 * How large the content of one item is.
 *
 * @param text the content as canonical JSON.
 * @returns bytes of UTF-8.
 * @throws `Rejection` `too-large` above 256 KiB.
 */
export const bytesWithin = (text: string): number => {
  const bytes = Buffer.byteLength(text);
  if (bytes > largest)
    throw new Rejection(
      'too-large',
      { en: 'The vault keeps at most 256 KiB at once.', zh: '保险库单项内容不得超过256 KiB。' },
      'too-large',
    );
  return bytes;
};
