/** What may go wrong with a town of many processes: drawn from a seed, so that the same can be tried again. */
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { NativeEngine } from '@mulin/testing/engines';
import type { Chance } from '../journeys/whole-loop/chance.js';
import type { Instance } from './instances.js';
import { type EngineName, engineNames } from './lines.js';
import type { ChaosTown } from './town.js';

/** The kinds of what may go wrong, as they are counted. */
type FaultKind =
  | 'processes killed'
  | 'processes stopped'
  | 'engines killed'
  | 'engines stopped'
  | 'engines wiped'
  | 'connections cut'
  | 'disks full';

/** One thing that goes wrong, and is right again when it resolves; `false`: it cannot be done on this machine. */
type Fault = Readonly<{ kind: FaultKind; name: string; happen: () => Promise<boolean> }>;

type Part = Readonly<{ freeze: () => void; thaw: () => void }>;

const frozen = async (part: Part, ms: number): Promise<boolean> => {
  part.freeze();
  await pause(ms);
  part.thaw();
  return true;
};

const killedAndBack = async (engine: NativeEngine, ms: number): Promise<boolean> => {
  await engine.kill();
  await pause(ms);
  await engine.restart();
  return true;
};

const wiped = async ({ url }: NativeEngine): Promise<boolean> => {
  const client = new Redis(url, { maxRetriesPerRequest: null });
  await client.flushall();
  client.disconnect();
  return true;
};

const killed = async (...instances: readonly Instance[]): Promise<boolean> => {
  for (const { kill } of instances) kill();
  return true;
};

const cut = async ({ lines }: Instance, engine: EngineName, ms: number): Promise<boolean> => {
  await lines[engine].refuse();
  await pause(ms);
  await lines[engine].admit();
  return true;
};

/** What could not go on comes back when there is room, started again by whoever operates it where it has ended. */
const full = async (engine: NativeEngine, ms: number): Promise<boolean> => {
  if (engine.disk === null) return false;
  engine.disk.fill();
  await pause(ms);
  engine.disk.free();
  await engine.standUp();
  return true;
};

const seconds = (chance: Chance, from: number, to: number): number =>
  1_000 * chance.oneOf(Array.from({ length: to - from + 1 }, (_, nth) => from + nth));

type Drawn = Readonly<{ name: EngineName; engine: NativeEngine; away: number; stop: number }>;

const ofInstances = (instance: Instance, other: Instance, { name, stop }: Drawn) =>
  [
    [6, { kind: 'processes killed', name: `${instance.name} killed`, happen: () => killed(instance) }],
    [
      2,
      {
        kind: 'processes killed',
        name: `${instance.name} and ${other.name} killed`,
        happen: () => killed(instance, other),
      },
    ],
    [
      3,
      {
        kind: 'processes stopped',
        name: `${instance.name} stopped for ${stop} ms`,
        happen: () => frozen(instance, stop),
      },
    ],
    [
      4,
      {
        kind: 'connections cut',
        name: `${instance.name} cut off from ${name} for ${stop} ms`,
        happen: () => cut(instance, name, stop),
      },
    ],
  ] as const satisfies readonly (readonly [number, Fault])[];

const ofEngines = ({ name, engine, away, stop }: Drawn, redis: NativeEngine) =>
  [
    [
      3,
      {
        kind: 'engines killed',
        name: `${name} killed, back after ${away} ms`,
        happen: () => killedAndBack(engine, away),
      },
    ],
    [
      2,
      {
        kind: 'engines stopped',
        name: `${name} stopped for ${stop} ms`,
        happen: () => frozen(engine, stop),
      },
    ],
    [1, { kind: 'engines wiped', name: 'Redis wiped', happen: () => wiped(redis) }],
    [
      2,
      {
        kind: 'disks full',
        name: `the disk of ${name} full for ${stop} ms`,
        happen: () => full(engine, stop),
      },
    ],
  ] as const satisfies readonly (readonly [number, Fault])[];

/** Draws the next fault. An engine stands still for up to `longestStop` seconds. */
export const drawFault = ({ instances, engines }: ChaosTown, chance: Chance, longestStop: number): Fault => {
  const instance = chance.oneOf(instances);
  const other = chance.oneOf(instances);
  const name = chance.oneOf(engineNames);
  const away = seconds(chance, 1, 4);
  const stop = seconds(chance, 2, longestStop);
  const drawn = { name, engine: engines[name], away, stop };
  // What a machine cannot do is drawn all the same, so that a seed means one order of faults on all of them.
  return chance.weighted<Fault>([...ofInstances(instance, other, drawn), ...ofEngines(drawn, engines.Redis)]);
};
