/** The whole story of a case, as anybody may be shown it: made from what was heard, each time it is read. */
import type { Instant, LocalizedText } from '@mulin/kernel';
import type { Elsewhere } from './answered-elsewhere.js';
import type { Names } from '../reference-data/follow-names.js';
import { actorOf, dutyOnly } from './sentences/persons.js';
import { sentenceOf } from './sentences/sentences.js';
import { orNull, type TownClock } from './town-clock.js';
import { cases, type CaseRow } from '../views/cases.js';
import { clocksOf } from '../views/clocks.js';
import { isDayIn } from '../views/from-file.js';
import { type PublicEventRecorded, type RecordedPublicEvent, producerOf } from '../views/recorded-events.js';
import { stampOf } from '../views/standing.js';

/** The town knows a thing from when a service wrote it down, not from when it happened. */
const knownBy =
  (moment: Instant) =>
  ({ data }: RecordedPublicEvent): boolean =>
    data.recordedat <= moment;

const hasSequence = ({ data: { sequence } }: RecordedPublicEvent): boolean => sequence !== undefined;

const momentOf = ({ data: { time, recordedat } }: RecordedPublicEvent): string => `${time}${recordedat}`;

/**
 * What one service said of the case keeps the places it has among the others, in the order in which it said it. What
 * has no sequence, as of older programs or of something else than the case, stays where it was heard.
 */
const inOrderSaid = (events: readonly RecordedPublicEvent[]): readonly RecordedPublicEvent[] => {
  const said = new Map<string, RecordedPublicEvent[]>();
  for (const event of events.filter(hasSequence)) {
    const service = producerOf(event.data);
    said.set(service, [...(said.get(service) ?? []), event]);
  }
  for (const own of said.values()) own.sort((one, other) => (stampOf(one) < stampOf(other) ? -1 : 1));
  return events.flatMap((event) =>
    hasSequence(event) ? (said.get(producerOf(event.data))?.shift() ?? []) : [event],
  );
};

/** By when it happened and when it was recorded; within one millisecond as it was heard and as it was said. */
const inOrder = (events: readonly RecordedPublicEvent[]): readonly RecordedPublicEvent[] => {
  const sorted = [...events].sort((one, other) =>
    momentOf(one) < momentOf(other) ? -1 : Number(momentOf(one) > momentOf(other)),
  );
  const moments = new Map<string, RecordedPublicEvent[]>();
  for (const event of sorted) moments.set(momentOf(event), [...(moments.get(momentOf(event)) ?? []), event]);
  return [...moments.values()].flatMap(inOrderSaid);
};

const done: readonly string[] = [
  'routing.order-taken.v1',
  'routing.order-returned.v1',
  'routing.order-finished.v1',
];

/** Events of before they named who acted: whoever took, returned or finished an order did so; else the service. */
const accountOf = ({ data }: PublicEventRecorded): string => {
  if (data.actor !== undefined) return data.actorrole === 'resident' ? 'resident' : data.actor;
  const about: unknown = data.data;
  const isNamed = typeof about === 'object' && about !== null && 'member' in about;
  const member = isNamed && done.includes(data.type) ? about.member : undefined;
  return typeof member === 'string' ? member : producerOf(data);
};

/** When the ladder owed a notice: it is given when it is given. */
const owedAtOf = ({ data: { data } }: PublicEventRecorded): string | null =>
  typeof data === 'object' && data !== null && 'owedAt' in data && typeof data.owedAt === 'string'
    ? data.owedAt
    : null;

const entryOf = (event: RecordedPublicEvent, { language, clock, names }: Asking, isDay: IsDay) => {
  const { showsWho } = names;
  const { data } = event;
  const service = producerOf(data);
  const account = accountOf(event);
  const owedAt = owedAtOf(event);
  const acting = { actor: account, actorrole: data.actorrole };
  const who = showsWho ? actorOf(names, acting, service) : dutyOnly(names, acting, service);
  return {
    // Of the event, so that two answers can be compared entry by entry.
    id: data.id,
    at: clock.stamp(data.time),
    ...(isDay(data.time) ? { isDay: true as const } : {}),
    recordedAt: clock.stamp(data.recordedat),
    ...(owedAt === null ? {} : { owedAt: clock.stamp(owedAt) }),
    service,
    type: data.type,
    actor: showsWho || account === service ? account : (data.actorrole ?? service),
    actorName: who[language],
    text: sentenceOf(data, { shown: (at) => (isDay(at) ? clock.day(at) : clock.shown(at)), names })[language],
  };
};

/** Whether only the day of this moment is known. */
type IsDay = (moment: string | null) => boolean;

export const clocksShown = (
  { clocks, days }: Pick<CaseRow, 'clocks' | 'days'>,
  { stamp }: TownClock,
  isDay: IsDay = isDayIn(days),
) =>
  clocksOf(clocks).map(({ name, startedAt, dueAt, state, verdict, reportedBy }) => ({
    name,
    startedAt: orNull(stamp, startedAt),
    due: orNull(stamp, dueAt),
    ...(isDay(dueAt) ? { isDueDay: true as const } : {}),
    state,
    verdict,
    ...(reportedBy === null ? {} : { reportedBy }),
  }));

type Timeline = Readonly<{
  number: string | null;
  caseId: string;
  state: CaseRow['state'];
  /** `number`: of the case that it is about, where that is another one. */
  timeline: readonly (ReturnType<typeof entryOf> & Readonly<{ number?: string }>)[];
  clocks: ReturnType<typeof clocksShown>;
}>;

export type Asking = Readonly<{
  language: keyof LocalizedText;
  clock: TownClock;
  /** As far as the reader may know them. */
  names: Names;
  asOf?: Instant | undefined;
}>;

/** What was told, in the order in which it happened, in sentences of the reader's language. */
export const entriesOf = (
  history: readonly RecordedPublicEvent[],
  asking: Asking,
  isDay: IsDay = () => false,
) => inOrder(history).map((event) => entryOf(event, asking, isDay));

/** The events that were known by the moment that was asked for. */
export const knownThen = (
  history: readonly RecordedPublicEvent[],
  { asOf }: Pick<Asking, 'asOf'>,
): readonly RecordedPublicEvent[] => (asOf === undefined ? history : history.filter(knownBy(asOf)));

/** What became of the case that answers for this one, too. */
const entriesElsewhere = (asking: Asking, { number, events }: Elsewhere) =>
  knownThen(events, asking).map((event) => {
    const entry = entryOf(event, asking, () => false);
    const said = { en: `Case ${number}, which answers for this one, too:`, zh: `并入的案件 ${number}：` };
    const text = asking.language === 'en' ? `${said.en} ${entry.text}` : `${said.zh}${entry.text}`;
    return { ...entry, text, number };
  });

/** `elsewhere`: the cases that answer for it, one after the other. `null`: nothing was known of the case then. */
export const timelineOf = (
  history: readonly RecordedPublicEvent[],
  asking: Asking,
  elsewhere: readonly Elsewhere[] = [],
): Timeline | null => {
  const { clock } = asking;
  const events = knownThen(history, asking);
  const row = events.reduce<CaseRow | null>(cases.project, null);
  if (row === null) return null;
  const isDay = isDayIn(row.days);
  return {
    number: row.number,
    caseId: row.caseId,
    state: row.state,
    timeline: [
      ...entriesOf(events, asking, isDay),
      ...elsewhere.flatMap((it) => entriesElsewhere(asking, it)),
    ],
    clocks: clocksShown(row, clock, isDay),
  };
};
