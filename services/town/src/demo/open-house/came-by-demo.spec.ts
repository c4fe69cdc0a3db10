/** What is done in a made-up town is made up where its doer had come in by the demo, and may be real otherwise. */
import { expect, test } from '@jest/globals';
import { instant, minute, plus } from '@mulin/kernel';
import { memoryPlatform } from '@mulin/service';
import { virtualTime } from '@mulin/testing';
import { hadComeByDemo } from './came-by-demo.js';

const clerk = 'hotline-clerk@mu';
const start = instant('2026-03-02T09:00:00+08:00');
const minutes = (many: number) => plus(start, many * minute);

/** The record of sign-ins of a clerk, and of somebody else who came by demo all the time. */
const recorded = async (
  entered: readonly (readonly [at: number, what: 'signed-in-by-demo' | 'signed-in'])[],
) => {
  const time = virtualTime(start);
  const memory = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now: time.now });
  for (const [at, what] of entered) {
    await time.moveTo(minutes(at), memory);
    await memory.platform.signIn.record(what, clerk, clerk);
    await memory.platform.signIn.record('signed-in-by-demo', 'auditor@mu', 'auditor@mu');
  }
  return memory.platform;
};

test.each([
  ['nobody came in', [], 10, false],
  ['by demo, a moment before', [[0, 'signed-in-by-demo']], 10, true],
  ['by demo, at that very moment', [[10, 'signed-in-by-demo']], 10, true],
  ['by demo, as long before as a session lasts', [[0, 'signed-in-by-demo']], 60, true],
  ['by demo, longer before', [[0, 'signed-in-by-demo']], 61, false],
  ['by demo, only later', [[20, 'signed-in-by-demo']], 10, false],
  ['by the password', [[0, 'signed-in']], 10, false],
  [
    'by demo, and then by the password',
    [
      [0, 'signed-in-by-demo'],
      [5, 'signed-in'],
    ],
    10,
    false,
  ],
  [
    'by the password, and then by demo',
    [
      [0, 'signed-in'],
      [5, 'signed-in-by-demo'],
    ],
    10,
    true,
  ],
] as const)('%s', async (_, entered, at, isMadeUp) => {
  expect(await hadComeByDemo(await recorded(entered), clerk, minutes(at))).toBe(isMadeUp);
});

test('what was recorded before the last entering is not read', async () => {
  const { signIn } = await recorded(Array.from({ length: 250 }, () => [0, 'signed-in-by-demo'] as const));
  let pages = 0;
  const counting: typeof signIn = {
    ...signIn,
    records: (query) => {
      pages += 1;
      return signIn.records(query);
    },
  };
  expect(await hadComeByDemo({ signIn: counting }, clerk, minutes(10))).toBe(true);
  expect(pages).toBe(2); // one of each way to enter
});

test('an entering further back than one page of what came later is found', async () => {
  const later = Array.from({ length: 250 }, () => [20, 'signed-in-by-demo'] as const);
  const platform = await recorded([[0, 'signed-in-by-demo'], ...later]);
  expect(await hadComeByDemo(platform, clerk, minutes(10))).toBe(true);
});
