/** Good clients of a town that is killed now and then: what was not answered is sent again, under the same key. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answered, ask, type Call, itemsOf, type Json } from '../http.js';

/** An account, or a role that works for the whole town. */
export type Person = Readonly<{ role: string; account?: string; area?: string }>;

/** So long a request is sent again, unless it is said otherwise. */
const usualPatienceMs = 120_000;
const againMs = 80;

/** The town is away, or ended in the middle of its answer. */
const isAway = (error: unknown): boolean => /^TypeError: (fetch failed|terminated)$/.test(String(error));

/** Refused only because the news is still on its way: whoever works there sees it a moment later. */
const onItsWay: ReadonlySet<string> = new Set(['not-verified-yet', 'nothing-escalated', 'no-letter']);
const isOnItsWay = ({ status, body }: Answered): boolean =>
  status === 404 || onItsWay.has(String(body['code']));

const howAnswered = (answered: Answered | null): 'accepted' | 'refused' | 'not yet' | 'unanswered' => {
  if (answered === null || answered.status === 503) return 'unanswered';
  if (answered.status < 400) return 'accepted';
  // Whoever asks too often in a minute waits, as they are told to.
  const isToWait = answered.status === 429 || isOnItsWay(answered);
  return isToWait ? 'not yet' : 'refused';
};

export type Client = Readonly<{
  post: (who: Person | string, path: string, body: object, method?: string) => Promise<Json>;
  get: (who: Person | string, path: string) => Promise<Json>;
  /** Until this waits for them in their inbox. */
  untilAsked: (who: Person, caseId: string, what: string) => Promise<void>;
  /** How many commands were accepted so far. */
  accepted: () => number;
  /** How many requests had to be sent again. */
  sentAgain: () => number;
}>;

/**
 * @param url of the town, whichever life it is in.
 * @param operator a token that may issue others.
 * @param echoed so many of the accepted commands are sent once more all the same, under their key. Default: 0, none.
 */
export const openClient = (url: string, operator: string, giveUpMs = usualPatienceMs, echoed = 0): Client => {
  const tokens = new Map<string, Promise<string>>();
  let sentAgain = 0;
  let accepted = 0;

  /** `null`: nobody answered. */
  const once = (call: Call): Promise<Answered | null> =>
    ask(url, call).catch((error: unknown) => {
      if (isAway(error)) return null;
      throw error;
    });
  const sent = async (call: Call): Promise<Answered> => {
    for (const giveUpAt = performance.now() + giveUpMs; ;) {
      const answered = await once(call);
      const how = howAnswered(answered);
      if (answered !== null && how === 'accepted') return answered;
      if (how === 'refused' || performance.now() > giveUpAt)
        throw new Error(`${call.method} ${call.path} was answered with ${JSON.stringify(answered)}`);
      if (how === 'unanswered') sentAgain += 1;
      await pause(againMs);
    }
  };
  const post = async (who: Person | string, path: string, body: object, method = 'POST'): Promise<Json> => {
    const headers = { 'idempotency-key': randomUUID() };
    const call = { method, path, who: await tokenOf(who), body, headers };
    const answered = await sent(call);
    accepted += 1;
    if (Math.random() < echoed) await sent(call);
    return answered.body;
  };
  const get = async (who: Person | string, path: string): Promise<Json> =>
    (await sent({ method: 'GET', path, who: await tokenOf(who) })).body;

  const tokenOf = (who: Person | string): Promise<string> | string => {
    if (typeof who === 'string') return who;
    const name = who.account ?? who.role;
    const known = tokens.get(name);
    if (known !== undefined) return known;
    const asked = post(operator, '/api/v1/tokens', { ...who, minutes: 600 });
    const token = asked.then((body) => String(body['token']));
    tokens.set(name, token);
    return token;
  };
  /** What the town says of a case, for whoever has to find out why a story did not go on. */
  const storyOf = async (caseId: string): Promise<string> =>
    JSON.stringify(await get(operator, `/api/v1/timelines/${caseId}`));
  const untilAsked = async (who: Person, caseId: string, what: string): Promise<void> => {
    for (const giveUpAt = performance.now() + giveUpMs; ;) {
      const waiting = itemsOf(await get(who, '/api/v1/inbox?limit=500'));
      if (waiting.some((it) => it['caseId'] === caseId && it['what'] === what)) return;
      if (performance.now() > giveUpAt)
        throw new Error(
          `${who.account ?? who.role} was not asked to ${what}: ${await storyOf(caseId)} ${JSON.stringify(waiting)}`,
        );
      await pause(againMs);
    }
  };
  return { post, get, untilAsked, accepted: () => accepted, sentAgain: () => sentAgain };
};
