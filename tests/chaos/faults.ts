/** What may go wrong with a town of many processes: drawn from a seed, so that the same can be tried again. */
import { setTimeout as pause } from 'node:timers/promises';
import { Redis } from 'ioredis';
import type { NativeEngine } from '@mulin/testing/engines';
import type { Chance } from '../journeys/whole-loop/chance.js';
import type { Instance } from './instances.js';
import type { ChaosTown } from './town.js';

/** One thing that goes wrong, and is right again when it resolves. */
type Fault = Readonly<{ name: string; happen: () => Promise<void> }>;

type Part = Readonly<{ freeze: () => void; thaw: () => void }>;

const frozen = async (part: Part, ms: number): Promise<void> => {
  part.freeze();
  await pause(ms);
  part.thaw();
};

const killedAndBack = async (engine: NativeEngine, ms: number): Promise<void> => {
  await engine.kill();
  await pause(ms);
  await engine.restart();
};

const wiped = async ({ url }: NativeEngine): Promise<void> => {
  const client = new Redis(url, { maxRetriesPerRequest: null });
  await client.flushall();
  client.disconnect();
};

const killed = async ({ kill }: Instance): Promise<void> => kill();

const seconds = (chance: Chance, from: number, to: number): number =>
  1_000 * chance.oneOf(Array.from({ length: to - from + 1 }, (_, nth) => from + nth));

/** Draws the next fault. An engine stands still for up to `longestStop` seconds. */
export const drawFault = ({ instances, engines }: ChaosTown, chance: Chance, longestStop: number): Fault => {
  const instance = chance.oneOf(instances);
  const other = chance.oneOf(instances);
  const name = chance.oneOf(['PostgreSQL', 'Redis', 'Kafka'] as const);
  const engine = engines[name];
  const away = seconds(chance, 1, 4);
  const stop = seconds(chance, 2, longestStop);
  return chance.weighted<Fault>([
    [6, { name: `${instance.name} killed`, happen: () => killed(instance) }],
    [
      2,
      {
        name: `${instance.name} and ${other.name} killed`,
        happen: async () => {
          await killed(instance);
          await killed(other);
        },
      },
    ],
    [3, { name: `${instance.name} stopped for ${stop} ms`, happen: () => frozen(instance, stop) }],
    [3, { name: `${name} killed, back after ${away} ms`, happen: () => killedAndBack(engine, away) }],
    [2, { name: `${name} stopped for ${stop} ms`, happen: () => frozen(engine, stop) }],
    [1, { name: 'Redis wiped', happen: () => wiped(engines.Redis) }],
  ]);
};
