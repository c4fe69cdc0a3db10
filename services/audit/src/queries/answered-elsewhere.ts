/** How a case ended that answers for another one, too: whoever asked twice is answered by it. */
import type { EventStore, RecordedEvent } from '@mulin/kernel';
import { caseEventOf, type Heard, historyOf } from '../views/heard.js';

type Fact = RecordedEvent<Heard>;

/** The number of the other case, and the events that ended it. */
export type Elsewhere = Readonly<{ number: string; facts: readonly Fact[] }>;

const ends: readonly string[] = [
  'intake.case-closed.v1',
  'intake.case-declined.v1',
  'intake.case-withdrawn.v1',
];

const answeredBy = (history: readonly Fact[]) =>
  history.flatMap(({ data }) => {
    const event = caseEventOf(data);
    return event?.type === 'intake.case-closed.v1' ? (event.data.duplicateOf ?? []) : [];
  });

/** From one to the next, where the case that answers was closed as a duplicate itself. */
export const answersElsewhere = async (
  store: Pick<EventStore, 'readStream'>,
  history: readonly Fact[],
): Promise<readonly Elsewhere[]> => {
  const found = new Map<string, Elsewhere>();
  for (let [other] = answeredBy(history); other !== undefined && !found.has(other.caseId);) {
    const { caseId, number } = other;
    const facts = await store.readStream<Heard>(historyOf(caseId));
    found.set(caseId, { number, facts: facts.filter(({ data }) => ends.includes(data.type)) });
    [other] = answeredBy(facts);
  }
  return [...found.values()];
};
