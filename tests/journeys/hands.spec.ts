/** An order never stays with somebody who can be asked no more; and who is asked is on duty when asked. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, test } from '@jest/globals';
import type { Actor, Area } from '@mulin/kernel';
import type { Json } from './http.js';
import {
  called,
  openSampleTown,
  riverHeadMember,
  samplePack,
  type SampleTown,
  storyOf,
} from './sample-town.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-hands-'));
let packs = 0;

type Duty = Readonly<{ account: string; microGrids: readonly string[]; from?: string; until?: string }>;

/** Everybody of the sample who can be asked. */
const membersOfTown = (): readonly string[] =>
  (
    JSON.parse(readFileSync(path.join(samplePack, 'rosters.json'), 'utf8')) as { members: Duty[] }
  ).members.map(({ account }) => account);

/** The sample town, with these duties in River Head's first micro-grid. */
const packWith = (duties: readonly Duty[]): string => {
  const pack = path.join(folder, String(++packs));
  cpSync(samplePack, pack, { recursive: true });
  const file = path.join(pack, 'rosters.json');
  const { members, leaders } = JSON.parse(readFileSync(file, 'utf8')) as { members: Duty[]; leaders: Json[] };
  const others = members.filter(({ microGrids }) => !microGrids.includes('hetou-1-a'));
  writeFileSync(file, JSON.stringify({ members: [...duties, ...others], leaders }));
  return pack;
};

/** Areas come from accounts as paths. */
const member = (id: string): Actor => ({
  id,
  role: 'grid-member',
  area: 'mu/dongguan/hetou/hetou-1/hetou-1-a' as Area,
});
const others = { 'li-wei': member('li-wei'), 'zhang-min': member('zhang-min') };

let town: SampleTown;
const open = async (start: string, pack = samplePack) => {
  town = await openSampleTown(start, { pack, others });
};
afterEach(() => town.close());
afterAll(() => rmSync(folder, { recursive: true }));

const here = { microGrids: ['hetou-1-a'] } as const;
const li = { account: 'li-wei', ...here, until: '2026-03-04T00:00:00+08:00' };
const zhang = { account: 'zhang-min', ...here, from: '2026-03-04T00:00:00+08:00' };

const orderOf = (id: string) => town.read('auditor', `/api/v1/orders/${id}`);
const offersOf = async (number: string) =>
  (await storyOf(town, number)).timeline
    .filter(({ type }) => type.includes('order-offered'))
    .map(({ text }) => text);

describe('Who is asked', () => {
  test('is on duty when asked, though the call came when somebody else was', async () => {
    await open('2026-03-05T09:00:00+08:00', packWith([li, zhang]));
    const { id } = await called(town, undefined, { reportedAt: '2026-03-03T16:00:00+08:00' });
    expect(await orderOf(id)).toMatchObject({ state: 'offered', member: 'zhang-min' });
  });

  test('changes with the duty: what was offered and not taken goes on, what was taken stays while they come back', async () => {
    const back = { account: 'li-wei', ...here, from: '2026-03-05T00:00:00+08:00' };
    await open(
      '2026-03-03T23:50:00+08:00',
      packWith([li, { ...zhang, until: '2026-03-05T00:00:00+08:00' }, back]),
    );
    const [offered, taken] = [await called(town), await called(town)];
    expect(await town.post('li-wei', `/api/v1/orders/${taken.id}/take`)).toMatchObject({ status: 200 });

    await town.until('2026-03-04T00:01:00+08:00');
    expect(await orderOf(offered.id)).toMatchObject({ state: 'offered', member: 'zhang-min', leg: 2 });
    expect(await orderOf(taken.id)).toMatchObject({ state: 'taken', member: 'li-wei', leg: 1 });
    expect((await town.list('zhang-min', '/api/v1/orders')).map(({ caseId }) => caseId)).toEqual([
      offered.id,
    ]);
    expect(await offersOf(offered.number)).toEqual([
      expect.not.stringContaining('because'),
      expect.stringContaining('because the duty of who had it has ended'),
    ]);
  });

  test('who leaves the roster for good leaves nothing behind', async () => {
    await open('2026-03-03T23:50:00+08:00', packWith([li, zhang]));
    const cases = [await called(town), await called(town), await called(town)];
    for (const { id } of cases.slice(1)) await town.post('li-wei', `/api/v1/orders/${id}/take`);
    await town.until('2026-03-04T00:01:00+08:00');
    for (const { id } of cases)
      expect(await orderOf(id)).toMatchObject({ state: 'offered', member: 'zhang-min', leg: 2 });
    expect(await town.list('li-wei', '/api/v1/orders')).toEqual([]);
  });
});

describe('An account that is disabled', () => {
  test('is asked nothing more, opens nothing, and what it holds goes to whoever stands in', async () => {
    await open('2026-03-02T09:00:00+08:00');
    const [offered, taken] = [await called(town), await called(town)];
    await town.post(riverHeadMember, `/api/v1/orders/${taken.id}/take`);
    const gone = `/api/v1/accounts/${encodeURIComponent(riverHeadMember)}/disable`;
    expect(await town.post('operator', gone)).toMatchObject({ status: 200 });

    expect(await town.post(riverHeadMember, `/api/v1/orders/${offered.id}/take`)).toMatchObject({
      status: 401,
    });
    const late = await called(town);
    await town.until('2026-03-02T09:01:00+08:00');
    const neighbour = 'grid-member@mu/dongguan/hetou/hetou-1/hetou-1-b';
    for (const { id } of [offered, taken])
      expect(await orderOf(id)).toMatchObject({ member: neighbour, leg: 2 });
    // Nobody else is on duty in that micro-grid: of what comes now the arbiter decides.
    expect(await orderOf(late.id)).toMatchObject({ state: 'with-arbiter', because: 'nobody-on-duty' });
    expect(await offersOf(taken.number)).toEqual([
      expect.not.stringContaining('because'),
      expect.stringContaining('because the account of who had it is disabled'),
    ]);
  });

  test('of the last one in a village leaves it to the arbiter, who is told at once', async () => {
    await open('2026-03-02T09:00:00+08:00');
    const { id } = await called(town);
    for (const account of membersOfTown())
      await town.post('operator', `/api/v1/accounts/${encodeURIComponent(account)}/disable`);
    // The round in which it is seen, and the moment after it.
    await town.until('2026-03-02T09:01:00+08:00');
    await town.until('2026-03-02T09:01:01+08:00');
    expect(await orderOf(id)).toMatchObject({
      state: 'with-arbiter',
      because: 'nobody-on-duty',
      member: null,
    });
    expect(await town.list('community-secretary@mu/dongguan', '/api/v1/escalations')).toMatchObject([
      { caseId: id, clock: 'arbitrate/1/1', to: 'community-secretary' },
    ]);
  });
});
