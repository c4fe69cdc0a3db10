/** The sample town is made by a script: whoever changes the script writes the town anew, and nobody edits it by hand. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from '@jest/globals';
import { instant, levelOf } from '@mulin/kernel';
import { gridsAt, lineOf, packIn, problemsOfPack } from '@mulin/pack';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sample = path.join(root, 'infra/packs/sample');
const scratch = mkdtempSync(path.join(tmpdir(), 'mulin-sample-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const { town, routing } = packIn(sample);
const now = instant('2026-11-26T10:00:00+08:00');
const before = instant('2025-12-31T23:59:59+08:00');
const inNet = (net: string, at = now) => gridsAt(routing.grids, at).filter((grid) => grid.net === net);
const peopleIn = (duties: ReadonlyMap<string, readonly Readonly<{ account: string }>[]>) =>
  [...duties.values()].flat().map(({ account }) => account);

test('The script makes the files of the sample town to the byte (node infra/scripts/write-sample-pack.mjs)', () => {
  execFileSync(process.execPath, [path.join(root, 'infra/scripts/write-sample-pack.mjs'), scratch], {
    stdio: 'pipe',
  });
  expect(readdirSync(scratch).sort()).toEqual(readdirSync(sample).sort());
  for (const name of readdirSync(scratch)) {
    const [made, kept] = [scratch, sample].map((folder) => readFileSync(path.join(folder, name)));
    expect({ name, isSame: made?.equals(kept ?? Buffer.of()) }).toEqual({ name, isSame: true });
  }
}, 120_000);

describe('The sample town', () => {
  test('has 8 communities and 90 grids, redrawn into 297 micro-grids of the life net', () => {
    const atLevel = (level: string) => town.areas.filter(({ path: it }) => levelOf(it) === level);
    expect([atLevel('community').length, atLevel('grid').length]).toEqual([8, 90]);
    expect([inNet('life', before).length, inNet('life').length]).toEqual([90, 297]);
    expect(inNet('production').length).toBeGreaterThan(8);
    expect(inNet('commerce').length).toBeGreaterThan(8);
  });

  test('has nothing that a check would name: no gap, no overlap, nobody in two places, no hour without anybody', () => {
    expect(problemsOfPack(sample, now).map((it) => lineOf(it))).toEqual([]);
  }, 120_000);

  test('has people of every kind, each with a name of their own', () => {
    const { members, leaders, watch, helpers, offices } = routing.rosters;
    const roles = new Set([...leaders.values(), ...helpers.values()].flat().map(({ role }) => role));
    expect(roles).toEqual(
      new Set([
        'grid-leader',
        'village-committee',
        'community-secretary',
        'town-leader',
        'mediator',
        'verifier',
        'helper',
      ]),
    );
    expect(offices.size).toBeGreaterThan(7);
    const named = new Map(
      [...members.values(), ...leaders.values(), ...watch.values(), ...helpers.values()]
        .flat()
        .map(({ account, name }) => [account, name?.zh]),
    );
    expect(new Set(named.values()).size).toBe(named.size);
    expect(new Set(peopleIn(watch)).size).toBe(48);
  });
});
