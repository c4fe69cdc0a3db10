/** A town for the stories of those who work in the field: demands, whoever has to answer them, and what the town says. */
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type Browser, type Page } from 'playwright-core';
import { newHome, root, startTown, type Town, until } from '../journeys/real-town.js';
import {
  accountOf,
  buildConsole,
  fillSignIn,
  type Language,
  passwordsOf,
  visit,
  type Visitor,
} from './browser.js';

export type Json = Readonly<Record<string, unknown>>;
/** A town in which nothing has happened, with offices, night watches, and deadlines of every kind. */
export const openTown = (): Promise<Town> => {
  buildConsole();
  return startTown({ MULIN_HOME: newHome(), MULIN_PACK: path.join(root, 'infra/packs/sample') });
};

type Asking = Readonly<{ method?: string; body?: object }>;
export type Staff = (at: string, asking?: Asking) => Promise<Json>;

const credentials = new Map<string, string>();
const ofTheStory = 'a password of this story';

/** Programs of one account, by a session of its own. */
export const staffOf = async (town: Town, account: string): Promise<Staff> => {
  const password = credentials.get(account) ?? passwordsOf(town).get(account);
  const opened = await fetch(`${town.url}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ account, password }),
  });
  const cookie = (opened.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return async (at, { method = 'GET', body } = {}) => {
    const answer = await fetch(`${town.url}/api/v1/${at}`, {
      method,
      headers: {
        cookie,
        origin: town.url,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = (await answer.json()) as Json;
    if (answer.status >= 400) throw new Error(`${method} ${at}: ${answer.status} ${JSON.stringify(said)}`);
    return said;
  };
};

type Order = Readonly<{
  caseId: string;
  number: string;
  state: string;
  member: string;
  result: string | null;
}>;

const inHetou = { lat: 36.372, lon: 119.7405, address: '河头村东头大槐树旁' };

type By = Readonly<{ name?: string; address?: string }>;

/** Somebody calls, whoever is on duty there or not. */
export const registered = (desk: Staff, words: string, by: By = {}): Promise<Json> => {
  const { name, address = inHetou.address } = by;
  const body = {
    menuItem: 'sanitation',
    words,
    place: { ...inHetou, address },
    phone: '13800000000',
    ...(name === undefined ? {} : { name }),
    channel: 'hotline-12345',
  };
  return desk('cases', { method: 'POST', body });
};

/** Somebody calls, and the town asks whoever is on duty there. */
export const demand = async (desk: Staff, words: string, by: By = {}): Promise<Order> => {
  const { caseId } = await registered(desk, words, by);
  return orderOf(desk, String(caseId));
};

/** The order of a case, once somebody is asked. */
export const orderOf = (desk: Staff, caseId: string): Promise<Order> =>
  until(
    'somebody is asked',
    () => desk(`orders/${caseId}`).catch(() => ({}) as Json),
    ({ member }) => typeof member === 'string',
  ) as unknown as Promise<Order>;

/** Whoever is on duty at this hour has a password from now on. */
export const mayEnter = async (town: Town, account: string): Promise<string> => {
  const known = credentials.get(account) ?? passwordsOf(town).get(account);
  if (known !== undefined) return known;
  const operator = await staffOf(town, accountOf(town, 'operator'));
  const its = `accounts/${encodeURIComponent(account)}/password`;
  await operator(its, { method: 'PUT', body: { password: ofTheStory } });
  credentials.set(account, ofTheStory);
  return ofTheStory;
};

export const signInAs = async (page: Page, account: string, password: string): Promise<void> => {
  await page.goto('/sign-in');
  await fillSignIn(page, account, password);
  await page.waitForURL((at) => at.pathname !== '/sign-in');
};

/** Somebody with an old phone, signed in, whose device keeps the console. */
export const inTheField = async (
  browser: Browser,
  town: Town,
  account: string,
  language: Language,
): Promise<Visitor> => {
  const visitor = await visit(browser, town, { language, isPhone: true });
  await signInAs(visitor.page, account, await mayEnter(town, account));
  await visitor.page.evaluate('navigator.serviceWorker.ready.then(() => true)');
  return visitor;
};

/** How many things of a kind this device holds. */
export const stored = (page: Page, kind: 'kept' | 'outbox'): Promise<number> =>
  page.evaluate<number>(`new Promise((done) => {
    const opening = indexedDB.open('mulin');
    opening.onsuccess = () => {
      const all = opening.result.transaction('${kind}').objectStore('${kind}').getAll();
      all.onsuccess = () => { opening.result.close(); done(all.result.length); };
    };
  })`);

type Entry = Readonly<{ at: string; type: string }>;

/** What happened to a case, by the names of its events, in order. */
export const eventsOf = async (desk: Staff, caseId: string): Promise<readonly Entry[]> =>
  (await desk(`timelines/${caseId}`))['timeline'] as readonly Entry[];

export const timesOf = async (desk: Staff, caseId: string, type: string): Promise<number> =>
  (await eventsOf(desk, caseId)).filter((it) => it.type === `routing.${type}.v1`).length;

const drawn = `(() => {
  const canvas = document.createElement('canvas');
  canvas.width = 64;
  canvas.height = 48;
  const ink = canvas.getContext('2d');
  ink.fillStyle = '#0b6e4f';
  ink.fillRect(8, 8, 40, 30);
  return canvas.toDataURL('image/jpeg').split(',')[1];
})()`;

/** A picture that a camera might have made, if a small one. */
export const photoOf = async (page: Page): Promise<Buffer> =>
  Buffer.from(await page.evaluate<string>(drawn), 'base64');
