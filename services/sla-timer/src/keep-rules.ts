/** The policies and calendars of the town: what the pack says becomes events, and the events alone are asked. */
import {
  newCorrelation,
  canonical,
  categoryOf,
  type EventStore,
  followLog,
  type CommandHandler,
  idOf,
  type RecordedEvent,
  replayLog,
  type Stop,
  uuidOf,
} from '@mulin/kernel';
import type { Calendar } from '@mulin/working-time';
import { calculateDeadline, type Policy } from './domain/policy.js';
import {
  type Event,
  inForceAt,
  publish,
  type State,
  type Version,
  versions,
} from './domain/rule-versions.js';
import type { DeadlineCalculator } from './domain/terms.js';

export type PolicyEvent = Event<'PolicyPublished', Policy>;
export type CalendarEvent = Event<'CalendarPublished', Calendar>;

export const policyDecider = versions<'PolicyPublished', Policy>('policy');
export const calendarDecider = versions<'CalendarPublished', Calendar>('calendar');

export type Rules = Readonly<{ policies: readonly Policy[]; calendars: readonly Calendar[] }>;

type Parts = Readonly<{
  town: string;
  store: EventStore;
  policies: CommandHandler<State<Policy>, PolicyEvent>;
  calendars: CommandHandler<State<Calendar>, CalendarEvent>;
}>;

const actor = 'sla-timer';
const filter = { categories: [policyDecider.category, calendarDecider.category] };

/** The versions of one kind of rule, by id, as the log has them. */
type Known<Content> = Map<string, State<Content>>;

const learn = <Content>(known: Known<Content>, id: string, version: Version<Content>) => {
  const before = known.get(id) ?? [];
  if (before.every((it) => it.version !== version.version)) known.set(id, [...before, version]);
};

const memory = () => {
  const policies: Known<Policy> = new Map();
  const calendars: Known<Calendar> = new Map();

  const apply = (event: RecordedEvent) => {
    // These two categories hold these two kinds of events and no others.
    if (categoryOf(event) === policyDecider.category)
      learn(policies, idOf(event), event.data as Version<Policy>);
    else learn(calendars, idOf(event), event.data as Version<Calendar>);
  };

  const calculate: DeadlineCalculator = (query) =>
    calculateDeadline(
      {
        policyOf: (id) => inForceAt(policies.get(id) ?? [], query.at),
        calendarOf: (id) => inForceAt(calendars.get(id) ?? [], query.at),
      },
      query,
    );

  return { policies, calendars, apply, calculate };
};

export const keepRules = ({ town, store, policies, calendars }: Parts, pack: Rules) => {
  const known = memory();

  /** The same change of the same pack at another start is the same cause; back to an older text is another. */
  const record = async <Content extends { id: string }, Type extends string>(
    handle: CommandHandler<State<Content>, Event<Type, Content>>,
    type: Type,
    [content, before]: readonly [Content, State<Content> | undefined],
  ) => {
    const cause = await uuidOf(town, type, content.id, canonical(content), String(before?.length ?? 0));
    await handle(content.id, publish(type, content), newCorrelation({ town, actor, id: cause }));
  };

  /** Records what differs, and from then on follows what any process records. */
  const start = async (): Promise<Stop> => {
    await replayLog(store, filter, known.apply);
    for (const content of pack.calendars)
      await record(calendars, 'CalendarPublished', [content, known.calendars.get(content.id)]);
    for (const content of pack.policies)
      await record(policies, 'PolicyPublished', [content, known.policies.get(content.id)]);
    return followLog(store, filter, known.apply);
  };

  return { start, calculate: known.calculate };
};
