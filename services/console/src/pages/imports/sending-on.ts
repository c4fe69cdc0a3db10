/** Sends to the town however long it takes: what is not answered is sent again under its name, and done once. */
import { api, NotReached, Refused } from '../../api/client';
import { newKey } from '../../api/keys';
import { leavesOpen } from '../../api/leaves-open';

/** What an import waits for; `null`: for nothing. */
export type Wait = 'network' | 'session' | 'busy' | null;

/** Somebody has stopped it. */
export class Stopped extends Error {}

const firstMs = 500;
const longestMs = 8_000;

const waitFor = (error: unknown): Wait => {
  if (error instanceof NotReached) return 'network';
  if (!(error instanceof Refused) || !leavesOpen(error)) return null;
  return error.status === 401 ? 'session' : 'busy';
};

const pauseMs = (error: unknown, failures: number): number =>
  error instanceof Refused && error.retryAfterSeconds !== null
    ? error.retryAfterSeconds * 1_000
    : Math.min(longestMs, firstMs * 2 ** failures);

type Parts = Readonly<{
  onWait: (wait: Wait) => void;
  /** Answers whether it was stopped. */
  isStopped: () => boolean;
  /** Whether whoever began it is signed in. */
  maySend: () => boolean;
  /** Resolved when somebody says to go on. */
  goneOn: () => Promise<void>;
}>;

type Ask = (path: string, body: unknown, key: string) => Promise<unknown>;

const askTown: Ask = async (path, body, key) => {
  // The paths are those of the import, whose bodies are made for them.
  if (path === '/api/v1/imports/summary') return (await api.POST(path, { body: body as never })).data;
  const [, batch = ''] = /^\/api\/v1\/imports\/([^/]+)\/rows$/.exec(path) ?? [];
  const params = { path: { batch }, header: { 'idempotency-key': key } };
  return (await api.POST('/api/v1/imports/{batch}/rows', { params, body: body as never })).data;
};

const sleep = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));
const online = (): Promise<void> =>
  new Promise((resolve) => addEventListener('online', () => resolve(), { once: true }));

type Waiting = Readonly<{ wait: Wait; ms: number }>;

/** What nobody knows to be waited for is thrown on. */
const waitingAfter = (error: unknown, failures: number): Waiting => {
  const wait = waitFor(error);
  if (wait === null) throw error;
  return { wait, ms: pauseMs(error, failures) };
};

/** @param ask answers what the town does; it throws what the client of the API throws. */
export const sendingOn = ({ onWait, isStopped, maySend, goneOn }: Parts, ask: Ask = askTown) => {
  const waitOn = async ({ wait, ms }: Waiting, gone: Promise<void>): Promise<void> => {
    onWait(wait);
    await Promise.race([gone, ...(wait === 'session' ? [] : [sleep(ms), online()])]);
  };
  const turnOf = async (): Promise<void> => {
    for (;;) {
      if (isStopped()) throw new Stopped();
      if (maySend()) return;
      await waitOn({ wait: 'session', ms: 0 }, goneOn());
    }
  };
  return {
    post: async <Answer>(path: string, body: unknown): Promise<Answer> => {
      const key = newKey();
      for (let failures = 0; ; failures++) {
        await turnOf();
        // Whoever is back before a late answer says that they were away is not waited for once more.
        const gone = goneOn();
        try {
          const answer = await ask(path, body, key);
          onWait(null);
          return answer as Answer; // the town's own answer to this path
        } catch (error) {
          await waitOn(waitingAfter(error, failures), gone);
        }
      }
    },
  };
};
