/** A pack of short deadlines: nobody takes what was asked, and each person of the ladder sees it come within minutes. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { hour, instant, plus, second } from '@mulin/kernel';
import {
  called,
  nowhere,
  openSampleTown,
  riverHeadMember,
  samplePack,
  type SampleTown,
} from './sample-town.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-short-'));
const pack = path.join(folder, 'pack');
const start = '2026-03-02T12:30:00+08:00';
/** In the middle of the lunch break: what is counted in seconds is counted all the same. */
const after = (seconds: number) => plus(instant(start), seconds * second);

const leader = 'grid-leader@mu/dongguan/hetou/hetou-1';
const committee = 'village-committee@mu/dongguan/hetou';
const secretary = 'community-secretary@mu/dongguan';

let town: SampleTown;
beforeAll(() => {
  execFileSync(process.execPath, ['infra/scripts/hurry-pack.mjs', samplePack, pack]);
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What somebody has before them: of which clock, how grave. */
const before = async (who: string) =>
  (await town.list(who, '/api/v1/escalations')).map(
    ({ clock, level, to }) => `${String(clock)} ${String(level)} for ${String(to)}`,
  );
const own = async (who: string, role: string) => (await before(who)).filter((row) => row.endsWith(role));

const open = async () => {
  town = await openSampleTown(start, { pack });
};
const until = (seconds: number) => town.until(after(seconds));

describe('A demand of a short policy that nobody takes', () => {
  beforeAll(open);
  afterAll(() => town.close());

  test('comes before each person of its ladder in turn, until the town leader has it after two minutes', async () => {
    const { id, number } = await called(town);
    await until(1);
    for (const who of [riverHeadMember, leader, committee, secretary, 'town-leader'])
      expect([who, await before(who)]).toEqual([who, []]);

    await until(25);
    expect(await before(riverHeadMember)).toEqual(['take/1/1 warning for grid-member']);
    await until(35);
    expect(await own(leader, 'grid-leader')).toEqual(['take/1/1 warning for grid-leader']);
    await until(45);
    expect(await own(committee, 'village-committee')).toEqual(['take/1/1 escalation for village-committee']);
    expect(await own(secretary, 'community-secretary')).toEqual([
      'take/1/1 escalation for community-secretary',
    ]);
    expect(await own('town-leader', 'town-leader')).toEqual([]);
    await until(75);
    expect(await own('town-leader', 'town-leader')).toEqual(['take/1/1 escalation for town-leader']);

    // The secretary reads what was said, and gives it to somebody else.
    const words = await town.read(secretary, `/api/v1/orders/${id}/words?purpose=supervision`);
    expect(words).toMatchObject({ words: expect.any(String) });
    const given = await town.post(secretary, `/api/v1/orders/${id}/arbitrate`, { microGrid: 'hetou-1-b' });
    expect(given).toMatchObject({ status: 200, body: { state: 'offered', microGrid: 'hetou-1-b' } });
    expect(await before(riverHeadMember)).toEqual([]);
    const second = String(given.body['member']);
    await town.post(second, `/api/v1/orders/${id}/take`);
    await until(170);
    expect(await own('town-leader', 'town-leader')).toEqual(['complete/1 escalation for town-leader']);
    await town.post(second, `/api/v1/orders/${id}/finish`, { result: 'solved' });
    for (const who of [second, leader, committee, secretary, 'town-leader'])
      expect([who, await before(who)]).toEqual([who, []]);
    expect((await town.read('auditor', `/api/v1/timelines/${number}`))['state']).toBe('finished');
  });
});

describe('A demand of a short policy that lies on nobody’s land', () => {
  beforeAll(open);
  afterAll(() => town.close());

  test('comes before the secretary at once, who has a clock of their own; then before the town leader', async () => {
    await called(town, nowhere);
    await until(1);
    const [own1, own2] = [await before(secretary), await before('community-secretary@mu/nanyuan')];
    expect([...own1, ...own2].filter((row) => row.includes('community-secretary'))).toEqual([
      'arbitrate/1/1 warning for community-secretary',
    ]);
    for (const who of [leader, committee, riverHeadMember])
      expect([who, await before(who)]).toEqual([who, []]);
    await until(50);
    const late = await town.list('town-leader', '/api/v1/escalations');
    expect(late.map(({ to, clocks }) => [to, clocks])).toEqual([
      ['community-secretary', expect.arrayContaining(['arbitrate/1/1'])],
      ['town-leader', expect.arrayContaining(['arbitrate/1/1'])],
    ]);
  });
});

describe('Ladders that are not alike', () => {
  beforeAll(open);
  afterAll(() => town.close());

  test('are each climbed by their own steps: a consultation reaches the grid leader late, and no town leader', async () => {
    const { id } = await called(town, undefined, { menuItem: 'consultation' });
    await town.post(riverHeadMember, `/api/v1/orders/${id}/take`);
    const told = new Map<string, string>();
    for (let now = 5; now <= 180; now += 5) {
      await until(now);
      for (const item of await town.list('auditor', '/api/v1/escalations'))
        if (item['level'] === 'escalation' && !told.has(String(item['to'])))
          told.set(String(item['to']), `${String(item['clock'])} after ${now} s`);
    }
    expect(Object.fromEntries(told)).toEqual({
      'grid-leader': 'complete/1 after 95 s',
      'village-committee': 'complete/1 after 125 s',
      'community-secretary': 'complete/1 after 125 s',
    });
    await town.until(plus(instant(start), 200 * hour));
    expect(await town.list('auditor', '/api/v1/escalations?to=town-leader')).toEqual([]);
  });
});
