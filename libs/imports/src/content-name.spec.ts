import { expect, test } from '@jest/globals';
import { chosen } from './chosen.testing.js';
import { contentName } from './content-name.js';

test('the same bytes have the same name, and it is one of a source', async () => {
  const name = await contentName(chosen('id,opened\n1,2\n'));
  expect(name).toMatch(/^file-[0-9a-f]{16}$/);
  expect(await contentName(chosen('id,opened\n1,2\n'))).toBe(name);
});

test('what differs in one byte has another one', async () => {
  const texts = [
    '',
    'a',
    'b',
    'ab',
    'ba',
    'a\0',
    '\0a',
    'id,opened\n1,2\n',
    'id,opened\n1,3\n',
    'x'.repeat(600_000),
  ];
  const names = await Promise.all(texts.map((text) => contentName(chosen(text))));
  expect(new Set(names).size).toBe(texts.length);
});
