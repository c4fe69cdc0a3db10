/** What the client's two connections say went wrong, in the words of the port. */
import { Rejection, TimedOut, Unavailable, within } from '@mulin/kernel';

/** The address is none, whatever is behind it. It may hold a password, so it is not said again. */
export const notAnAddress = () =>
  new Rejection(
    'kurrentdb-not-an-address',
    {
      en: 'This is no address of a KurrentDB: kurrentdb://user:password@host:2113 is one, with ?tls=false where there is no TLS.',
      zh: '这不是 KurrentDB 的地址：应以 `kurrentdb://` 开头，后接用户、口令、主机和端口；未加密时末尾注明 `tls=false`。',
    },
    'malformed',
  );

/** Of a server before the oldest that says what the adapter must know. */
export const tooOld = (version: string, oldest: string) =>
  new Rejection('kurrentdb-too-old', {
    en: `This KurrentDB is of version ${version}; ${oldest} or newer is needed.`,
    zh: `此 KurrentDB 的版本为 ${version}，需要 ${oldest} 或更新的版本。`,
  });

export const accessDenied = () =>
  new Rejection('kurrentdb-access-denied', {
    en: 'KurrentDB refuses this user: it must be allowed to read $all and to read and write the streams of the town.',
    zh: 'KurrentDB 拒绝了该用户：它须有权读取 `$all`，并读写本镇的流。',
  });

/** An event, or an append, beyond what a server takes. */
export const tooLarge = (bytes: number) =>
  new Rejection(
    'too-large',
    {
      en: `This is more than KurrentDB records at once: at most ${bytes} bytes for all events of one decision.`,
      zh: `内容过大，KurrentDB 无法一次记录：一次决定的全部事件合计不得超过 ${bytes} 字节。`,
    },
    'too-large',
  );

/** Events of a stream are gone that nobody may remove: nothing is decided on what is left. */
export class StreamIncomplete extends Error {
  override readonly name = 'StreamIncomplete';

  constructor(stream: string) {
    super(
      `Events of the stream ${stream} were deleted or truncated in KurrentDB: restore it from a backup of the server.`,
    );
  }
}

type ClientFault = Readonly<{ type?: unknown; code?: unknown; message?: unknown }>;

const typeOf = (error: unknown): unknown => (error as ClientFault | null)?.type;

/** Whether the client says that the stream is not at the revision that was expected. */
export const isWrongRevision = (error: unknown): boolean => typeOf(error) === 'wrong-expected-version';
export const isNotFound = (error: unknown): boolean => typeOf(error) === 'stream-not-found';
const isDeleted = (error: unknown): boolean =>
  typeOf(error) === 'stream-deleted' || typeOf(error) === 'stream-tombstoned';
const isTooLarge = (error: unknown): boolean =>
  typeOf(error) === 'maximum-append-size-exceeded' || typeOf(error) === 'append-record-size-exceeded';
const isDenied = (error: unknown): boolean => typeOf(error) === 'access-denied';

const reasonOf = (error: unknown): string => {
  if (error instanceof TimedOut) return 'no answer within 10 seconds';
  const message = String((error as ClientFault | null)?.message ?? error);
  return message === '' ? String(typeOf(error)) : message;
};

/**
 * One kind of error for a server that is away, whichever connection noticed it: appends and subscriptions (grpc-js)
 * name it by a code, reads (Rust) often by words alone. What neither can name counts as the world's trouble, too, so
 * that no message is set aside for it.
 */
export const unavailable = (error: unknown): Unavailable => {
  const why = isDenied(error) ? accessDenied().message : reasonOf(error);
  return new Unavailable(
    { en: `KurrentDB does not answer as it should: ${why}`, zh: 'KurrentDB 暂时无法应答，请稍后再试。' },
    { cause: error },
  );
};

/** How long a call may take, in milliseconds: a server that stands still answers nothing and ends no connection. */
const limitMs = 10_000;

/** What a caller judges by itself, by the words of the client. */
const isForCaller = (error: unknown): boolean =>
  isWrongRevision(error) || isNotFound(error) || error instanceof Rejection;

type About = Readonly<{ stream?: string; mostBytes?: number }>;

/** What no repetition makes better. */
const refusalOf = (error: unknown, { stream = '', mostBytes = 0 }: About): Error | null => {
  if (isDeleted(error)) return new StreamIncomplete(stream);
  return isTooLarge(error) ? tooLarge(mostBytes) : null;
};

/**
 * Does a piece of work with the client.
 *
 * @throws `Unavailable` where the server is away or answers nothing in time, `StreamIncomplete`, a `Rejection`
 *   (`too-large`); as it is what `isWrongRevision` and `isNotFound` know.
 */
export const asked = async <Answer>(work: () => Promise<Answer>, about: About = {}): Promise<Answer> => {
  try {
    return await within(work(), limitMs);
  } catch (error) {
    throw isForCaller(error) ? error : (refusalOf(error, about) ?? unavailable(error));
  }
};

/** Whether a user may not do what is asked; of an `Unavailable`, what was its cause. */
export const wasDenied = (error: unknown): boolean =>
  isDenied(error) || (error instanceof Unavailable && isDenied(error.cause));
