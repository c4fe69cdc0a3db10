/** What the routes of sla-timer are given. */
import type { EventMetadata, Instant, Position } from '@mulin/kernel';
import type { Answer, State } from './domain/clocks/clocks.js';
import type { DeadlineCalculator } from './domain/clocks/terms.js';
import type { RecordedBook } from './queries/explain-clocks.js';
import type { TimedItem } from './queries/promised-time.js';

/** What Nest injects it by, because types leave no trace at run time. */
export const DEPENDENCIES = Symbol('sla-timer dependencies');

export type Dependencies = Readonly<{
  town: string;
  now: () => Instant;
  /** What is known of the clocks of a case. */
  clocksOf: (caseId: string) => Promise<State>;
  /** The rules that terms name. */
  recordedBook: RecordedBook;
  /** What may be asked of the town, as far as deadlines care. */
  menu: readonly TimedItem[];
  /** The deadlines of cases, by the rules in force at each moment. */
  calculate: DeadlineCalculator;
  /** The id of a case that is named by its number or its id. */
  caseIdOf: (name: string) => Promise<string>;
  /** Records what somebody does about a lateness that was escalated to them. */
  acknowledge: (
    caseId: string,
    answer: Answer,
    context: EventMetadata,
    options: Readonly<{ ifRevision?: number }>,
  ) => Promise<Readonly<{ position: Position | null; revision: number }>>;
}>;
