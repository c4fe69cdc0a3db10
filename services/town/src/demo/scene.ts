/** What is at hand while one made-up demand is played: who asks, how long things take, and what the town answers. */
import { day, hour, type Instant, minute, plus } from '@mulin/kernel';
import { gridsAt, type Pack } from '@mulin/pack';
import type { Cast } from './cast.js';
import type { Chance } from './chance.js';
import type { Hours } from './hours.js';
import type { Planned } from './plan.js';
import type { Stage } from './stage.js';

/** Something that somebody does at a moment; it says what is done next. */
export type Step = Readonly<{ at: Instant; play: () => Promise<readonly Step[]> }>;

export type Parts = Readonly<{
  stage: Stage;
  pack: Pack;
  cast: Cast;
  chance: Chance;
  hours: Hours;
  /** Demands of the same kind that may still be open, the newest last. */
  opened: Map<string, string[]>;
  /** What the town did not let somebody do, for whoever looks after this script. */
  refused: string[];
}>;

/** From the least to the most, in milliseconds. */
type Span = readonly [least: number, most: number];
type Urgency = Planned['menuItem']['urgency'];

export const spans: Readonly<
  Record<'take' | 'finish' | 'takeLate' | 'finishLate', Readonly<Record<Urgency, Span>>>
> = {
  take: {
    emergency: [2 * minute, 14 * minute],
    urgent: [8 * minute, 70 * minute],
    ordinary: [12 * minute, 3 * hour],
    complex: [20 * minute, 3 * hour],
  },
  finish: {
    emergency: [25 * minute, 80 * minute],
    urgent: [2 * hour, 15 * hour],
    ordinary: [5 * hour, 4.5 * day],
    complex: [2 * day, 11 * day],
  },
  takeLate: {
    emergency: [40 * minute, 100 * minute],
    urgent: [3 * hour, 9 * hour],
    ordinary: [2 * day, 4 * day],
    complex: [3 * day, 5 * day],
  },
  finishLate: {
    emergency: [2.2 * hour, 5 * hour],
    urgent: [25 * hour, 60 * hour],
    ordinary: [7.5 * day, 11 * day],
    complex: [15.5 * day, 19 * day],
  },
};

/** What does not wait for the morning. */
export const atAnyHour = (urgency: Urgency): boolean => urgency === 'emergency' || urgency === 'urgent';

export type Order = Readonly<{
  state: string;
  member: string | null;
  microGrid: string | null;
  area: string;
  leg: number;
  final: boolean;
}>;

type Pace = 'awake' | 'office' | 'at-once';
type MicroGrid = Pack['routing']['grids'][number];

export type Scene = Parts &
  Readonly<{
    planned: Planned;
    caseId: string;
    after: (least: number, most: number, what: string, pace: Pace) => Instant;
    /** After as long as this usually takes with a demand of this urgency. */
    inSpan: (kind: keyof typeof spans) => Instant;
    /** Whether the town let them. */
    act: (account: string, path: string, body: object) => Promise<boolean>;
    order: () => Promise<Order>;
    /** One of them, by chance. */
    oneOf: <Thing>(things: readonly Thing[], what: string) => Thing;
    /** Another micro-grid of the same community in which somebody serves. */
    elsewhere: (order: Order) => MicroGrid | null;
  }>;

const timesIn = (
  { stage, chance, hours }: Parts,
  { n, menuItem: { urgency } }: Planned,
  acts: () => number,
) => {
  const after: Scene['after'] = (least, most, what, pace) => {
    const at = plus(stage.now(), Math.floor(chance.between(least, most, what, n, acts())));
    return pace === 'at-once' ? at : hours[pace](at, chance.share(`${what} in the morning`, n, acts()));
  };
  const inSpan: Scene['inSpan'] = (kind) => {
    const [least, most] = spans[kind][urgency];
    return after(least, most, kind, atAnyHour(urgency) ? 'at-once' : 'awake');
  };
  return { after, inSpan };
};

/** Of a demand that is registered. */
export const sceneOf = (parts: Parts, planned: Planned, caseId: string): Scene => {
  const { stage, pack, cast, chance, refused } = parts;
  const { n, fate } = planned;
  let acts = 0;
  const oneOf: Scene['oneOf'] = (things, what) => chance.oneOf(things, what, n, acts);
  return {
    ...parts,
    ...timesIn(parts, planned, () => acts),
    planned,
    caseId,
    oneOf,
    act: async (account, path, body) => {
      const { status, body: answer } = await stage.post(account, path, body, `demo-${n}-${++acts}`);
      if (status < 400) return true;
      refused.push(`${fate}: ${path.replace(caseId, 'ID')} ${String(answer['code'])}`);
      return false;
    },
    // What routing says of an order it knows.
    order: async () => (await stage.read(cast.auditor, `/api/v1/orders/${caseId}`)) as unknown as Order,
    elsewhere: ({ area, microGrid }) => {
      const community = area.split('/').slice(0, 2).join('/');
      const others = gridsAt(pack.routing.grids, stage.now()).filter(
        (grid) => grid.area.startsWith(`${community}/`) && grid.id !== microGrid && cast.memberOf(grid.id),
      );
      return others.length === 0 ? null : oneOf(others, 'elsewhere');
    },
  };
};
