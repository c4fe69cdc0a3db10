import { runInNewContext } from 'node:vm';
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

  /** Appendix B of RFC 8785: the bits of a number and its text. */
  test.each([
    ['0000000000000000', '0'],
    ['8000000000000000', '0'],
    ['0000000000000001', '5e-324'],
    ['8000000000000001', '-5e-324'],
    ['7fefffffffffffff', '1.7976931348623157e+308'],
    ['ffefffffffffffff', '-1.7976931348623157e+308'],
    ['4340000000000000', '9007199254740992'],
    ['c340000000000000', '-9007199254740992'],
    ['4430000000000000', '295147905179352830000'],
    ['44b52d02c7e14af5', '9.999999999999997e+22'],
    ['44b52d02c7e14af6', '1e+23'],
    ['44b52d02c7e14af7', '1.0000000000000001e+23'],
    ['444b1ae4d6e2ef4e', '999999999999999700000'],
    ['444b1ae4d6e2ef4f', '999999999999999900000'],
    ['444b1ae4d6e2ef50', '1e+21'],
    ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
    ['3eb0c6f7a0b5ed8d', '0.000001'],
    ['41b3de4355555553', '333333333.3333332'],
    ['41b3de4355555554', '333333333.33333325'],
    ['41b3de4355555555', '333333333.3333333'],
    ['41b3de4355555556', '333333333.3333334'],
    ['41b3de4355555557', '333333333.33333343'],
    ['becbf647612f3696', '-0.0000033333333333333333'],
    ['43143ff3c1cb0959', '1424953923781206.2'],
  ])('the number with the bits %s is written %s', (bits, text) => {
    expect(canonical(Buffer.from(bits, 'hex').readDoubleBE())).toBe(text);
  });

  test('names stand by their UTF-16 code units, and texts are escaped as little as can be', () => {
    // The samples of sections 3.2.2 and 3.2.3.
    const names = { '\u20ac': 1, '\r': 2, '\ufb33': 3, 1: 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
    expect(canonical(names)).toBe(
      '{"\\r":2,"1":4,"\u0080":6,"\u00f6":7,"\u20ac":1,"\u{1f600}":5,"\ufb33":3}',
    );
    expect(canonical('\u20ac$\u000f\nA\'B"\\\\"/\u2028\u007f')).toBe(
      '"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/\u2028\u007f"',
    );
  });

  class Person {
    constructor(readonly name: string) {}
  }
  // One after the other in a list with holes.
  const holes = Array.from<number>({ length: 2 });
  delete holes[0];
  test.each([
    ['a Date', new Date(0)],
    ['a Map', new Map([['a', 1]])],
    ['a Set', new Set([1])],
    ['an object of a class', new Person('wang')],
    ['bytes', new Uint8Array(2)],
    ['a boxed text', Object('wang')],
    ['an error', new Error('wang')],
    ['NaN', NaN],
    ['Infinity', -Infinity],
    ['a bigint', 1n],
    ['a function', () => 1],
    ['a symbol', Symbol('wang')],
    ['nothing at all', undefined],
    ['nothing in a list', [undefined]],
    ['a hole in a list', holes],
    ['half a character', 'wang\ud800'],
    ['the other half', '\udc00wang'],
    ['half a character in a name', { 'wang\ud800': 1 }],
  ])('%s is no JSON, wherever it stands, and is not repeated', (_, value) => {
    for (const nested of [value, { a: [value] }]) {
      expect(() => canonical(nested)).toThrow(TypeError);
      expect(() => canonical(nested)).not.toThrow(/wang/);
    }
  });

  test('every character is written as JSON has it, as a text, in a text and as a name', () => {
    for (let code = 0; code < 0xd800; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      expect(canonical(text)).toBe(JSON.stringify(text));
      if (code < 0x300) expect(canonical({ [text]: text[1] })).toBe(JSON.stringify({ [text]: text[1] }));
    }
  });

  test('more names than are remembered stand in order all the same', () => {
    const many = Object.fromEntries(Array.from({ length: 5_000 }, (_, n) => [`n${n}`, n]));
    const inOrder = Object.keys(many).sort();
    for (let time = 0; time < 2; time++)
      expect(Object.keys(JSON.parse(canonical(many)) as object)).toEqual(inOrder);
  });

  test('what comes from elsewhere and is plain is JSON', () => {
    expect(canonical(Object.assign(Object.create(null), { a: 1 }))).toBe('{"a":1}');
    expect(canonical(runInNewContext('({ b: [1], a: {} })'))).toBe('{"a":{},"b":[1]}');
    expect(canonical(JSON.parse('{"__proto__":1}'))).toBe('{"__proto__":1}');
  });
});

describe('What was hashed before', () => {
  test('has the same hash and the same id for ever', async () => {
    const body = {
      menuItem: 'sanitation',
      words: '垃圾桶 "满" 了\n🌙',
      place: { lat: 36.373, lon: 119.744, address: undefined },
      phone: '138',
      n: [1e21, -0, 0.1, 1e-7, null, true],
    };
    expect(await hashOf(body)).toBe('d5d570a843a49f5e80e07136eb24dc82cdfabebf267645fb7788e51e7778cccb');
    expect(await hashOf(null)).toBe('74234e98afe7498fb5daf1f36ac2d78acc339464f950703b8c019892f982b90b');
    expect(await hashOf({})).toBe('44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
    expect(await hashOf('')).toBe('12ae32cb1ec02d01eda3581b127c1fee3b0dc53572ed6baf239721a03d82e126');
    expect(await uuidOf('mu', 'hotline-clerk@mu', 'POST /api/v1/cases', 'key-1')).toBe(
      '1f7dab00-da3e-87af-b690-fcadae1d23ce',
    );
    expect(await uuidOf('路灯', '𠮷 👵🏽', '"\\\u0000\u007f\u2028')).toBe(
      'c222f81b-f405-8465-bce6-91e03e950b06',
    );
    expect(await uuidsOf(2, 'cause', 'case-1')).toEqual([
      'fef9c40d-4583-8113-bcc4-a08d8729e7ef',
      'fef9c40d-4583-8113-bcc4-a08d8729e7f0',
    ]);
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
