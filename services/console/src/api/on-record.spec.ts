import { describe, expect, test } from '@jest/globals';
import { isReadByItself, onRecord } from './on-record';

describe('A reading that is on record', () => {
  test('is not repeated by news of something else', () => {
    expect(isReadByItself(onRecord)).toBe(false);
    expect(isReadByItself({})).toBe(true);
    expect(isReadByItself({ meta: {} })).toBe(true);
  });
});
