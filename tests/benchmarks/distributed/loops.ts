/** The loop of `loop.ts` in one process, in one for each service, and in two of each, one town after the other. */
import { processorMs, residentBytes } from '../proc.js';
import { loopIn } from '../loop.js';
import { type RunningTown, runningTown } from '../running-town.js';
import { spreadTown } from './town.js';

const usualDemands = 4_000;

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

const measured = async (name: string, open: () => Promise<Town>, demands: number): Promise<Figures> => {
  const town = await open();
  try {
    const before = new Map(town.processes().map((it) => [it.name, processorMs(it.pid)]));
    const figures = {
      ...(await loopIn(town, { demands, warmingUp: Math.ceil(demands / 2) })),
      ...processesOf(town, before),
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
];

/** @returns `TOWN.ratio.FIGURE`: the figure of that town divided by the one of the embedded town. */
const ratiosOf = (figures: Figures): Figures =>
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
 * Demands a second, what one costs, and the memory of each process: figures of each town, and ratios to embedded.
 *
 * @param demands see `loopIn`; half as many are for warming up. Default: 4,000.
 */
export const loops = async (demands = usualDemands): Promise<Figures> => {
  const figures: Record<string, number> = {};
  for (const [name, open] of Object.entries(towns)) {
    process.stderr.write(`  ${name} …\n`);
    const found = await measured(name, open, demands);
    process.stderr.write(`  ${JSON.stringify(found)}\n`);
    Object.assign(figures, found);
  }
  return { ...figures, ...ratiosOf(figures) };
};
