import { describe, expect, test } from '@jest/globals';
import { Unavailable } from '@mulin/kernel';
import { batcher, type Batching } from './batcher.js';

const turn = () => new Promise((go) => setImmediate(go));

/** A batcher whose batches are carried out when they are told to. */
const trial = (parts: Partial<Batching<string, string>> = {}) => {
  const batches: (readonly string[])[] = [];
  const open: (() => void)[] = [];
  const ask = batcher<string, string>({
    carry: async (asks) => {
      batches.push(asks);
      await new Promise<void>((resolve) => open.push(resolve));
      return asks.map((text) => text.toUpperCase());
    },
    ...parts,
  });
  const next = async () => {
    while (open.length === 0) await turn();
    open.shift()?.();
  };
  return { ask, batches, next };
};

describe('What is asked for at the same time', () => {
  test('goes together, and everybody gets their own answer', async () => {
    const { ask, batches, next } = trial();
    const answers = Promise.all(['a', 'b', 'c'].map(ask));
    await next();
    expect(await answers).toEqual(['A', 'B', 'C']);
    expect(batches).toEqual([['a', 'b', 'c']]);
  });

  test('waits while others are under way, and then goes together', async () => {
    const { ask, batches, next } = trial();
    const first = ask('a');
    while (batches.length === 0) await turn();
    const later = Promise.all(['b', 'c'].map(ask));
    await next();
    await first;
    await next();
    expect(await later).toEqual(['B', 'C']);
    expect(batches).toEqual([['a'], ['b', 'c']]);
  });

  test('and may not go together goes one after the other', async () => {
    const { ask, batches, next } = trial({
      admit: () => {
        const first = new Set<string>();
        return (text) => first.size < first.add(text[0] ?? '').size;
      },
    });
    const answers = Promise.all(['a1', 'a2', 'b1', 'a3'].map(ask));
    for (let batch = 0; batch < 3; batch++) await next();
    expect(await answers).toEqual(['A1', 'A2', 'B1', 'A3']);
    expect(batches).toEqual([['a1', 'b1'], ['a2'], ['a3']]);
  });

  test('is no more than one batch may carry, by number and by bytes; what is larger goes alone', async () => {
    const { ask, batches, next } = trial({ mostItems: 3, mostBytes: 10, bytesOf: (text) => text.length });
    const asked = ['a', 'b', 'c', 'd', 'x'.repeat(8), 'y'.repeat(25), 'z'];
    const answers = Promise.all(asked.map(ask));
    for (let batch = 0; batch < 4; batch++) await next();
    expect((await answers).length).toBe(7);
    expect(batches).toEqual([['a', 'b', 'c'], ['d', 'x'.repeat(8)], ['y'.repeat(25)], ['z']]);
  });

  test('is carried side by side as far as that is allowed', async () => {
    const { ask, batches, next } = trial({ concurrency: 2, mostItems: 1 });
    const answers = Promise.all(['a', 'b', 'c'].map(ask));
    while (batches.length < 2) await turn();
    await turn();
    expect(batches).toEqual([['a'], ['b']]);
    for (let batch = 0; batch < 3; batch++) await next();
    expect(await answers).toEqual(['A', 'B', 'C']);
  });
});

describe('An item that cannot be carried', () => {
  const twenty = Array.from({ length: 20 }, (_, n) => (n === 11 ? 'bad' : `good-${n}`));
  const settled = async (carry: Batching<string, string>['carry']) => {
    const batches: number[] = [];
    const ask = batcher<string, string>({
      carry: (asks) => {
        batches.push(asks.length);
        return carry(asks);
      },
    });
    const asked = await Promise.allSettled(twenty.map(ask));
    return { refused: asked.flatMap(({ status }, n) => (status === 'rejected' ? [n] : [])), batches };
  };
  const refusing = (error: Error) => async (asks: readonly string[]) => {
    if (asks.includes('bad')) throw error;
    return asks;
  };

  test('and is answered with an error is refused alone', async () => {
    const answering = async (asks: readonly string[]) =>
      asks.map((text) => (text === 'bad' ? new Error('refused') : text));
    expect(await settled(answering)).toEqual({ refused: [11], batches: [20] });
  });

  test.each([
    new Error('this one cannot be read'),
    new RangeError('Invalid string length'),
    Object.assign(new Error('said so'), { code: '23514' }),
    Object.assign(new Error('said so'), { code: 'XX000' }),
    Object.assign(new Error('said so'), { code: '08P01' }),
  ])('and fails the batch hinders nobody who goes with it, and is found in few steps: %p', async (error) => {
    const { refused, batches } = await settled(refusing(error));
    expect(refused).toEqual([11]);
    expect(batches.length).toBeLessThan(12);
  });

  test.each([
    new Unavailable('nobody is there'),
    Object.assign(new Error('said so'), { code: '57P01' }),
    Object.assign(new Error('said so'), { code: 'ECONNRESET' }),
    new Error('Query read timeout'),
  ])('because the world is down is tried once for all: %p', async (error) => {
    const { refused, batches } = await settled(refusing(error));
    expect({ refused: refused.length, batches }).toEqual({ refused: 20, batches: [20] });
  });

  test('is sought no further when the world goes down meanwhile', async () => {
    let tries = 0;
    const { refused, batches } = await settled(async () => {
      throw tries++ === 0 ? new Error('one of these') : new Unavailable('nobody is there');
    });
    expect({ refused: refused.length, batches }).toEqual({ refused: 20, batches: [20, 10] });
  });
});

test('who does not answer for each of its items is wrong, and nobody waits for ever', async () => {
  const ask = batcher<string, string>({ carry: async () => ['one'] });
  const asked = await Promise.allSettled([ask('a'), ask('b')]);
  expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);
  const none = batcher<string, string>({ carry: async () => [] });
  await expect(none('a')).rejects.toThrow('answers for each');
});
