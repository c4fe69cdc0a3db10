import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { readConfig, withSecretFiles } from './config.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-secrets-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fileWith = (name: string, content: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

const schema = z
  .object({ DATABASE_URL: z.string().startsWith('postgres://').optional(), MULIN_MASTER_KEY: z.string() })
  .refine((it) => it.DATABASE_URL !== undefined, { path: ['DATABASE_URL'], message: 'is needed' });
const key = '0f'.repeat(32);

describe('A secret that lies in a file', () => {
  test('is what the file holds, without the line break at its end', () => {
    const env = {
      DATABASE_URL_FILE: fileWith('url', 'postgres://mulin:secret@db/mulin\n'),
      MULIN_MASTER_KEY_FILE: fileWith('key', `${key}\r\n`),
    };
    const read = { DATABASE_URL: 'postgres://mulin:secret@db/mulin', MULIN_MASTER_KEY: key };
    expect(readConfig(schema, env)).toEqual(read);
    expect(withSecretFiles(env)).toMatchObject(read);
  });

  test('is named from where npm was called', () => {
    fileWith('here', key);
    const env = { INIT_CWD: folder, MULIN_MASTER_KEY_FILE: 'here', DATABASE_URL: 'postgres://db' };
    expect(readConfig(schema, env)).toMatchObject({ MULIN_MASTER_KEY: key });
  });

  test('beside an empty variable, or under an empty name, is as if that were not there', () => {
    const given = { DATABASE_URL: 'postgres://db', MULIN_MASTER_KEY: key };
    expect(readConfig(schema, { ...given, MULIN_MASTER_KEY_FILE: '' })).toEqual(given);
    const ofFile = { ...given, MULIN_MASTER_KEY: '', MULIN_MASTER_KEY_FILE: fileWith('key', key) };
    expect(readConfig(schema, ofFile)).toEqual(given);
  });

  const wrong: readonly [string, () => Readonly<Record<string, string>>, RegExp, RegExp][] = [
    ['is absent', () => ({ DATABASE_URL_FILE: path.join(folder, 'none') }), /no file .*none$/, /不存在$/],
    ['is empty', () => ({ DATABASE_URL_FILE: fileWith('empty', '\n\n') }), /empty is empty$/, /是空的$/],
    ['is a folder', () => ({ DATABASE_URL_FILE: folder }), /cannot be read \(EISDIR\)$/, /无法读取/],
    ['is no text', () => ({ DATABASE_URL_FILE: fileWith('raw', new Uint8Array([0xff])) }), /UTF-8/, /UTF-8/],
    [
      'is too large',
      () => ({ DATABASE_URL_FILE: fileWith('big', 'x'.repeat(70_000)) }),
      /cannot be used/,
      /内容无效/,
    ],
    [
      'is given twice',
      () => ({ DATABASE_URL_FILE: fileWith('url', 'postgres://db'), DATABASE_URL: 'postgres://db' }),
      /DATABASE_URL_FILE: stands beside DATABASE_URL: give one of the two$/,
      /请只保留其一$/,
    ],
  ];
  test.each(wrong)('that %s is refused, once, in both languages', (_, env, en, zh) => {
    const read = () => readConfig(schema, { MULIN_MASTER_KEY: key, ...env() });
    expect(read).toThrow(
      expect.objectContaining({
        code: 'environment-wrong',
        sentence: { en: expect.stringMatching(en), zh: expect.stringMatching(zh) },
      }),
    );
    expect(read).toThrow(/^The environment is wrong in one place: DATABASE_URL_FILE: /);
    expect(() => withSecretFiles(env())).toThrow(
      /^The environment is wrong in one place: DATABASE_URL_FILE: /,
    );
  });

  test('that cannot be read, such as a folder, is refused', () => {
    expect(() => readConfig(schema, { MULIN_MASTER_KEY_FILE: folder })).toThrow(/cannot be read \(EISDIR\)/);
  });

  test('with another content than there must be is named by its file, and its content by nobody', () => {
    const env = {
      DATABASE_URL_FILE: fileWith('other', 'mysql://secret'),
      MULIN_MASTER_KEY_FILE: path.join(folder, 'none'),
    };
    const sentence = /in 2 places: MULIN_MASTER_KEY_FILE: there is no file .*; DATABASE_URL_FILE: /;
    expect(() => readConfig(schema, env)).toThrow(sentence);
    expect(() => readConfig(schema, env)).not.toThrow(/mysql/);
  });
});
