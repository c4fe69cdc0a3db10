/** How far a case is with its feedback, as people read it. */
import type { State } from '../domain/rating-state.js';
import {
  askedLast,
  isCalled,
  nextCallFrom,
  type Open,
  openIn,
  ratingUntil,
  sinceOf,
  stageOf,
} from '../domain/standing.js';

const ratedIn = ({ rating }: Open) => {
  if (rating === null) return null;
  const { response, resolution, satisfaction } = rating;
  return { response, resolution, satisfaction };
};

/** Until when what is waited for. */
const waitedFor = (open: Open | null) => {
  if (open === null) return { nextCallFrom: null, ratingUntil: null };
  return {
    nextCallFrom: isCalled(open) ? null : nextCallFrom(open),
    ratingUntil: open.secretaryAskedAt === null ? ratingUntil(open) : null,
  };
};

/** `null`: nothing was asked. */
export const feedbackOf = (caseId: string, state: State) => {
  const last = askedLast(state);
  if (last === null) return null;
  const { number, cycle, area } = last.question;
  return {
    caseId,
    number,
    cycle,
    area,
    state: stageOf(state),
    since: sinceOf(last),
    attempts: last.attempts.length,
    lastOutcome: last.attempts.at(-1)?.outcome ?? null,
    ...waitedFor(openIn(state)),
    rating: ratedIn(last),
    because: last.conclusion?.because ?? null,
  };
};
