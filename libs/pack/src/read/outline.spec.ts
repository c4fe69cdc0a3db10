import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { packFiles } from './files.js';
import { packFingerprint } from './folder.js';
import { fingerprintOfTexts, outlineOf, outlineOfTexts } from './outline.js';
import { publicDays } from './public-days.js';
import { packIn } from './read-pack.js';

const folderOf = (name: string) => fileURLToPath(new URL(`../../../../infra/packs/${name}`, import.meta.url));
const textsIn = (folder: string) => (name: string) => {
  try {
    return readFileSync(path.join(folder, name), 'utf8');
  } catch {
    return null;
  }
};

const scratch = mkdtempSync(path.join(tmpdir(), 'mulin-outline-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

describe.each(['sample', 'small'])('The pack %s', (name) => {
  const folder = folderOf(name);

  test('has one outline and one fingerprint, whether a town runs with it or a browser has its texts', async () => {
    const pack = packIn(folder);
    expect(outlineOfTexts(textsIn(folder), publicDays())).toEqual(outlineOf(pack));
    expect(pack.fingerprint).toBe(packFingerprint(folder));
    expect(await fingerprintOfTexts(textsIn(folder))).toBe(pack.fingerprint);
  });

  test('names each kind of demand with a policy that is there, and each duty with a place that has a name', () => {
    const { items, policies, duties } = outlineOf(packIn(folder));
    const ids = policies.map(({ id }) => id);
    expect(items.length).toBeGreaterThan(0);
    expect(items.filter(({ policy }) => !ids.includes(policy))).toEqual([]);
    expect(duties.length).toBeGreaterThan(0);
    expect(duties.filter(({ placeName }) => placeName === null)).toEqual([]);
  });
});

test('a policy without a ladder has the usual one, and a clock that has its own keeps it', () => {
  const small = folderOf('small');
  const own = [{ share: 1, to: ['town-leader'] }];
  const length = { unit: 'working-day', amount: 3 };
  const policies = JSON.parse(textsIn(small)('policies.json') ?? '') as { policies: { id: string }[] };
  const text = JSON.stringify({
    policies: policies.policies.map(({ id }) => ({
      ...{ id, calendar: 'town', redo: { share: 0.5 } },
      clocks: [
        { name: 'complete', length },
        { name: 'accept', length, ladder: own },
      ],
    })),
  });
  const calendars = JSON.parse(textsIn(small)('calendars.json') ?? '') as { calendars: object[] };
  const outline = outlineOfTexts(
    (name) =>
      name === 'policies.json'
        ? text
        : name === 'calendars.json'
          ? JSON.stringify({ calendars: [{ ...calendars.calendars[0], id: 'town' }] })
          : textsIn(small)(name),
    publicDays(),
  );
  const [first] = outline.policies;
  expect(first).toMatchObject({
    redo: 0.5,
    clocks: [{ length, urgencies: {} }, { ladder: own }],
  });
  expect(first?.clocks[0]?.ladder).toHaveLength(4);
});

test('another blank in any file is another fingerprint; a mark at its beginning is not', async () => {
  const small = folderOf('small');
  const town = textsIn(small)(packFiles.town) ?? '';
  const withTown = (text: string) => (name: string) =>
    name === packFiles.town ? text : textsIn(small)(name);
  expect(await fingerprintOfTexts(withTown(`${town} `))).not.toBe(packFingerprint(small));
  expect(await fingerprintOfTexts(withTown(`\uFEFF${town}`))).toBe(packFingerprint(small));
});

test('what keeps a town from starting is refused', () => {
  writeFileSync(path.join(scratch, 'town.json'), '{}');
  expect(() => outlineOfTexts(textsIn(scratch), publicDays())).toThrow();
});
