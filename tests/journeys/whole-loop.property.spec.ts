/**
 * Random stories of demands over all six services: registered, taken or not, handed over, helped with, refused, rated,
 * done again, merged, split, reclassified. Told once as it goes, and then by the same commands while news between the
 * services overtakes other news, comes twice, or waits for a service that is stopped: what stands, who waits for what
 * and who knows of which lateness is the same.
 */
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import process from 'node:process';
import { chanceOf } from './whole-loop/chance.js';
import { faultsIn } from './whole-loop/faults.js';
import { type LoopTown, openLoopTown } from './whole-loop/loop-town.js';
import type { Travel } from './whole-loop/news-in-any-order.js';
import { clearAway, otherTravels, play, playAgain, straight } from './whole-loop/telling.js';
import { differences, wholeOf } from './whole-loop/whole.js';

/** The same stories in every run; `STORIES_SEED` tells others, `STORIES_RUNS` more. */
const runs = Number(process.env['STORIES_RUNS'] ?? 2);
const firstSeed = Number(process.env['STORIES_SEED'] ?? 1);
/** How much is done in a story. */
const length = 24;

const patienceMs = 60_000;
jest.setTimeout(patienceMs * (runs + 1));

type Open = Readonly<{ travel: Travel; town: LoopTown }>;
const open: Open[] = [];
beforeAll(async () => {
  for (const travel of [straight, ...otherTravels])
    open.push({ travel, town: await openLoopTown('2026-03-02T09:00:00+08:00', travel) });
});
afterAll(async () => {
  for (const { town } of open) await town.close();
});

/** What is wrong with this story, in any of the towns. */
const wrongIn = async (seed: number): Promise<readonly string[]> => {
  const [first, ...others] = open;
  if (first === undefined) throw new Error('the towns are open');
  const tale = await play(first.town, `story ${seed}`, length);
  const whole = await wholeOf(tale);
  const wrong = (await faultsIn(tale)).map((fault) => `${first.travel.name}: ${fault}`);
  for (const { travel, town } of others) {
    const again = await playAgain(town, tale.told, chanceOf(`${seed} ${travel.name}`));
    wrong.push(...differences(whole, await wholeOf(again)).map((it) => `${travel.name}: ${it}`));
    wrong.push(...(await faultsIn(again)).map((fault) => `${travel.name}: ${fault}`));
    await clearAway(again);
  }
  await clearAway(tale);
  return wrong;
};

test('A story comes to the same, in whatever order the services hear of it', async () => {
  // A longer trial goes on after a difference, and names every story that has one.
  const different: Readonly<{ seed: number; wrong: readonly string[] }>[] = [];
  for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
    const wrong = await wrongIn(seed);
    if (wrong.length > 0) different.push({ seed, wrong });
  }
  expect(different).toEqual([]);
});
