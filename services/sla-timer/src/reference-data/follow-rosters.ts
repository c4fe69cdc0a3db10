/** Who leads which area: routing publishes its rosters, and a notice goes to whoever holds its role. */
import { on, type Reaction } from '@mulin/bus';
import { RosterPostedV1, RosterTakenDownV1 } from '@mulin/contracts';
import {
  causedBy,
  type EventStore,
  followLog,
  type CommandHandler,
  idOf,
  type Instant,
  instant,
  type Stop,
} from '@mulin/kernel';
import * as Duty from '../domain/duty.js';
import type { IsHeld } from '../domain/clocks/recipients.js';

type Parts = Readonly<{ store: EventStore; duties: CommandHandler<Duty.State, Duty.Event> }>;

const actor = 'sla-timer';
const filter = { categories: [Duty.decider.category] };

/** How deep in `town/community/village/grid` the area lies that somebody of this role leads. */
const depths: Readonly<Record<string, number>> = {
  'town-leader': 1,
  'community-secretary': 2,
  'village-committee': 3,
  'grid-leader': 4,
};

const momentOf = (text: string | null): Instant | null => (text === null ? null : instant(text));

/**
 * A town that has never published who leads what has somebody everywhere, as far as this service knows. The desk,
 * and whoever holds an order, are not on these rosters: they are where the case is.
 */
export const followRosters = ({ store, duties }: Parts) => {
  const known = new Map<string, Duty.State>();

  const isHeld: IsHeld = (role, area, at) => {
    const depth = depths[role];
    if (depth === undefined || known.size === 0) return true;
    const path = area?.split('/') ?? [];
    // Of a case that lies nowhere yet, the town alone is known.
    if (path.length < depth) return false;
    return Duty.isOnDuty(known.get(path.slice(0, depth).join('/')) ?? [], role, at);
  };

  const reactions: readonly Reaction[] = [
    on(RosterPostedV1, (event) => {
      const { place, version, since, duties: posted } = event.data;
      const leading = posted
        .filter(({ role }) => role in depths)
        .map(({ role, from, until }) => ({ role, from: momentOf(from), until: momentOf(until) }));
      const posting = { version, since: momentOf(since), duties: leading };
      return duties(place, Duty.post(place, posting), causedBy(event, actor));
    }),
    on(RosterTakenDownV1, (event) => {
      const { place, version, since } = event.data;
      const posting = { version, since: instant(since), duties: [] };
      return duties(place, Duty.post(place, posting), causedBy(event, actor));
    }),
  ];

  const start = (): Promise<Stop> =>
    followLog(store, filter, (event) => {
      const place = idOf(event);
      // The category holds this kind of event and no other.
      const posted = { type: 'DutiesPosted', data: event.data as Duty.Event['data'] } as const;
      known.set(place, Duty.decider.evolve(known.get(place) ?? [], posted));
    });

  return { isHeld, reactions, start };
};
