import { expect, test } from '@jest/globals';
import { area, march, number } from '../../domain/a-case.testing.js';
import { filed, metAt, missedAt, placedAt } from '../../domain/rates/a-rate.testing.js';
import type { Event } from '../../domain/rates/rate-events.js';
import { measuredBy, unmeasured } from '../../domain/rates/rate-state.js';
import type { RatedCycle } from '../../views/rated-cycles.js';
import { listRatedCases } from './rated-cases.js';

const next = 'mu/nanyuan/liulin/liulin-1';
const everything = { area: 'mu', offices: null, from: null, to: null };

const rowOf = (caseId: string, ...events: readonly Event[]): RatedCycle => ({
  ...events.reduce(measuredBy, unmeasured),
  ...{ caseId, cycle: 1, wasReached: false, rating: null, ends: [], mergeUndoneAt: null, redoAt: null },
});

type Deps = Parameters<typeof listRatedCases>[0];

/** A read model that finds all of these, page by page. */
const showing = (rows: readonly RatedCycle[]): Deps => {
  const list: Deps['ratedCycles']['list'] = async ({ limit = 100, cursor = '0' }) => {
    const end = Number(cursor) + limit;
    return { items: rows.slice(Number(cursor), end), next: end < rows.length ? String(end) : null };
  };
  return { town: 'mu', ratedCycles: { list } as Deps['ratedCycles'] };
};

const handedOn = [
  filed(),
  placedAt(area, 1, march(2)),
  placedAt(next, 2, march(4)),
  metAt('take/1/2', march(5)),
];
const inTime = (nth: number) => rowOf(`in-time-${nth}`, ...handedOn, metAt('contact/1', march(3)));
const late = rowOf('late', ...handedOn, missedAt('contact/1', march(3)));

test('A page goes on until it is full or nothing is left, however many cycles give nothing', async () => {
  const deps = showing([...Array.from({ length: 60 }, (_, nth) => inTime(nth)), late, inTime(60)]);
  const page = await listRatedCases(deps, {
    scope: everything,
    limit: 50,
    measure: 'response',
    missed: true,
  });
  expect(page.items).toEqual([expect.objectContaining({ caseId: 'late', response: { of: 1, yes: 0 } })]);
  expect(page.next).toBeNull();
  const [first, second] = [
    await listRatedCases(deps, { scope: everything, limit: 50 }),
    await listRatedCases(deps, { scope: everything, limit: 50, cursor: '50' }),
  ];
  expect([first.items.length, first.next, second.items.length]).toEqual([50, '50', 12]);
});

test('What was taken out is not behind an adjusted figure, whatever else of its cycle counts', async () => {
  const by = { account: 'a', role: 'grid-leader' };
  const asked = {
    number,
    cycle: 1,
    area,
    reason: 'force-majeure',
    evidenceId: 'e',
    by,
    askedAt: march(8),
  } as const;
  const exempt = rowOf(
    'exempt',
    ...handedOn,
    missedAt('contact/1', march(3)),
    { type: 'ExemptionAsked', data: asked },
    { type: 'ExemptionDecided', data: { number, cycle: 1, area, granted: true, by, decidedAt: march(9) } },
  );
  const listed = (wanted: object) =>
    listRatedCases(showing([exempt]), { scope: everything, limit: 50, ...wanted });
  const lateOnes = { measure: 'response', missed: true } as const;
  expect((await listed({ ...lateOnes, exempt: false })).items).toEqual([]);
  expect((await listed({ ...lateOnes, exempt: true })).items).toEqual([
    expect.objectContaining({ area, response: { of: 1, yes: 0 }, onTime: { of: 1, yes: 0 }, isExempt: true }),
  ]);
  expect((await listed({ measure: 'onTime', exempt: false })).items).toEqual([
    expect.objectContaining({ area: next, onTime: { of: 1, yes: 1 }, isExempt: false }),
  ]);
});
