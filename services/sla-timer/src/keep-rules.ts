/** The policies and calendars of the town: what the pack says becomes facts, and the facts alone are asked. */
import {
  begin,
  canonical,
  type EventStore,
  type Handle,
  idOf,
  type Position,
  type Recorded,
  categoryOf,
  type Event as Fact,
  type Stop,
  uuidOf,
} from '@mulin/kernel';
import type { Calendar } from '@mulin/working-time';
import { type Policy, reckonBy } from './domain/policy.js';
import type { Reckon } from './domain/terms.js';
import { type Event, inForceAt, publish, type State, type Version, versions } from './domain/versions.js';

export type PolicyEvent = Event<'PolicyPublished', Policy>;
export type CalendarEvent = Event<'CalendarPublished', Calendar>;

export const policyDecider = versions<'PolicyPublished', Policy>('policy');
export const calendarDecider = versions<'CalendarPublished', Calendar>('calendar');

export type Rules = Readonly<{ policies: readonly Policy[]; calendars: readonly Calendar[] }>;

type Parts = Readonly<{
  town: string;
  store: EventStore;
  policies: Handle<State<Policy>, PolicyEvent>;
  calendars: Handle<State<Calendar>, CalendarEvent>;
}>;

const actor = 'sla-timer';
const pageSize = 1_000;
const filter = { categories: [policyDecider.category, calendarDecider.category] };

/** The versions of one kind of rule, by id, as the log has them. */
type Known<Content> = Map<string, State<Content>>;

const learn = <Content>(known: Known<Content>, id: string, version: Version<Content>) => {
  const before = known.get(id) ?? [];
  if (before.every((it) => it.version !== version.version)) known.set(id, [...before, version]);
};

/** A rule that the town does not have (any more) is replaced by the first it has. */
const findIn = <Content>(known: Known<Content>, id: string): State<Content> =>
  known.get(id) ?? known.values().next().value ?? [];

const memory = () => {
  const policies: Known<Policy> = new Map();
  const calendars: Known<Calendar> = new Map();

  const hear = (fact: Recorded<Fact>) => {
    // These two categories hold these two kinds of facts and no others.
    if (categoryOf(fact) === policyDecider.category)
      learn(policies, idOf(fact), fact.data as Version<Policy>);
    else learn(calendars, idOf(fact), fact.data as Version<Calendar>);
  };

  const reckon: Reckon = (question) => {
    const policy = inForceAt(findIn(policies, question.policy), question.at);
    if (policy === undefined) return null;
    const calendar = inForceAt(findIn(calendars, policy.content.calendar), question.at);
    return calendar === undefined ? null : reckonBy(policy, calendar, question);
  };

  return { policies, calendars, hear, reckon };
};

/** Everything in the log, told to `hear`; says how far that was. */
const replay = async (store: EventStore, hear: (fact: Recorded) => void): Promise<Position | null> => {
  let from: Position | null = null;
  for (;;) {
    const page: readonly Recorded[] = await store.readAll({ from, maxCount: pageSize, filter });
    page.forEach(hear);
    const last = page.at(-1);
    if (last === undefined) return from;
    from = last.position;
  }
};

export const keepRules = ({ town, store, policies, calendars }: Parts, pack: Rules) => {
  const known = memory();

  /** The same change of the same pack at another start is the same cause; back to an older text is another. */
  const record = async <Content extends { id: string }, Type extends string>(
    handle: Handle<State<Content>, Event<Type, Content>>,
    type: Type,
    [content, before]: readonly [Content, State<Content> | undefined],
  ) => {
    const cause = await uuidOf(town, type, content.id, canonical(content), String(before?.length ?? 0));
    const { events } = await handle(content.id, publish(type, content), begin({ town, actor, id: cause }));
    events.forEach(known.hear);
  };

  /** Records what differs, and from then on hears what other processes record. */
  const start = async (): Promise<Stop> => {
    const from = await replay(store, known.hear);
    for (const content of pack.calendars)
      await record(calendars, 'CalendarPublished', [content, known.calendars.get(content.id)]);
    for (const content of pack.policies)
      await record(policies, 'PolicyPublished', [content, known.policies.get(content.id)]);
    return store.subscribeToAll({ from, filter }, async (batch) => batch.forEach(known.hear)).stop;
  };

  return { start, reckon: known.reckon };
};
