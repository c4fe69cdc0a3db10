/** What a service may open, and what for. */
import { Rejection } from '@mulin/kernel';

export type Grant = Readonly<{ kinds: readonly string[]; purposes: readonly string[] }>;

export const noGrant = () =>
  new Rejection(
    'no-grant',
    { en: 'This may not be opened for that purpose.', zh: '不得为此目的查阅该内容。' },
    'forbidden',
  );

const largest = 256 * 1_024;

/** How large a content is, in bytes; refused where that is more than one item may have. */
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
