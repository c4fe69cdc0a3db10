import { describe, expect, test } from '@jest/globals';
import type { Delivered } from '@mulin/kernel';
import { recentMessages } from './recent-messages.js';

const topicPartition = 'mulin.intake/0';
const messages = (first: number, last: number, value = ''): readonly Delivered[] =>
  Array.from({ length: last - first + 1 }, (_, place) => ({
    topic: 'mulin.intake',
    partition: 0,
    offset: first + place,
    key: 'a',
    value,
  }));
const reading = () => {
  const recent = recentMessages();
  // Who reads a partition asks for it.
  recent.after(topicPartition, 0);
  const learn = (first: number, last: number, value = '') =>
    recent.learn(topicPartition, first, messages(first, last, value));
  const after = (from: number) => recent.after(topicPartition, from)?.map(({ offset }) => offset) ?? null;
  return { learn, after };
};

describe('The newest messages of a partition', () => {
  test('are kept once somebody reads it', () => {
    const recent = recentMessages();
    recent.learn(topicPartition, 0, messages(0, 4));
    expect(recent.after(topicPartition, 0)).toBeNull();
    recent.learn(topicPartition, 5, messages(5, 6));
    expect(recent.after(topicPartition, 5)).toEqual(messages(5, 6));
  });

  test('are given from any offset that is kept, and never with a gap', () => {
    const { learn, after } = reading();
    learn(10, 12);
    learn(13, 13);
    expect([9, 10, 12, 13, 14].map(after)).toEqual([null, [10, 11, 12, 13], [12, 13], [13], null]);
  });

  test('are taken once where they come twice, and what is older is left alone', () => {
    const { learn, after } = reading();
    learn(10, 12);
    learn(11, 14);
    learn(2, 4);
    expect(after(10)).toEqual([10, 11, 12, 13, 14]);
  });

  test('begin anew behind what somebody else published in between', () => {
    const { learn, after } = reading();
    learn(10, 12);
    learn(15, 16);
    expect([10, 13, 15].map(after)).toEqual([null, null, [15, 16]]);
    // Fetched by somebody who reads there: it ends before what is kept begins, or would leave a gap.
    learn(13, 14);
    expect([13, 15].map(after)).toEqual([null, [15, 16]]);
  });

  test('are forgotten, the oldest first, when they are many or large', () => {
    const many = reading();
    many.learn(0, 999);
    many.learn(1_000, 1_000);
    expect([0, 499, 501].map((from) => many.after(from)?.length ?? null)).toEqual([null, null, 500]);

    const large = reading();
    large.learn(0, 3, 'x'.repeat(200_000));
    expect([1, 2].map(large.after)).toEqual([null, [2, 3]]);
    large.learn(4, 4, 'x'.repeat(600_000));
    expect([3, 4].map(large.after)).toEqual([null, null]);
    large.learn(5, 5);
    expect(large.after(5)).toEqual([5]);
  });
});
