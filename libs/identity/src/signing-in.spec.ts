/** Who signs in, how often one may guess, when a session is over, and what of it is on record. */
import { describe, expect, test } from '@jest/globals';
import {
  type Actor,
  type Area,
  day,
  hour,
  type Instant,
  instant,
  minute,
  plus,
  second,
  type SignInEvent,
} from '@mulin/kernel';
import { secondsUntil } from './attempts.js';
import { memoryCredentials } from './memory-credentials.js';
import { assertGoodPassword } from './passwords.js';
import { caseCodesOf, keyedHashOf } from './secrets.js';
import { signInOf } from './sign-in.js';

const noon = instant('2026-03-02T04:00:00Z');
const key = new Uint8Array(32).fill(7);
const hash = keyedHashOf(key);
const cheap = { memoryKiB: 64, passes: 1, lanes: 1 };
const [home, hall] = ['10.1.2.3', '10.9.9.9'];
/** How an address is called on record. */
const from = (address: string) => hash('address', address).slice(0, 16);
const password = 'correct horse battery';

/** A town in which Li and Wu may sign in; Li has a password. */
const town = async () => {
  let now: Instant = noon;
  const of = (id: string): Readonly<{ actor: Actor; name: string | null }> => {
    return { actor: { id, role: 'auditor', area: 'mu' as Area }, name: id === 'li' ? '李' : null };
  };
  const accounts = new Map(['li', 'wu'].map((id) => [id, of(id)]));
  const store = memoryCredentials();
  const signIn = signInOf({
    store,
    lookUp: async (account) => accounts.get(account) ?? null,
    hash,
    now: () => now,
    cost: cheap,
  });
  await signIn.setPassword({ account: 'li', password, by: 'operator', address: hall });
  const open = (account = 'li', guess = password, address = home) =>
    signIn.open({ account, password: guess, address });
  /** The code of what is refused; else `open`. */
  const tried = (...args: Parameters<typeof open>): Promise<string> =>
    open(...args).then(
      () => 'open',
      ({ code }: { code: string }) => code,
    );
  const onRecord = async (what?: SignInEvent) => {
    const { items } = await signIn.records({ limit: 99, ...(what === undefined ? {} : { what }) });
    return items.map(({ what: it, about, by, from: address }) => [it, about, by, address]).reverse();
  };
  return {
    store,
    signIn,
    accounts,
    open,
    tried,
    onRecord,
    pass: (ms: number) => void (now = plus(now, ms)),
  };
};
const times = async (count: number, work: () => Promise<unknown>): Promise<readonly unknown[]> => {
  const outcomes: unknown[] = [];
  for (let nth = 0; nth < count; nth++) outcomes.push(await work());
  return outcomes;
};

describe('Signing in', () => {
  test('with the right password opens a session for twelve hours, which is on record', async () => {
    const { open, onRecord, signIn } = await town();
    const { secret, ...session } = await open();
    const expected = {
      actor: { id: 'li', role: 'auditor', area: 'mu' },
      name: '李',
      until: plus(noon, 12 * hour),
    };
    expect(session).toEqual(expected);
    expect(await signIn.session(secret)).toEqual(expected);
    expect(await onRecord('signed-in')).toEqual([['signed-in', 'li', null, from(home)]]);
  });

  test('is refused in the same words, whatever is wrong; of an account that is none nothing is on record', async () => {
    const { open, accounts, onRecord } = await town();
    const refused = {
      code: 'wrong-credentials',
      refusal: 'unsigned',
      sentence: {
        en: 'There is no such account, this is not its password, or the account is disabled. Whoever runs the town can tell.',
        zh: '账号或密码不正确，或者账号已停用。如有疑问，请联系系统管理员。',
      },
    };
    await expect(open('li', 'wrong horse battery')).rejects.toMatchObject(refused);
    await expect(open('wu', password)).rejects.toMatchObject(refused);
    await expect(open('their password', 'typed in the wrong field')).rejects.toMatchObject(refused);
    accounts.delete('li');
    await expect(open('li', 'wrong horse battery')).rejects.toMatchObject(refused);
    expect(await onRecord('sign-in-failed')).toEqual([
      ['sign-in-failed', 'li', null, from(home)],
      ['sign-in-failed', 'wu', null, from(home)],
      ['sign-in-failed', null, null, from(home)],
      ['sign-in-failed', null, null, from(home)],
    ]);
    expect(await onRecord('sign-in-locked')).toEqual([]);
  });

  test('with the right password of an account that is disabled says so, is on record, and opens nothing', async () => {
    const { open, accounts, tried, onRecord, signIn } = await town();
    const { secret } = await open();
    accounts.delete('li');
    await expect(open()).rejects.toMatchObject({
      code: 'own-account-disabled',
      refusal: 'forbidden',
      sentence: {
        en: 'Your account is disabled. Ask whoever looks after the accounts of the town.',
        zh: '您的账号已停用，请联系系统管理员。',
      },
    });
    expect(await onRecord('sign-in-failed')).toEqual([['sign-in-failed', 'li', null, from(home)]]);
    expect(await signIn.session(secret)).toBeNull();
    // Whoever only guesses is told nothing, and locked out as before.
    expect(await times(4, () => tried('li', 'wrong horse battery'))).toEqual(
      Array(4).fill('wrong-credentials'),
    );
    expect(await tried()).toBe('sign-in-locked');
  });

  test('is answered to all, however many do so at once', async () => {
    const { open } = await town();
    const secrets = await Promise.all(Array.from({ length: 4 }, async () => (await open()).secret));
    expect(new Set(secrets).size).toBe(4);
  });
});

describe('Signing in by demo', () => {
  test('opens a session of an hour, which is on record as what it is', async () => {
    const { signIn, onRecord } = await town();
    const opened = await signIn.openByDemo({ account: 'li', address: home });
    expect(opened).toMatchObject({ actor: { id: 'li' }, until: plus(noon, hour) });
    expect(await signIn.session(opened?.secret ?? '')).toMatchObject({ actor: { id: 'li' } });
    expect(await onRecord('signed-in-by-demo')).toEqual([['signed-in-by-demo', 'li', null, from(home)]]);
    expect(await onRecord('signed-in')).toEqual([]);
  });

  test('opens nothing for an account that may not sign in', async () => {
    const { signIn, accounts, onRecord } = await town();
    accounts.delete('li');
    expect(await signIn.openByDemo({ account: 'li', address: home })).toBeNull();
    expect(await onRecord('signed-in-by-demo')).toEqual([]);
  });
});

describe('Guessing', () => {
  const wrong = 'wrong horse battery';

  test('five times in a row locks the account for half a minute, then longer, from wherever it is tried', async () => {
    const { tried, open, pass, onRecord } = await town();
    expect(await times(5, () => tried('li', wrong))).toEqual(Array(5).fill('wrong-credentials'));
    expect(await onRecord('sign-in-locked')).toEqual([['sign-in-locked', 'li', null, from(home)]]);
    pass(10 * second);
    await expect(open('li', password, hall)).rejects.toMatchObject({
      code: 'sign-in-locked',
      refusal: 'limited',
      retryAfterSeconds: 20,
      sentence: {
        en: 'Too many failed attempts; nothing is tried until the moment that Retry-After names.',
        zh: '登录失败次数过多，请在 Retry-After 所示时间后再试。',
      },
    });
    pass(20 * second);
    expect(await tried('li', wrong)).toBe('wrong-credentials');
    pass(59 * second);
    expect(await tried()).toBe('sign-in-locked');
    pass(second);
    expect(await tried()).toBe('open');
  });

  test('is forgotten once somebody signs in, and after a day', async () => {
    const { tried, pass, onRecord } = await town();
    for (let round = 0; round < 3; round++) {
      await times(4, () => tried('li', wrong));
      expect(await tried()).toBe('open');
    }
    await times(4, () => tried('li', wrong));
    pass(day + 1);
    expect(await times(4, () => tried('li', wrong))).toEqual(Array(4).fill('wrong-credentials'));
    expect(await tried()).toBe('open');
    expect(await onRecord('sign-in-locked')).toEqual([]);
    await times(4, () => tried('li', wrong));
    pass(day);
    await tried('li', wrong);
    expect(await onRecord('sign-in-locked')).toHaveLength(1);
  });

  test('the password of an account that was disabled is guessing, also where it is right', async () => {
    const { tried, accounts } = await town();
    accounts.delete('li');
    expect(await times(5, () => tried())).toEqual(Array(5).fill('own-account-disabled'));
    expect(await tried()).toBe('sign-in-locked');
  });

  test('thirty times from one address locks that address for everybody, and no other; what was right counts not', async () => {
    const { tried, onRecord } = await town();
    let nobodies = 0;
    await times(29, () => tried(`nobody ${++nobodies}`, wrong));
    expect(await times(5, () => tried())).toEqual(Array(5).fill('open'));
    expect(await tried('somebody', wrong)).toBe('wrong-credentials');
    expect(await onRecord('sign-in-locked')).toEqual([['sign-in-locked', null, null, from(home)]]);
    expect(await tried()).toBe('sign-in-locked');
    expect(await tried('li', password, hall)).toBe('open');
  });

  test('one may try again in whole seconds, at least one', () => {
    expect(secondsUntil(noon, plus(noon, 30 * second))).toBe(30);
    expect(secondsUntil(noon, plus(noon, 1_001))).toBe(2);
    expect([secondsUntil(noon, noon), secondsUntil(plus(noon, minute), noon)]).toEqual([1, 1]);
  });
});

describe('A session', () => {
  test('is over after twelve hours, however much it was used, and belongs to nobody who does not have it', async () => {
    const { open, signIn, pass } = await town();
    const { secret } = await open();
    expect(await signIn.session('another')).toBeNull();
    for (let half = 1; half < 24; half++) {
      pass(30 * minute);
      expect(await signIn.session(secret)).not.toBeNull();
    }
    pass(30 * minute - 1);
    expect(await signIn.session(secret)).not.toBeNull();
    pass(1);
    expect(await signIn.session(secret)).toBeNull();
  });

  test('is over after an hour in which nobody asked for anything with it; to look at it is not to ask', async () => {
    const { open, signIn, pass } = await town();
    const { secret } = await open();
    pass(hour - 1);
    expect(await signIn.session(secret, { isAsking: false })).not.toBeNull();
    expect(await signIn.session(secret)).not.toBeNull();
    pass(hour - 1);
    expect(await signIn.session(secret, { isAsking: false })).not.toBeNull();
    pass(1);
    expect(await signIn.session(secret)).toBeNull();
  });

  test('was last seen to the minute', async () => {
    const { open, signIn, pass, store } = await town();
    const { secret } = await open();
    const seenAt = async () => (await store.session(hash('session', secret)))?.seenAt;
    pass(minute - 1);
    await signIn.session(secret);
    expect(await seenAt()).toBe(noon);
    pass(1);
    await signIn.session(secret, { isAsking: false });
    expect(await seenAt()).toBe(noon);
    await signIn.session(secret);
    expect(await seenAt()).toBe(plus(noon, minute));
  });

  test('opens nothing for an account that was disabled, and ends with the others of its account', async () => {
    const { open, signIn, accounts } = await town();
    const [one, other] = [(await open()).secret, (await open()).secret];
    const li = accounts.get('li');
    accounts.delete('li');
    expect(await signIn.session(one)).toBeNull();
    if (li !== undefined) accounts.set('li', li);
    expect(await signIn.session(one)).not.toBeNull();
    await signIn.endSessions('li');
    expect([await signIn.session(one), await signIn.session(other)]).toEqual([null, null]);
  });

  test('says why it is over where an operator ended it, to whoever has it, for as long as it would have lasted', async () => {
    const { open, signIn, accounts, pass } = await town();
    const [one, other] = [(await open()).secret, (await open()).secret];
    const li = accounts.get('li');
    expect([await signIn.endOf(one), await signIn.endOf('no session')]).toEqual([null, null]);
    await signIn.endSessions('li', 'account-changed');
    expect([await signIn.session(one), await signIn.endOf(one)]).toEqual([null, 'account-changed']);
    accounts.delete('li');
    expect([await signIn.endOf(one), await signIn.endOf(other)]).toEqual([
      'account-disabled',
      'account-disabled',
    ]);
    await signIn.endSessions('li', 'account-disabled');
    expect(await signIn.endOf(one)).toBe('account-disabled');
    if (li !== undefined) accounts.set('li', li);
    // Enabled again: it is over, and nothing stands in the way of signing in.
    expect([await signIn.session(one), await signIn.endOf(one)]).toEqual([null, null]);
    accounts.delete('li');
    pass(12 * hour);
    expect(await signIn.endOf(one)).toBeNull();
  });

  test('of an account that was disabled in another process is over here before its end is known', async () => {
    const { open, signIn, accounts } = await town();
    const { secret } = await open();
    accounts.delete('li');
    expect([await signIn.session(secret), await signIn.endOf(secret)]).toEqual([null, 'account-disabled']);
  });

  test('is closed once, which is on record', async () => {
    const { open, signIn, onRecord } = await town();
    const { secret } = await open();
    expect([await signIn.close('another'), await signIn.close(secret), await signIn.close(secret)]).toEqual([
      false,
      true,
      false,
    ]);
    expect(await signIn.session(secret)).toBeNull();
    expect(await onRecord('signed-out')).toEqual([['signed-out', 'li', null, null]]);
  });
});

describe('A password', () => {
  const better = 'a better horse battery';

  test('is changed by whoever knows the one before, and ends the sessions that were open', async () => {
    const { open, signIn, tried, onRecord } = await town();
    const { secret } = await open();
    await signIn.setPassword({
      account: 'li',
      password: better,
      oldPassword: password,
      by: 'li',
      address: home,
    });
    expect(await signIn.session(secret)).toBeNull();
    expect([await tried('li', password), await tried('li', better)]).toEqual(['wrong-credentials', 'open']);
    expect(await onRecord('password-changed')).toEqual([['password-changed', 'li', null, from(home)]]);
    expect(await onRecord('password-reset')).toEqual([['password-reset', 'li', 'operator', from(hall)]]);
  });

  test('is not changed by whoever does not know the one before, who may not guess for ever', async () => {
    const { signIn, tried, onRecord } = await town();
    const change = () =>
      signIn.setPassword({ account: 'li', password: better, oldPassword: 'x', by: 'li', address: home });
    await expect(change()).rejects.toMatchObject({
      code: 'old-password-wrong',
      refusal: 'forbidden',
      sentence: {
        en: 'The old password is not right, and the new one was not set.',
        zh: '原密码不正确，密码未更改。',
      },
    });
    expect(await onRecord('sign-in-failed')).toEqual([['sign-in-failed', 'li', null, from(home)]]);
    await times(4, () => change().catch(() => null));
    expect(await onRecord('sign-in-locked')).toEqual([['sign-in-locked', 'li', null, from(home)]]);
    await expect(change()).rejects.toMatchObject({ code: 'sign-in-locked' });
    expect(await tried()).toBe('sign-in-locked');
  });

  test('is set for nobody who may not sign in', async () => {
    const { signIn } = await town();
    const unknown = signIn.setPassword({ account: 'zhou', password: better, by: 'operator', address: hall });
    await expect(unknown).rejects.toMatchObject({
      code: 'account-unknown',
      refusal: 'unknown',
      sentence: { en: 'No account of this name may sign in.', zh: '没有可登录的此名称账号。' },
    });
    await expect(
      signIn.setPassword({ account: 'li', password: 'short', by: 'operator', address: hall }),
    ).rejects.toMatchObject({ code: 'password-too-short' });
  });

  test('is given at random to accounts that have none, and is there from then on', async () => {
    const { signIn, tried } = await town();
    const seeded = await signIn.seedPasswords(['wu']);
    expect([...seeded.keys()]).toEqual(['wu']);
    expect(await tried('wu', seeded.get('wu'))).toBe('open');
    expect(await signIn.hasPasswords()).toBe(true);
  });

  const refusal = (text: string, account = 'li-wei') => {
    try {
      assertGoodPassword(text, account);
      return 'good';
    } catch (error) {
      return error;
    }
  };

  test('has 12 to 256 characters, as people count them', () => {
    expect(refusal('abcdefghijkl')).toBe('good');
    expect(refusal('abcdefghijk')).toMatchObject({
      code: 'password-too-short',
      refusal: 'malformed',
      sentence: { en: 'A password has at least 12 characters.', zh: '密码不得少于 12 个字符。' },
    });
    expect(refusal('cafe\u0301 cafe\u0301 x')).toMatchObject({ code: 'password-too-short' });
    expect(refusal('abcde'.repeat(51) + 'f')).toBe('good');
    expect(refusal('abcde'.repeat(51) + 'fg')).toMatchObject({
      code: 'password-too-long',
      refusal: 'malformed',
      sentence: { en: 'A password has at most 256 characters.', zh: '密码不得超过 256 个字符。' },
    });
  });

  test('is neither the name of its account nor the same few characters again and again', () => {
    const plain = {
      code: 'password-too-plain',
      refusal: 'malformed',
      sentence: { en: expect.stringMatching(/soon guessed/), zh: expect.stringMatching(/容易被猜中/) },
    };
    expect(refusal('my LI-wei 2026')).toMatchObject(plain);
    expect(refusal('my li-wei 2026', 'Li-Wei')).toMatchObject(plain);
    expect(refusal('abcdabcdabcd')).toMatchObject(plain);
    expect(refusal('abcdabcdabce')).toBe('good');
  });
});

describe('Whoever proves that a case is theirs', () => {
  const right = async () => ({ found: 'a-case', result: 'the case' });
  const wrong = async () => ({ found: 'a-case', result: null });
  const proving = async () => {
    const { signIn, ...rest } = await town();
    const prove = (
      check: () => Promise<{ found: string | null; result: string | null }>,
      number = '2026-1',
    ) => signIn.proveCase({ number, address: home }, check);
    const outcome = (...args: Parameters<typeof prove>) =>
      prove(...args).catch(({ code }: { code: string }) => code);
    return { ...rest, prove, outcome };
  };

  test('is given it, which is on record', async () => {
    const { outcome, onRecord } = await proving();
    expect(await outcome(right)).toBe('the case');
    expect(await onRecord('case-opened')).toEqual([['case-opened', 'a-case', null, from(home)]]);
  });

  test('may guess ten times in a row for one number, however it is written, and then not for a quarter of an hour', async () => {
    const { outcome, prove, onRecord, pass } = await proving();
    await expect(prove(wrong)).rejects.toMatchObject({
      code: 'case-code-wrong',
      refusal: 'unsigned',
      sentence: {
        en: 'There is no such case, or this is not its code.',
        zh: '案件编号或查询码不正确。',
      },
    });
    expect(await times(8, () => outcome(wrong, '2026 1'))).toEqual(Array(8).fill('case-code-wrong'));
    expect(await onRecord('case-locked')).toEqual([]);
    expect(await outcome(wrong)).toBe('case-code-wrong');
    expect(await onRecord('case-locked')).toEqual([['case-locked', 'a-case', null, from(home)]]);
    expect(await onRecord('case-code-wrong')).toHaveLength(10);
    expect((await onRecord('case-code-wrong'))[0]).toEqual(['case-code-wrong', 'a-case', null, from(home)]);
    await expect(prove(right, '２０２６—1')).rejects.toMatchObject({
      code: 'case-access-locked',
      refusal: 'limited',
      retryAfterSeconds: 900,
      sentence: {
        en: 'Too many wrong codes; nothing is tried until the moment that Retry-After names.',
        zh: '查询码错误次数过多，请在 Retry-After 所示时间后再试。',
      },
    });
    expect(await outcome(right, '2026-2')).toBe('the case');
    pass(15 * minute);
    expect(await outcome(right)).toBe('the case');
  });

  test('begins anew once they were right, and from one address guesses of all cases count together', async () => {
    const { outcome, tried } = await proving();
    for (let round = 0; round < 3; round++) {
      await times(9, () => outcome(wrong));
      expect(await outcome(right)).toBe('the case');
    }
    expect(await outcome(wrong, '2026-2')).toBe('case-code-wrong');
    expect(await outcome(wrong, '2026-3')).toBe('case-code-wrong');
    expect(await outcome(right, '2026-4')).toBe('the case');
    expect(await outcome(wrong, '2026-5')).toBe('case-code-wrong');
    expect(await outcome(right, '2026-6')).toBe('case-access-locked');
    expect(await tried()).toBe('sign-in-locked');
  });
});

test('What an operator does to an account is on record, with who it was', async () => {
  const { signIn, onRecord } = await town();
  await signIn.record('account-disabled', 'li', 'operator');
  expect(await onRecord('account-disabled')).toEqual([['account-disabled', 'li', 'operator', null]]);
});

test('The record is read newest first, also of what was of one moment', async () => {
  const { signIn } = await town();
  const accounts = Array.from({ length: 20 }, (_, nth) => `account-${nth}`);
  for (const account of accounts) await signIn.record('account-added', account, 'operator');
  const { items } = await signIn.records({ limit: 20 });
  expect(items.map(({ about }) => about)).toEqual(accounts.toReversed());
});

test('A session that is over for two days is not looked for any more', async () => {
  const { open, signIn, pass, store } = await town();
  const { secret } = await open();
  const isKept = async () => (await store.session(hash('session', secret))) !== null;
  pass(12 * hour + 2 * day);
  // What was counted of the address.
  expect([await signIn.tidy(), await isKept()]).toEqual([1, true]);
  pass(1);
  expect([await signIn.tidy(), await isKept()]).toEqual([1, false]);
});

test('What is kept under a key is found by it for ever: each use has hashes of its own', () => {
  const hashes = (['session', 'address', 'attempt', 'internal'] as const).map((use) => hash(use, 'text'));
  expect(hashes).toEqual([
    '0caabc18b0128eae5dcb0b602334b1507b37c08a3c6d5c73150476dd77df3364',
    'e5506b65d6aece3093827f41a10032093c73d19c0c4f36eee9ac88cfe477c4b4',
    'a54eaf926a0c8addf7ae3bc583a530258f54834a8666ab1f3055b9af4822b272',
    'f52333c48ede91780c6b89eef3a9a7a3e57af83546c64f8c90de0e0ede8b3f16',
  ]);
  expect(caseCodesOf(key).of('a case')).toBe('J5XX-25BA-SV');
});
