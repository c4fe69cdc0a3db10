/** One client for all logs of a process, once it is known that the server can keep them. */
import type { KurrentDBClient, Position as ServerPosition } from '@kurrent/kurrentdb-client';
import { Rejection, type Stop } from '@mulin/kernel';
import { accessDenied, asked, notAnAddress, tooOld, wasDenied } from './faults.js';

/** A KurrentDB that answers. */
export type KurrentConnection = Readonly<{
  client: KurrentDBClient;
  /** Rejects with `Unavailable` where it does not answer. */
  ping: () => Promise<void>;
  close: Stop;
}>;

/**
 * The oldest version this was written for: the oldest whose reads of a stream say where an event stands in the whole log
 * is 22.6, and the oldest that its makers still keep is 23.10.
 */
const oldest = [23, 10] as const;

const schemes = /^(?:esdb|kurrentdb|kurrent|kdb)(?:\+discover)?:\/\/[^\s/]/;

/** Whether a text can be an address of a KurrentDB, as its client takes it. */
export const isKurrentAddress = (text: string): boolean => schemes.test(text);

const clientFor = async (url: string): Promise<KurrentDBClient> => {
  if (!isKurrentAddress(url)) throw notAnAddress();
  // Loaded for a town whose events are there, and by no other process: it takes a third of a second, and a part of it has
  // a licence of its own (docs/kurrentdb.md).
  const { KurrentDBClient } = await import('@kurrent/kurrentdb-client');
  try {
    return KurrentDBClient.connectionString(url);
  } catch {
    // Both of its parsers say again what they could not read, which may be a password.
    throw notAnAddress();
  }
};

/** The position of the newest event of the whole server, of whatever stream; `null`: there is none. */
export const endOfLog = async (client: KurrentDBClient): Promise<ServerPosition | null> => {
  for await (const { event } of client.readAll({
    direction: 'backwards',
    fromPosition: 'end',
    maxCount: 1,
    requiresLeader: true,
  }))
    return event?.position ?? null;
  return null;
};

type Features = Readonly<{ serverVersion: string }>;

/** What the client asks of a server for itself; it has no other way to tell. A server that does not say is not judged. */
const versionOf = async (client: KurrentDBClient): Promise<string | null> => {
  const features = (await Reflect.get(client, 'capabilities')) as Features | undefined;
  const version = features?.serverVersion ?? '';
  return /^\d+\.\d+/.test(version) ? version : null;
};

const assertNewEnough = (version: string | null) => {
  if (version === null) return;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major < oldest[0] || (major === oldest[0] && minor < oldest[1]))
    throw tooOld(version, oldest.join('.'));
};

/**
 * Connects to a KurrentDB, and makes sure that it answers, is new enough and lets this user read all streams.
 *
 * @param url a connection string of its client, such as `kurrentdb://admin:changeit@127.0.0.1:2113?tls=false`.
 * @throws `Unavailable` where it is not reached; a `Rejection` `kurrentdb-not-an-address`, `kurrentdb-too-old` or
 *   `kurrentdb-access-denied`.
 */
export const openKurrent = async (url: string): Promise<KurrentConnection> => {
  const client = await clientFor(url);
  const ping = () => asked(async () => void (await endOfLog(client)));
  try {
    assertNewEnough(await asked(() => versionOf(client)));
    await ping();
  } catch (error) {
    await client.dispose();
    throw wasDenied(error) && !(error instanceof Rejection) ? accessDenied() : error;
  }
  return { client, ping, close: () => client.dispose() };
};
