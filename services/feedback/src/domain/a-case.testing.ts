/** One case, as the specs of this service tell of it: reported on 2 March, finished on the 3rd, verified on the 4th. */
import { instant } from '@mulin/kernel';
import type { Event, Finish, Terms, Verification } from './rating-events.js';

export const march = (date: number, hour = 9, minute = 0) =>
  instant(Date.UTC(2026, 2, date, hour - 8, minute));

export const terms: Terms = {
  callBack: { attempts: 3, hoursBetween: 4 },
  rating: { days: 7 },
  redo: { atMost: 2 },
  reopen: { days: 15 },
};

export const number = 'mu-2026-000417';
export const area = 'mu/dongguan/hetou/hetou-1/hetou-1-a';
export const li = 'li-wei';
export const clerk = 'clerk-fang';

export const asking = {
  number,
  menuItem: 'sanitation',
  reportedAt: march(2),
  asker: 'resident-wang',
  wordsId: 'ee96a2ad-4c0f-8d13-9a52-1ad8b7a0a1a3',
};
export const noted: Event = {
  type: 'CaseNoted',
  data: { ...asking, notedAt: march(2), sequence: '0000000000' },
};

export const finish = (cycle = 1, round = 1): Finish => ({
  cycle,
  round,
  member: li,
  area,
  result: 'solved',
  finishedAt: march(2 + cycle, 10),
});
export const verification = (cycle = 1, round = 1): Verification => ({
  number,
  cycle,
  round,
  area,
  handlers: [li],
  result: 'solved',
  verifiedAt: march(3 + cycle),
});

/** Somebody else has verified the work, and whoever asked is asked since then. */
export const asked = (cycle = 1): readonly Event[] => {
  const data = verification(cycle);
  return [
    { type: 'VerificationNoted', data },
    { type: 'CallBackDue', data: { ...data, terms, askedAt: data.verifiedAt } },
  ];
};
export const began = (cycle: number): Event => ({ type: 'CycleBegan', data: { cycle } });

export const content = { response: 'responded', resolution: 'solved', satisfaction: 'satisfied' } as const;
export const notContent = { ...content, resolution: 'not-solved', satisfaction: 'dissatisfied' } as const;
