/** The whole story of a case, as anybody may be shown it: made from what was heard, each time it is read. */
import type { Instant, Recorded, Sentence } from '@mulin/kernel';
import { type Heard, tellerOf } from './views/heard.js';
import { sentenceOf } from './sentences/sentences.js';
import { orNull, type TownClock } from './town-clock.js';
import { cases, type CaseRow } from './views/cases.js';
import { clocksOf, type KeptClocks } from './views/clocks.js';

type Fact = Recorded<Heard>;

/** The town knows a thing from when a service wrote it down, not from when it happened. */
const knownBy =
  (moment: Instant) =>
  ({ data }: Fact): boolean =>
    data.recordedat <= moment;

const orderOf = ({ data: { time, recordedat } }: Fact): string => `${time}${recordedat}`;

const inOrder = (facts: readonly Fact[]): readonly Fact[] =>
  facts
    .map((fact) => ({ fact, order: orderOf(fact) }))
    .sort((one, other) => (one.order < other.order ? -1 : Number(one.order > other.order)))
    .map(({ fact }) => fact);

/** Events name no account: who is named is the grid member the event is about, else the service that told it. */
const actorOf = ({ data }: Heard): string => {
  const about: unknown = data.data;
  const isNamed = typeof about === 'object' && about !== null && 'member' in about;
  return isNamed && typeof about.member === 'string' ? about.member : tellerOf(data);
};

const entryOf = (fact: Fact, language: keyof Sentence, { stamp, shown }: TownClock) => ({
  at: stamp(fact.data.time),
  recordedAt: stamp(fact.data.recordedat),
  service: tellerOf(fact.data),
  type: fact.data.type,
  actor: actorOf(fact),
  text: sentenceOf(fact.data, shown)[language],
});

export const clocksShown = (clocks: KeptClocks, { stamp }: TownClock) =>
  clocksOf(clocks).map(({ name, startedAt, dueAt, state, verdict }) => ({
    name,
    startedAt: orNull(stamp, startedAt),
    due: orNull(stamp, dueAt),
    state,
    verdict,
  }));

export type Timeline = Readonly<{
  number: string | null;
  id: string;
  state: CaseRow['state'];
  timeline: readonly ReturnType<typeof entryOf>[];
  clocks: ReturnType<typeof clocksShown>;
}>;

type Asking = Readonly<{ language: keyof Sentence; clock: TownClock; asOf?: Instant | undefined }>;

/** `null`: nothing was known of the case then. */
export const timelineOf = (history: readonly Fact[], { language, clock, asOf }: Asking): Timeline | null => {
  const facts = asOf === undefined ? history : history.filter(knownBy(asOf));
  const row = facts.reduce<CaseRow | null>(cases.project, null);
  if (row === null) return null;
  return {
    number: row.number,
    id: row.caseId,
    state: row.state,
    timeline: inOrder(facts).map((fact) => entryOf(fact, language, clock)),
    clocks: clocksShown(row.clocks, clock),
  };
};
