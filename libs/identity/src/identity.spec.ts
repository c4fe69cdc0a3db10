import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { type Area, type Instant, instant, minute, plus } from '@mulin/kernel';
import { base64url, decodeJwt, SignJWT } from 'jose';
import { describeAccounts } from './accounts.testing.js';
import { identityOf } from './identity.js';
import { checkKeys, openKeys } from './keys.js';
import { memoryAccounts } from './memory-accounts.js';
import { signLocally } from './tokens.js';

describeAccounts('memoryAccounts', async () => memoryAccounts());

const noon = instant('2026-03-02T04:00:00Z');
const area = 'mu/c1' as Area;

const town = async (slug = 'mu') => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'mulin-keys-')), 'keys');
  const keys = await openKeys(folder);
  const accounts = memoryAccounts();
  let time: Instant = noon;
  const identity = identityOf({ accounts, keys, town: slug, now: () => time });
  return { folder, keys, accounts, identity, pass: (ms: number) => void (time = plus(time, ms)) };
};

test('a token names an account, and the account says role and area', async () => {
  const { identity } = await town();
  const { token, expiresAt } = await identity.issue({ role: 'community-secretary', area, minutes: 30 });

  expect(expiresAt).toBe('2026-03-02T04:30:00.000Z');
  expect(await identity.actorOf(token)).toEqual({
    id: 'community-secretary@mu/c1',
    role: 'community-secretary',
    area,
  });
});

test('a role that is taken away is gone, whatever the token says', async () => {
  const { identity, accounts } = await town();
  const { token } = await identity.issue({ role: 'town-leader', area, minutes: 30, account: 'zhao' });
  await accounts.change('zhao', () => ({ role: 'auditor', area, name: null }));
  expect(await identity.actorOf(token)).toMatchObject({ role: 'auditor' });

  await accounts.disable('zhao');
  expect(await identity.actorOf(token)).toBeNull();
});

test('a town that is called like the local key signs in whoever it likes', async () => {
  const { identity } = await town('local');
  const { token } = await identity.issue({ role: 'auditor', area: 'local' as Area, minutes: 9 });
  expect(await identity.actorOf(token)).toMatchObject({ role: 'auditor' });
});

test('residents are one person each, unless an account is named', async () => {
  const { identity } = await town();
  const actorWith = async (account?: string) => {
    const named = account === undefined ? {} : { account };
    return identity.actorOf((await identity.issue({ role: 'resident', area, minutes: 9, ...named })).token);
  };
  const [one, other] = [await actorWith(), await actorWith()];
  expect(one).toMatchObject({ role: 'resident', area });
  expect(other?.id).not.toBe(one?.id);
  expect(await actorWith('zhao')).toMatchObject({ id: 'zhao' });
  expect(await actorWith('zhao')).toMatchObject({ id: 'zhao' });
});

test('an account that is disabled opens nothing, and can be disabled once', async () => {
  const { identity } = await town();
  const { token } = await identity.issue({ role: 'auditor', area, minutes: 9, account: 'zhao' });
  expect([await identity.disable('zhao'), await identity.disable('zhao')]).toEqual([true, false]);
  expect(await identity.disable('nobody')).toBe(false);
  expect(await identity.disabled()).toEqual(new Set(['zhao']));
  expect(await identity.actorOf(token)).toBeNull();
});

test('a disabled account is given no token, and one that is enabled again opens what it opened', async () => {
  const { identity } = await town();
  const zhao = { role: 'auditor', area, minutes: 9, account: 'zhao' } as const;
  const { token } = await identity.issue(zhao);
  await identity.disable('zhao');
  await expect(identity.issue(zhao)).rejects.toMatchObject({
    code: 'account-disabled',
    sentence: {
      en: 'The account zhao is disabled: enable it first.',
      zh: '账号 zhao 已停用，请先启用。',
    },
  });
  expect(await identity.list({ limit: 9 })).toEqual([
    { account: 'zhao', role: 'auditor', area, disabled: true },
  ]);
  expect([await identity.enable('zhao'), await identity.enable('zhao')]).toEqual([true, false]);
  expect(await identity.actorOf(token)).toMatchObject({ id: 'zhao' });
});

test('a token is over when its time is over', async () => {
  const { identity, pass } = await town();
  const { token } = await identity.issue({ role: 'auditor', area, minutes: 1 });
  pass(minute - 1_000);
  expect(await identity.actorOf(token)).not.toBeNull();
  pass(2_000);
  expect(await identity.actorOf(token)).toBeNull();
});

test('an account is not given a second role behind its back', async () => {
  const { identity } = await town();
  await identity.issue({ role: 'auditor', area, minutes: 1, account: 'zhao' });
  await expect(identity.issue({ role: 'operator', area, minutes: 1, account: 'zhao' })).rejects.toMatchObject(
    {
      code: 'account-is-another',
      sentence: {
        en: 'The account zhao is auditor of mu/c1: name this role (auditor) and area, or another account.',
        zh: '账号 zhao 的角色为审计员（auditor），区域为 mu/c1；请按此填写角色和区域，或另选账号。',
      },
    },
  );
  const elsewhere = { role: 'auditor', area: 'mu/c2' as Area, minutes: 1, account: 'zhao' } as const;
  await expect(identity.issue(elsewhere)).rejects.toMatchObject({ code: 'account-is-another' });
  await expect(identity.issue({ role: 'auditor', area, minutes: 0 })).rejects.toMatchObject({
    code: 'minutes-out-of-range',
  });
});

test('who answers for a part of the town, and was given all of it by an older town, is given their part', async () => {
  const { identity } = await town();
  const li = { role: 'grid-leader', minutes: 9, account: 'li-wei' } as const;
  const { token } = await identity.issue({ ...li, area: 'mu' as Area });
  await identity.issue({ ...li, area: 'mu/c1/v1/g1' as Area });
  expect(await identity.actorOf(token)).toMatchObject({ area: 'mu/c1/v1/g1' });
  const elsewhere = identity.issue({ ...li, area: 'mu/c2/v1/g1' as Area });
  await expect(elsewhere).rejects.toMatchObject({ code: 'account-is-another' });
});

test('who was given a part of the town is not given a smaller one behind their back', async () => {
  const { identity } = await town();
  const li = { role: 'grid-leader', minutes: 9, account: 'li-wei' } as const;
  await identity.issue({ ...li, area: 'mu/c1' as Area });
  await expect(identity.issue({ ...li, area: 'mu/c1/v1/g1' as Area })).rejects.toMatchObject({
    code: 'account-is-another',
  });
});

test('accounts are made once, with how people call whoever has them, and found by their names', async () => {
  const { identity } = await town();
  const zhao = { actor: { id: 'zhao', role: 'auditor', area } as const, name: '赵' };
  const li = { actor: { id: 'li-wei', role: 'grid-member', area } as const, name: null };
  await identity.add(zhao);
  await identity.ensureAll([zhao, li]);
  expect(await identity.find('zhao')).toEqual(zhao);
  expect(await identity.find('li-wei')).toEqual(li);
  expect([await identity.find('nobody'), await identity.find('local-operator')]).toEqual([null, null]);
  await expect(identity.add(zhao)).rejects.toMatchObject({
    code: 'account-exists',
    sentence: { en: 'There is an account zhao already.', zh: '账号 zhao 已存在。' },
  });
  const operator = { actor: { ...zhao.actor, id: 'local-operator' }, name: null };
  await expect(identity.add(operator)).rejects.toMatchObject({ code: 'account-exists' });
  await identity.ensureAll([operator]);
  expect(await identity.find('local-operator')).toBeNull();
});

test('broken, foreign, unsigned and wrongly signed tokens are nobody’s', async () => {
  const [mu, other] = [await town(), await town()];
  const { token } = await mu.identity.issue({ role: 'auditor', area, minutes: 9 });
  const foreign = (await other.identity.issue({ role: 'auditor', area, minutes: 9 })).token;
  const [header = '', payload = '', signature = ''] = token.split('.');
  const unsigned = `${base64url.encode('{"alg":"none"}')}.${payload}.`;
  const confused = await new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', kid: 'mu' })
    .setSubject('auditor@mu/c1')
    .setAudience('mulin')
    .setIssuer('mulin:mu')
    .setExpirationTime('9m')
    .sign(mu.keys.local);

  for (const bad of ['', 'x', `${header}.${payload}`, `${header}.${payload}.${signature.slice(2)}`, unsigned])
    expect(await mu.identity.actorOf(bad)).toBeNull();
  expect(await mu.identity.actorOf(foreign)).toBeNull();
  expect(await mu.identity.actorOf(confused)).toBeNull();
});

test('the town’s own signature is worth nothing for another town, for others, without a name or an end', async () => {
  const { identity, keys } = await town();
  await identity.issue({ role: 'auditor', area, minutes: 9, account: 'zhao' });
  const signed = (change: (token: SignJWT) => SignJWT = (token) => token, kid = 'town:mu') => {
    const token = new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid })
      .setSubject('zhao')
      .setIssuer('mulin:mu')
      .setAudience('mulin')
      .setExpirationTime(new Date(plus(noon, minute)));
    return change(token).sign(keys.signing);
  };
  const isGood = async (token: Promise<string>) => (await identity.actorOf(await token)) !== null;
  const without = (claim: 'sub' | 'exp') => {
    const claims = { iss: 'mulin:mu', aud: 'mulin', sub: 'zhao', exp: Date.parse(noon) / 1_000 + 60 };
    const { [claim]: _, ...rest } = claims;
    return new SignJWT(rest).setProtectedHeader({ alg: 'ES256', kid: 'town:mu' }).sign(keys.signing);
  };

  expect(await isGood(signed())).toBe(true);
  expect(await isGood(signed((token) => token.setIssuer('mulin:other')))).toBe(false);
  expect(await isGood(signed((token) => token.setAudience('others')))).toBe(false);
  expect(await isGood(signed((token) => token.setExpirationTime(new Date(plus(noon, -minute)))))).toBe(false);
  expect(await isGood(signed(undefined, 'local'))).toBe(false);
  expect([await isGood(without('sub')), await isGood(without('exp'))]).toEqual([false, false]);
});

test('the local key signs in the operator of this machine, for a while, and nobody else', async () => {
  const { identity, keys } = await town();
  await identity.issue({ role: 'auditor', area, minutes: 9, account: 'zhao' });
  const local = (subject: string, expires: string, audience = 'mulin') =>
    new SignJWT()
      .setProtectedHeader({ alg: 'HS256', kid: 'local' })
      .setSubject(subject)
      .setAudience(audience)
      .setExpirationTime(expires)
      .sign(keys.local);
  expect(await identity.actorOf(await local('local-operator', '5m'))).toMatchObject({ id: 'local-operator' });
  expect(await identity.actorOf(await local('local-operator', '-1s'))).toBeNull();
  expect(await identity.actorOf(await local('zhao', '5m'))).toBeNull();
  expect(await identity.actorOf(await local('local-operator', '5m', 'others'))).toBeNull();
});

test('a token is good for a minute to a year, in whole minutes', async () => {
  const { identity } = await town();
  const issue = (minutes: number) => identity.issue({ role: 'auditor', area, minutes });
  const year = 366 * 24 * 60;
  expect((await issue(1)).expiresAt).toBe(plus(noon, minute));
  expect((await issue(year)).expiresAt).toBe(plus(noon, year * minute));
  for (const minutes of [0, 0.5, 1.5, -1, year + 1, NaN])
    await expect(issue(minutes)).rejects.toMatchObject({
      code: 'minutes-out-of-range',
      refusal: 'malformed',
      sentence: { en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/\p{Script=Han}.*。$/u) },
    });
});

test('whoever can read the local key is the operator, and nobody becomes that by an account of the name', async () => {
  const { folder, identity } = await town();
  expect(await identity.actorOf(await signLocally(folder))).toMatchObject({ role: 'operator', area: 'mu' });

  const { token } = await identity.issue({ role: 'auditor', area, minutes: 9, account: 'local-operator' });
  expect(await identity.actorOf(token)).toBeNull();
});

test('programs that start at once in one home agree on the keys', async () => {
  const folder = path.join(mkdtempSync(path.join(tmpdir(), 'mulin-keys-')), 'keys');
  const all = await Promise.all(Array.from({ length: 8 }, () => openKeys(folder)));
  expect(new Set(all.map(({ local }) => base64url.encode(local))).size).toBe(1);

  const accounts = memoryAccounts();
  const [one, ...others] = all.map((keys) => identityOf({ accounts, keys, town: 'mu', now: () => noon }));
  const issued = await one?.issue({ role: 'auditor', area, minutes: 9 });
  for (const other of others) expect(await other.actorOf(issued?.token ?? '')).not.toBeNull();
});

test('keys are for their owner alone, and stay the same', async () => {
  const { folder, identity, keys } = await town();
  expect(statSync(path.join(folder, 'local.key')).mode & 0o077).toBe(0);
  expect(statSync(path.join(folder, 'signing.json')).mode & 0o077).toBe(0);
  const { token } = await identity.issue({ role: 'auditor', area, minutes: 9 });
  const again = identityOf({
    accounts: memoryAccounts([{ id: 'auditor@mu/c1', role: 'auditor', area }]),
    keys: await openKeys(folder),
    town: 'mu',
    now: () => noon,
  });
  expect(await again.actorOf(token)).not.toBeNull();

  const text = readFileSync(path.join(folder, 'local.key'), 'utf8');
  expect(Buffer.from(keys.local).toString('hex')).toBe(text);
  expect(text).toMatch(/^[0-9a-f]{64}$/);
  expect(statSync(folder).mode & 0o077).toBe(0);
  expect(readdirSync(folder).sort()).toEqual(['local.key', 'signing.json']);

  const inBothLanguages = (about: RegExp) => ({
    en: expect.stringMatching(about),
    zh: expect.stringMatching(/\p{Script=Han}.*。$/u),
  });
  for (const mode of [0o640, 0o604]) {
    chmodSync(path.join(folder, 'local.key'), mode);
    await expect(signLocally(folder)).rejects.toMatchObject({
      code: 'key-readable-by-others',
      sentence: inBothLanguages(/local\.key.*chmod 600/),
    });
  }
  await expect(signLocally(path.join(folder, 'elsewhere'))).rejects.toMatchObject({
    code: 'no-local-key',
    sentence: inBothLanguages(/elsewhere.*MULIN_HOME/),
  });
  await expect(openKeys(path.join(folder, 'local.key', 'x'))).rejects.toMatchObject({ code: 'ENOTDIR' });
});

test('a town that is given its keys keeps none, and its other machines take the tokens of the first', async () => {
  const { folder } = await town();
  const signing = readFileSync(path.join(folder, 'signing.json'), 'utf8');
  const given = { signing, local: '0f'.repeat(32) };
  const homes = ['one', 'other'].map((name) => path.join(folder, name, 'keys'));
  const accounts = memoryAccounts();
  const [one, other] = await Promise.all(
    homes.map(async (home) =>
      identityOf({ accounts, keys: await openKeys(home, given), town: 'mu', now: () => noon }),
    ),
  );
  const issued = await one?.issue({ role: 'auditor', area, minutes: 9 });
  expect(await other?.actorOf(issued?.token ?? '')).toMatchObject({ role: 'auditor' });
  expect(await other?.actorOf(await signLocally(homes[0] ?? '', given.local))).toMatchObject({
    role: 'operator',
  });
  expect(homes.map((home) => existsSync(home))).toEqual([false, false]);

  const mixed = path.join(folder, 'mixed');
  await openKeys(mixed, { local: given.local });
  expect(readdirSync(mixed)).toEqual(['signing.json']);
});

test.each([
  [{ signing: '{}' }, /^MULIN_SIGNING_KEY must be a private key for ES256/],
  [{ local: 'ab' }, /^MULIN_LOCAL_KEY must be 64 hexadecimal digits/],
])('a key that is given and is none is refused by the name of its variable: %j', async (given, sentence) => {
  const { folder } = await town();
  const refused = {
    code: 'key-damaged',
    sentence: { en: expect.stringMatching(sentence), zh: expect.stringMatching(/所有进程须相同。$/) },
  };
  await expect(openKeys(folder, given)).rejects.toMatchObject(refused);
  await expect(checkKeys(folder, given)).rejects.toMatchObject(refused);
});

test('a visit is a resident of its own for a while, whom no account of its name is', async () => {
  const { identity, pass } = await town();
  const { token } = await identity.issueForVisit('a-visit', 1);
  expect(decodeJwt(token)).toMatchObject({ sub: 'a-visit', aud: 'mulin-visit', iss: 'mulin:mu' });
  const actor = { id: 'visit:a-visit', role: 'resident', area: 'mu', isVisitor: true };
  expect(await identity.actorOf(token)).toEqual(actor);
  pass(2 * minute);
  expect(await identity.actorOf(token)).toBeNull();
  await expect(identity.issueForVisit('a-visit', 0)).rejects.toMatchObject({ code: 'minutes-out-of-range' });
});

test('a token of a case opens that case for a resident, for a while, and never an account of its name', async () => {
  const { identity, pass } = await town();
  await identity.issue({ role: 'auditor', area, minutes: 9, account: 'a-case' });
  const { token } = await identity.issueForCase('a-case', 1);
  expect(decodeJwt(token)).toMatchObject({ sub: 'a-case', aud: 'mulin-case', iss: 'mulin:mu' });
  const actor = { id: 'case:a-case', role: 'resident', area: 'mu', caseId: 'a-case' };
  expect(await identity.actorOf(token)).toEqual(actor);
  expect(await identity.actorOf(token)).toEqual(actor);
  pass(2 * minute);
  expect(await identity.actorOf(token)).toBeNull();
  await expect(identity.issueForCase('a-case', 0)).rejects.toMatchObject({ code: 'minutes-out-of-range' });
});
