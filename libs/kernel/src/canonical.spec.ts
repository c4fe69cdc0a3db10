import { describe, expect, test } from '@jest/globals';
import { canonical, hashOf, sha256, uuidOf, uuidsOf } from './canonical.js';

describe('One value, one text', () => {
  test('names stand in order, at every depth, and what is undefined is not there', () => {
    const value = { b: [{ z: 1, a: undefined }, null], a: { d: true, c: 'é"\n' } };
    expect(canonical(value)).toBe('{"a":{"c":"é\\"\\n","d":true},"b":[{"z":1},null]}');
  });

  test('the same value written otherwise has the same hash; another one has not', async () => {
    expect(await hashOf({ a: 1, b: 2 })).toBe(await hashOf({ b: 2, a: 1 }));
    expect(await hashOf({ a: 1, b: 2 })).not.toBe(await hashOf({ a: 1, b: 3 }));
  });

  test('numbers are written as RFC 8785 has them', () => {
    expect(canonical([1e21, 0.1 + 0.2, -0, 1e-7])).toBe('[1e+21,0.30000000000000004,0,1e-7]');
  });
});

describe('Hashes and ids', () => {
  test('the hash is SHA-256, as FIPS 180-4 has it', async () => {
    expect(await sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('路灯坏了 🌙'));
    expect(await sha256('路灯坏了 🌙')).toBe(Buffer.from(digest).toString('hex'));
  });

  test('the same parts always give the same id, and it is a version 8 UUID', async () => {
    const id = await uuidOf('mu', 'case', '1');
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-b[\da-f]{3}-[\da-f]{12}$/);
    expect(await uuidOf('mu', 'case', '1')).toBe(id);
    expect(await uuidOf('mu', 'case1', '')).not.toBe(id);
  });

  test('ids of one origin are all different, and the first is the one alone', async () => {
    const ids = await uuidsOf(300, 'mu', 'case', '1');
    expect(new Set(ids).size).toBe(300);
    expect(ids[0]).toBe(await uuidOf('mu', 'case', '1'));
    for (const id of ids) expect(id).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  });
});
