/** Who is on duty: one person with one role, one term and their hours. */
import type { Instant, LocalizedText } from '@mulin/kernel';
import type { DutyRole, standings } from '../words.js';
import type { Turn } from './rosters-file.js';

/** From (inclusive) until (exclusive); `null` is open. */
export type Duty = Readonly<{
  account: string;
  role: DutyRole;
  /** How people call whoever has this account. */
  name?: LocalizedText;
  from: Instant | null;
  until: Instant | null;
  /** Within the term, only in these hours: the id of a shift. */
  shift?: string;
  /** Within the term, only in every so many days. */
  turn?: Turn;
  /** As what a helper helps. */
  standing?: (typeof standings)[number];
}>;

/** Hours in which people work: those of a calendar, or (`closed`) all others. */
export type Shift = Readonly<{ id: string; calendar: string; when: 'open' | 'closed' }>;

/** One entry of the file, or what leave has left of it: somebody with one term, in one place or in several at once. */
export type Entry = Duty &
  Readonly<{
    at: string;
    places: readonly string[];
    /** Whose duty it is otherwise. */
    standsInFor?: string;
  }>;
