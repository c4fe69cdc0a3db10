/**
 * Whose trouble an error is. One table for every class of SQLSTATE (PostgreSQL, appendix A), one for the errors
 * of the operating system, and one for the few errors to which the driver gives no code.
 *
 * - `unavailable`: what the server, its machine or the network says about itself. It counts against no statement
 *   and against no message; whoever asked waits and asks again.
 * - `unclear`: the server's trouble, or this very statement's: an internal error, a connection that ended while
 *   the statement ran. Asked again like `unavailable`, but within bounds: where others get through meanwhile and
 *   this one never does, it is its own doing.
 * - `data`: what the statement carried cannot be stored or compared. Asked again, it fails again.
 * - `program`: the statement itself is wrong. A bug of ours; asked again, it fails again.
 */
import { constants } from 'node:os';

/**
 * Whose trouble an error is: PostgreSQL cannot be reached; it does not say; the data do not fit; the program is
 * wrong.
 */
export type Fault = 'unavailable' | 'unclear' | 'data' | 'program';

/** `says` is for operators: what of PostgreSQL is in the way. */
export type Entry = readonly [fault: Fault, says: string];

const classes: Readonly<Record<string, Entry>> = {
  '00': ['program', 'success'],
  '01': ['program', 'a warning'],
  '02': ['program', 'no data'],
  '03': ['program', 'a statement that is not complete'],
  '08': ['unavailable', 'its connection failed'],
  '09': ['program', 'a trigger failed'],
  '0A': ['program', 'a feature that is not supported'],
  '0B': ['program', 'a transaction that cannot begin'],
  '0F': ['program', 'an invalid locator'],
  '0L': ['unavailable', 'rights are missing'],
  '0P': ['unavailable', 'a role is missing'],
  '0Z': ['program', 'invalid diagnostics'],
  10: ['program', 'an invalid XQuery'],
  20: ['program', 'a case without a branch'],
  21: ['data', 'more rows than one'],
  22: ['data', 'a value that cannot be read'],
  23: ['data', 'a value that a constraint refuses'],
  24: ['program', 'an invalid state of a cursor'],
  25: ['program', 'an invalid state of a transaction'],
  // A prepared statement is gone: its session is not the one that prepared it. Another session has it.
  26: ['unavailable', 'its session lost a prepared statement'],
  27: ['data', 'a change that a trigger refuses'],
  28: ['unavailable', 'it lets nobody in under this name and password'],
  '2B': ['program', 'rights that others depend on'],
  '2D': ['program', 'a transaction that cannot end'],
  '2F': ['program', 'a routine failed'],
  34: ['program', 'an invalid cursor'],
  38: ['program', 'an external routine failed'],
  39: ['program', 'an external routine was called wrongly'],
  '3B': ['program', 'an invalid savepoint'],
  '3D': ['unavailable', 'the database is not there'],
  '3F': ['unclear', 'a schema is not there'],
  40: ['unavailable', 'the transaction gave way to another one'],
  42: ['program', 'a statement that is wrong'],
  44: ['data', 'a value that a view refuses'],
  53: ['unavailable', 'its resources are exhausted'],
  54: ['data', 'more than it can take'],
  55: ['unclear', 'something is not in the state that this needs'],
  57: ['unavailable', 'its operator interrupted it'],
  // A file that is gone or cannot be read: of everything, or only of what this statement touches.
  58: ['unclear', 'its machine failed'],
  72: ['unavailable', 'a snapshot is too old'],
  F0: ['unavailable', 'its configuration is wrong'],
  HV: ['unavailable', 'a foreign server failed'],
  P0: ['program', 'a function failed'],
  XX: ['unclear', 'it failed inside'],
};

/** Where one code of a class stands apart from the others. */
const apart: Readonly<Record<string, Entry>> = {
  // What the client said is not understood; poolers use it for trouble of their own, too.
  '08P01': ['unclear', 'its protocol was violated'],
  '25006': ['unavailable', 'it only reads, because another server leads'],
  '25P03': ['unavailable', 'a transaction was idle for too long'],
  '25P04': ['unavailable', 'a transaction took too long'],
  '40002': ['data', 'a value that a constraint refuses'],
  '42501': ['unavailable', 'rights are missing'],
  // The tables are not those of this program: a restore or a migration is under way, or one statement is wrong.
  '42703': ['unclear', 'a column is not there'],
  '42704': ['unclear', 'something is not there'],
  '42883': ['unclear', 'a function is not there'],
  '42P01': ['unclear', 'a table is not there'],
  '42P05': ['unavailable', 'its session has another prepared statement'],
  '53200': ['unclear', 'its memory is exhausted'],
  '53400': ['unclear', 'a limit of its configuration is reached'],
  '55006': ['unavailable', 'something is in use'],
  '55P02': ['unavailable', 'a parameter cannot be changed now'],
  '55P03': ['unavailable', 'a lock is taken'],
  '55P04': ['program', 'an enum value that is too new'],
  '57014': ['unclear', 'the statement was cancelled or took too long'],
};

const unknownClass: Entry = ['unclear', 'for a reason of its own'];

const nobodyAnswers: Entry = ['unavailable', ''];
const cutShort: Entry = ['unclear', ''];

/** The system complains of what it was handed, and not of itself. */
const wrongArguments = new Set(
  `E2BIG EBADF EDOM EEXIST EFAULT EILSEQ EINVAL EISDIR EMSGSIZE ENAMETOOLONG ENOSYS ENOTDIR ENOTEMPTY ENOTSOCK
  ENOTTY ERANGE ESPIPE`.split(/\s+/),
);
/** A statement that is too much for the other side ends its connection as well; a file may be one that only it asks for. */
const perhapsItsOwn = new Set(['ECONNABORTED', 'ECONNRESET', 'EPIPE', 'EACCES', 'ENOENT', 'EPERM']);

/** Names (EAI), TLS and streams have no number in the system's own list. */
const ofConnections =
  /^(?:ENOTFOUND$|EAI_|ERR_(?:TLS|SSL|SOCKET|STREAM)_|CERT_|CRL_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH)/;

const ofSystem = (code: string): Entry | undefined => {
  if (wrongArguments.has(code)) return ['program', ''];
  if (perhapsItsOwn.has(code)) return cutShort;
  return code in constants.errno || ofConnections.test(code) ? nobodyAnswers : undefined;
};

/** What the driver says of its connections and its pool. Each is an error without a code. */
const uncoded: readonly (readonly [RegExp, Entry])[] = [
  [/^(?:Connection terminated unexpectedly$|Query read timeout)/, cutShort],
  [
    /^(?:Connection terminated|timeout expired|timeout exceeded when trying|Client (?:has encountered|was closed)|Cannot use a pool|Called end on pool|Received unexpected )/,
    nobodyAnswers,
  ],
  [/^SASL: /, ['unavailable', 'signing in failed']],
  [
    /^(?:The server does not support SSL|There was an error establishing)/,
    ['unavailable', 'TLS was not agreed on'],
  ],
  [/^cached plan must not change result type/, ['unavailable', 'a table was changed meanwhile']],
];

/** No class begins with E, and every code of a system that is as short does. */
const sqlStateLike = /^[0-9A-DF-Z][0-9A-Z]{4}$/;

const ofText = (message: string): Entry | undefined => uncoded.find(([text]) => text.test(message))?.[1];

const ofState = (code: string): Entry => apart[code] ?? classes[code.slice(0, 2)] ?? unknownClass;

export const isSqlState = (code: string): boolean => sqlStateLike.test(code);

/** What an error with this code and these words is; `undefined`: none of PostgreSQL, its driver or the system. */
export const entryOf = (code: string | undefined, message: string): Entry | undefined => {
  if (code === undefined) return ofText(message);
  if (!isSqlState(code)) return ofSystem(code);
  return code === '0A000' ? (ofText(message) ?? ofState(code)) : ofState(code);
};

/** Every class that the table knows, for the test that compares it with PostgreSQL's own list. */
export const knownClasses: readonly string[] = Object.keys(classes);

/** What is said of faults for which waiting may help, for the test that wants all of it in Chinese. */
export const saidOfWaiting: readonly string[] = [
  ...Object.values(classes),
  ...Object.values(apart),
  ...uncoded.map(([, entry]) => entry),
  unknownClass,
].flatMap(([fault, says]) => ((fault === 'unavailable' || fault === 'unclear') && says !== '' ? [says] : []));
