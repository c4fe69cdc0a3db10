import { expect, test } from '@jest/globals';
import { bodyOf, nextOf, nothingHeard } from './answer';

const reached = { ...nothingHeard, outcome: 'reached' } as const;
const answered = {
  ...reached,
  response: 'responded',
  resolution: 'solved',
  satisfaction: 'satisfied',
} as const;

test('whoever was reached is asked one question after the other', () => {
  expect(nextOf(nothingHeard)).toBe('outcome');
  expect(nextOf(reached)).toBe('response');
  expect(nextOf({ ...reached, response: 'responded' })).toBe('resolution');
  expect(nextOf(answered)).toBeNull();
});

test('nothing is recorded of whoever was reached before all three are answered', () => {
  expect(bodyOf(reached)).toBeNull();
  expect(bodyOf({ ...answered, words: '  ' })).toEqual({
    outcome: 'reached',
    rating: { response: 'responded', resolution: 'solved', satisfaction: 'satisfied' },
  });
});

test('of whoever was not reached the outcome alone is recorded, whatever was chosen before', () => {
  expect(nextOf({ ...answered, outcome: 'no-answer' })).toBeNull();
  expect(bodyOf({ ...answered, outcome: 'no-answer' })).toEqual({ outcome: 'no-answer' });
});
