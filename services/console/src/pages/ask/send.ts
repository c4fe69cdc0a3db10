/** Sends a demand with its photos: each step under a name of its own, so that the whole may be sent again. */
import { answerOf, Refused, type Schemas } from '../../api/client';
import { keep } from '../../resident/kept';
import { keepCode } from '../../resident/own-case';
import { sendPhotos } from '../../resident/send-photos';
import { visitClient } from '../../resident/visit';
import type { Draft } from './draft';

/** What is shown afterwards; `code`: `null` to whoever is told none, because they may be asked to handle it. */
export type Sent = Readonly<{ number: string; code: string | null; item: string }>;
export const sentName = 'asked';

const bodyOf = (item: string, { words, address, point, phone, name }: Draft) => {
  const where = {
    ...(point === null ? {} : { lat: point.lat, lon: point.lon }),
    ...(address.trim() === '' ? {} : { address: address.trim() }),
  };
  return {
    menuItem: item,
    words: words.trim(),
    ...(Object.keys(where).length === 0 ? {} : { place: where }),
    ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
    ...(name.trim() === '' ? {} : { name: name.trim() }),
  };
};

type Progress = (told: Readonly<{ nth: number; all: number }> | null) => void;

export type Order = Readonly<{ item: Schemas['MenuItem']; draft: Draft; told: Progress }>;

/** @throws Refused. What was refused was not kept, and another attempt is another demand. */
export const sendOrder = async ({ item, draft, told }: Order): Promise<{ data: Sent }> => {
  const client = await visitClient();
  const ids = await sendPhotos(client, draft.photos, (sent) =>
    told({ nth: sent + 1, all: draft.photos.length }),
  );
  told(null);
  const header = (step: string) => ({ 'idempotency-key': `${draft.key}-${step}` });
  const asked = await answerOf(
    client.POST('/api/v1/cases', { params: { header: header('ask') }, body: bodyOf(item.id, draft) }),
  );
  if (ids.length > 0)
    await answerOf(
      client.POST('/api/v1/cases/{caseId}/additions', {
        params: { path: { caseId: asked.caseId }, header: header('photos') },
        body: { photoIds: ids },
      }),
    );
  const sent = { number: asked.number, code: asked.queryCode ?? null, item: item.id };
  keep(sentName, sent);
  if (sent.code !== null) keepCode(sent.number, sent.code);
  return { data: sent };
};

/** A visit that is over: the next attempt begins another one. */
export const isVisitOver = (error: Error | null): boolean => error instanceof Refused && error.status === 401;
