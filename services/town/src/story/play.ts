/** What is at hand while a story is played: who does something, when, and what the town says to it. */
import { hour, type Instant, instant, type LocalizedText, minute, plus } from '@mulin/kernel';
import type { Pack } from '@mulin/pack';
import { due } from '@mulin/working-time';
import type { Cast } from './cast.js';
import type { Language, Stage } from './stage.js';

/** The story cannot go on, and why: the town refused something, or did not do what it must. */
export class Stuck extends Error {
  override readonly name = 'Stuck';
}

type Json = Readonly<Record<string, unknown>>;

/** An order, as routing answers with it. */
export type Order = Readonly<{
  cycle: number;
  state: string;
  member: string | null;
  microGrid: string | null;
  area: string;
  /** Who was called in beside the holder, in the order of the calls. */
  helpers: readonly Readonly<{ call: number; member: string }>[];
}>;

/** A clock, as a timeline shows it. */
export type Clock = Readonly<{
  name: string;
  startedAt: string;
  due: string;
  state: string;
  verdict: string | null;
}>;

/** An entry of a timeline. */
export type Entry = Readonly<{
  at: string;
  recordedAt: string;
  service: string;
  type: string;
  actor: string;
  text: string;
}>;

export type History = Readonly<{
  number: string;
  caseId: string;
  state: string;
  timeline: readonly Entry[];
  clocks: readonly Clock[];
}>;

/** Of the one demand that the story is about. */
type Demand = Readonly<{ id: string; number: string; code: string }>;

/** A party of the quarrel, and the code by which it comes to its side of it. */
type Party = Readonly<{ party: string; code: string }>;

/** The quarrel beside the demand. */
export type Dispute = Readonly<{
  id: string;
  number: string;
  mediator: string | null;
  parties: readonly [Party, Party];
}>;

/** `ID` in a path stands for the demand, `DISPUTE` for the quarrel. Whatever is refused ends the story (`Stuck`). */
export type Play = Readonly<{
  pack: Pack;
  cast: Cast;
  /** Somebody has somebody's demand registered: the story is about it from then on. */
  begin: (account: string, body: object) => Promise<Demand>;
  demand: () => Demand;
  /** Somebody has the quarrel registered. */
  openDispute: (account: string, body: object) => Promise<Dispute>;
  dispute: () => Dispute;
  /** Whether the quarrel was begun. */
  hasDispute: () => boolean;
  post: (account: string, path: string, body?: object) => Promise<Json>;
  read: (account: string, path: string) => Promise<Json>;
  /** Sends a photo of the demand, another one each time; its id. */
  photo: (account: string) => Promise<string>;
  /** By number and code, without an account. */
  postByCode: (path: string, body: object) => Promise<Json>;
  /** As a party of the quarrel, by its number and the code of the party. */
  postAsParty: (party: Party, path: string, body: object) => Promise<Json>;
  order: () => Promise<Order>;
  history: () => Promise<History>;
  now: () => Instant;
  /** So many minutes of the town's working time go by. */
  work: (minutes: number) => Promise<void>;
  /** So many hours go by, and then that much working time. */
  rest: (hours: number, minutes: number) => Promise<void>;
  /** It is this moment, if it has not passed. */
  until: (at: Instant) => Promise<void>;
  /** The clock of this name that runs now is missed: a minute later than it is due. */
  miss: (name: Missed) => Promise<void>;
  /** @throws `Stuck` with the sentence, unless it is so. */
  must: (isSo: boolean, sentence: LocalizedText) => void;
}>;

type Parts = Readonly<{ stage: Stage; pack: Pack; cast: Cast; language: Language }>;

const clockNames = {
  take: { en: 'for taking an order', zh: '接单' },
  heartbeat: { en: 'for regular reports', zh: '定期反馈' },
} as const;

/** A clock that the story lets somebody miss. */
type Missed = keyof typeof clockNames;

const nothingToMiss = (name: Missed): LocalizedText => ({
  en: `No clock ${clockNames[name].en} runs: the rules of this town do not keep it.`,
  zh: `没有正在计时的${clockNames[name].zh}时限：本镇规则未设此时限。`,
});
const notMissed = (name: Missed): LocalizedText => ({
  en: `The clock ${clockNames[name].en} is not missed a minute after it was due.`,
  zh: `${clockNames[name].zh}时限到期一分钟后仍未判为超期。`,
});

const timesOf = ({ stage: { now, moveTo }, pack }: Pick<Parts, 'stage' | 'pack'>) => {
  const [calendar] = pack.slaTimer.calendars;
  const work = async (minutes: number): Promise<void> => {
    if (calendar === undefined) throw new Error('a pack has a calendar');
    await moveTo(due({ calendar, unit: 'working-minute', amount: minutes, start: now() }).dueAt);
  };
  return {
    now,
    work,
    until: async (at: Instant) => {
      if (at > now()) await moveTo(at);
    },
    rest: async (hours: number, minutes: number) => {
      await moveTo(plus(now(), hours * hour));
      await work(minutes);
    },
  };
};

const callsOf = ({ stage }: Parts, idOf: (what: 'demand' | 'dispute') => string) => {
  let keys = 0;
  const request = ({ status, body }: Awaited<ReturnType<Stage['ask']>>): Json => {
    if (status >= 400) throw new Stuck(String(body['detail'] ?? body['title'] ?? status));
    return body;
  };
  const pathOf = (path: string) =>
    path.replace(/\bID\b/, () => idOf('demand')).replace(/\bDISPUTE\b/, () => idOf('dispute'));
  const post: Play['post'] = async (account, path, body = {}) =>
    request(await stage.post(account, pathOf(path), body, `story-${++keys}`));
  const postAs = async (token: string | null, path: string, body: object) => {
    const call = { method: 'POST', path: pathOf(path), body, key: `story-${++keys}` } as const;
    return request(await stage.ask(token === null ? call : { ...call, token }));
  };
  const read: Play['read'] = async (account, path) => {
    const body = await stage.read(account, pathOf(path));
    // A refusal is a problem by RFC 9457, which has a status; nothing else that is read has one.
    if (typeof body['status'] === 'number') throw new Stuck(String(body['detail'] ?? body['status']));
    return body;
  };
  const photo: Play['photo'] = async (account) =>
    String(request(await stage.sendPhoto(account, idOf('demand'), `story-${++keys}`))['photoId']);
  return { post, postAs, read, photo };
};

/** Waits until the clock that runs is missed, and sees that it is. */
const missing =
  ({ stage, language, history }: Pick<Parts, 'stage' | 'language'> & Pick<Play, 'history'>): Play['miss'] =>
  async (name) => {
    const isIt = (clock: Clock) => clock.name.split('/')[0] === name && clock.state === 'running';
    const clock = (await history()).clocks.findLast(isIt);
    if (clock === undefined) throw new Stuck(nothingToMiss(name)[language]);
    await stage.moveTo(plus(instant(clock.due), minute));
    const after = (await history()).clocks.find((it) => it.name === clock.name);
    if (after?.verdict !== 'breached') throw new Stuck(notMissed(name)[language]);
  };

/** What is remembered of the demand and the quarrel once they have begun. */
const begunOf = () => {
  let demand: Demand | null = null;
  let dispute: Dispute | null = null;
  const known = <It>(it: It | null): It => {
    if (it === null) throw new Error('the story has begun');
    return it;
  };
  return {
    demand: () => known(demand),
    dispute: () => known(dispute),
    hasDispute: () => dispute !== null,
    beginDemand: (it: Demand) => (demand = it),
    beginDispute: (it: Dispute) => (dispute = it),
    idOf: (what: 'demand' | 'dispute') => known(what === 'demand' ? demand : dispute).id,
  };
};

type Calls = ReturnType<typeof callsOf>;
type Begun = ReturnType<typeof begunOf>;

/** By number and code; who comes so has no account yet: there is no token to show. */
const byCode = async ({ postAs }: Calls, path: string, shown: object): Promise<string> =>
  String((await postAs(null, path, shown))['token']);

/** With the code of each party, which whoever mediates hands to it. */
const disputeOf = async (
  { read }: Calls,
  { disputeId, number, mediator, parties }: Json,
): Promise<Dispute> => {
  const id = String(disputeId);
  const account = typeof mediator === 'string' ? mediator : null;
  // As mediation promises.
  const named = parties as readonly Readonly<{ party: string }>[];
  const codes = named.map(({ party }) =>
    account === null ? { party, code: '' } : read(account, `/api/v1/disputes/${id}/parties/${party}/code`),
  );
  return {
    id,
    number: String(number),
    mediator: account,
    // There are two of them.
    parties: (await Promise.all(codes)) as unknown as Dispute['parties'],
  };
};

const beginningsOf = (
  calls: Calls,
  { demand, dispute, beginDemand, beginDispute }: Begun,
): Pick<Play, 'begin' | 'openDispute' | 'postByCode' | 'postAsParty'> => ({
  begin: async (account, body) => {
    const { caseId, number, queryCode } = await calls.post(account, '/api/v1/cases', body);
    return beginDemand({ id: String(caseId), number: String(number), code: String(queryCode) });
  },
  openDispute: async (account, body) =>
    beginDispute(await disputeOf(calls, await calls.post(account, '/api/v1/disputes', body))),
  postByCode: async (path, body) => {
    const { number, code } = demand();
    return calls.postAs(await byCode(calls, '/api/v1/case-access', { number, code }), path, body);
  },
  postAsParty: async ({ code }, path, body) => {
    const { number } = dispute();
    return calls.postAs(await byCode(calls, '/api/v1/dispute-access', { number, code }), path, body);
  },
});

export const playOf = (parts: Parts): Play => {
  const { stage, pack, cast, language } = parts;
  const begun = begunOf();
  const calls = callsOf(parts, begun.idOf);
  const { post, read, photo } = calls;
  const must: Play['must'] = (isSo, sentence) => {
    if (!isSo) throw new Stuck(sentence[language]);
  };
  // What audit and routing promise of a timeline and an order.
  const history = async () => (await read(cast.auditor, '/api/v1/timelines/ID')) as unknown as History;
  const order = async () => (await read(cast.auditor, '/api/v1/orders/ID')) as unknown as Order;

  return {
    pack,
    cast,
    ...timesOf(parts),
    ...beginningsOf(calls, begun),
    post,
    read,
    photo,
    must,
    history,
    order,
    demand: begun.demand,
    dispute: begun.dispute,
    hasDispute: begun.hasDispute,
    miss: missing({ stage, language, history }),
  };
};
