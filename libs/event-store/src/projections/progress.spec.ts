import { describe, expect, test } from '@jest/globals';
import { progressing } from './progress.js';
import { restMs } from './runner.js';

const long = 600_000;
const never = new AbortController().signal;

describe('The rest of a view between two writes', () => {
  test('ends as soon as somebody waits for what it does not show yet', async () => {
    const progress = progressing();
    const rested = progress.rest(long, never);
    const shown = progress.until(5, long);
    await rested;
    progress.reach(5);
    expect(await shown).toBe(true);
  });

  test('is none while somebody waits', async () => {
    const progress = progressing();
    const shown = progress.until(5, long);
    await progress.rest(long, never);
    progress.reach(5);
    expect(await shown).toBe(true);
  });

  test('ends when the view is not followed any more', async () => {
    const stopped = new AbortController();
    const rested = progressing().rest(long, stopped.signal);
    stopped.abort();
    await rested;
    await progressing().rest(long, stopped.signal);
    expect(stopped.signal.aborted).toBe(true);
  });

  test('is short in a quiet town, long in a busy one, and none where more is waiting', () => {
    expect([1, 4, 1_000].map(restMs)).toEqual([0.125, 2, 0]);
    expect(restMs(100)).toBe(restMs(999));
  });
});

/** How much a signal holds, in whatever way its engine keeps who waits for it. */
const heldBy = (signal: AbortSignal): number =>
  Object.getOwnPropertySymbols(signal)
    .map((name): unknown => Reflect.get(signal, name))
    .flatMap((kept) =>
      typeof kept === 'object' && kept !== null ? [Reflect.get(kept, 'size') as unknown] : [],
    )
    .reduce<number>((sum, size) => sum + (typeof size === 'number' ? size : 0), 0);

test('a rest that is over leaves nothing with the signal that could have ended it', async () => {
  const { rest } = progressing();
  const { signal } = new AbortController();
  for (let nth = 0; nth < 20; nth++) await rest(1, signal);
  expect(heldBy(signal)).toBe(0);
});
