/** How a case ended that answers for another one, too: whoever asked twice is answered by it. */
import type { EventStore } from '@mulin/kernel';
import {
  type CaseEvent,
  caseEventOf,
  type PublicEventRecorded,
  type RecordedPublicEvent,
  historyOf,
} from '../views/recorded-events.js';
import { stampOf } from '../views/standing.js';

/** The number of the other case, and the events that ended it. */
export type Elsewhere = Readonly<{ number: string; events: readonly RecordedPublicEvent[] }>;

const ends: readonly string[] = [
  'intake.case-closed.v1',
  'intake.case-declined.v1',
  'intake.case-withdrawn.v1',
];

type Deciding = Extract<
  CaseEvent,
  { type: 'intake.case-closed.v1' | 'intake.case-unmerged.v1' | 'intake.case-reopened.v1' }
>;

const deciding: readonly string[] = [
  'intake.case-closed.v1',
  'intake.case-unmerged.v1',
  'intake.case-reopened.v1',
] satisfies readonly Deciding['type'][];

/** What was said last of whether it is over counts: two that were separated again are answered by themselves. */
const answeredBy = (history: readonly RecordedPublicEvent[]) => {
  const said = history.filter(({ data }) => deciding.includes(data.type));
  const [last] = said.sort((one, other) => (stampOf(one) > stampOf(other) ? -1 : 1));
  const event = last === undefined ? null : caseEventOf(last.data);
  return event?.type === 'intake.case-closed.v1' ? (event.data.duplicateOf ?? null) : null;
};

/** Whether another case answers for it now. */
export const isAnsweredElsewhere = (history: readonly RecordedPublicEvent[]): boolean =>
  answeredBy(history) !== null;

/** From one to the next, where the case that answers was closed as a duplicate itself. */
export const answersElsewhere = async (
  store: Pick<EventStore, 'readStream'>,
  history: readonly RecordedPublicEvent[],
): Promise<readonly Elsewhere[]> => {
  const found = new Map<string, Elsewhere>();
  for (let other = answeredBy(history); other !== null && !found.has(other.caseId);) {
    const { caseId, number } = other;
    const events = await store.readStream<PublicEventRecorded>(historyOf(caseId));
    found.set(caseId, { number, events: events.filter(({ data }) => ends.includes(data.type)) });
    other = answeredBy(events);
  }
  return [...found.values()];
};
