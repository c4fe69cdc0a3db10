/** News of one case, each counted by the service that tells it, and what waits for whom by it. */
import { fold, instant } from '@mulin/kernel';
import { isLeftOut, marksOf, marksOfReader } from './addressees.js';
import type {
  CaseNews,
  DisputeNews,
  ObservedEvent,
  OfCommitments,
  OfFeedback,
  OfIntake,
  OfMediation,
  OfRouting,
  OfSlaTimer,
} from './observed-events.js';
import type { Item } from './item.js';
import * as Matter from './matter.js';

export const caseId = '6f1c9a52-8f0e-4b65-9d8f-2f6a0c1e7b11';
export const number = 'mu-2026-000417';
export const area = 'mu/c1/v1/g1/m1';
export const now = instant('2026-03-02T09:00:00Z');

/** Each news is an hour later than the one before. */
export const teller = () => {
  let hour = 0;
  const counts = new Map<string, number>();
  const next = (from: string) => {
    const count = (counts.get(from) ?? 0) + 1;
    counts.set(from, count);
    return {
      at: `2026-03-02T${String(hour++).padStart(2, '0')}:00:00.000Z`,
      place: `b${String(count).padStart(10, '0')}`,
    };
  };
  return {
    intake: (said: OfIntake): CaseNews => ({ from: 'intake', said, ...next('intake') }),
    routing: (said: OfRouting): CaseNews => ({ from: 'routing', said, ...next('routing') }),
    timer: (said: OfSlaTimer): CaseNews => ({ from: 'sla-timer', said, ...next('sla-timer') }),
    feedback: (said: OfFeedback): CaseNews => ({ from: 'feedback', said, ...next('feedback') }),
    mediation: (said: OfMediation): DisputeNews => ({ from: 'mediation', said, ...next('mediation') }),
    commitments: (said: OfCommitments): DisputeNews => ({
      from: 'commitments',
      said,
      ...next('commitments'),
    }),
  };
};

export type Who = Readonly<{ id: string; role: string; area: string }>;

export const isFor = (who: Who, it: Item): boolean =>
  !isLeftOut(who, it) && marksOfReader(who).some((mark) => marksOf(it.to).includes(mark));

export const after = (heard: readonly ObservedEvent[], before = Matter.decider.initial): Matter.State =>
  heard.reduce((state, it) => fold(Matter.decider, Matter.observe(caseId, it)(state, now), state), before);

/** All that waits, in the order of its ids. */
export const waiting = (heard: readonly ObservedEvent[]): readonly Item[] =>
  Object.values(after(heard).items).sort((one, other) => (one.id < other.id ? -1 : 1));
