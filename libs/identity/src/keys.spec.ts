/** What is wrong with a town's keys is said by name, before anything is signed with them. */
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { checkKeys, openKeys, openLocalKey } from './keys.js';

const keysOf = async () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'mulin-keys-')), 'keys');
  await openKeys(folder);
  const write = (file: 'local.key' | 'signing.json', text: string) =>
    writeFileSync(path.join(folder, file), text);
  return { folder, write };
};
const damaged = (file: string, form: string, chinese: string) => ({
  code: 'key-damaged',
  sentence: {
    en: expect.stringMatching(new RegExp(`${file} is damaged: it must hold ${form}\\. Put back`)),
    zh: expect.stringMatching(new RegExp(`${file} 已损坏：应为${chinese}。`)),
  },
});
const noLocal = damaged('local.key', '64 hexadecimal digits', ' 64 位十六进制数字');
const noSigning = damaged('signing.json', 'a private key for ES256 as a JWK', '一个 ES256 私钥（JWK 格式）');

const privateKey = async (algorithm: string): Promise<JWK> =>
  exportJWK((await generateKeyPair(algorithm, { extractable: true })).privateKey);

describe('The key of the command line', () => {
  const digits = '0f'.repeat(32);

  test('is 64 hexadecimal digits, in whatever case, with or without blanks around them', async () => {
    const { folder, write } = await keysOf();
    for (const text of [digits, digits.toUpperCase(), ` ${digits}\n`]) {
      write('local.key', text);
      expect(Buffer.from(await openLocalKey(folder, undefined)).toString('hex')).toBe(digits);
      await checkKeys(folder);
    }
  });

  test.each(['', 'ab', `${digits}0`, `0${digits}`, `x${digits}`, 'zz'.repeat(32)])(
    'is damaged where it is “%s”, and refused by its name',
    async (text) => {
      const { folder, write } = await keysOf();
      write('local.key', text);
      await expect(openKeys(folder)).rejects.toMatchObject(noLocal);
      await expect(openLocalKey(folder, undefined)).rejects.toMatchObject(noLocal);
      await expect(checkKeys(folder)).rejects.toMatchObject(noLocal);
    },
  );
});

test('a key that is given to the command line and is none is refused by the name of its variable', async () => {
  await expect(openLocalKey('nowhere', 'ab')).rejects.toMatchObject({
    code: 'key-damaged',
    sentence: { en: expect.stringMatching(/^MULIN_LOCAL_KEY must be/) },
  });
});

test('a town that is given the key that signs keeps the other one in its folder', async () => {
  const { folder } = await keysOf();
  const signing = readFileSync(path.join(folder, 'signing.json'), 'utf8');
  const home = path.join(folder, 'another', 'keys');
  await openKeys(home, { signing });
  expect(readdirSync(home)).toEqual(['local.key']);
});

describe('The key that signs', () => {
  const forms: Readonly<Record<string, () => Promise<string>>> = {
    'no JSON': async () => 'damaged',
    'nothing of a key': async () => '{}',
    'an RSA key': async () => JSON.stringify(await privateKey('RS256')),
    'a key of another curve': async () => JSON.stringify(await privateKey('ES384')),
    'a secret': async () => JSON.stringify({ kty: 'oct', k: 'AAAA' }),
    'the public half alone': async () => {
      const { d: _, ...rest } = await privateKey('ES256');
      return JSON.stringify(rest);
    },
    'halves of two pairs': async () => {
      const [one, other] = [await privateKey('ES256'), await privateKey('ES256')];
      return JSON.stringify({ ...one, x: other.x, y: other.y });
    },
  };

  test.each(Object.keys(forms))('is damaged where it is %s, and refused by its name', async (form) => {
    const { folder, write } = await keysOf();
    write('signing.json', (await forms[form]?.()) ?? '');
    await expect(openKeys(folder)).rejects.toMatchObject(noSigning);
    await expect(checkKeys(folder)).rejects.toMatchObject(noSigning);
  });
});

test('to check keys makes none, and nothing is wrong with those that are whole', async () => {
  const { folder } = await keysOf();
  const before = readFileSync(path.join(folder, 'signing.json'), 'utf8');
  await checkKeys(folder);
  expect(readFileSync(path.join(folder, 'signing.json'), 'utf8')).toBe(before);
  const none = path.join(folder, 'none');
  await checkKeys(none);
  expect(existsSync(none)).toBe(false);
  chmodSync(path.join(folder, 'signing.json'), 0o640);
  await expect(checkKeys(folder)).rejects.toMatchObject({ code: 'key-readable-by-others' });
});
