/**
 * `npm run trial -- 40`: so many times a town, its PostgreSQL or both are killed with SIGKILL while people work with
 * them, or one of them stands still (SIGSTOP) for up to half a minute. Prints what was acknowledged, what is there, and what is wrong; exits with 1 where anything is.
 */
import { execFileSync } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { type CopiedEvent, eventsIn } from '../journeys/copies.js';
import { ask, type Json } from '../journeys/http.js';
import {
  clearAway,
  newFolder,
  newHome,
  postmasterOf,
  root,
  startTown,
  type Town,
  until,
} from '../journeys/real-town.js';

const times = Number(process.argv[2] ?? 10);
const folder = newFolder();
const home = newHome();
const pack = path.join(folder, 'pack');
execFileSync(process.execPath, ['infra/scripts/hurry-pack.mjs', 'infra/packs/small', pack], { cwd: root });
const env = { MULIN_HOME: home, MULIN_PACK: pack };
const callers = 4;
const items = ['sanitation', 'consultation', 'emergency-danger', 'unpaid-wages'] as const;
const places = [{ lat: 36.373, lon: 119.744 }, { lat: 36.378, lon: 119.752 }, { lat: 10, lon: 10 }, null];
const holders = 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-a';

const acknowledged = {
  registered: new Map<string, string>(),
  taken: new Set<string>(),
  finished: new Set<string>(),
};
const tokens: Record<string, string> = {};
let isOver = false;
let unanswered = 0;

const begin = (port?: string): Promise<Town> =>
  startTown(port === undefined ? env : { ...env, MULIN_PORT: port });
let town = await begin();

const oneOf = <Item>(list: readonly Item[]): Item => list[randomInt(list.length)] as Item; // never empty here

/** Sent again under its key until it is answered: as a program does that must not lose a demand. */
const sent = async (who: string, address: string, body: object): Promise<{ status: number; body: Json }> => {
  const key = randomUUID();
  for (;;) {
    try {
      const call = {
        method: 'POST',
        path: address,
        who: tokens[who],
        body,
        headers: { 'idempotency-key': key },
      };
      const answered = await ask(town.url, call);
      if (answered.status !== 503) return answered;
    } catch {
      // The town is gone just now.
    }
    unanswered += 1;
    await pause(randomInt(50, 200));
  }
};

const caller = async (): Promise<void> => {
  while (!isOver) {
    const place = oneOf(places);
    const demand = {
      menuItem: oneOf(items),
      words: `Nobody reads this: ${randomUUID()}.`,
      ...(place ? { place } : {}),
    };
    const { status, body } = await sent('hotline-clerk', '/api/v1/cases', demand);
    if (status !== 201) throw new Error(`a demand was refused: ${status} ${JSON.stringify(body)}`);
    acknowledged.registered.set(String(body['caseId']), String(body['number']));
  }
};

/** Takes and finishes what is offered to one member, as fast as it comes. */
const member = async (): Promise<void> => {
  while (!isOver) {
    for (const id of [...acknowledged.registered.keys()].slice(-20)) {
      if (acknowledged.taken.has(id) || randomInt(3) > 0) continue;
      const { status } = await sent('grid-member', `/api/v1/orders/${id}/take`, {});
      if (status !== 200) continue;
      acknowledged.taken.add(id);
      const done = await sent('grid-member', `/api/v1/orders/${id}/finish`, { result: 'solved' });
      if (done.status === 200) acknowledged.finished.add(id);
    }
    await pause(50);
  }
};

/** PostgreSQL's processes, the first of which makes the others. */
const serverPids = (): readonly number[] => {
  const first = postmasterOf(home);
  if (first === null) return [];
  const others = readFileSync(`/proc/${first}/task/${first}/children`, 'utf8').trim().split(' ');
  return [first, ...others.filter(Boolean).map(Number)];
};

const freeze = async (pids: readonly number[]): Promise<void> => {
  for (const pid of pids) process.kill(pid, 'SIGSTOP');
  await pause(randomInt(2_000, 30_000));
  for (const pid of pids) process.kill(pid, 'SIGCONT');
};

const harm = {
  'killed PostgreSQL': async () => {
    const server = postmasterOf(home);
    if (server !== null) process.kill(server, 'SIGKILL');
  },
  'killed town': async () => {
    const { port } = town;
    await town.kill('SIGKILL');
    town = await begin(port);
  },
  'killed both': async () => {
    await harm['killed PostgreSQL']();
    await harm['killed town']();
  },
  'frozen PostgreSQL': () => freeze(serverPids()),
  'frozen town': () => freeze([town.pid]),
} as const;

/** Work has begun again since the last time, and goes on for a moment. */
const harmOnce = async (): Promise<string> => {
  const before = acknowledged.registered.size;
  await until(
    'people are answered again',
    () => acknowledged.registered.size,
    (size) => size > before + 1,
  );
  await pause(randomInt(100, 3_000));
  const what = oneOf(Object.keys(harm) as (keyof typeof harm)[]);
  await harm[what]();
  return what;
};

const wrongIn = (events: readonly CopiedEvent[]): readonly string[] => {
  const of = (table: string, type: string) => events.filter((it) => it.table === table && it.type === type);
  const idOf = ({ stream }: CopiedEvent) => stream.slice(stream.indexOf('-') + 1);
  const registered = of('intake.facts', 'CaseRegistered');
  const ids = new Set(registered.map(idOf));
  const routed = [
    ...of('routing.facts', 'OrderOffered').filter(({ data }) => data['leg'] === 1),
    ...of('routing.facts', 'OrderLeftToArbiter').filter(
      ({ data }) => data['turn'] === 1 && data['leg'] === 0,
    ),
  ].map(idOf);
  const began = of('sla_timer.facts', 'CycleBegan').map(idOf);
  const told = of('audit.facts', 'EventHeard')
    .filter(({ data }) => data['type'] === 'intake.case-registered.v1')
    .map(idOf);
  const lost = (what: string, list: readonly string[]) => {
    const known = new Set(list);
    const missing = [...ids].filter((id) => !known.has(id)).length;
    const twice = list.length - known.size;
    return [
      ...(missing > 0 ? [`${what}: ${missing} lost`] : []),
      ...(twice > 0 ? [`${what}: ${twice} twice`] : []),
    ];
  };
  const missing = (what: string, wanted: Iterable<string>, list: readonly CopiedEvent[]) => {
    const known = new Set(list.map(idOf));
    const gone = [...wanted].filter((id) => !known.has(id)).length;
    return gone > 0 ? [`${gone} acknowledged as ${what} and not there`] : [];
  };
  const numbers = new Set(registered.map(({ data }) => data['number']));
  return [
    ...missing('registered', acknowledged.registered.keys(), registered),
    ...missing('taken', acknowledged.taken, of('routing.facts', 'OrderTaken')),
    ...missing('finished', acknowledged.finished, of('routing.facts', 'OrderFinished')),
    ...(registered.length > ids.size ? ['a case registered twice'] : []),
    ...(numbers.size < registered.length ? ['a number given twice'] : []),
    ...lost('first offer or arbiter', routed),
    ...lost('clocks', began),
    ...lost('history', told),
  ];
};

const settled = async (): Promise<void> => {
  const last = [...acknowledged.registered.keys()].at(-1) ?? '';
  await until(
    'the last demand is round the loop',
    () => ask(town.url, { method: 'GET', path: `/api/v1/timelines/${last}`, who: tokens['auditor'] }),
    ({ body }) => JSON.stringify(body['clocks'] ?? []).includes('complete/1'),
  );
  await pause(5_000);
};

for (const [role, area] of [
  ['hotline-clerk'],
  ['auditor'],
  ['grid-member', holders.slice(holders.indexOf('@') + 1)],
]) {
  const asked = [
    'token',
    '--role',
    String(role),
    '--minutes',
    '600',
    ...(area === undefined ? [] : ['--area', area]),
  ];
  tokens[String(role)] = String((await town.mulin(...asked)).json['token']);
}
const people = [...Array.from({ length: callers }, caller), member()];
const counts: Record<string, number> = {};
for (let nth = 0; nth < times; nth++) {
  const what = await harmOnce();
  counts[what] = (counts[what] ?? 0) + 1;
  process.stderr.write(`${nth + 1} of ${times}: ${what}; ${acknowledged.registered.size} demands\n`);
}
await pause(3_000);
isOver = true;
await Promise.all(people);
await settled();
const copy = path.join(folder, 'everything.mulin');
await town.mulin('export', '--out', copy);
const wrong = wrongIn(eventsIn(copy));
const setAside = (await town.mulin('dead-letters', 'list')).json['items'] as readonly unknown[];
const { registered, taken, finished } = acknowledged;
process.stdout.write(
  `${JSON.stringify({ times: counts, registered: registered.size, taken: taken.size, finished: finished.size, unanswered, setAside: setAside.length, wrong })}\n`,
);
await clearAway();
process.exit(wrong.length + setAside.length > 0 ? 1 : 0);
