/** The sample town in memory and in virtual time, with everybody who works there. Each token is an account's name. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Actor, type Area, instant, type Role, roles } from '@mulin/kernel';
import { virtualTime } from '@mulin/testing';
import { memoryPlatform, openTown, type Platform, readPack } from '@mulin/town';
import { type Answered, ask, type Headers, itemsOf, type Json } from './http.js';

export const samplePack = fileURLToPath(new URL('../../infra/packs/small', import.meta.url));

type Rosters = Readonly<{
  members: readonly Readonly<{ account: string }>[];
  leaders: readonly Readonly<{ account: string }>[];
}>;

const rosters = (): Rosters =>
  // The sample pack's own file, which `readPack` has checked.
  JSON.parse(readFileSync(path.join(samplePack, 'rosters.json'), 'utf8')) as Rosters;

const accountOf = (name: string): [string, Actor] => {
  const [role = '', area = 'mu'] = name.split('@');
  // Accounts are named so, and areas begin with the town.
  return [name, { id: name, role: role as Role, area: area as Area }];
};

/** Everybody on a roster, and one account of each role for the whole town. */
const accounts = (): Readonly<Record<string, Actor>> => {
  const { members, leaders } = rosters();
  const named = [...members, ...leaders].map(({ account }) => account);
  return Object.fromEntries([...roles, ...named].map(accountOf));
};

/** What the story does to the news on its way, if anything. */
export type Tamper = (bus: Platform['bus']) => Platform['bus'];

const untouched: Tamper = (bus) => bus;

type SampleTownOptions = Readonly<{
  tamper?: Tamper | undefined;
  /** Accounts that no roster names, by their token. */
  others?: Readonly<Record<string, Actor>>;
  /** Another folder than that of the sample, with the same people. */
  pack?: string;
  /** More than anybody's hands ask in a minute, where a story asks that much. */
  limits?: Readonly<Record<string, number>>;
}>;

export const openSampleTown = async (start: string, options: SampleTownOptions = {}) => {
  const { tamper = untouched, others = {}, pack = samplePack, limits = {} } = options;
  const time = virtualTime(instant(start));
  const memory = memoryPlatform({
    town: 'mu',
    zone: 'Asia/Shanghai',
    now: time.now,
    accounts: { ...accounts(), ...others },
  });
  const platform = { ...memory.platform, bus: tamper(memory.platform.bus) };
  const { url, close } = await openTown(platform, readPack(pack), 0, { limits });
  await memory.settle();
  let keys = 0;

  const send = async (who: string, path: string, body: object, headers: Headers = {}): Promise<Answered> => {
    const call = {
      method: 'POST',
      path,
      who,
      body,
      headers: { 'idempotency-key': `key-${++keys}`, ...headers },
    };
    return ask(url, call);
  };

  const post = async (who: string, path: string, body: object = {}, headers: Headers = {}) => {
    const answered = await send(who, path, body, headers);
    await memory.settle();
    return answered;
  };

  const read = async (who: string, path: string, headers: Headers = {}): Promise<Json> => {
    const { status, body } = await ask(url, { method: 'GET', path, who, headers });
    if (status !== 200) throw new Error(`${path} answered ${status}: ${JSON.stringify(body)}`);
    return body;
  };

  const list = async (who: string, path: string) => itemsOf(await read(who, path));

  const until = (moment: string) => time.moveTo(instant(moment), memory);

  return { ...memory, url, close, send, post, read, list, until };
};

export type SampleTown = Awaited<ReturnType<typeof openSampleTown>>;

type Entry = Readonly<{
  at: string;
  owedAt?: string;
  recordedAt: string;
  service: string;
  type: string;
  actor: string;
  text: string;
}>;
type Clock = Readonly<{
  name: string;
  startedAt: string;
  due: string;
  state: string;
  verdict: string | null;
}>;
export type Story = Readonly<{
  number: string;
  id: string;
  state: string;
  timeline: readonly Entry[];
  clocks: readonly Clock[];
}>;

export const storyOf = async (town: SampleTown, name: string, language = 'en'): Promise<Story> =>
  // What the surface promises of `mulin case`.
  (await town.read('auditor', `/api/v1/timelines/${name}`, {
    'accept-language': language,
  })) as unknown as Story;

/** The life of a case, without who said it. */
export const told = ({ timeline }: Story): readonly string[] =>
  timeline.map(({ type }) => type.replace(/^[^.]*\.|\.v1$/g, ''));

/** Clock to verdict; what runs still has none. */
export const verdicts = ({ clocks }: Story): Readonly<Record<string, string | null>> =>
  Object.fromEntries(clocks.map(({ name, verdict }) => [name, verdict]));

/** Whom a lateness of which clock waits for. */
export const waiting = async (town: SampleTown, query = ''): Promise<readonly string[]> =>
  (await town.list('town-leader', `/api/v1/escalations${query}`)).map(
    ({ number, clock, to }) => `${String(number)} ${String(clock)} → ${String(to)}`,
  );

/** In River Head's first grid, on the life net's first micro-grid. */
export const atRiverHead = { lat: 36.373, lon: 119.744 };
export const riverHeadMember = 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a';
/** A folder with this pack, in which nobody else serves in that member's grid: nobody can be asked after them. */
export const packWithOneInGrid = (pack = samplePack): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'one-in-grid-'));
  cpSync(pack, folder, { recursive: true });
  const all = rosters();
  const isElsewhere = ({ account }: Rosters['members'][number]) =>
    account === riverHeadMember || !account.includes('/hetou-1/');
  const alone = { ...all, members: all.members.filter(isElsewhere) };
  writeFileSync(path.join(folder, 'rosters.json'), JSON.stringify(alone));
  return folder;
};
/** Far from every border of the town. */
export const nowhere = { lat: 10, lon: 10 };

/** A resident called the hotline; the clerk wrote it down. */
export const called = async (town: SampleTown, place: object = atRiverHead, more: object = {}) => {
  const { status, body } = await town.post('hotline-clerk', '/api/v1/cases', {
    menuItem: 'sanitation',
    words: 'The bin by the east gate has not been emptied for a week.',
    place,
    ...more,
  });
  if (status !== 201) throw new Error(`registering answered ${status}: ${JSON.stringify(body)}`);
  return { id: String(body['caseId']), number: String(body['number']) };
};
