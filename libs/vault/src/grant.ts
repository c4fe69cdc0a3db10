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
/** Bytes: a picture that fills a screen, in base64. */
const largestPhoto = 1_024 * 1_024;

/**
 * How large the content of one item is.
 *
 * @param text the content as canonical JSON.
 * @param kind of the item: a `photo` may be 1 MiB, anything else 256 KiB.
 * @returns bytes of UTF-8.
 * @throws `Rejection` `too-large` above that.
 */
export const bytesWithin = (text: string, kind: string): number => {
  const bytes = Buffer.byteLength(text);
  if (bytes > (kind === 'photo' ? largestPhoto : largest))
    throw new Rejection(
      'too-large',
      {
        en: 'The vault keeps at most 256 KiB at once, and a photo of at most 1 MiB.',
        zh: '保险库单项内容不得超过256 KiB，照片不得超过1 MiB。',
      },
      'too-large',
    );
  return bytes;
};
