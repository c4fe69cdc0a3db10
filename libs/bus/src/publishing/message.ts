import type { Message } from '@mulin/kernel';

/** Far more than any event of a town, and far less than what could not be read again as one text. */
const mostBytes = 16_000_000;

/** No text of ours holds a NUL or is so large, and not every adapter could keep one: it is refused before it is anywhere. */
export const assertSendable = (messages: readonly Message[]): void => {
  for (const { key, value } of messages) {
    if (key.includes('\0') || value.includes('\0'))
      throw new TypeError('a message on the bus cannot hold a NUL character');
    if (Buffer.byteLength(value) > mostBytes)
      throw new TypeError(`a message on the bus cannot be larger than ${mostBytes} bytes`);
  }
};
