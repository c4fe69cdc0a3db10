import { expect, test } from '@jest/globals';
import { type Actor, type Area, instant, type Role } from '@mulin/kernel';
import { describeCredentials } from './credentials.testing.js';
import { crockford, inGroups, readCrockford } from './crockford.js';
import { memoryCredentials } from './memory-credentials.js';
import { hashPassword, isOutdated, isPassword, randomPassword, usualCost } from './passwords.js';
import { caseCodesOf, keyedHashOf } from './secrets.js';
import { signInOf } from './sign-in.js';

describeCredentials('memoryCredentials', async () => memoryCredentials());

const cheap = { memoryKiB: 64, passes: 1, lanes: 1 };
const li: Actor = { id: 'li', role: 'auditor' as Role, area: 'mu' as Area };
const key = new Uint8Array(32).fill(7);

const signInAt = (cost: typeof cheap, store = memoryCredentials()) => ({
  store,
  signIn: signInOf({
    store,
    lookUp: async (account) => (account === 'li' ? { actor: li, name: null } : null),
    hash: keyedHashOf(key),
    now: () => instant('2026-03-02T04:00:00Z'),
    cost,
  }),
});

test('a hash says its own parameters, and those of today are what OWASP asks for', async () => {
  const kept = await hashPassword('correct horse battery', usualCost);
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashPassword('correct horse battery', cheap)).toMatch(/^\$argon2id\$v=19\$m=64,t=1,p=1\$/);
  expect([isOutdated(kept, usualCost), isOutdated(kept, { ...usualCost, passes: 3 })]).toEqual([false, true]);
});

test('a password is the same however a keyboard composes it', async () => {
  const kept = await hashPassword('caf\u00e9 caf\u00e9 caf\u00e9', cheap);
  expect(await isPassword('cafe\u0301 cafe\u0301 cafe\u0301', kept)).toBe(true);
  expect(await isPassword('cafe cafe cafe', kept)).toBe(false);
});

test('who signs in after hashes have become dearer is kept at the new cost, and stays signed in', async () => {
  const { store, signIn } = signInAt(cheap);
  const passwords = await signIn.seedPasswords(['li']);
  const credentials = { account: 'li', password: passwords.get('li') ?? '', address: '::1' };
  const before = await store.password('li');
  const { secret } = await signIn.open(credentials);
  expect(await store.password('li')).toBe(before);
  const dearer = { ...cheap, passes: 2 };
  const later = signInAt(dearer, store).signIn;
  await later.open(credentials);
  expect(await store.password('li')).toMatch(/t=2/);
  expect(await later.session(secret)).not.toBeNull();
  await later.open(credentials);
});

test('nothing that is kept of a session or a failure opens or says anything', async () => {
  const { store, signIn } = signInAt(cheap);
  const passwords = await signIn.seedPasswords(['li']);
  const password = passwords.get('li') ?? '';
  const opened: unknown[] = [];
  const watching = { ...store, openSession: async (session: object) => void opened.push(session) };
  const watched = signInAt(cheap, watching).signIn;
  const { secret } = await watched.open({ account: 'li', password, address: '10.1.2.3' });
  const kept = JSON.stringify([opened, await store.records({ limit: 9 })]);
  for (const hidden of [secret, password, '10.1.2.3']) expect(kept).not.toContain(hidden);
});

test('a random password has 80 bits, and is never the same', () => {
  const all = Array.from({ length: 100 }, randomPassword);
  for (const it of all) expect(it).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-hjkmnp-tv-z]{4}$/);
  expect(new Set(all).size).toBe(100);
});

test('Crockford’s base 32 is written and read as he says', () => {
  expect(crockford(Uint8Array.from([0xff, 0x00, 0xff, 0x00, 0xff]))).toBe('ZW0FY07Z');
  expect(inGroups('7K3M9QXTWA', 4)).toBe('7K3M-9QXT-WA');
  expect(readCrockford(' 7k3m—9qxt wa ')).toBe('7K3M9QXTWA');
  expect(readCrockford('oOiIlL')).toBe('001111');
  expect(readCrockford('７Ｋ３')).toBe('7K3');
});

test('each case has one code, another one under another key', () => {
  const codes = caseCodesOf(key);
  const code = codes.of('a case');
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}$/);
  expect(codes.of('a case')).toBe(code);
  expect(new Set(Array.from({ length: 500 }, (_, nth) => codes.of(String(nth)))).size).toBe(500);
  expect([codes.isOf('a case', code.toLowerCase()), codes.isOf('a case', code.replaceAll('-', ' '))]).toEqual(
    [true, true],
  );
  expect([codes.isOf('another', code), codes.isOf('a case', ''), codes.isOf('a case', `${code}0`)]).toEqual([
    false,
    false,
    false,
  ]);
  expect(caseCodesOf(new Uint8Array(32)).of('a case')).not.toBe(code);
  expect(() => caseCodesOf(new Uint8Array(31))).toThrow(/32 bytes/);
});
