import { expect, test } from '@jest/globals';
import { leavesOpen } from './leaves-open';

test.each([400, 403, 404, 409, 412, 413, 415, 422])(
  '%d is an answer: the next attempt is another command',
  (status) => {
    expect(leavesOpen({ status })).toBe(false);
  },
);

test.each([401, 408, 429, 500, 502, 503, 504])(
  '%d leaves open what became of it: it is sent again',
  (status) => {
    expect(leavesOpen({ status })).toBe(true);
  },
);
