/** The whole loop: from registration to clocks running and the history visible, many at once and one alone. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainPerSecond } from './append.js';
import { costOf } from './cost.js';
import { atOnce, type Client, httpClient } from './http-client.js';
import { type RunningTown, runningTown } from './running-town.js';
import { wholeLoopIn } from './whole-loop.js';
import { percentile } from './measuring.js';

const usualDemands = 4_000;
/** Of so many demands one is taken to its rating. */
const ofWhole = 8;
const callers = 64;
/** Of so many demands one is registered alone, before and after. */
const ofAlone = 20;
const askedAtOnce = 1_000;
const plainCallers = 16;

const words =
  'The street lamp before the school has been dark for three nights, and the children walk there.';
/** The middle of the sample town. */
const place = { lat: 36.38, lon: 119.75 };
const demand = () => ({ menuItem: 'street-and-lighting', words: `${words} ${randomUUID()}`, place });

type Clocks = Readonly<{ clocks: readonly { name: string }[]; timeline: readonly { type: string }[] }>;

const register = async (client: Client): Promise<string> => {
  const { status, body } = await client('POST', '/api/v1/cases', demand(), randomUUID());
  if (status !== 201) throw new Error(`a demand was refused: ${JSON.stringify(body)}`);
  return (body as { caseId: string }).caseId;
};

/** Registered, offered, and its clocks running: all of it to be seen in the timeline. */
const isVisible = async (client: Client, caseId: string): Promise<boolean> => {
  const { status, body } = await client('GET', `/api/v1/timelines/${caseId}`);
  if (status !== 200) return false;
  const { clocks, timeline } = body as Clocks;
  return (
    clocks.some(({ name }) => name === 'complete/1') && timeline.some(({ type }) => type.includes('order-'))
  );
};

const untilVisible = async (client: Client, caseId: string, pauseMs: number) => {
  while (!(await isVisible(client, caseId))) await sleep(pauseMs);
};

const oneAfterTheOther = async (client: Client, alone: number) => {
  const durable: number[] = [];
  const visible: number[] = [];
  for (let turn = 0; turn < alone; turn++) {
    const startedAt = performance.now();
    const caseId = await register(client);
    durable.push(performance.now() - startedAt);
    await untilVisible(client, caseId, 2);
    visible.push(performance.now() - startedAt);
  }
  return { durable: durable.sort((a, b) => a - b), visible: visible.sort((a, b) => a - b) };
};

type Standing = Readonly<{ pending: number }>;

/** Until no case waits for its order or its clocks, as audit shows them. */
const untilAllAreVisible = async (operator: Client, caseIds: readonly string[]) => {
  for (let from = 0; from < caseIds.length;) {
    const asked = { caseIds: caseIds.slice(from, from + askedAtOnce) };
    const { body } = await operator('POST', '/api/v1/imports/summary', asked);
    if ((body as Standing).pending === 0) from += askedAtOnce;
    else await sleep(20);
  }
};

const manyAtOnce = async (client: Client, operator: Client, demands: number) => {
  const ids: string[] = [];
  const places = Array.from({ length: demands }, (_, place) => place);
  const startedAt = performance.now();
  await atOnce(callers, places, async () => void ids.push(await register(client)));
  const registeredAfter = performance.now() - startedAt;
  await untilAllAreVisible(operator, ids);
  return { registeredAfter, visibleAfter: performance.now() - startedAt };
};

type LoopOptions = Readonly<{ demands?: number | undefined; warmingUp?: number }>;

/**
 * Demands a second through a whole town, what one of them costs (`costOf`), how long one alone takes, and the same of
 * demands that are taken to their rating (`wholeLoopIn`).
 *
 * @param options.demands how many at once; a twentieth of them alone, an eighth to their rating. Default: 4,000.
 * @param options.warmingUp how many at once before, for which nothing is counted: programs of many processes take longer
 *   until what they do is compiled. Default: none.
 */
export const loopIn = async (
  town: RunningTown,
  { demands = usualDemands, warmingUp = 0 }: LoopOptions = {},
): Promise<Record<string, number>> => {
  const client = httpClient(town.url, await town.token('hotline-clerk'), callers);
  const operator = httpClient(town.url, await town.token('operator'), 1);
  const alone = Math.ceil(demands / ofAlone);
  await oneAfterTheOther(client, alone);
  if (warmingUp > 0) await manyAtOnce(client, operator, warmingUp);
  let took = { registeredAfter: 0, visibleAfter: 0 };
  const cost = await costOf(
    town,
    demands,
    async () => void (took = await manyAtOnce(client, operator, demands)),
  );
  const { durable, visible } = await oneAfterTheOther(client, alone);
  return {
    'loop.perSecond': (demands * 1_000) / took.visibleAfter,
    'loop.registeredPerSecond': (demands * 1_000) / took.registeredAfter,
    'loop.oneMs.p50': percentile(durable, 0.5),
    'loop.oneMs.p99': percentile(durable, 0.99),
    'loop.visibleMs.p50': percentile(visible, 0.5),
    'loop.visibleMs.p99': percentile(visible, 0.99),
    ...cost,
    ...(await wholeLoopIn(town, demand, Math.ceil(demands / ofWhole))),
  };
};

/**
 * `loopIn` of a town as `npm start` runs it, and its rate beside that of plain INSERTs of 16 callers into an idle
 * PostgreSQL of the same settings, measured before and after.
 */
export const benchLoop = async (url: string): Promise<Record<string, number>> => {
  const plainBefore = await plainPerSecond(url, plainCallers);
  const town = await runningTown();
  try {
    const figures = await loopIn(town);
    const plain = (plainBefore + (await plainPerSecond(url, plainCallers))) / 2;
    return {
      ...figures,
      'loop.plain': plain,
      'loop.ratio.plain': (figures['loop.perSecond'] ?? NaN) / plain,
    };
  } finally {
    await town.stop();
  }
};
