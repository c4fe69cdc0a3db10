import { answerOf } from '../api/client';
import { bytesOf } from './shrink';
import type { Client } from './visit';

/** `key`: the name under which it is sent, so that sending it again is the same photo. */
export type Photo = Readonly<{ key: string; address: string }>;

/** One after the other, through whatever network there is. @returns their ids, in the same order. */
export const sendPhotos = async (
  client: Client,
  photos: readonly Photo[],
  told: (sent: number) => void,
): Promise<string[]> => {
  const ids: string[] = [];
  for (const { key, address } of photos) {
    told(ids.length);
    const sending = client.POST('/api/v1/photos', {
      params: { header: { 'idempotency-key': key } },
      headers: { 'content-type': 'image/jpeg' },
      body: bytesOf(address) as never, // the description calls bytes a string
      bodySerializer: (body: unknown) => body as Blob,
    });
    ids.push((await answerOf(sending)).photoId);
  }
  return ids;
};
