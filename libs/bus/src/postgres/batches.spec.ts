import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { batchesOf, messagesIn, mostInBatch } from './batches.js';

const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '\u001e', 'a\u001eb', '\n', '{"a":"b"}'),
);
const messages = fc.array(fc.record({ key: texts, value: texts }), { maxLength: 200 });

describe('Messages in batches', () => {
  test('come out as they went in, whatever their texts hold', () => {
    fc.assert(
      fc.property(messages, (all) => {
        const batches = batchesOf(all);
        expect(batches.flatMap(messagesIn)).toEqual(all);
        expect(batches.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
        for (const { count } of batches) expect(count).toBeLessThanOrEqual(mostInBatch);
      }),
    );
  });

  test('are few rows when they are many, and one that is large stands alone', () => {
    const small = (n: number) => ({ key: String(n), value: 'x'.repeat(700) });
    const large = { key: 'large', value: 'x'.repeat(200_000) };
    const many = Array.from({ length: 6 }, (_, n) => small(n));
    expect(batchesOf(many).map(({ count }) => count)).toEqual([6]);
    expect(batchesOf([...many, large, ...many]).map(({ count }) => count)).toEqual([6, 1, 6]);
    expect(batchesOf([])).toEqual([]);
  });
});
