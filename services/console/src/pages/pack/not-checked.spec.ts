import { expect, test } from '@jest/globals';
import { NotLoaded } from '../../parts/loaded';
import { notChecked, NoZip } from './not-checked';

test.each([
  [new NoZip(), 'noZip'],
  [new NotLoaded(), 'notLoaded'],
  [new DOMException('The file was changed.', 'NotReadableError'), 'unreadable'],
  [new TypeError('Failed to fetch'), 'unreadable'],
] as const)('%p is told as %s', (error, told) => {
  expect(notChecked(error)).toBe(told);
});
