/** The loop of `loop.ts` in one process, in one for each service, and in two of each, one town after the other. */
import { setTimeout as sleep } from 'node:timers/promises';
import { processorMs, residentBytes } from '../proc.js';
import { loopIn } from '../loop.js';
import { orNotMeasured } from '../not-measured.js';
import { type RunningTown, runningTown } from '../running-town.js';
import { spreadTown } from './town.js';

const usualDemands = 4_000;
const settleMs = 5_000;
const idleSeconds = 10;

type Figures = Readonly<Record<string, number>>;
type Town = RunningTown & Readonly<{ processes: () => readonly Readonly<{ name: string; pid: number }>[] }>;

const embedded = async (): Promise<Town> => {
  const town = await runningTown();
  return { ...town, processes: () => town.pids().map((pid) => ({ name: 'town', pid })) };
};

/** By the name that their figures begin with. */
const towns: Readonly<Record<string, () => Promise<Town>>> = {
  embedded,
  servicesOnPostgres: () => spreadTown({ each: 1, isOnPostgresAlone: true }),
  services: () => spreadTown({ each: 1 }),
  twoOfEach: () => spreadTown({ each: 2 }),
};

const megabyte = 2 ** 20;

/** Memory of each process when the loops are over, and the share of the processor time that each has had. */
const processesOf = (town: Town, before: ReadonlyMap<string, number>): Figures => {
  const its = town.processes();
  const spent = its.map(({ name, pid }) => processorMs(pid) - (before.get(name) ?? 0));
  const all = spent.reduce((sum, ms) => sum + ms, 0);
  return Object.fromEntries(
    its.flatMap(({ name, pid }, at) => [
      [`rss.${name}.MB`, residentBytes(pid) / megabyte],
      [`processorShare.${name}`, (spent[at] ?? 0) / all],
    ]),
  );
};

const sumOf = (town: Town): number => town.processes().reduce((sum, { pid }) => sum + processorMs(pid), 0);

/** Processor time that all of it, but PostgreSQL, takes in a second while nobody wants anything, in milliseconds. */
const idle = async (town: Town): Promise<Figures> => {
  await sleep(settleMs);
  const before = sumOf(town);
  await sleep(idleSeconds * 1_000);
  return { 'idle.msPerSecond': (sumOf(town) - before) / idleSeconds };
};

const measured = async (
  name: string,
  open: () => Promise<Town>,
  demands: number,
): Promise<Record<string, number>> => {
  const town = await open();
  try {
    const before = new Map(town.processes().map((it) => [it.name, processorMs(it.pid)]));
    const figures = {
      ...(await loopIn(town, { demands, warmingUp: Math.ceil(demands / 2) })),
      ...processesOf(town, before),
      ...(await idle(town)),
    };
    return Object.fromEntries(Object.entries(figures).map(([figure, value]) => [`${name}.${figure}`, value]));
  } finally {
    await town.stop();
  }
};

const compared = [
  'loop.perSecond',
  'loop.whole.perSecond',
  'loop.oneMs.p50',
  'loop.visibleMs.p50',
  'cost.nodeMs',
  'cost.postgresMs',
  'cost.walBytes',
  'cost.whole.nodeMs',
  'cost.whole.postgresMs',
  'cost.whole.walBytes',
  'idle.msPerSecond',
];

/** @returns `TOWN.ratio.FIGURE`: the figure of that town divided by the one of the embedded town. */
export const ratiosOf = (figures: Figures): Figures =>
  Object.fromEntries(
    Object.keys(towns)
      .filter((name) => name !== 'embedded')
      .flatMap((name) =>
        compared.map((figure): [string, number] => [
          `${name}.ratio.${figure}`,
          (figures[`${name}.${figure}`] ?? NaN) / (figures[`embedded.${figure}`] ?? NaN),
        ]),
      )
      .filter(([, ratio]) => !Number.isNaN(ratio)),
  );

/**
 * One part for each town, by the name of the town: demands a second, what one costs, and the memory of each process.
 *
 * @param demands see `loopIn`; half as many are for warming up. Default: 4,000.
 */
export const loopParts = (demands = usualDemands): Readonly<Record<string, () => Promise<Figures>>> =>
  Object.fromEntries(
    Object.entries(towns).map(([name, open]) => [
      name,
      () => orNotMeasured(name, () => measured(name, open, demands)),
    ]),
  );
