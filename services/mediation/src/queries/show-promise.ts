/** A promise as people read it, by what time it is for the reader. */
import type { Instant } from '@mulin/kernel';
import { type Known, type Standing, standingAt } from '../domain/promise/promise.js';
import type { promises } from '../views/promises.js';
import type { WhereOf } from '@mulin/kernel';

export const promiseOf = (promiseId: string, it: Known, now: Instant) => ({
  promiseId,
  number: it.number,
  area: it.area,
  owner: it.owner,
  day: it.day,
  caseNumber: it.about?.number ?? null,
  state: standingAt(it, now),
  madeAt: it.madeAt,
  dueAt: it.dueAt,
  keptAt: it.kept?.at ?? null,
  droppedAt: it.dropped?.at ?? null,
});

/** For everybody: nobody's name, and only the words that were meant for everybody. */
export const publicPromiseOf = (it: Known, now: Instant) => ({
  number: it.number,
  area: it.area,
  text: it.publicText,
  state: standingAt(it, now),
  madeAt: it.madeAt,
  dueAt: it.dueAt,
  keptAt: it.kept?.at ?? null,
});

type Where = WhereOf<typeof promises>;

/** Which rows stand so at a moment. */
export const whereStanding = (state: Standing, now: Instant): Where => {
  switch (state) {
    case 'open':
      return { end: null, dueAt: { gte: now } };
    case 'broken':
      return { or: [{ end: 'dropped' }, { end: null, dueAt: { lt: now } }] };
    case 'kept':
    case 'late':
      return { end: state };
  }
};
