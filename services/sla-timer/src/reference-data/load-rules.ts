/** The policies and calendars of the town: what the pack says becomes events, and the events alone are asked. */
import type { CommandHandler, EventStore, Instant, Stop } from '@mulin/kernel';
import { type RecordPack, referenceData } from '@mulin/service';
import type { Calendar } from '@mulin/working-time';
import { calculateDeadline, type Policy, type RuleBook } from '../domain/policy.js';
import { type Event, inForceAt, publish, type State, versions } from '../domain/rule-versions.js';
import type { DeadlineCalculator } from '../domain/clocks/terms.js';

type PolicyEvent = Event<'PolicyPublished', Policy>;
type CalendarEvent = Event<'CalendarPublished', Calendar>;

export const policyDecider = versions<'PolicyPublished', Policy>('policy');
/** The terms of disputes and promises: a town may have a policy of its own that is called as one of them. */
export const commitmentPolicyDecider = versions<'PolicyPublished', Policy>('commitmentpolicy');
export const calendarDecider = versions<'CalendarPublished', Calendar>('calendar');

export type Rules = Readonly<{
  policies: readonly Policy[];
  /** By which disputes and promises are timed. */
  commitments: readonly Policy[];
  calendars: readonly Calendar[];
}>;

type Parts = Readonly<{
  town: string;
  now: () => Instant;
  newId: () => string;
  store: EventStore;
  policies: CommandHandler<State<Policy>, PolicyEvent>;
  commitments: CommandHandler<State<Policy>, PolicyEvent>;
  calendars: CommandHandler<State<Calendar>, CalendarEvent>;
  /** Default: this process is the only one. */
  recordPack?: RecordPack;
}>;

type StatesOf<Content> = Readonly<{ stateOf: (id: string) => State<Content> }>;

/** The policies and the calendar of the versions that are named (`<id>@<version>`; of policies one or two), no others. */
const recordedBookIn =
  (policies: StatesOf<Policy>, calendars: StatesOf<Calendar>) =>
  ({ policy, calendar }: Readonly<{ policy: string; calendar: string }>): RuleBook => {
    const named = policy.split(' ');
    return {
      policyOf: (id) => policies.stateOf(id).find(({ version }) => named.includes(`${id}@${version}`)),
      calendarOf: (id) => calendars.stateOf(id).find(({ version }) => calendar === `${id}@${version}`),
    };
  };

export const loadRules = ({ policies, commitments, calendars, ...parts }: Parts, pack: Rules) => {
  const data = referenceData({ ...parts, actor: 'sla-timer' });
  const known = {
    policies: data.kind(policyDecider, policies),
    commitments: data.kind(commitmentPolicyDecider, commitments),
    calendars: data.kind(calendarDecider, calendars),
  };

  const wanted = <Content extends { id: string }, Type extends string>(
    type: Type,
    contents: readonly Content[],
  ) => new Map(contents.map((content) => [content.id, publish<Type, Content>(type, content)]));

  /** A policy counts by a calendar, which is there before it. */
  const changes = () => [
    ...known.calendars.changesTo(wanted('CalendarPublished', pack.calendars)),
    ...known.policies.changesTo(wanted('PolicyPublished', pack.policies)),
    ...known.commitments.changesTo(wanted('PolicyPublished', pack.commitments)),
  ];

  const calculatorBy =
    (own: (typeof known)['policies']): DeadlineCalculator =>
    (query) =>
      calculateDeadline(
        {
          policyOf: (id) => inForceAt(own.stateOf(id), query.at),
          calendarOf: (id) => inForceAt(known.calendars.stateOf(id), query.at),
        },
        query,
      );

  /** Records what differs, and from then on follows what any process records. */
  const start = (): Promise<Stop> => data.start(changes);

  return {
    start,
    recordedBook: recordedBookIn(known.policies, known.calendars),
    calculate: calculatorBy(known.policies),
    calculateCommitment: calculatorBy(known.commitments),
  };
};
