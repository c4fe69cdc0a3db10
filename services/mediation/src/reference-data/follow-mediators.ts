/** Who mediates where: routing publishes its rosters. */
import { on, type Reaction } from '@mulin/bus';
import { RosterPostedV1, RosterTakenDownV1 } from '@mulin/contracts';
import {
  causedBy,
  type CommandHandler,
  type EventStore,
  followLog,
  idOf,
  type Instant,
  instant,
  liesIn,
  type Stop,
} from '@mulin/kernel';
import * as Roster from '../domain/roster.js';

type Parts = Readonly<{ store: EventStore; rosters: CommandHandler<Roster.State, Roster.Event> }>;

const actor = 'mediation';
const filter = { categories: [Roster.decider.category] };

const momentOf = (text: string | null): Instant | null => (text === null ? null : instant(text));

/** Who is on the roster of an area, or of one it lies in, at a moment. */
export type MediatorsOf = (area: string, at: Instant) => readonly string[];

const recording = (rosters: Parts['rosters']): readonly Reaction[] => [
  on(RosterPostedV1, async (event) => {
    // The roster of an area names whoever leads it and whoever helps in it; micro-grids and offices have no mediators.
    const { place: area, version, since, duties } = event.data;
    const posts = duties
      .filter(({ role }) => role === 'mediator')
      .map(({ account, from, until }) => ({
        mediator: account,
        from: momentOf(from),
        until: momentOf(until),
      }));
    await rosters(
      area,
      Roster.post(area, { version, since: momentOf(since), posts }),
      causedBy(event, actor),
    );
  }),
  on(RosterTakenDownV1, async (event) => {
    const { place: area, version, since } = event.data;
    await rosters(
      area,
      Roster.post(area, { version, since: instant(since), posts: [] }),
      causedBy(event, actor),
    );
  }),
];

export const followMediators = ({ store, rosters }: Parts) => {
  const known = new Map<string, Roster.State>();

  const mediatorsOf: MediatorsOf = (area, at) => [
    ...new Set(
      [...known].flatMap(([post, state]) => (liesIn(area, post) ? Roster.mediatorsAt(state, at) : [])),
    ),
  ];

  const start = (): Promise<Stop> =>
    followLog(store, filter, (event) => {
      const area = idOf(event);
      // The category holds this kind of event and no other.
      const posted = { type: 'MediatorsPosted', data: event.data as Roster.Event['data'] } as const;
      known.set(area, Roster.decider.evolve(known.get(area) ?? [], posted));
    });

  return { mediatorsOf, reactions: recording(rosters), start };
};
