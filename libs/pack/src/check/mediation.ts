/** What the terms of mediation allow and nobody can mean. All of it warnings: the town runs, and somebody is missed. */
import type { Instant } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import { ownTermsIn } from '../read/mediation.js';
import type { Rules } from '../read/rules.js';
import { type Laddered, ladderRolesIn, warningsOfLadders } from './ladders.js';
import { startsFrom } from './reckoning.js';

const { warning } = problemsIn('mediation.json');

/** By which calendars the file counts; whom its ladders name, who must be there. */
export const namedInMediation = (json: unknown) => {
  const terms = ownTermsIn(json);
  return {
    calendars: terms.map(({ calendar }) => calendar),
    roles: ladderRolesIn(terms).filter((role) => role !== 'holder'),
  };
};

/** What a town sets down itself is looked at, with what of the usual terms it leaves as it is. */
export const mediationWarnings = (
  json: unknown,
  { calendars }: Pick<Rules, 'calendars'>,
  now: Instant,
): readonly PackProblem[] =>
  ownTermsIn(json).flatMap((terms: Laddered & Readonly<{ calendar: string }>) => {
    const calendar = calendars.find(({ id }) => id === terms.calendar);
    return warningsOfLadders(
      warning,
      terms,
      calendar === undefined ? null : { calendar, starts: startsFrom(now) },
    );
  });
