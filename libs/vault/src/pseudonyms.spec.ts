import { expect, test } from '@jest/globals';
import { uuidOf } from '@mulin/kernel';
import { pseudonymsOf } from './pseudonyms.js';

const ours = pseudonymsOf(Buffer.alloc(32, 1));
const theirs = pseudonymsOf(Buffer.alloc(32, 2));

test('an account has one pseudonym in a town, and another one in another town', () => {
  expect(ours.of('mu', '13800138000')).toBe(ours.of('mu', '13800138000'));
  expect(ours.of('mu', '13800138000')).not.toBe(ours.of('mu', '13800138001'));
  expect(ours.of('mu', '13800138000')).not.toBe(ours.of('other', '13800138000'));
  expect(ours.of('mu', 'a')).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
});

test('who has no key finds no account by it, however many names they try', async () => {
  const pseudonym = ours.of('mu', '13800138000');
  expect(pseudonym).not.toBe(theirs.of('mu', '13800138000'));
  expect(pseudonym).not.toBe(await uuidOf('mu', 'resident', '13800138000'));
});

test('what an older town recorded is still known to be theirs', async () => {
  expect(await ours.formerOf('mu', 'wang')).toBe(await uuidOf('mu', 'resident', 'wang'));
});
