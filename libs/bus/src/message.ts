import type { Message } from '@mulin/kernel';

/** No text of ours holds a NUL, and not every adapter could keep one: it is refused before it is anywhere. */
export const refuseNul = (messages: readonly Message[]): void => {
  if (messages.some(({ key, value }) => key.includes('\0') || value.includes('\0')))
    throw new TypeError('a message on the bus cannot hold a NUL character');
};
