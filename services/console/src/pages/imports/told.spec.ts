import { expect, test } from '@jest/globals';
import { Rejection } from '@mulin/kernel';

// The client of the API asks the browser for its language as soon as it is loaded.
Object.defineProperty(globalThis, 'navigator', { value: { language: 'en' }, configurable: true });
const { Refused } = await import('../../api/client');
const { toldOf } = await import('./told');
const { NotLoaded } = await import('../../parts/loaded');

test('what a reader of files or the town refuses has its code and its sentence', () => {
  const sentence = { en: 'It is empty.', zh: '文件为空。' };
  expect(toldOf(new Rejection('empty-file', sentence, 'malformed'))).toEqual({
    code: 'empty-file',
    ...sentence,
  });
  expect(toldOf(new Refused(422, 'unknown-menu-item', '没有该事项。', null))).toEqual({
    code: 'unknown-menu-item',
    en: '没有该事项。',
    zh: '没有该事项。',
  });
});

test.each([new NotLoaded('Failed to fetch'), new TypeError('Failed to fetch'), 'Failed to fetch'])(
  'what a browser says (%p) is said in sentences of ours, without a code',
  (error) => {
    const { code, en, zh } = toldOf(error);
    expect(code).toBeNull();
    expect(en).not.toContain('fetch');
    expect(zh).toMatch(/^[^A-Za-z]+$/);
  },
);

test('whoever has no connection is told to wait for it, and not that their file is wrong', () => {
  expect(toldOf(new NotLoaded()).en).toContain('connection');
  expect(toldOf(new Error('NotReadableError')).en).not.toContain('connection');
});
