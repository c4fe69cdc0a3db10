/** Who is away and will be, as somebody sees it who leads them or keeps the town running. */
import { type Actor, type Instant, type LocalizedText, mayReach, type Right } from '@mulin/kernel';
import * as Leave from '../../domain/leave/leave.js';
import type { Person } from './people.js';

type People = ReadonlyMap<string, Person>;

/** Whether all that somebody serves lies where the actor has the right; who serves nowhere is the whole town's. */
export const reaches = (right: Right, actor: Pick<Actor, 'role' | 'area'>, person?: Person): boolean =>
  person === undefined
    ? mayReach(right, actor, { area: null })
    : person.duties.every(({ area }) => mayReach(right, actor, { area }));

type Named = Readonly<{ account: string; name: LocalizedText | null }>;
type Shown = Readonly<{
  id: string | null;
  who: Named;
  from: Instant;
  until: Instant | null;
  standIn: Named | null;
  by: Named | null;
  isAway: boolean;
}>;

const named = (people: People, account: string): Named => ({
  account,
  name: people.get(account)?.name ?? null,
});

/** One leave; `id: null`: it stands in the files of the pack. */
export const leaveShown = (
  leave: Leave.Absence & Partial<Leave.Leave>,
  people: People,
  now: Instant,
): Shown => ({
  id: leave.id ?? null,
  who: named(people, leave.account),
  from: leave.from,
  until: leave.until,
  standIn: leave.standIn === undefined ? null : named(people, leave.standIn),
  by: leave.by === undefined ? null : named(people, leave.by),
  isAway: leave.from <= now && Leave.isAhead(leave, now),
});

/** What goes on or lies ahead, the earliest first. */
export const leaveAhead = (
  { planned, recorded }: Leave.State,
  people: People,
  { actor, now }: Readonly<{ actor: Actor; now: Instant }>,
): readonly Shown[] =>
  [...planned, ...recorded]
    .filter((it) => Leave.isAhead(it, now) && reaches('leave.list', actor, people.get(it.account)))
    .sort((one, other) => (one.from < other.from ? -1 : 1))
    .map((it) => leaveShown(it, people, now));
