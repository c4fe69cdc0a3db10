/** Starting a town: what cannot be is said in one sentence, what can be runs and stops as it was told. */
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { ask } from './http.js';
import {
  clearAway,
  type Environment,
  launch,
  mulin,
  newFolder,
  newHome,
  patienceMs,
  until,
} from './real-town.js';
import { samplePack } from './sample-town.js';

jest.setTimeout(patienceMs);
const folder = newFolder();
afterAll(clearAway);

/** The sample pack, one of whose files was changed by somebody. */
const spoiled = (name: string, change: (text: string) => string | null): string => {
  const pack = path.join(folder, `${name.replace('.', '-')}-${readdirSync(folder).length}`);
  cpSync(samplePack, pack, { recursive: true });
  const file = path.join(pack, name);
  const text = change(readFileSync(file, 'utf8'));
  if (text === null) rmSync(file);
  else writeFileSync(file, text);
  return pack;
};

const paper = (): string => {
  const file = path.join(folder, 'a-paper');
  writeFileSync(file, 'no folder');
  return file;
};

const wrong: readonly (readonly [what: string, env: () => Environment, sentence: RegExp])[] = [
  [
    'a pack that is nowhere',
    () => ({ MULIN_PACK: path.join(folder, 'none') }),
    /none cannot be used: it has no file town\.json/,
  ],
  [
    'a pack whose policies are cut off',
    () => ({ MULIN_PACK: spoiled('policies.json', (text) => text.slice(0, 300)) }),
    /policies\.json: it is not JSON: it breaks at line \d+, column \d+/,
  ],
  [
    'a menu item whose policy is none',
    () => ({
      MULIN_PACK: spoiled('menu.json', (text) =>
        text.replace('"policy": "ordinary"', '"policy": "whenever"'),
      ),
    }),
    /policies\.json has no policy whenever/,
  ],
  [
    'a micro-grid in an area that is none',
    () => ({
      MULIN_PACK: spoiled('grids.geojson', (text) =>
        text.replace('mu/dongguan/hetou/hetou-1/hetou-1-a', 'mu/atlantis/x/y/z'),
      ),
    }),
    /grids\.geojson.*mu\/atlantis/,
  ],
  ['a home that is a file', () => ({ MULIN_HOME: paper() }), /a-paper cannot be the home/],
  [
    'a port and a key that are none',
    () => ({ MULIN_PORT: '99999', MULIN_MASTER_KEY: 'secret' }),
    /MULIN_PORT: .*MULIN_MASTER_KEY: /,
  ],
];

describe('A town that cannot start', () => {
  test.each(wrong)('says in one sentence that it was given %s', async (_, envOf, sentence) => {
    const home = path.join(folder, 'home');
    const { code, out, err } = await launch({ MULIN_HOME: home, ...envOf() }).ended;
    expect({ code, out, sentences: err.trim().split('\n') }).toEqual({
      code: 2,
      out: '',
      sentences: [expect.stringMatching(sentence)],
    });
    expect(err).not.toContain('secret');
    expect(existsSync(home)).toBe(false);
  });
});

describe('A town that starts', () => {
  test('says ready once, answers, stops when it is told, and lets no other town into its home', async () => {
    const home = newHome();
    const { ready, kill } = launch({ MULIN_HOME: home });
    const url = await ready;
    const doctor = await mulin({ MULIN_HOME: home, MULIN_URL: url }, 'doctor');
    expect(doctor).toMatchObject({ code: 0, json: { ok: true } });
    const { code, out, err } = await kill('SIGINT');
    expect({ code, err, lines: out.trim().split('\n') }).toEqual({
      code: 0,
      // No terminal is attached, so that they are said to nobody.
      err: expect.stringMatching(/^First passwords .*first-passwords\.txt\b.*\n$/),
      lines: [expect.stringContaining('ready')],
    });
    expect(await mulin({ MULIN_HOME: home, MULIN_URL: url }, 'cases')).toMatchObject({
      code: 3,
      json: { error: { code: 'town-unreachable' } },
    });

    const other = spoiled('town.json', (text) => text);
    for (const name of readdirSync(other)) {
      const file = path.join(other, name);
      writeFileSync(
        file,
        readFileSync(file, 'utf8')
          .replaceAll('"mu"', '"ba"')
          .replaceAll('mu/', 'ba/')
          .replaceAll('@mu', '@ba'),
      );
    }
    const refused = await launch({ MULIN_HOME: home, MULIN_PACK: other }).ended;
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toMatch(/^The data here belong to the town mu, and the pack describes ba.*\n$/);
  });

  const asRoot = process.getuid?.() === 0 ? test : test.skip;
  asRoot('names the folder that it needs outside a home which lies in a closed folder', async () => {
    const closed = newHome();
    chmodSync(closed, 0o700);
    const home = path.join(closed, 'home');
    const { ready, kill } = launch({ MULIN_HOME: home });
    const url = await ready;
    const answer = await until(
      'the town has caught up',
      () => ask(url, { method: 'GET', path: '/health/ready' }),
      ({ status }) => status === 200,
    );
    expect(answer.body).toMatchObject({ ready: true });
    const { code, err } = await kill('SIGTERM');
    const [, outside = ''] = /lies in (\S+)\.\n/.exec(err) ?? [];
    expect({ code, isThere: existsSync(path.join(outside, 'data')) }).toEqual({ code: 0, isThere: true });
  });
});
