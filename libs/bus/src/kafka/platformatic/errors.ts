/** What the library throws, as everybody else has it: `type` as Kafka calls an error, `code` as the system does. */
import { TimedOut } from '@mulin/kernel';

type Thrown = Readonly<{
  message?: unknown;
  /** As Kafka calls it: `NOT_LEADER_OR_FOLLOWER`. */
  apiId?: unknown;
  /** Of the library (`PLT_KFK_NETWORK`), or of the system. */
  code?: unknown;
  canRetry?: unknown;
  errors?: unknown;
  cause?: unknown;
  response?: unknown;
  memberId?: unknown;
}>;

const isThrown = (error: unknown): error is Thrown => typeof error === 'object' && error !== null;

/** An error, those that it is made of, and those that it comes from. */
const allIn = (error: unknown): readonly Thrown[] => {
  if (!isThrown(error)) return [];
  const parts: readonly unknown[] = Array.isArray(error.errors) ? error.errors : [];
  return [error, ...parts.flatMap(allIn), ...allIn(error.cause)];
};

const isOwnCode = (code: string): boolean => code.startsWith('PLT_KFK_');
const codesIn = (error: unknown): readonly string[] =>
  allIn(error).flatMap(({ code }) => (typeof code === 'string' ? [code] : []));

const typesIn = (error: unknown): readonly string[] =>
  allIn(error).flatMap(({ apiId }) => (typeof apiId === 'string' ? [apiId] : []));

/** As Kafka calls it, of several the first; `null`: it is none of Kafka's. */
export const typeOf = (error: unknown): string | null => typesIn(error)[0] ?? null;

/** Whether all that Kafka says in it is this. */
export const isOnly = (error: unknown, type: string): boolean => {
  const types = typesIn(error);
  return types.length > 0 && types.every((it) => it === type);
};

/** Whether the same may be asked again: nothing in it says that it would be in vain. */
export const isPassing = (error: unknown): boolean =>
  codesIn(error).some(isOwnCode) && allIn(error).every(({ canRetry }) => canRetry !== false);

/** What was answered nevertheless, where only some of what was asked is an error. */
export const answerIn = <Answer>(error: unknown): Answer | null =>
  isThrown(error) && isThrown(error.response) ? (error.response as Answer) : null;

/** By which a group knows who asked to join for the first time, and must ask again with it. */
export const memberIdIn = (error: unknown): string | null => {
  if (typeOf(error) !== 'MEMBER_ID_REQUIRED') return null;
  const ids = allIn(error).flatMap(({ memberId }) => (typeof memberId === 'string' ? [memberId] : []));
  return ids[0] ?? null;
};

/** An error as Kafka would say it, of what was found out here. */
export const kafkaError = (apiId: string): Error =>
  Object.assign(new Error(apiId), { apiId, code: 'PLT_KFK_PROTOCOL', canRetry: true });

const named = (error: unknown, its: Readonly<{ name?: string; type?: string; code?: string }>): Error =>
  Object.assign(new Error('Kafka refused or was not reached', { cause: error }), its);

/** The same error for `faults.ts`; what is none of the library's stays as it is. */
export const plainly = (error: unknown): unknown => {
  const codes = codesIn(error);
  if (!codes.some(isOwnCode)) return error;
  if (codes.includes('PLT_KFK_AUTHENTICATION')) return named(error, { name: 'KafkaSASLAuthenticationError' });
  const type = typeOf(error);
  if (type !== null) return named(error, { type });
  const code = codes.find((it) => !isOwnCode(it));
  if (code !== undefined) return named(error, { code });
  const isLate = allIn(error).some(({ message }) => String(message).includes('timed out'));
  return isLate ? new TimedOut('it does not answer') : named(error, { code: 'ECONNRESET' });
};
