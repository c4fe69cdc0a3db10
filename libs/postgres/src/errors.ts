/** What adapters throw for an error of PostgreSQL, its driver or the system; the table stands in faults.ts. */
import { type LocalizedText, Unavailable } from '@mulin/kernel';
import { saysInChinese } from './faults-in-chinese.js';
import { type Entry, entryOf, type Fault, isSqlState } from './faults.js';

/** PostgreSQL cannot do it now. `cause` is what its driver said. */
export class PostgresUnavailable extends Unavailable {
  constructor(
    sentence: LocalizedText,
    /** `unclear`: it may be this very statement's doing, so that it is not asked again without bounds. */
    readonly fault: 'unavailable' | 'unclear',
    cause: unknown,
  ) {
    super(sentence, { cause });
  }
}

const isUnavailable = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'Unavailable';

/** Of what the driver threw, also where it is the cause. Asks for no class: an error may come from another realm. */
export const codeOf = (error: unknown): string | undefined => {
  if (isUnavailable(error)) return codeOf(error.cause);
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
};

/** The SQLSTATE of a refusal by PostgreSQL itself; `undefined` for everything else. */
export const sqlState = (error: unknown): string | undefined => {
  const code = codeOf(error);
  return code !== undefined && isSqlState(code) ? code : undefined;
};

/** A server that ends the session speaks of the session; no value and no statement of ours is worth that. */
const endsSession = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'severity' in error &&
  (error.severity === 'FATAL' || error.severity === 'PANIC');

const entryOfError = (error: unknown): Entry | undefined => {
  const code = codeOf(error);
  const message = error instanceof Error ? error.message : '';
  const entry = code === undefined && message === '' ? undefined : entryOf(code, message);
  if (entry === undefined || entry[0] === 'unclear' || !endsSession(error)) return entry;
  return ['unavailable', entry[1]];
};

/** Whose trouble an error is; `undefined`: it is none of PostgreSQL, of its driver or of the system. */
export const faultOf = (error: unknown): Fault | undefined => {
  if (!isUnavailable(error)) return entryOfError(error)?.[0];
  return 'fault' in error && error.fault === 'unclear' ? 'unclear' : 'unavailable';
};

/** Whether to wait and to ask again, be it with bounds or without. */
export const meansDown = (error: unknown): boolean => {
  const fault = faultOf(error);
  return fault === 'unavailable' || fault === 'unclear';
};

/** Whether a statement prepared on this connection is of a table as it was before it was changed or swapped. */
export const isStalePlan = (error: unknown): boolean => sqlState(error) === '0A000' && meansDown(error);

/**
 * Whether an error says the same of whatever would be asked now: the world is down, or nobody knows, because no
 * answer came. False where the server refused what was asked, or nothing had been asked yet.
 */
export const concernsAll = (error: unknown): boolean => {
  const fault = faultOf(error);
  const state = sqlState(error);
  return fault === 'unavailable' || (fault === 'unclear' && (state === undefined || state === '57014'));
};

/** Of a PostgreSQL that nobody can reach. */
export const noAnswer: LocalizedText = { en: 'PostgreSQL does not answer.', zh: 'PostgreSQL 没有应答。' };

const sentenceOf = (error: unknown, says: string): LocalizedText => {
  if (says === '') return noAnswer;
  const code = codeOf(error);
  return {
    en: `PostgreSQL cannot do this now: ${says} (${code ?? 'no code'}).`,
    zh: `PostgreSQL 暂时无法执行：${saysInChinese(says)}（${code ?? '无代码'}）。`,
  };
};

/**
 * What adapters throw for an error of a statement: `PostgresUnavailable` where waiting may help, else the error
 * itself.
 */
export const translated = (error: unknown): unknown => {
  if (isUnavailable(error)) return error;
  const entry = entryOfError(error);
  if (entry === undefined) return error;
  const [fault, says] = entry;
  if (fault === 'data' || fault === 'program') return error;
  return new PostgresUnavailable(sentenceOf(error, says), fault, error);
};

/** Whatever goes wrong before anything was asked is no fault of what was going to be asked. */
export const notConnected = (error: unknown): unknown =>
  isUnavailable(error)
    ? error
    : new PostgresUnavailable(sentenceOf(error, entryOfError(error)?.[1] ?? ''), 'unavailable', error);
