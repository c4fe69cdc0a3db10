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
const written = path.join(scratch, 'written');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const { town, routing, slaTimer, mediation } = packIn(sample);
const usual = packIn(path.join(root, 'infra/packs/small')).slaTimer.commitments;
const now = instant('2026-11-26T10:00:00+08:00');
const before = instant('2025-12-31T23:59:59+08:00');
const inNet = (net: string, at = now) => gridsAt(routing.grids, at).filter((grid) => grid.net === net);
const peopleIn = (duties: ReadonlyMap<string, readonly Readonly<{ account: string }>[]>) =>
  [...duties.values()].flat().map(({ account }) => account);

test('The script makes the files of the sample town to the byte (node infra/scripts/write-sample-pack.mjs)', () => {
  execFileSync(process.execPath, [path.join(root, 'infra/scripts/write-sample-pack.mjs'), written], {
    stdio: 'pipe',
  });
  expect(readdirSync(written).sort()).toEqual(readdirSync(sample).sort());
  for (const name of readdirSync(written)) {
    const [made, kept] = [written, sample].map((folder) => readFileSync(path.join(folder, name)));
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

  test('has demands whose work is shown by a photo', () => {
    const shown = routing.items.filter(({ finish }) => finish?.photo === true).map(({ id }) => id);
    expect(shown).toEqual(expect.arrayContaining(['illegal-building', 'manhole-covers']));
  });

  const loop = ['contact', 'heartbeat', 'help', 'verify', 'call-back', 'acknowledge'];
  const rulesOf = (clock: string) =>
    slaTimer.policies.flatMap(({ clocks }) => clocks.filter(({ name }) => name === clock));

  test('keeps every clock between taking an order and closing the case, each with a ladder of its own', () => {
    for (const name of loop) {
      const rules = rulesOf(name);
      // An answer takes three days: nobody reports in between, and nobody is called in.
      const without = ['heartbeat', 'help'].includes(name) ? 1 : 0;
      expect([name, rules.length]).toEqual([name, slaTimer.policies.length - without]);
      expect([name, rules.filter(({ ladder }) => ladder === undefined)]).toEqual([name, []]);
    }
    expect(slaTimer.policies.map(({ redo }) => redo?.share)).toEqual(slaTimer.policies.map(() => 0.5));
  });

  test('differs between its policies as towns do: in lengths, and in who hears of what', () => {
    const distinct = (values: readonly unknown[]) => new Set(values.map((it) => JSON.stringify(it))).size;
    for (const name of loop)
      expect([name, distinct(rulesOf(name).map(({ length }) => length)) > 2]).toEqual([name, true]);
    for (const name of ['contact', 'heartbeat'])
      expect(distinct(rulesOf(name).map(({ ladder }) => ladder))).toBeGreaterThan(4);
  });

  test('hears of a secretary who does not answer in the town leader', () => {
    for (const { ladder = [] } of rulesOf('acknowledge'))
      expect(ladder.at(-1)).toEqual({ to: ['town-leader'], share: 1 });
  });

  test('mediates in homes of several communities, by terms of its own that differ from colour to colour', () => {
    const communities = mediation.homes.map(({ area }) => area);
    expect(new Set(communities).size).toBe(4);
    expect(communities.map(levelOf)).toEqual(communities.map(() => 'community'));
    const settle = ({ clocks }: (typeof usual)[number]) =>
      clocks.find(({ name }) => name === 'settle')?.length;
    const own = slaTimer.commitments;
    expect(own.map(({ id }) => id)).toEqual(usual.map(({ id }) => id));
    for (const [place, policy] of own.entries()) expect(policy.ladder).not.toEqual(usual[place]?.ladder);
    expect(new Set(own.map((it) => JSON.stringify(it.ladder))).size).toBe(4);
    expect(new Set(own.map((it) => JSON.stringify(settle(it)))).size).toBe(4);
  });

  test('can be watched in a hurry (infra/scripts/hurry-pack.mjs): it is a town still', () => {
    const hurried = path.join(scratch, 'hurried');
    execFileSync(process.execPath, [path.join(root, 'infra/scripts/hurry-pack.mjs'), sample, hurried]);
    const { policies, commitments } = packIn(hurried).slaTimer;
    const settling = commitments.flatMap(({ clocks }) => clocks.filter(({ name }) => name === 'settle'));
    expect(settling.map(({ length }) => length.unit)).toEqual(['hour', 'hour', 'hour']);
    expect(policies.map(({ id }) => id)).toEqual(slaTimer.policies.map(({ id }) => id));
    const lengths = policies.flatMap(({ id, clocks }) =>
      clocks.flatMap(({ name, length, urgencies = {} }) =>
        [length, ...Object.values(urgencies)].map((it) => ({ of: `${id} ${name}`, ...it })),
      ),
    );
    expect(lengths.length).toBeGreaterThan(policies.length * loop.length);
    // Within three minutes, around the clock: an hour of it is an hour of everybody's day.
    const isShort = ({ unit, amount }: (typeof lengths)[number]) =>
      unit === 'hour' && amount > 0 && amount * 3_600 <= 180;
    expect(lengths.filter((it) => !isShort(it))).toEqual([]);
  });

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
