/** What a command brings with it besides its body: who asks, under which key, against which version. */
import { createHash } from 'node:crypto';
import {
  type Actor,
  type DecisionContext,
  type EventMetadata,
  newCorrelation,
  Rejection,
  uuidOf,
} from '@mulin/kernel';
import type { Pseudonyms, RequestHash } from '@mulin/vault';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { declare } from './declared.js';
import { traceparentOfRequest } from '../observability/tracing.js';
import { type Language, languageOf } from './language.js';
import { headerOf, pathOf, type Request, requestOf } from './request.js';

/** One request, known by its Idempotency-Key: sent again it has the same ids, and so it makes nothing new. */
export type CommandContext = Readonly<{
  actor: Actor;
  /** Derived from town, actor, route and key: the id of what this request creates. */
  id: string;
  context: DecisionContext;
  /** The revision that `If-Match` names. */
  ifRevision?: number;
  language: Language;
  /** The keyed hash of a part of what is asked, for a context of its own. */
  hash: RequestHash['of'];
}>;

const longestKey = 200;

const keyMissing = () =>
  new Rejection(
    'idempotency-key-missing',
    { en: 'Send an Idempotency-Key.', zh: '请在请求头中提供幂等键（Idempotency-Key）。' },
    'malformed',
  );

const keyTooLong = () =>
  new Rejection(
    'idempotency-key-too-long',
    {
      en: `An Idempotency-Key has at most ${longestKey} characters.`,
      zh: `幂等键（Idempotency-Key）不得超过 ${longestKey} 个字符。`,
    },
    'malformed',
  );

const keyOf = (request: Request): string => {
  const key = headerOf(request, 'idempotency-key')?.trim() ?? '';
  if (key === '') throw keyMissing();
  if (key.length > longestKey) throw keyTooLong();
  return key;
};

/** `"7"` is revision 7, as an `ETag` gave it. */
const ifRevisionOf = (request: Request): { ifRevision?: number } => {
  const header = headerOf(request, 'if-match');
  if (header === undefined) return {};
  const [, digits] = /^"(\d{1,15})"$/.exec(header.trim()) ?? [];
  if (digits === undefined)
    throw new Rejection(
      'if-match-malformed',
      {
        en: 'If-Match takes one version as an ETag gave it, such as "7".',
        zh: 'If-Match 须为读取时得到的 ETag，例如 "7"。',
      },
      'malformed',
    );
  return { ifRevision: Number(digits) };
};

/** What is on record of who asked: staff by their account, residents by a name that only the town can make. */
const recordedActor = ({
  town,
  actor: { id, role },
  pseudonyms,
}: Asking): Pick<EventMetadata, 'actor' | 'role'> => ({
  actor: role === 'resident' ? pseudonyms.of(town, id) : id,
  role,
});

type Asking = Readonly<{ town: string; actor: Actor; hash: RequestHash['of']; pseudonyms: Pseudonyms }>;

/**
 * The context of a command, from the headers of its request.
 *
 * @throws `Rejection`: `idempotency-key-missing`, `idempotency-key-too-long` (200 characters), `if-match-malformed`.
 */
const askedOf = async (asking: Asking, request: Request): Promise<CommandContext> => {
  const { town, actor, hash } = asking;
  const key = keyOf(request);
  const version = ifRevisionOf(request);
  const id = await uuidOf(town, actor.id, `${request.method} ${pathOf(request)}`, key);
  const bodyHash = await hash(hashableOf(request));
  return {
    actor,
    id,
    hash,
    context: newCorrelation({
      town,
      ...recordedActor(asking),
      id,
      bodyHash,
      traceparent: traceparentOfRequest(request),
    }),
    ...version,
    language: languageOf(headerOf(request, 'accept-language')),
  };
};

/** A picture by its digest: millions of bytes are no JSON. */
const hashableOf = ({ body = null }: Request): unknown =>
  Buffer.isBuffer(body) ? createHash('sha256').update(body).digest('hex') : body;

const readAsked = (_: unknown, context: ExecutionContext): Promise<CommandContext> => {
  const request = requestOf(context);
  const { actor, town, hash, pseudonyms } = request;
  if (actor === undefined || town === undefined || hash === undefined || pseudonyms === undefined)
    throw new Error('@CommandContext() stands on a route without @RequiresRight()');
  return askedOf({ town, actor, hash, pseudonyms }, request);
};

const fromRequest = createParamDecorator(readAsked);

/** The context of a command; a route that takes it asks for an Idempotency-Key. */
export const CommandContext = (): ParameterDecorator => (target, key, index) => {
  declare(target, key, { isCommand: true });
  fromRequest()(target, key, index);
};
