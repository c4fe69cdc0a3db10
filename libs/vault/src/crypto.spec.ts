import { describe, expect, test } from '@jest/globals';
import {
  asUuid,
  masterKeysOf,
  newKey,
  normalPhone,
  open,
  phoneHash,
  saltedHash,
  seal,
  wordHash,
} from './crypto.js';

const master = Buffer.alloc(32, 7);
const keys = masterKeysOf(master);
const wang = '8f8d5633d5bbe09aa25be3779edeea118f5abc3305772a1bf09410d03625becb';

describe('What is sealed', () => {
  const key = newKey();
  const sealed = seal(key, Buffer.from('the lamp is dark'), 'item-1');

  test('opens with its key under its name, and never looks the same', () => {
    expect(open(key, sealed, 'item-1').toString()).toBe('the lamp is dark');
    expect(seal(key, Buffer.from('the lamp is dark'), 'item-1')).not.toEqual(sealed);
    expect(sealed).toHaveLength(12 + 16 + 'the lamp is dark'.length);
    expect(sealed.includes('lamp')).toBe(false);
  });

  test('does not open with another key, under another name, or when a byte of it was changed', () => {
    expect(() => open(newKey(), sealed, 'item-1')).toThrow();
    expect(() => open(key, sealed, 'item-2')).toThrow();
    for (const place of [0, 12, 28, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed[place] = (changed[place] ?? 0) ^ 1;
      expect(() => open(key, changed, 'item-1')).toThrow();
    }
  });
});

test('A proof that was cut short proves nothing', () => {
  const key = newKey();
  const sealed = seal(key, Buffer.from(''), 'item-1');
  expect(open(key, sealed, 'item-1')).toHaveLength(0);
  for (const length of [12 + 4, 12 + 8, 12 + 15])
    expect(() => open(key, sealed.subarray(0, length), 'item-1')).toThrow();
});

describe('What is derived', () => {
  test('from a master key is for one use each, and the same for ever: what is stored was locked with it', () => {
    expect(keys.id).toBe('4165505b8ed0a53c');
    expect(keys.wrapping.toString('hex')).toBe(
      'c205807e12b026cb70b6f0bb728a477798cdad01cab4517f0cfdc1b64448795d',
    );
    expect(keys.lookupKey.toString('hex')).toBe(
      'e245d944cbc8ff66fd4e5a4e2ac0c1517d6ca4f190f30a3f3a9708f20f435a2b',
    );
    expect(keys.requests.toString('hex')).toBe(
      '5feda46c33527fb51d66eb496f5e630f01322d298c4c796e9bb2c20a760cd733',
    );
    expect(keys.pseudonyms.toString('hex')).toBe(
      '4c3d4ae85b9a354723b601d6e46659090c6a1c134da9d81d11eddf1901b5e598',
    );
    expect(() => masterKeysOf(master.subarray(1))).toThrow('at least 32 bytes');
  });

  test('from a content proves it with the person’s key, and the same for ever', () => {
    expect(saltedHash(master, 'item-1', 'dark')).toBe(
      '25976896d39f65ea19469ab5fc31e00f7a1bcbf3e6b248941d0ade3ac89f1a27',
    );
    expect(saltedHash(Buffer.alloc(32, 8), 'item-1', 'dark')).not.toBe(saltedHash(master, 'item-1', 'dark'));
    expect(saltedHash(master, 'item-2', 'dark')).not.toBe(saltedHash(master, 'item-1', 'dark'));
  });

  test('from a phone or a word finds the person again, in this town, and somebody new once they were erased', () => {
    expect(phoneHash(keys, 'mu', '13800000000', 0)).toBe(wang);
    expect(phoneHash(keys, 'mu', '13800000000', 1)).toBe(
      '498a614a89dafa7469b28b2d89412593dc5876759f5da9f37f4ed544ccb34684',
    );
    expect(phoneHash(keys, 'mu', '+86 138-0000-0000', 0)).toBe(wang);
    expect(phoneHash(keys, 'other', '13800000000', 0)).not.toBe(wang);
    expect(wordHash(keys, ['mu', 'app', 'wang'], 0)).toBe(
      '5f2caf3bb3a65b689ba510558af87b9151a150e013093175a25c6c2393c16086',
    );
    expect(wordHash(keys, ['mu', 'app', 'wang'], 1)).toBe(
      'abd1f1133ab8552c39bfe1f94d8afd73dac1997f20633cd1053df2cd95442b17',
    );
  });
});

test('A hash as a UUID says of itself that it is one of somebody’s own making (version 8)', () => {
  expect(asUuid('0123456789abcdef'.repeat(4))).toBe('01234567-89ab-8def-b123-456789abcdef');
});

describe('A phone', () => {
  test.each([
    ['13800000000', '13800000000'],
    ['138 0000 0000', '13800000000'],
    ['138-0000-0000', '13800000000'],
    ['１３８００００００００', '13800000000'],
    ['+86 138 0000 0000', '13800000000'],
    ['0086 13800000000', '13800000000'],
    ['8613800000000', '13800000000'],
    ['(0536) 12345', '053612345'],
    ['0536/12.345', '053612345'],
    ['（0536）2345678', '05362345678'],
    ['(0536) 2345678转802', '05362345678#802'],
    ['0536-2345678 ext. 802', '05362345678#802'],
    ['0536-2345678 ext 802', '05362345678#802'],
    ['05362345678#802', '05362345678#802'],
    [' 05362345678#802 ', '05362345678#802'],
    ['86123', '86123'],
    ['86238000000001', '86238000000001'],
    ['86138000000001', '86138000000001'],
    ['998613800000000', '998613800000000'],
    ['13800860000', '13800860000'],
    ['+1 212 555 0100', '+12125550100'],
    ['001 212 555 0100', '+12125550100'],
    ['110', '110'],
    ['12345678901234567890', '12345678901234567890'],
  ])('%s is %s', (written, expected) => {
    expect(normalPhone(written)).toBe(expected);
  });

  test.each(['', '11', '+', 'call me', '138 0000 000x', 'x13800000000', '123456789012345678901'])(
    '“%s” is none',
    (written) => {
      expect(() => normalPhone(written)).toThrow(
        expect.objectContaining({
          code: 'phone-not-readable',
          refusal: 'malformed',
          sentence: { en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/\p{Script=Han}.*。$/u) },
        }),
      );
    },
  );
});
