/** `mulin warnings`, asked of a town in memory. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { en } from '../texts/en.js';
import { zh } from '../texts/zh.js';
import { disputeTown, type DisputeTown } from './dispute-town.testing.js';

let town: DisputeTown;
beforeAll(async () => {
  town = await disputeTown();
});
afterAll(() => town.close());

describe('Early warnings', () => {
  test('say so where there is nothing to warn of', async () => {
    const { exit, out } = await town.mulin('warnings', '--lang', 'zh');
    expect({ exit, out }).toEqual({ exit: 0, out: expect.stringContaining(zh.warnings.none) });
  });

  test('name what comes again at one place, with its cases, in the language of the call', async () => {
    const place = { lat: 36.373, lon: 119.744 };
    for (let nth = 0; nth < 4; nth++)
      await town.post('clerk', 'cases', { menuItem: 'sanitation', words: 'The bin is full.', place });
    const json = JSON.parse((await town.mulin('warnings', '--json')).out) as {
      items: readonly { what: string; count: number; numbers: readonly string[] }[];
    };
    const again = json.items.find(({ what }) => what === 'repeated-by-place');
    expect(again).toMatchObject({ count: 4 });
    const first = again?.numbers[0] ?? 'none';
    const english = (await town.mulin('warnings', '--lang', 'en')).out;
    expect(english).toMatch(
      new RegExp(`^what .*\\n(.*\\n)*${en.warnings.what['repeated-by-place']} +4 .*${first}`),
    );
    const chinese = (await town.mulin('warnings', '--area', 'mu', '--lang', 'zh')).out;
    expect(chinese).toContain(zh.warnings.what['repeated-by-place']);
    expect(chinese).toContain(first);
  });

  test('of an area that there is not are refused with the sentence of the town', async () => {
    const { exit, err } = await town.mulin('warnings', '--area', 'mu/nowhere', '--lang', 'zh');
    expect({ exit, err }).toEqual({
      exit: 2,
      err: expect.stringMatching(/\p{Script=Han}.*\(area-unknown\)\n$/u),
    });
  });
});
