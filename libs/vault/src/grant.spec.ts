import { expect, test } from '@jest/globals';
import { bytesWithin, noGrant } from './grant.js';

const sentence = { en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/\p{Script=Han}.*。$/u) };

test('what may not be opened is forbidden, in both languages', () => {
  expect(noGrant()).toMatchObject({ code: 'no-grant', refusal: 'forbidden', sentence });
});

test('one content has 256 KiB at most, as it is stored', () => {
  expect(bytesWithin('路灯', 'words')).toBe(6);
  expect(bytesWithin('a'.repeat(256 * 1_024), 'words')).toBe(256 * 1_024);
  for (const text of ['a'.repeat(256 * 1_024 + 1), '灯'.repeat(90_000)])
    expect(() => bytesWithin(text, 'words')).toThrow(
      expect.objectContaining({
        code: 'too-large',
        refusal: 'too-large',
        sentence: expect.objectContaining(sentence),
      }),
    );
});

test('a photo has 1 MiB at most', () => {
  expect(bytesWithin('a'.repeat(1_024 * 1_024), 'photo')).toBe(1_024 * 1_024);
  expect(() => bytesWithin('a'.repeat(1_024 * 1_024 + 1), 'photo')).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  );
});
