import { expect, test } from '@jest/globals';
import { instant, Unavailable } from '@mulin/kernel';
import { memoryPlatform } from '@mulin/service';
import * as Clocks from '../domain/clocks/clocks.js';
import { sweep } from './sweep.js';
import { casesDue, clocksDue, type ClocksView } from '../views/clocks-due.js';

const now = instant('2026-03-02T01:00:00Z');
const terms = {
  clock: 'complete/1',
  cycle: 1,
  because: 'started',
  since: now,
  startedAt: now,
  dueAt: now,
  owedBy: now,
  ladder: [],
  policy: 'ordinary@1',
  calendar: 'town@1',
  provisional: false,
} as const;
/** A clock that is due now. */
const state = Clocks.decider.evolve(Clocks.decider.initial, { type: 'TermsSet', data: terms });

/** As many cases as that, all of them due, in pages as they are asked for. */
const due = (count: number): Pick<ClocksView, 'list'> => ({
  list: async ({ limit = 50, cursor = '0' }) => {
    const from = Number(cursor);
    const until = Math.min(from + limit, count);
    const items = Array.from({ length: until - from }, (_, it) => ({
      caseId: `case-${from + it}`,
      state,
    }));
    return { items, next: until < count ? String(until) : null };
  },
});

const lookingAt = (count: number, look: (caseIds: readonly string[]) => Promise<void>) => {
  const { platform } = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now: () => now });
  const view = { ...platform.view('sla-timer', clocksDue), ...due(count) };
  const parts = { store: platform.eventStore('sla-timer'), scheduler: platform.scheduler('sla-timer') };
  return sweep({
    ...parts,
    view,
    due: casesDue(view),
    evaluate: look,
    now: () => now,
    every: platform.every,
  }).evaluateDue();
};

test('a case that cannot be looked at keeps no other from being looked at, and is told of', async () => {
  const seen = new Set<string>();
  const sweeping = lookingAt(1_200, async (caseIds) => {
    if (caseIds.includes('case-7')) throw new Error('case-7 cannot be read');
    caseIds.forEach((caseId) => seen.add(caseId));
  });
  await expect(sweeping).rejects.toThrow('case-7 cannot be read');
  expect(seen.size).toBe(1_199);
});

test('a world that is down is not asked again for each case', async () => {
  const groups: number[] = [];
  const sweeping = lookingAt(1_200, async (caseIds) => {
    groups.push(caseIds.length);
    if (caseIds.includes('case-7')) throw new Unavailable('the database is away');
  });
  await expect(sweeping).rejects.toThrow('the database is away');
  expect(groups).toEqual([500, 500, 200]);
});

test('where all can be looked at, each group is looked at once', async () => {
  const groups: number[] = [];
  await lookingAt(501, async (caseIds) => void groups.push(caseIds.length));
  expect(groups).toEqual([500, 1]);
});

test('a town whose clocks are still being read anew starts, and schedules them when they are there', async () => {
  const { platform } = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now: () => now });
  let isThere = false;
  const view = {
    waitUntil: async () => isThere,
    list: async (query: Parameters<ClocksView['list']>[0]) => {
      if (!isThere) throw new Unavailable('The view "clocks-due" is being made anew.');
      return due(3).list(query);
    },
  };
  const scheduled: string[] = [];
  const scheduler = {
    ...platform.scheduler('sla-timer'),
    schedule: async (caseId: string) => void scheduled.push(caseId),
  };
  const rounds: (() => Promise<unknown>)[] = [];
  const every = (_: number, work: () => Promise<unknown>) => {
    rounds.push(work);
    return async () => undefined;
  };
  const store = platform.eventStore('sla-timer');
  const look = async () => undefined;
  await sweep({ view, due: casesDue(view), store, scheduler, evaluate: look, now: () => now, every }).start();
  const round = async () => {
    for (const work of rounds) await work();
  };
  await expect(round()).rejects.toThrow('being made anew');
  expect(scheduled).toEqual([]);

  isThere = true;
  await round();
  await round();
  expect(scheduled).toEqual(['case-0', 'case-1', 'case-2']);
});
