/** What is done in the field, and how the town is told of it. */
import { answerOf, api, type Schemas } from '../api/client';
import type { paths } from '../api/schema';

type BodyOf<Path extends keyof paths> = paths[Path] extends {
  post: { requestBody: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;
type Untimed<Body> = Body extends unknown ? Omit<Body, 'at' | 'photoIds' | 'reportedAt'> : never;

type Order = '/api/v1/orders/{caseId}';

export type Deed = Readonly<
  | { does: 'take' }
  | { does: 'return'; body: BodyOf<`${Order}/return`> }
  | { does: 'contact'; body: Untimed<BodyOf<`${Order}/contact`>> }
  | { does: 'progress'; body: Untimed<BodyOf<`${Order}/progress`>> }
  | { does: 'finish'; body: Untimed<BodyOf<`${Order}/finish`>> }
  | { does: 'hand-over'; body: BodyOf<`${Order}/hand-over`> }
  | { does: 'call-in'; body: BodyOf<`${Order}/helpers`> }
  | { does: 'release'; call: number }
  | { does: 'join'; call: number }
  | { does: 'help-finish'; call: number }
  | { does: 'verify'; body: BodyOf<`${Order}/verify`> }
  | { does: 'patrol'; body: Untimed<BodyOf<'/api/v1/cases'>> }
>;

/** What is sent along: `at` where it was not done now, and photos that the town has already. */
type Along = Readonly<{ key: string; at: string | null; photoIds: readonly string[]; signal: AbortSignal }>;

type Header = Readonly<{ 'idempotency-key': string }>;
type Path = Readonly<{ caseId: string }>;
type Sent = Promise<{ data?: Schemas['Order'] }>;
type Of<Name extends Deed['does']> = Extract<Deed, { does: Name }>;

const helping = (
  deed: Of<'join' | 'help-finish' | 'release'>,
  path: Path,
  header: Header,
  rest: Rest,
): Sent => {
  const params = { path: { ...path, call: deed.call }, header };
  const { signal, timed } = rest;
  switch (deed.does) {
    case 'join':
      return api.POST('/api/v1/orders/{caseId}/helpers/{call}/join', { params, body: timed, signal });
    case 'help-finish':
      return api.POST('/api/v1/orders/{caseId}/helpers/{call}/finish', { params, body: timed, signal });
    case 'release':
      return api.POST('/api/v1/orders/{caseId}/helpers/{call}/release', {
        params,
        body: { because: 'not-needed' },
        signal,
      });
  }
};

type Rest = Readonly<{
  signal: AbortSignal;
  timed: { at?: string };
  shown: { photoIds?: string[] };
}>;

type OnOrder = Exclude<Deed, Of<'join' | 'help-finish' | 'release' | 'patrol'>>;

const onOrder = (deed: OnOrder, path: Path, header: Header, { signal, timed, shown }: Rest): Sent => {
  const params = { path, header };
  switch (deed.does) {
    case 'take':
      return api.POST('/api/v1/orders/{caseId}/take', { params, body: timed, signal });
    case 'return':
      return api.POST('/api/v1/orders/{caseId}/return', { params, body: deed.body, signal });
    case 'contact':
      return api.POST('/api/v1/orders/{caseId}/contact', {
        params,
        body: { ...deed.body, ...timed },
        signal,
      });
    case 'progress': {
      const body = { ...deed.body, ...timed, ...shown };
      return api.POST('/api/v1/orders/{caseId}/progress', { params, body, signal });
    }
    case 'finish': {
      const body = { ...deed.body, ...timed, ...shown };
      return api.POST('/api/v1/orders/{caseId}/finish', { params, body, signal });
    }
    case 'hand-over':
      return api.POST('/api/v1/orders/{caseId}/hand-over', { params, body: deed.body, signal });
    case 'call-in':
      return api.POST('/api/v1/orders/{caseId}/helpers', { params, body: deed.body, signal });
    case 'verify':
      return api.POST('/api/v1/orders/{caseId}/verify', { params, body: deed.body, signal });
  }
};

/** Tells the town of something that was done with an order; answers how it stands then. */
export const tellOrder = (
  deed: Exclude<Deed, Of<'patrol'>>,
  caseId: string,
  { key, at, photoIds, signal }: Along,
): Promise<Schemas['Order']> => answerOf(sent(deed, caseId, { key, at, photoIds, signal }));

const sent = (deed: Exclude<Deed, Of<'patrol'>>, caseId: string, along: Along): Sent => {
  const { key, at, photoIds, signal } = along;
  const header = { 'idempotency-key': key };
  const rest: Rest = {
    signal,
    timed: at === null ? {} : { at },
    shown: photoIds.length === 0 ? {} : { photoIds: [...photoIds] },
  };
  if (deed.does === 'join' || deed.does === 'help-finish' || deed.does === 'release')
    return helping(deed, { caseId }, header, rest);
  return onOrder(deed, { caseId }, header, rest);
};

/** Tells the town of something that was seen on patrol. */
export const tellPatrol = async (
  { body }: Of<'patrol'>,
  { key, at, signal }: Omit<Along, 'photoIds'>,
): Promise<Schemas['RegisteredCase']> => {
  const { data } = await api.POST('/api/v1/cases', {
    params: { header: { 'idempotency-key': key } },
    body: { ...body, channel: 'patrol', ...(at === null ? {} : { reportedAt: at }) },
    signal,
  });
  return data as Schemas['RegisteredCase']; // a refusal is thrown by the client
};

/** Photos of what was seen, once there is a case. */
export const tellPhotos = (caseId: string, { key, photoIds, signal }: Omit<Along, 'at'>): Promise<unknown> =>
  api.POST('/api/v1/cases/{caseId}/additions', {
    params: { path: { caseId }, header: { 'idempotency-key': `${key}-photos` } },
    body: { photoIds: [...photoIds] },
    signal,
  });

/** Gives a photo to the town. */
export const givePhoto = async (
  caseId: string,
  { key, blob }: Readonly<{ key: string; blob: Blob }>,
  signal: AbortSignal,
): Promise<string> => {
  const { data } = await api.POST('/api/v1/photos', {
    params: { query: { caseId }, header: { 'idempotency-key': key } },
    headers: { 'content-type': blob.type },
    body: blob as unknown as string, // the description says bytes, which are a string in its types
    bodySerializer: (it: unknown) => it as Blob,
    signal,
  });
  return (data as Schemas['Photo']).photoId;
};
