/** Quarrels from their opening to their performance, interview days from their publishing to the promises kept. */
import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Json } from '../http.js';
import type { Client, Person } from '../killed-loop/client.js';
import { askedLateAfterMs, community, home, village } from './pack.js';

/** What has a stream of its own in the log of mediation, and how often each of its events must be there. */
export type Told = Readonly<{
  stream: string;
  kind: string;
  tally: Map<string, number>;
  /** Deadlines that nobody kept; everything else is in time. */
  late: ReadonlySet<string>;
}>;

const desk: Person = { role: 'hotline-clerk' };
const committee: Person = {
  role: 'village-committee',
  account: `village-committee@${village}`,
  area: village,
};
const secretary: Person = {
  role: 'community-secretary',
  account: `community-secretary@${community}`,
  area: community,
};

type Scene = Told & Readonly<{ client: Client }>;

const count = ({ tally }: Scene, times: number, ...types: readonly string[]): void => {
  for (const type of types) tally.set(type, (tally.get(type) ?? 0) + times);
};

const inMs = (ms: number): string => new Date(Date.now() + ms).toISOString();
const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** `null`: refused for this reason, which is no fault here. */
const unlessRefused = async (code: string, asked: Promise<Json>): Promise<Json | null> => {
  try {
    return await asked;
  } catch (error) {
    if (String(error).includes(`"code":"${code}"`)) return null;
    throw error;
  }
};

type Quarrel = Scene &
  Readonly<{ at: string; mediator: Person; parties: readonly [one: string, other: string] }>;

const open = async (client: Client, kind: string, colour = 'green'): Promise<Quarrel> => {
  const said = await client.post(committee, '/api/v1/disputes', {
    ...{ kind: 'neighbours', colour, area: village, door: 'walk-in', facts: 'The wall was moved.' },
    parties: [
      { role: 'applicant', name: 'Sun' },
      { role: 'respondent', name: 'Zhou' },
    ],
  });
  const id = String(said['disputeId']);
  const account = String(said['mediator']);
  const [one, other] = (said['parties'] as readonly Json[]).map(({ party }) => String(party));
  if (one === undefined || other === undefined) throw new Error('a quarrel has two parties');
  const scene: Quarrel = {
    stream: `dispute-${id}`,
    ...{ kind, client, tally: new Map<string, number>(), late: new Set<string>() },
    at: `/api/v1/disputes/${id}`,
    mediator: { role: 'mediator', account, area: community },
    parties: [one, other],
  };
  count(scene, 1, 'DisputeOpened', 'MediatorAssigned');
  return scene;
};

const asMediator = ({ client, mediator, at }: Quarrel, what: string, body: object): Promise<Json> =>
  client.post(mediator, `${at}/${what}`, body);

const consent = async (it: Quarrel): Promise<void> => {
  for (const party of it.parties) await asMediator(it, `parties/${party}/consent`, { isGiven: true });
  count(it, 2, 'ConsentStated');
};

/** All that is planned begins in one of so many hours, so that stories are in each other's way. */
const firstHour = Math.ceil(Date.now() / hourMs) + 24;
const meetingIn = (hour: number) => {
  const from = (firstHour + hour) * hourMs;
  const moment = (ms: number) => new Date(ms).toISOString();
  return { from: moment(from), until: moment(from + hourMs), place: home };
};

/** At the first hour that is free, from a random one on. */
const planned = async (it: Quarrel, what: string): Promise<void> => {
  for (let hour = randomInt(12); ; hour++)
    if ((await unlessRefused('doubly-booked', asMediator(it, what, meetingIn(hour)))) !== null) break;
  count(it, 1, 'SessionPlanned');
};

/** Of a session that is planned and is not held before the quarrel is over. */
const planAndMove = async (it: Quarrel): Promise<void> => {
  await planned(it, 'sessions');
  await planned(it, 'sessions/1/time');
  count(it, 1, 'SessionCalledOff');
};

const termsOf = ({ parties: [one, other] }: Quarrel) => [
  { party: other, toParty: one, what: 'He moves it back.', dueAt: inMs(24 * hourMs) },
  { party: one, toParty: other, what: 'She pays for it.', amount: 100_000, dueAt: inMs(48 * hourMs) },
];

const perform = async (it: Quarrel): Promise<Told> => {
  for (const term of [1, 2]) await asMediator(it, 'performance', { term, isWhole: true });
  count(it, 2, 'TermPerformed');
  count(it, 1, 'DisputeEnded');
  return it;
};

const agreeByWord = async (it: Quarrel): Promise<void> => {
  await asMediator(it, 'agreement', { form: 'oral', terms: termsOf(it), agreed: it.parties });
  count(it, 1, 'AgreementDrafted', 'AgreementTookEffect');
};

const agreeInWriting = async (it: Quarrel): Promise<void> => {
  await asMediator(it, 'agreement', { form: 'written', facts: 'The wall was moved.', terms: termsOf(it) });
  for (const party of it.parties)
    await asMediator(it, 'signatures', { version: 1, by: 'party', party, as: 'fingerprint' });
  await asMediator(it, 'signatures', { version: 1, by: 'mediator', as: 'signature' });
  await it.client.post(committee, `${it.at}/signatures`, { version: 1, by: 'committee', as: 'seal' });
  count(it, 1, 'AgreementDrafted', 'AgreementTookEffect');
  count(it, 4, 'AgreementSigned');
};

type Visit = Readonly<{ at: string; slots: readonly number[] }>;

const bookOne = async ({ client }: Scene, { at, slots }: Visit, nth: number): Promise<Json> => {
  const phone = `139${String(randomInt(1e8)).padStart(8, '0')}`;
  for (const slot of slots) {
    const body = { name: `Caller ${nth}`, phone, slot };
    const booked = await unlessRefused('slot-full', client.post(desk, `${at}/bookings`, body));
    if (booked !== null) return booked;
  }
  throw new Error('there is room for everybody who comes');
};

type Made = Readonly<{ promise: string; isLate: boolean }>;

/** Promises that are to be late are due so soon, and kept so much later. */
const lateAfterMs = 2_000;
const keptLateMs = 2_500;

/** One that is kept at once, and one that is kept when it was due long ago. */
const promiseTwo = async ({ client }: Scene, at: string, booking: string): Promise<readonly Made[]> => {
  await client.post(desk, `${at}/bookings/${booking}/check-in`, {});
  const promised = (ms: number) => ({ text: 'We see to it.', owner: committee.account, dueAt: inMs(ms) });
  const end = () => {
    const promises = [promised(24 * hourMs), promised(lateAfterMs)];
    const body = { outcome: 'promised', promises };
    return unlessRefused(
      'promise-due-past',
      client.post(secretary, `${at}/bookings/${booking}/outcome`, body),
    );
  };
  // While nobody answers, what was to be promised may fall due.
  const said = (await end()) ?? (await end()) ?? (await end());
  if (said === null) throw new Error('the town was away for too long');
  const made = said['promises'] as readonly Json[];
  return made.map(({ promise }, nth) => ({ promise: String(promise), isLate: nth === 1 }));
};

const keep = async (client: Client, { promise, isLate }: Made): Promise<Told> => {
  if (isLate) await pause(keptLateMs);
  await client.post(committee, `/api/v1/promises/${promise}/keeping`, { done: 'It is done.' });
  const tally = new Map([
    ['PromiseMade', 1],
    ['PromiseKept', 1],
  ]);
  const late = new Set(isLate ? ['promise/1'] : []);
  return { stream: `promise-${promise}`, kind: 'promise', tally, late };
};

const holdDay = async (client: Client): Promise<readonly Told[]> => {
  const slot = (nth: number) => ({
    ...{ from: inMs((20 + nth * 10) * minuteMs), until: inMs((30 + nth * 10) * minuteMs), capacity: 1 },
  });
  const body = { area: community, place: 'Room 2', slots: [slot(0), slot(1), slot(2)] };
  const day = String((await client.post(secretary, '/api/v1/interview-days', body))['day']);
  const tally = new Map<string, number>();
  const scene = { stream: `day-${day}`, kind: 'day', client, tally, late: new Set<string>() };
  count(scene, 1, 'DayPublished');
  const at = `/api/v1/interview-days/${day}`;
  // All at once want the same slot.
  const callers = [0, 1, 2].map((nth) => bookOne(scene, { at, slots: [1, 2, 3] }, nth));
  const [first] = await Promise.all(callers);
  count(scene, 3, 'BookingMade');
  const made = await promiseTwo(scene, at, String(first?.['booking']));
  count(scene, 1, 'CheckedIn', 'InterviewEnded');
  return [scene, ...(await Promise.all(made.map((it) => keep(client, it))))];
};

const kinds: readonly ((client: Client) => Promise<readonly Told[]>)[] = [
  async (client) => {
    const it = await open(client, 'agreed by word');
    await consent(it);
    await planAndMove(it);
    await agreeByWord(it);
    return [await perform(it)];
  },
  holdDay,
  async (client) => {
    const it = await open(client, 'signed');
    await consent(it);
    await planAndMove(it);
    await agreeInWriting(it);
    return [await perform(it)];
  },
  async (client) => {
    const it = { ...(await open(client, 'asked late', 'red')), late: new Set(['consent/1']) };
    await pause(2 * askedLateAfterMs);
    await consent(it);
    await agreeByWord(it);
    return [await perform(it)];
  },
];

/** The nth story, of one quarrel, or of a day and what was promised on it. */
export const tellQuarrel = (client: Client, nth: number): Promise<readonly Told[]> => {
  const tell = kinds[nth % kinds.length];
  if (tell === undefined) throw new Error('there are kinds of stories');
  return tell(client);
};
