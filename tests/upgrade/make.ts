/**
 * Makes a small town of an older version, for tests of upgrades: README.md beside says how. Its people are made up.
 *
 * DATABASE_URL=… node … tests/upgrade/make.ts CHECKOUT FOLDER
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { brotliCompressSync, constants, gunzipSync } from 'node:zlib';
import type { Json } from '../journeys/http.js';
import { type Client, openClient, type Person } from '../journeys/killed-loop/client.js';
import { menuItems, packOfLoops } from '../journeys/killed-loop/pack.js';
import { type OpenDemand, tellStory } from '../journeys/killed-loop/stories.js';
import { addTo, demandsOfLastMonth } from '../journeys/papers.js';
import { asSources, clearAway, newFolder, newHome, startTown, type Town } from '../journeys/real-town.js';
import { factsOfTown, type Readers } from './facts.js';
import type { Expected } from './older-town.js';

const [checkout = '', folder = ''] = process.argv.slice(2);
const databaseUrl = process.env['DATABASE_URL'] ?? '';
const scratch = newFolder();
const patient = 'tried-patient';

/** Nearly ten years, the longest that a pack may name: what is left open is not late when a test goes on with it. */
const years = { unit: 'hour', amount: 87_000 };
const clocks = [
  'complete',
  'accept',
  'take',
  'contact',
  'heartbeat',
  'help',
  'verify',
  'call-back',
  'arbitrate',
];

const makePack = (): string => {
  const pack = packOfLoops(scratch);
  addTo(path.join(pack, 'policies.json'), 'policies', {
    id: 'in-years',
    calendar: 'town',
    clocks: clocks.map((name) => ({ name, length: years })),
    ladder: [{ to: ['community-secretary'], share: 1 }],
    redo: { share: 0.5 },
  });
  addTo(path.join(pack, 'menu.json'), 'items', {
    id: patient,
    name: { zh: '长期事项', en: 'Tried: patient' },
    net: 'life',
    urgency: 'ordinary',
    policy: 'in-years',
    public: true,
  });
  return pack;
};

const place = { lat: 36.373, lon: 119.744 };
const desk: Person = { role: 'hotline-clerk' };

const register = (client: Client, menuItem: string, more: object = {}): Promise<Json> =>
  client.post(desk, '/api/v1/cases', {
    menuItem,
    words: 'As it was said.',
    place,
    phone: '13800138000',
    ...more,
  });

const holderOf = async (client: Client, caseId: unknown): Promise<Person> => {
  for (;;) {
    const { state, member: account } = await client.get(
      { role: 'auditor' },
      `/api/v1/orders/${String(caseId)}`,
    );
    if (state === 'offered')
      return { role: 'grid-member', account: String(account), area: String(account).split('@')[1] ?? '' };
  }
};

const leaveOpen = async (client: Client, isTaken: boolean): Promise<OpenDemand> => {
  const said = await register(client, patient);
  const id = String(said['caseId']);
  const holder = await holderOf(client, id);
  if (isTaken) await client.post(holder, `/api/v1/orders/${id}/take`, {});
  return { id, number: String(said['number']), code: String(said['queryCode']), isTaken };
};

/** What is no story of a whole loop: declined, returned, never taken, of a file, of a person who was erased. */
const leaveOthers = async (client: Client, town: Town): Promise<string> => {
  const declined = await register(client, 'sanitation');
  await client.post(desk, `/api/v1/cases/${String(declined['caseId'])}/decline`, {
    reason: 'not-of-this-town',
    door: 'police',
  });
  const returned = await register(client, menuItems.calm);
  const holder = await holderOf(client, returned['caseId']);
  const back = `/api/v1/orders/${String(returned['caseId'])}/return`;
  await client.post(holder, back, { reason: 'not-my-power' });
  for (const item of [menuItems.late, menuItems.late, menuItems.calm, menuItems.emergency, 'sanitation'])
    await register(client, item);
  const { file, mapping } = demandsOfLastMonth(scratch, 'older-files', 8);
  must(await town.mulin('import', file, '--mapping', mapping));
  const erased = await register(client, 'sanitation', { phone: '13800138111', name: 'Somebody' });
  must(await town.mulin('erase', '--case', String(erased['number']), '--reason', 'asked-for'));
  return String(erased['caseId']);
};

const must = ({ code, json, err }: Awaited<ReturnType<Town['mulin']>>): Json => {
  if (code !== 0) throw new Error(`${JSON.stringify(json)} ${err}`);
  return json;
};

const tokenOf = async (town: Town, role: string): Promise<string> =>
  String(must(await town.mulin('token', '--role', role, '--minutes', '600'))['token']);

/** @returns the password of the first account. */
const makePeople = async (client: Client, town: Town): Promise<string> => {
  must(await town.mulin('accounts', 'add', 'verifier-of-before', '--role', 'verifier'));
  must(await town.mulin('accounts', 'add', 'auditor-of-before', '--role', 'auditor'));
  must(await town.mulin('accounts', 'disable', 'auditor-of-before'));
  const secretary = 'community-secretary@mu/dongguan';
  const who: Person = { role: 'community-secretary', account: secretary, area: 'mu/dongguan' };
  // Where nobody listens.
  const webhook = { url: 'http://127.0.0.1:9/' };
  const preferences = { language: 'en', from: '00:00', to: '24:00', email: null, webhook };
  await client.post(who, '/api/v1/inbox/preferences', preferences, 'PUT');
  return String(must(await town.mulin('accounts', 'password', 'verifier-of-before'))['password']);
};

/** Once two readings say the same, nothing is on its way any more. */
const atRest = async (readers: Readers) => {
  for (let before = ''; ;) {
    await pause(3_000);
    const facts = await factsOfTown(readers);
    if (JSON.stringify(facts) === before) return facts;
    before = JSON.stringify(facts);
  }
};

/** Functions may name what stands further down. */
const first = 'set local check_function_bodies = false;';

/** What `psql` alone understands, and what a PostgreSQL of before does not know, is left out. */
const dump = (): string => {
  const asked = ['--no-owner', '--no-privileges', '--inserts', '--rows-per-insert=100', databaseUrl];
  const lines = execFileSync('pg_dump', asked, { encoding: 'utf8', maxBuffer: 2 ** 28 }).split('\n');
  const isLeftOut = /^(\\|--|SET |SELECT pg_catalog\.set_config)/;
  return [first, ...lines.filter((line) => !isLeftOut.test(line))].join('\n');
};

type Lived = Readonly<{ expected: Expected; home: string; pack: string }>;

/** What the town of that version is made to live through; what it says of itself, and its copy, at the end. */
const live = async (): Promise<Lived> => {
  const [home, pack] = [newHome(), makePack()];
  // Messages are owed, and wait.
  writeFileSync(path.join(home, 'deliveries-held'), '');
  const env = { MULIN_HOME: home, MULIN_PACK: pack, DATABASE_URL: databaseUrl, MULIN_WEBHOOKS: 'private' };
  const town = await startTown(env, checkout);
  const operator = await tokenOf(town, 'operator');
  const client = openClient(town.url, operator);
  const password = await makePeople(client, town);
  for (const nth of [0, 1, 2, 3, 4, 5, 6]) await tellStory(client, nth);
  const open = [await leaveOpen(client, false), await leaveOpen(client, true)];
  const erased = await leaveOthers(client, town);
  const facts = await atRest({ url: town.url, auditor: await tokenOf(town, 'auditor'), operator });
  await town.kill('SIGTERM');
  execFileSync(
    process.execPath,
    [...asSources, 'services/cli/src/main.ts', 'export', '--out', path.join(scratch, 'town.mulin')],
    { cwd: checkout, env: { PATH: process.env['PATH'], ...env } },
  );
  return { expected: { ...facts, open, erased, password }, home, pack };
};

const packed = (name: string, text: Buffer): void => {
  const params = { [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS };
  writeFileSync(path.join(folder, `${name}.br`), brotliCompressSync(text, { params }));
};

const keep = ({ expected, home, pack }: Lived): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'expected.json'), `${JSON.stringify(expected, null, 2)}\n`);
  packed('database.sql', Buffer.from(dump()));
  packed('town.mulin', gunzipSync(readFileSync(path.join(scratch, 'town.mulin'))));
  cpSync(path.join(scratch, 'town.mulin.keys'), path.join(folder, 'town.mulin.keys'));
  cpSync(path.join(home, 'keys'), path.join(folder, 'keys'), { recursive: true });
  cpSync(pack, path.join(folder, 'pack'), { recursive: true });
};

try {
  keep(await live());
} finally {
  await clearAway();
}
