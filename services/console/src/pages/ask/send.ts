/** Sends a demand with its photos: each step under a name of its own, so that the whole may be sent again. */
import { answerOf, Refused, type Schemas } from '../../api/client';
import { leavesOpen } from '../../api/leaves-open';
import { keep, kept } from '../../resident/kept';
import { askedName, keepCode } from '../../resident/own-case';
import { sendPhotos } from '../../resident/send-photos';
import { visitClient } from '../../resident/visit';
import type { Draft } from './draft';
import { type Memory, sendOnce } from './tried';

/**
 * What is shown afterwards. `code`: `null` to whoever is told none, because they may be asked to handle it. `asFirst`: the words of an
 * earlier attempt, which had arrived, and what was sent instead since; `null`: the town has what was sent last.
 */
export type Sent = Readonly<{
  number: string;
  code: string | null;
  item: string;
  asFirst: Readonly<{ words: string; since: string }> | null;
}>;

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

type Body = ReturnType<typeof bodyOf>;

const triedName = 'ask-tried';

/** Attempts of this order of which it is not known what became. */
const triedOf = ({ key }: Pick<Draft, 'key'>): Memory<Body> => ({
  read: () => {
    const it = kept<Readonly<{ key: string; tried: readonly Body[] }>>(triedName);
    return it?.key === key ? it.tried : [];
  },
  write: (tried) => keep(triedName, tried.length === 0 ? null : { key, tried }),
});

/** Whether the town may have this order already, as it was sent before. */
export const mayBeThere = (draft: Draft): boolean => triedOf(draft).read().length > 0;

const partsOf = ({ words, place, phone, name }: Body) => [words, place?.address, name, phone];

/** What is said now and was not then, one below the other. */
const changedIn = (now: Body, then: Body): string => {
  const before = partsOf(then);
  return partsOf(now)
    .filter((part, nth) => part !== before[nth])
    .join('\n');
};

type Progress = (told: Readonly<{ nth: number; all: number }> | null) => void;

export type Order = Readonly<{ item: Schemas['MenuItem']; draft: Draft; told: Progress }>;

/** @throws Refused. What was refused was not kept; another attempt is another demand, unless an earlier one may have arrived. */
export const sendOrder = async ({ item, draft, told }: Order): Promise<{ data: Sent }> => {
  const client = await visitClient(mayBeThere(draft));
  const ids = await sendPhotos(client, draft.photos, (sent) =>
    told({ nth: sent + 1, all: draft.photos.length }),
  );
  told(null);
  const header = (step: string) => ({ 'idempotency-key': `${draft.key}-${step}` });
  const body = bodyOf(item.id, draft);
  const { answer: asked, body: arrived } = await sendOnce({
    ...{ body, memory: triedOf(draft), leavesOpen },
    post: (it) => answerOf(client.POST('/api/v1/cases', { params: { header: header('ask') }, body: it })),
  });
  const asFirst = arrived === body ? null : { words: arrived.words, since: changedIn(body, arrived) };
  // Number and code are kept before anything else can fail: they are said once.
  const sent = { number: asked.number, code: asked.queryCode ?? null, item: arrived.menuItem, asFirst };
  keep(askedName, sent);
  if (sent.code !== null) keepCode(sent.number, sent.code);
  if (ids.length > 0)
    await answerOf(
      client.POST('/api/v1/cases/{caseId}/additions', {
        params: { path: { caseId: asked.caseId }, header: header(`photos-${ids.length}-${ids.at(-1)}`) },
        body: { photoIds: ids },
      }),
    );
  keep(triedName, null);
  return { data: sent };
};

/** A visit that is over: the next attempt begins another one. */
export const isVisitOver = (error: Error | null): boolean => error instanceof Refused && error.status === 401;
