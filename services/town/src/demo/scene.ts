/** What is at hand while one made-up demand is played: who asks, how long things take, and what the town answers. */
import { day, hour, type Instant, latest, minute, msBetween, plus, upTo } from '@mulin/kernel';
import { gridsAt, type Pack } from '@mulin/pack';
import { due } from '@mulin/working-time';
import type { Cast } from '../story/cast.js';
import type { Chance, Hours } from './chance.js';
import type { Planned } from './plan.js';
import type { Answer, Stage } from '../story/stage.js';

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
  finishNeeds: Readonly<{ photo: boolean }>;
}>;

type Pace = 'awake' | 'office' | 'at-once';
type MicroGrid = Pack['routing']['grids'][number];
type ClockName = Pack['slaTimer']['policies'][number]['clocks'][number]['name'];

/** What happened once, and need not happen again. */
type Done = 'given' | 'contacted' | 'missed-them' | 'handed-over' | 'finish-refused';

/** What is remembered of a cycle while it is played. */
type Notes = {
  done: Set<Done>;
  /** When the work will be done. */
  finishAt: Instant | null;
  /** Since when the next report is owed. */
  reportedAt: Instant | null;
  /** How often whoever asked was called. */
  calls: number;
  cycle: number;
};

export const notesOf = (cycle: number): Notes => ({
  done: new Set(),
  finishAt: null,
  reportedAt: null,
  calls: 0,
  cycle,
});

export type Scene = Parts &
  Readonly<{
    planned: Planned;
    caseId: string;
    notes: Notes;
    after: (least: number, most: number, what: string, pace: Pace) => Instant;
    /** After as long as this usually takes with a demand of this urgency. */
    inSpan: (kind: keyof typeof spans) => Instant;
    /** After a share of the time that the policy gives for it since then; `null`: the policy keeps no such clock. */
    within: (clock: ClockName, since: Instant, shares: Span) => Instant | null;
    /** Whether it happens this time, by chance: so often of ten thousand. */
    happens: (what: string, often: number) => boolean;
    /** Whoever has it now does it; whether the town let them. */
    actAsHolder: (what: string, body: object) => Promise<boolean>;
    /** Whoever has it now says that it is done, with a photo of it where the menu demands one. */
    finish: (body: object) => Promise<boolean>;
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

/** When people do what a clock waits for. */
const withinIn = (
  { stage, chance, hours, pack }: Parts,
  { n, menuItem }: Planned,
  acts: () => number,
): Pick<Scene, 'within'> => {
  const { policies, calendars } = pack.slaTimer;
  const policy = policies.find(({ id }) => id === menuItem.policy);
  const calendar = calendars.find(({ id }) => id === policy?.calendar);
  const dueOf = (clock: ClockName, start: Instant): Instant | null => {
    const rule = policy?.clocks.find(({ name }) => name === clock);
    if (rule === undefined || calendar === undefined) return null;
    return due({ calendar, ...(rule.urgencies?.[menuItem.urgency] ?? rule.length), start }).dueAt;
  };
  const within: Scene['within'] = (clock, since, [least, most]) => {
    const dueAt = dueOf(clock, since);
    if (dueAt === null) return null;
    const share = chance.between(least, most, clock, n, acts());
    const wanted = plus(since, Math.floor(msBetween(since, dueAt) * share));
    const soonest = plus(stage.now(), 2 * minute);
    const at = latest(wanted, soonest);
    const awake = hours.awake(at, chance.share(clock, 'in the morning', n, acts()));
    // Nobody sleeps over a deadline that they mean to keep.
    return atAnyHour(menuItem.urgency) || (most <= 1 && awake >= dueAt) ? at : awake;
  };
  return { within };
};

const elsewhereIn =
  ({ pack, stage, cast }: Parts, oneOf: Scene['oneOf']): Scene['elsewhere'] =>
  ({ area, microGrid }) => {
    const community = upTo('community', area);
    const others = gridsAt(pack.routing.grids, stage.now()).filter(
      (grid) => grid.area.startsWith(`${community}/`) && grid.id !== microGrid && cast.memberOf(grid.id),
    );
    return others.length === 0 ? null : oneOf(others, 'elsewhere');
  };

/** Of a demand that is registered. */
export const sceneOf = (parts: Parts, planned: Planned, caseId: string): Scene => {
  const { stage, cast, chance, refused } = parts;
  const { n, fate } = planned;
  let acts = 0;
  const oneOf: Scene['oneOf'] = (things, what) => chance.oneOf(things, what, n, acts);
  const isGranted = ({ status, body: answer }: Answer, path: string): boolean => {
    if (status >= 400) refused.push(`${fate}: ${path.replace(caseId, 'ID')} ${String(answer['code'])}`);
    return status < 400;
  };
  const act: Scene['act'] = async (account, path, body) =>
    isGranted(await stage.post(account, path, body, `demo-${n}-${++acts}`), path);
  // What routing says of an order it knows.
  const order = async () => (await stage.read(cast.auditor, `/api/v1/orders/${caseId}`)) as unknown as Order;
  return {
    ...parts,
    ...timesIn(parts, planned, () => acts),
    ...withinIn(parts, planned, () => acts),
    planned,
    caseId,
    notes: notesOf(1),
    oneOf,
    act,
    order,
    happens: (what, often) => chance.share(what, n, acts) < often / 10_000,
    finish: async (body) => {
      const { member, finishNeeds } = await order();
      if (member === null) return false;
      const path = `/api/v1/orders/${caseId}/finish`;
      if (!finishNeeds.photo) return act(member, path, body);
      const sent = await stage.sendPhoto(member, caseId, `demo-${n}-photo-${acts}`);
      const photoIds = [sent.body['photoId']];
      return isGranted(sent, '/api/v1/photos') && act(member, path, { ...body, photoIds });
    },
    actAsHolder: async (what, body) => {
      const { member } = await order();
      return member !== null && act(member, `/api/v1/orders/${caseId}/${what}`, body);
    },
    elsewhere: elsewhereIn(parts, oneOf),
  };
};
