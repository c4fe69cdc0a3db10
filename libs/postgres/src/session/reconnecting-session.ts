/** A session that is made again whenever it is lost, from the first wish for it until it is closed. */
import { backoff, settledWithin, type Stop } from '@mulin/kernel';
import { closeMs, listenPulse } from './limits.js';
import { openSession, type Session } from './session.js';

type ReconnectingSession = Readonly<{
  /** Waits for the attempt that is under way; `undefined`: it failed, and others follow by themselves. */
  session(): Promise<Session | undefined>;
  /** The session there is just now. */
  current(): Session | undefined;
  close: Stop;
}>;

type Greet = (fresh: Session) => Promise<void>;

/** Before a session is opened again that was lost, or that could not be opened. */
const pauseMs = backoff({ firstMs: 50, longestMs: 2_000 });

/** `greet` is the first to speak on each new session; if it fails, that session is given up. */
export const reconnectingSession = (url: string, name: string, greet: Greet): ReconnectingSession => {
  const closing = new AbortController();
  let session: Session | undefined;
  let attempt: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;

  const attach = async () => {
    const fresh = await greeted(url, name, greet);
    if (closing.signal.aborted) return fresh.leave();
    session = fresh;
    failures = 0;
    void fresh.ended.then(() => {
      session = undefined;
      again();
    });
  };

  const reach = () =>
    (attempt ??= attach()
      .catch(again)
      .finally(() => (attempt = undefined)));

  const again = () => {
    if (closing.signal.aborted) return;
    clearTimeout(timer);
    failures += 1;
    timer = setTimeout(() => void reach(), pauseMs(failures));
  };

  return {
    session: async () => {
      if (session === undefined && !closing.signal.aborted) await reach();
      return session;
    },
    current: () => session,
    close: async () => {
      closing.abort();
      clearTimeout(timer);
      // An attempt that comes to nothing in this time gives itself up later.
      if (attempt !== undefined) await settledWithin(attempt, closeMs);
      await session?.leave();
    },
  };
};

const greeted = async (url: string, name: string, greet: Greet) => {
  const session = await openSession(url, name, listenPulse);
  try {
    await greet(session);
    return session;
  } catch (error) {
    await session.leave();
    throw error;
  }
};
