/** What sla-timer reads of a town pack: `policies.json` and `calendars.json`. */
import type { clockNames } from '../words.js';
import { Calendars, Policies, type PolicyShape } from './rules-file.js';
import { type PackProblem, problemsIn, readBy, refuseMistakes } from '../problem.js';
import {
  type Calendar,
  calendarOf,
  calendarProblems,
  type Ending,
  type PublicDays,
  type Unit,
  withPublicDays,
} from '@mulin/working-time';
import type { z } from 'zod';

/** How long something may take; `end` is for days (see `Ending`). */
export type Length = Readonly<{ unit: Unit; amount: number; end?: Ending | undefined }>;

/** Who hears, and when: at a share of the target (1: when it is missed), or so long after the due moment. */
export type Rung = Readonly<{ to: readonly string[] }> & Readonly<{ share: number } | { after: Length }>;

/** How long a clock of a policy runs. */
export type ClockRule = Readonly<{
  name: (typeof clockNames)[number];
  length: Length;
  /** Cases of these urgencies get another length. */
  urgencies?: Readonly<Record<string, Length>> | undefined;
  /** Instead of the policy's own. */
  ladder?: readonly Rung[] | undefined;
}>;

/** How a kind of demand is to be answered: its clocks, and who hears of a lateness. */
export type Policy = Readonly<{
  id: string;
  /** The id of the calendar it counts by. */
  calendar: string;
  clocks: readonly ClockRule[];
  ladder: readonly Rung[];
  /** Whose ladder a demand takes that somebody made so urgent: the id of a policy for each urgency. */
  raisedTo?: Readonly<Record<string, string>> | undefined;
  /** The share of the time to complete where it is done again, because whoever asked was not content. */
  redo?: Readonly<{ share: number }> | undefined;
}>;

/** Policies and calendars, the holidays of a country in them. */
export type Rules = Readonly<{ policies: readonly Policy[]; calendars: readonly Calendar[] }>;

/** A calendar as its file has it, without the holidays of a country that it may name. */
export type OwnCalendar = Readonly<{ calendar: Calendar; publicDays: string | null }>;

/** Half-way the grid member is reminded; a missed deadline goes up to the town leader. */
const usualLadder: Policy['ladder'] = [
  { share: 0.5, to: ['grid-member'] },
  { share: 0.8, to: ['grid-leader'] },
  { share: 1, to: ['village-committee', 'community-secretary'] },
  { after: { unit: 'working-day', amount: 1 }, to: ['town-leader'] },
];

const policiesFile = 'policies.json';
const calendarsFile = 'calendars.json';

/** What the schemas say in English, in Chinese. */
const inChinese = {
  'is longer than ten years': '超过十年',
  'must be a minute at least between two reports': '两次反馈之间至少一分钟',
  'must be more than nothing': '必须大于零',
};

const twice = (file: string, ids: readonly string[], within = ''): readonly PackProblem[] =>
  ids
    .filter((id, place) => ids.indexOf(id) !== place)
    .map((id) =>
      problemsIn(file).mistake('twice', within, {
        en: `${id} stands there twice`,
        zh: `${id} 重复出现`,
      }),
    );

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

export type PublicDaysOf = Readonly<Record<string, PublicDays>>;

const zoneElsewhere = (read: Calendar, zone: string | undefined, at: string): readonly PackProblem[] =>
  zone === undefined || read.zone === zone
    ? []
    : [
        problemsIn(calendarsFile).mistake('other-zone', `${at}.zone`, {
          en: `${read.zone} is not the zone of the town, ${zone}`,
          zh: `${read.zone} 不是本镇的时区 ${zone}`,
        }),
      ];

const neverWorked = (read: Calendar, at: string): readonly PackProblem[] =>
  neverWorks(read)
    ? [
        problemsIn(calendarsFile).mistake('calendar-never-works', at, {
          en: 'nobody ever works by it',
          zh: '该日历没有任何工作时间',
        }),
      ]
    : [];

/** Deadlines are counted by the town's clocks: days that begin elsewhere at another hour are a slip of the pen. */
const problemsOfCalendar = (
  calendar: unknown,
  zone: string | undefined,
  at: string,
): readonly PackProblem[] => {
  const mistakes = calendarProblems(own(calendar));
  if (mistakes.length > 0)
    return mistakes.map(({ at: field, sentence }) =>
      problemsIn(calendarsFile).mistake('malformed', [at, field].filter(Boolean).join('.'), sentence),
    );
  const read = calendarOf(own(calendar));
  return [...zoneElsewhere(read, zone, at), ...neverWorked(read, at)];
};

const unknownCountry = (calendar: unknown, publicDays: PublicDaysOf, at: string): readonly PackProblem[] => {
  const country = publicDaysIn(calendar);
  return country === null || publicDays[country] !== undefined
    ? []
    : [
        problemsIn(calendarsFile).mistake('unknown-public-days', `${at}.publicDays`, {
          en: `${country} is not known`,
          zh: `没有 ${country} 的公共假日`,
        }),
      ];
};

const problemsOfCalendars = (
  json: unknown,
  publicDays: PublicDaysOf,
  zone: string | undefined,
): readonly PackProblem[] => {
  const { value, problems } = readBy(Calendars, json, { file: calendarsFile, inChinese });
  if (value === null) return problems;
  const ids = value.calendars.map((it) => String((own(it) as { id?: unknown } | null)?.id));
  return [
    ...twice(calendarsFile, ids),
    ...value.calendars.flatMap((calendar, place) => {
      const at = `calendars.${place}`;
      return [...unknownCountry(calendar, publicDays, at), ...problemsOfCalendar(calendar, zone, at)];
    }),
  ];
};

type PolicyInFile = z.infer<typeof PolicyShape>;

const unknownCalendar = (
  { id, calendar }: PolicyInFile,
  calendars: readonly string[],
): readonly PackProblem[] =>
  calendars.includes(calendar)
    ? []
    : [
        problemsIn(policiesFile).mistake('unknown-calendar', id, {
          en: `there is no calendar ${calendar}`,
          zh: `没有日历 ${calendar}`,
        }),
      ];

/** A case that may take for ever is promised nothing. */
const endless = ({ id, clocks }: PolicyInFile): readonly PackProblem[] =>
  clocks.some(({ name }) => name === 'complete')
    ? []
    : [
        problemsIn(policiesFile).mistake('no-complete-clock', id, {
          en: 'it has no clock complete',
          zh: '缺少办结时限',
        }),
      ];

type PoliciesInFile = z.infer<typeof Policies>;

const unknownRaised = ({ policies, urgencies: raisedTo = {} }: PoliciesInFile): readonly PackProblem[] =>
  Object.entries(raisedTo)
    .filter(([, policy]) => policies.every(({ id }) => id !== policy))
    .map(([urgency, policy]) =>
      problemsIn(policiesFile).mistake('unknown-policy', `urgencies.${urgency}`, {
        en: `there is no policy ${policy}`,
        zh: `没有时限规则 ${policy}`,
      }),
    );

const problemsOfPolicies = (json: unknown, calendars: readonly string[]): readonly PackProblem[] => {
  const { value, problems } = readBy(Policies, json, { file: policiesFile, inChinese });
  if (value === null) return problems;
  const { policies } = value;
  return [
    ...unknownRaised(value),
    ...twice(
      policiesFile,
      policies.map(({ id }) => id),
    ),
    ...policies.flatMap((policy) => [
      ...unknownCalendar(policy, calendars),
      ...endless(policy),
      ...twice(
        policiesFile,
        policy.clocks.map(({ name }) => name),
        policy.id,
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
 * Every mistake of the two files, each with its place; none: they are good. Without the town's zone, calendars of
 * any zone will do.
 */
export const problemsOfRules = (
  { policies, calendars }: Files,
  publicDays: PublicDaysOf,
  zone?: string,
): readonly PackProblem[] => [
  ...problemsOfCalendars(calendars, publicDays, zone),
  ...problemsOfPolicies(policies, calendarIds(calendars)),
];

/**
 * The policies and calendars of a town.
 *
 * @param files the content of `policies.json` and `calendars.json`.
 * @param publicDays by the names that calendars have for them.
 * @param zone IANA name that every calendar must have. Default: any.
 * @throws `Rejection` `pack-invalid`, with every mistake named.
 */
export const parseRules = (files: Files, publicDays: PublicDaysOf, zone?: string): Rules => {
  refuseMistakes(problemsOfRules(files, publicDays, zone));
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

/** The calendars as they stand in a file that has no mistake, without the holidays of a country that they name. */
export const ownCalendarsIn = (calendars: unknown): readonly OwnCalendar[] =>
  Calendars.parse(calendars).calendars.map((calendar) => ({
    calendar: calendarOf(own(calendar)),
    publicDays: publicDaysIn(calendar),
  }));
