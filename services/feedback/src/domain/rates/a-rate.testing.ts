/** One cycle as the specs of the rates tell of it: filed on 2 March in a micro-grid, judged and asked about later. */
import type { Instant } from '@mulin/kernel';
import { area, march, number } from '../a-case.testing.js';
import type { HeardEvent, Judged } from './rate-events.js';
import type { Party } from './exemption.js';

export const filed = (cycle = 1): HeardEvent => ({
  type: 'CycleFiled',
  data: {
    cycle,
    number,
    menuItem: 'sanitation',
    net: 'life',
    channel: 'portal',
    sequence: 0,
  },
});
export const corrected: HeardEvent = {
  type: 'CycleFiled',
  data: { cycle: 1, menuItem: 'traffic', net: 'production', sequence: 1 },
};
export const placed = (office: string | null = null, sequence = 0): HeardEvent => ({
  type: 'CyclePlaced',
  data: { cycle: 1, area, office, sequence },
});
/** It was sent to the other community. */
export const movedAway: HeardEvent = {
  type: 'CyclePlaced',
  data: { cycle: 1, area: 'mu/nanyuan/liulin/liulin-1', office: null, sequence: 7 },
};
/** Somebody's from a moment on. */
export const placedAt = (
  where: string | null,
  sequence: number,
  since: Instant,
  office: string | null = null,
): HeardEvent => ({
  type: 'CyclePlaced',
  data: { cycle: 1, area: where, office, sequence, since },
});
export const metAt = (clock: string, endedAt: Instant, sequence = 0): HeardEvent => ({
  type: 'ClockJudged',
  data: { cycle: 1, clock, sequence, standing: 'met', endedAt },
});
export const missedAt = (clock: string, dueAt: Instant, sequence = 0): HeardEvent => ({
  type: 'ClockJudged',
  data: { cycle: 1, clock, sequence, standing: 'missed', dueAt },
});
export const judged = (clock: string, standing: Judged['standing'], sequence = 0): HeardEvent => ({
  type: 'ClockJudged',
  data: {
    cycle: 1,
    clock: `${clock}/1`,
    sequence,
    ...(standing === 'missed' ? { standing, dueAt: march(3) } : { standing }),
  },
});

const party = (account: string, role: string, where: string, offices: readonly string[] = []): Party => ({
  account,
  role,
  area: where,
  offices,
});
export const gridLeader = party('leader-he', 'grid-leader', 'mu/dongguan/hetou/hetou-1');
export const secretary = party('secretary-dong', 'community-secretary', 'mu/dongguan');
export const otherSecretary = party('secretary-nan', 'community-secretary', 'mu/nanyuan');
export const desk = party('clerk-fang', 'hotline-clerk', 'mu');
export const otherDesk = party('clerk-bai', 'hotline-clerk', 'mu');
export const townLeader = party('leader-gao', 'town-leader', 'mu');
export const worksOffice = party('works-lu', 'office-member', 'mu', ['urban-works']);
