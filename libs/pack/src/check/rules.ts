/** What the rules of a pack allow and nobody can mean. All of it warnings: the town runs, and somebody is missed. */
import { urgencies, type Urgency } from '../words.js';
import type { Instant } from '@mulin/kernel';
import { type PackProblem, problemsIn } from '../problem.js';
import type { Calendar } from '@mulin/working-time';
import type { OwnCalendar, Rules } from '../read/rules.js';
import { calendarWarnings } from './calendars.js';
import { ladderWarnings } from './ladders.js';
import { startsFrom } from './reckoning.js';
import { targetWarnings, targetWarningsBetween } from './targets.js';

/** Which policy a demand of a raised urgency climbs by: the one that the pack names for it, or that is called so. */
export const policyOfUrgency = (urgency: Urgency, policies: Rules['policies']): string =>
  policies[0]?.raisedTo?.[urgency] ?? urgency;

const unused = ({ policies, calendars }: Rules): readonly PackProblem[] =>
  calendars
    .filter(({ id }) => policies.every(({ calendar }) => calendar !== id))
    .map(({ id }) =>
      problemsIn('calendars.json').warning('calendar-never-used', id, {
        en: 'no policy, no shift and no terms of mediation count by it',
        zh: '没有任何时限规则、班次或调解时限使用该日历',
      }),
    );

const policyWarnings = ({ policies, calendars }: Rules, now: Instant): readonly PackProblem[] => {
  const starts = startsFrom(now);
  const trialBy = (id: string) => {
    const calendar: Calendar | undefined = calendars.find((it) => it.id === id);
    return calendar === undefined ? null : { calendar, starts };
  };
  const own = urgencies.flatMap((urgency) => {
    const policy = policies.find(({ id }) => id === policyOfUrgency(urgency, policies));
    return policy === undefined ? [] : [{ urgency, policy }];
  });
  const common = trialBy(own[0]?.policy.calendar ?? '');
  return [
    ...policies.flatMap((policy) => {
      const trial = trialBy(policy.calendar);
      return [...ladderWarnings(policy, trial), ...(trial === null ? [] : targetWarnings(policy, trial))];
    }),
    ...(common === null ? [] : targetWarningsBetween(own, common)),
  ];
};

/**
 * What works and can hardly be meant in policies and calendars.
 *
 * @param own the calendars as their file has them, in the order of the rules.
 * @param now warnings are as things stand at this moment.
 */
export const warningsOfRules = (
  rules: Rules,
  own: readonly OwnCalendar[],
  now: Instant,
): readonly PackProblem[] => [
  ...rules.calendars.flatMap((whole, place) => {
    const calendar = own[place];
    return calendar === undefined ? [] : calendarWarnings(calendar, whole, { place, now });
  }),
  ...unused(rules),
  ...policyWarnings(rules, now),
];
