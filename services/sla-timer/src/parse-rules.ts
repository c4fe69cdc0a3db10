/** What sla-timer reads of a town pack: `policies.json` and `calendars.json`. */
import { addressees, urgencies } from '@mulin/contracts';
import { Rejection } from '@mulin/kernel';
import {
  type Calendar,
  calendarOf,
  calendarProblems,
  type PublicDays,
  units,
  withPublicDays,
} from '@mulin/working-time';
import { z } from 'zod';
import type { Rules } from './keep-rules.js';
import type { Policy } from './domain/policy.js';

/** As many of its unit as any town would promise: more is a slip of the pen. */
const most = {
  'working-second': 1e8,
  'working-minute': 2e6,
  'working-hour': 30_000,
  hour: 90_000,
  day: 3_650,
};

const mostOf = (unit: (typeof units)[number]): number =>
  unit === 'working-day' || unit === 'calendar-day' ? most.day : most[unit];

const length = z.strictObject({
  unit: z.enum(units),
  amount: z.number(),
  end: z.enum(['close', 'same-time']).optional(),
});
const Span = length.refine(
  ({ unit, amount }) => Math.abs(amount) <= mostOf(unit),
  'is longer than ten years',
);
const Length = Span.refine(({ amount }) => amount > 0, 'must be more than nothing');

const to = z.union([z.array(z.enum(addressees)).min(1), z.enum(addressees).transform((role) => [role])]);
const Rung = z.union([
  z.strictObject({ to, share: z.number().nonnegative().max(10) }),
  z.strictObject({ to, after: Span }),
]);

const Clock = z.strictObject({
  name: z.enum(['accept', 'take', 'complete', 'arbitrate']),
  length: Length,
  urgencies: z.partialRecord(z.enum(urgencies), Length).optional(),
  ladder: z.array(Rung).optional(),
});

const PolicyShape = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'must be a kebab-case word'),
  calendar: z.string().min(1),
  clocks: z.array(Clock).min(1),
  ladder: z.array(Rung).optional(),
});
const Policies = z.strictObject({
  policies: z.array(PolicyShape).min(1),
  /** Whose ladder a demand takes that somebody made so urgent; without a word, the policy that is called so. */
  urgencies: z.partialRecord(z.enum(urgencies), z.string().min(1)).optional(),
});
const Calendars = z.strictObject({ calendars: z.array(z.unknown()).min(1) });

/** Half-way the grid member is reminded; a missed deadline goes up to the town leader. */
export const usualLadder: Policy['ladder'] = [
  { share: 0.5, to: ['grid-member'] },
  { share: 0.8, to: ['grid-leader'] },
  { share: 1, to: ['village-committee', 'community-secretary'] },
  { after: { unit: 'working-day', amount: 1 }, to: ['town-leader'] },
];

const wrong = (file: string, { issues }: z.ZodError): readonly string[] =>
  issues.map(({ path, message }) => `${file}: ${path.join('.') || 'file'}: ${message}`);

const twice = (file: string, ids: readonly string[]): readonly string[] =>
  ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `${file}: ${id} stands there twice`);

const publicDaysIn = (calendar: unknown): string | null =>
  typeof calendar === 'object' && calendar !== null && 'publicDays' in calendar
    ? String(calendar.publicDays)
    : null;

/** Without the word that only a pack knows: `publicDays` names the country whose holidays it takes. */
const own = (calendar: unknown): unknown => {
  if (publicDaysIn(calendar) === null) return calendar;
  const { publicDays: _, ...rest } = calendar as Readonly<Record<string, unknown>>; // it has that field
  return rest;
};

const neverWorks = ({ week, overrides }: Calendar): boolean =>
  Object.values(week).every((segments) => segments.length === 0) &&
  Object.values(overrides).every(({ segments }) => segments.length === 0);

type PublicDaysOf = Readonly<Record<string, PublicDays>>;

/** Deadlines are counted by the town's clocks: days that begin elsewhere at another hour are a slip of the pen. */
const problemsOfCalendar = (calendar: unknown, zone: string | undefined): readonly string[] => {
  const mistakes = calendarProblems(own(calendar));
  if (mistakes.length > 0) return mistakes.map(({ at, sentence }) => `.${at}: ${sentence.en}`);
  const read = calendarOf(own(calendar));
  const elsewhere =
    zone === undefined || read.zone === zone
      ? []
      : [`.zone: ${read.zone} is not the zone of the town, ${zone}`];
  return [...elsewhere, ...(neverWorks(read) ? [': nobody ever works by it'] : [])];
};

const problemsOfCalendars = (
  json: unknown,
  publicDays: PublicDaysOf,
  zone: string | undefined,
): readonly string[] => {
  const parsed = Calendars.safeParse(json);
  if (!parsed.success) return wrong('calendars.json', parsed.error);
  const ids = parsed.data.calendars.map((it) => String((own(it) as { id?: unknown } | null)?.id));
  return [
    ...twice('calendars.json', ids),
    ...parsed.data.calendars.flatMap((calendar, place) => {
      const at = `calendars.json: calendars.${place}`;
      const country = publicDaysIn(calendar);
      const unknown =
        country !== null && publicDays[country] === undefined
          ? [`${at}.publicDays: ${country} is not known`]
          : [];
      return [...unknown, ...problemsOfCalendar(calendar, zone).map((it) => `${at}${it}`)];
    }),
  ];
};

const problemsOfPolicies = (json: unknown, calendars: readonly string[]): readonly string[] => {
  const parsed = Policies.safeParse(json);
  if (!parsed.success) return wrong('policies.json', parsed.error);
  const { policies, urgencies: raisedTo = {} } = parsed.data;
  const strangers = Object.entries(raisedTo).filter(([, policy]) =>
    policies.every(({ id }) => id !== policy),
  );
  return [
    ...strangers.map(
      ([urgency, policy]) => `policies.json: urgencies.${urgency}: there is no policy ${policy}`,
    ),
    ...twice(
      'policies.json',
      policies.map(({ id }) => id),
    ),
    ...policies.flatMap(({ id, calendar, clocks }) => [
      ...(calendars.includes(calendar) ? [] : [`policies.json: ${id}: there is no calendar ${calendar}`]),
      // A case that may take for ever is promised nothing.
      ...(clocks.some(({ name }) => name === 'complete')
        ? []
        : [`policies.json: ${id}: it has no clock complete`]),
      ...twice(
        `policies.json: ${id}`,
        clocks.map(({ name }) => name),
      ),
    ]),
  ];
};

type Files = Readonly<{ policies: unknown; calendars: unknown }>;

const calendarIds = (json: unknown): readonly string[] => {
  const parsed = Calendars.safeParse(json);
  return parsed.success
    ? parsed.data.calendars.map((it) => String((own(it) as { id?: unknown } | null)?.id))
    : [];
};

/**
 * Every mistake of the two files, each in one sentence that says where it is; none: they are good. Without the
 * town's zone, calendars of any zone will do.
 */
export const problemsOfRules = (
  { policies, calendars }: Files,
  publicDays: PublicDaysOf,
  zone?: string,
): readonly string[] => [
  ...problemsOfCalendars(calendars, publicDays, zone),
  ...problemsOfPolicies(policies, calendarIds(calendars)),
];

/** Refused (`pack-invalid`) with every mistake named. */
export const parseRules = (files: Files, publicDays: PublicDaysOf, zone?: string): Rules => {
  const problems = problemsOfRules(files, publicDays, zone);
  if (problems.length > 0)
    throw new Rejection('pack-invalid', { en: problems.join('; '), zh: problems.join(';') }, 'malformed');
  const calendars = Calendars.parse(files.calendars).calendars.map((calendar) => {
    const country = publicDaysIn(calendar);
    const days = country === null ? undefined : publicDays[country];
    const read = calendarOf(own(calendar));
    return days ? withPublicDays(read, days) : read;
  });
  const { policies: read, urgencies: raisedTo } = Policies.parse(files.policies);
  const raised = raisedTo === undefined ? {} : { raisedTo };
  // Zod's output is this type but for its partial records.
  const policies = read.map((policy) => ({ ladder: usualLadder, ...policy, ...raised }) as Policy);
  return { calendars, policies };
};
