import { describe, expect, test } from '@jest/globals';
import { Unavailable } from '@mulin/kernel';
import { type Counter, gathering } from './gathering.js';

/** A counter that serves when it is told to. */
const trial = (parts: Partial<Counter<string, string>> = {}) => {
  const served: (readonly string[])[] = [];
  const open: (() => void)[] = [];
  const ask = gathering<string, string>({
    lanes: 1,
    admit: () => () => true,
    serve: async (asks) => {
      served.push(asks);
      await new Promise<void>((resolve) => open.push(resolve));
      return asks.map((text) => text.toUpperCase());
    },
    ...parts,
  });
  const next = async () => {
    while (open.length === 0) await new Promise((go) => setImmediate(go));
    open.shift()?.();
  };
  return { ask, served, next };
};

describe('What is asked for at the same time', () => {
  test('is served together, and everybody gets their own answer', async () => {
    const { ask, served, next } = trial();
    const answers = Promise.all(['a', 'b', 'c'].map(ask));
    await next();
    expect(await answers).toEqual(['A', 'B', 'C']);
    expect(served).toEqual([['a', 'b', 'c']]);
  });

  test('waits while others are served, and is then served together', async () => {
    const { ask, served, next } = trial();
    const first = ask('a');
    while (served.length === 0) await new Promise((go) => setImmediate(go));
    const later = Promise.all(['b', 'c'].map(ask));
    await next();
    await first;
    await next();
    expect(await later).toEqual(['B', 'C']);
    expect(served).toEqual([['a'], ['b', 'c']]);
  });

  test('and may not be served together is served one after the other', async () => {
    const { ask, served, next } = trial({
      admit: () => {
        const first = new Set<string>();
        return (text) => first.size < first.add(text[0] ?? '').size;
      },
    });
    const answers = Promise.all(['a1', 'a2', 'b1', 'a3'].map(ask));
    for (let serving = 0; serving < 3; serving++) await next();
    expect(await answers).toEqual(['A1', 'A2', 'B1', 'A3']);
    expect(served).toEqual([['a1', 'b1'], ['a2'], ['a3']]);
  });
});

describe('An ask that cannot be served', () => {
  const settled = async (serve: Counter<string, string>['serve']) => {
    const { ask } = trial({ serve });
    const asked = await Promise.allSettled(['a', 'bad', 'c'].map(ask));
    return asked.map(({ status }) => status);
  };

  test('hinders nobody who is served with it', async () => {
    const refusing = async (asks: readonly string[]) => {
      if (asks.includes('bad')) throw new Error('this one cannot be read');
      return asks;
    };
    expect(await settled(refusing)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  test('because the world is down is tried once for all', async () => {
    let tries = 0;
    const down = async () => {
      tries += 1;
      throw new Unavailable('nobody is there');
    };
    expect(await settled(down)).toEqual(['rejected', 'rejected', 'rejected']);
    expect(tries).toBe(1);
  });
});
