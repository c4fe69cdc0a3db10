import { describe, expect, test } from '@jest/globals';
import type { Delivered, Position } from '@mulin/kernel';
import { processedOffsets, publishedEnds } from './processed-offsets.js';

const at = (offset: number, partition = 0): Delivered => ({
  topic: 'mulin.intake',
  partition,
  offset,
  key: 'k',
  value: 'anything at all',
});
const place = (position: number) => position as Position;

describe('What a listener has done', () => {
  test('is everything before an offset, and not what was done beyond a gap', () => {
    const { begins, ends, hasPassed } = processedOffsets();
    for (const offset of [7, 8, 9]) begins(at(offset));
    ends(at(9));
    ends(at(7));
    expect([7, 8, 9, 10].map((end) => hasPassed('mulin.intake', [end]))).toEqual([true, true, false, false]);
    ends(at(8));
    expect(hasPassed('mulin.intake', [10])).toBe(true);
  });

  test('is asked of each partition in which something stands', () => {
    const { begins, ends, hasPassed } = processedOffsets();
    begins(at(0, 1));
    ends(at(0, 1));
    expect(hasPassed('mulin.intake', [0, 1])).toBe(true);
    expect(hasPassed('mulin.intake', [1, 1])).toBe(false);
    expect(hasPassed('mulin.routing', [0, 1])).toBe(false);
  });

  test('is told at once to whoever waits for it, and not to others', async () => {
    const { begins, ends, passes } = processedOffsets();
    begins(at(0));
    const [mine, others] = [passes('mulin.intake', [1], 60_000), passes('mulin.intake', [2], 1)];
    ends(at(0));
    expect([await mine, await others]).toEqual([true, false]);
  });

  test('is what the bus has of it, where it was done by another program', () => {
    const { begins, ends, learn, hasPassed } = processedOffsets();
    begins(at(0));
    ends(at(0));
    // Another program had the partition meanwhile.
    begins(at(5));
    ends(at(5));
    expect(hasPassed('mulin.intake', [6])).toBe(false);
    learn('mulin.intake', [5]);
    expect(hasPassed('mulin.intake', [6])).toBe(true);
  });

  test('is never more than was done, however much was forgotten', () => {
    const { begins, ends, learn, hasPassed } = processedOffsets();
    begins(at(0));
    for (let offset = 1; offset <= 10_001; offset++) ends(at(offset));
    ends(at(0));
    expect(hasPassed('mulin.intake', [2])).toBe(false);
    learn('mulin.intake', [10_002]);
    expect(hasPassed('mulin.intake', [10_002])).toBe(true);
  });
});

test('what was told up to a position lies before the end of the topic at its batch', () => {
  const { note, at: endsAt } = publishedEnds();
  expect(endsAt(place(1))).toBeNull();
  note(place(3), [1, 0]);
  note(place(9), [1, 4]);
  expect([1, 3, 4, 9, 12].map((position) => endsAt(place(position)))).toEqual([
    [1, 0],
    [1, 0],
    [1, 4],
    [1, 4],
    [1, 4],
  ]);
});

test('Where a topic ended is forgotten when another process publishes: it would be taken for the end of what that one did', () => {
  const { note, forget, at: endsAt } = publishedEnds();
  note(place(9), [1, 4]);
  forget();
  expect(endsAt(place(12))).toBeNull();
});
