/** The whole loop: from registration to clocks running and the history visible, many at once and one alone. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { plainPerSecond } from './append.js';
import { costOf } from './cost.js';
import { atOnce, type Client, httpClient } from './http-client.js';
import { runningTown } from './running-town.js';
import { wholeLoopIn } from './whole-loop.js';

const demands = 4_000;
const callers = 64;
const alone = 200;
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

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

const oneAfterTheOther = async (client: Client) => {
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

const manyAtOnce = async (client: Client, operator: Client) => {
  const ids: string[] = [];
  const places = Array.from({ length: demands }, (_, place) => place);
  const startedAt = performance.now();
  await atOnce(callers, places, async () => void ids.push(await register(client)));
  const registeredAfter = performance.now() - startedAt;
  await untilAllAreVisible(operator, ids);
  return { registeredAfter, visibleAfter: performance.now() - startedAt };
};

/**
 * Demands a second through the whole town, what one of them costs (`costOf`), how long one alone takes, and the
 * rate beside that of plain INSERTs of 16 callers into an idle PostgreSQL of the same settings, measured before
 * and after.
 */
export const benchLoop = async (url: string): Promise<Record<string, number>> => {
  const plainBefore = await plainPerSecond(url, plainCallers);
  const town = await runningTown();
  try {
    const client = httpClient(town.url, await town.token('hotline-clerk'), callers);
    const operator = httpClient(town.url, await town.token('operator'), 1);
    await oneAfterTheOther(client);
    let took = { registeredAfter: 0, visibleAfter: 0 };
    const cost = await costOf(town, demands, async () => void (took = await manyAtOnce(client, operator)));
    const { durable, visible } = await oneAfterTheOther(client);
    const whole = await wholeLoopIn(town, demand);
    const plain = (plainBefore + (await plainPerSecond(url, plainCallers))) / 2;
    const perSecond = (demands * 1_000) / took.visibleAfter;
    return {
      'loop.perSecond': perSecond,
      'loop.plain': plain,
      'loop.ratio.plain': perSecond / plain,
      'loop.registeredPerSecond': (demands * 1_000) / took.registeredAfter,
      'loop.oneMs.p50': percentile(durable, 0.5),
      'loop.oneMs.p99': percentile(durable, 0.99),
      'loop.visibleMs.p50': percentile(visible, 0.5),
      'loop.visibleMs.p99': percentile(visible, 0.99),
      ...cost,
      ...whole,
    };
  } finally {
    await town.stop();
  }
};
