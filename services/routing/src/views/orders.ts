/** Where each order stands and in whose hands: for grid members, those who lead them, and the arbiter. */
import { column, idOf, type Instant, type Projection, type RecordedEvent } from '@mulin/kernel';
import type { HelperEvent } from '../domain/handling/helpers.js';
import * as Order from '../domain/order/order.js';

export type OrderRow = Readonly<{
  caseId: string;
  number: string;
  cycle: number;
  state: 'offered' | 'taken' | 'with-arbiter' | 'finished' | 'verified' | 'over';
  /** The micro-grid's path, or that of the community whose secretary decides. */
  area: string;
  microGrid: string | null;
  member: string | null;
  /** Where their duty must reach for them to keep it; `null`: nobody has it. */
  dutyArea: string | null;
  /** The unit it was handed to: they keep it while they are on duty there. */
  unit: string | null;
  /** Who else is asked at the same time, while nobody has taken it. */
  alsoAsked: readonly string[];
  leg: number;
  net: string;
  menuItem: string;
  urgency: string;
  /** The arbiter has decided: it cannot be returned. */
  final: boolean;
  /** The community secretary should look. */
  forArbiter: boolean;
  /** Nobody will be reminded of it: that is why, until they have decided. */
  lacksClock: boolean;
  because: string | null;
  /** Who was called in of which unit and is waited for, with the number of the call; `joinedAt`: since when they help. */
  helpers: readonly Readonly<{ call: number; member: string; unit: string; joinedAt: Instant | null }>[];
  /** Since when it stands so. */
  since: Instant;
}>;

type Event = RecordedEvent<Order.Event>;
type Of<Type extends Order.Event['type']> = Extract<Event, { type: Type }>;

/** They stay, into whose hands it goes. */
const helpersIn = (row: OrderRow | null): OrderRow['helpers'] => row?.helpers ?? [];

const whenOffered = (row: OrderRow | null, event: Of<'OrderOffered'>): OrderRow => {
  const { area, microGrid, member, leg, final, because, offeredAt } = event.data;
  const lacksClock = row?.lacksClock === true && because !== 'decided';
  return {
    ...Order.demandIn(event.data),
    caseId: idOf(event),
    state: 'offered',
    area,
    microGrid,
    member,
    dutyArea: event.data.unit === undefined ? Order.dutyAreaOf(event.data) : null,
    unit: event.data.unit ?? null,
    alsoAsked: (event.data.alsoAsked ?? []).map(({ member: other }) => other),
    leg,
    final,
    forArbiter: lacksClock,
    lacksClock,
    because: null,
    helpers: helpersIn(row),
    since: offeredAt,
  };
};

const whenLeft = (row: OrderRow | null, event: Of<'OrderLeftToArbiter'>): OrderRow => {
  const { area, because, leftAt } = event.data;
  return {
    ...Order.demandIn(event.data),
    caseId: idOf(event),
    state: 'with-arbiter',
    area,
    microGrid: row?.microGrid ?? null,
    member: null,
    dutyArea: null,
    unit: null,
    alsoAsked: [],
    leg: row?.leg ?? 0,
    final: false,
    forArbiter: true,
    lacksClock: row?.lacksClock ?? false,
    because,
    helpers: helpersIn(row),
    since: leftAt,
  };
};

const whenReclassified = (row: OrderRow, event: Of<'OrderReclassified'>): OrderRow => {
  const { menuItem, net, urgency, told } = event.data;
  // What was recorded before it was said whether the arbiter is asked asked them of all that was decided.
  const wasDecided = row.state === 'taken' || (row.state === 'offered' && row.final);
  const isAsked = told === undefined ? row.forArbiter || wasDecided : told.turn !== undefined;
  return { ...row, menuItem, net, urgency, forArbiter: isAsked || row.lacksClock };
};

/** Where the duty of who was asked beside somebody must reach: in the unit that they lead, else in that grid. */
const keptWhile = ({ area }: OrderRow, unit: string | undefined) =>
  unit === undefined
    ? { unit: null, dutyArea: Order.dutyAreaOf({ area, by: null }) }
    : { unit, dutyArea: null };

/** Of those who were asked together, the first has it. */
const whenTaken = (row: OrderRow, { member, unit, takenAt }: Of<'OrderTaken'>['data']): OrderRow => ({
  ...row,
  ...(member === row.member ? {} : keptWhile(row, unit)),
  state: 'taken',
  member,
  alsoAsked: [],
  since: takenAt,
});

const done = (row: OrderRow): OrderRow => ({ ...row, forArbiter: false, lacksClock: false });

const whenHelped = (row: OrderRow, { type, data }: Of<HelperEvent['type']>): OrderRow => {
  const { call, member } = data;
  const others = row.helpers.filter((it) => it.call !== call);
  if (type === 'HelperCalled')
    return { ...row, helpers: [...others, { call, member, unit: data.unit, joinedAt: null }] };
  const known = row.helpers.find((it) => it.call === call);
  return type === 'HelperJoined' && known !== undefined
    ? { ...row, helpers: [...others, { ...known, member, joinedAt: data.joinedAt }] }
    : { ...row, helpers: others };
};

/** What becomes of the case, whoever has the order. */
const whenHeard = (row: OrderRow, event: Event): OrderRow => {
  switch (event.type) {
    case 'OrderReopened':
      return { ...done(row), leg: 0, microGrid: null };
    case 'OrderReclassified':
      return event.data.cycle > row.cycle ? row : whenReclassified(row, event);
    case 'ArbiterCalled':
      return row.state === 'over' || event.data.cycle !== row.cycle
        ? row
        : { ...row, forArbiter: true, lacksClock: true };
    case 'OrderOver':
      return { ...done(row), state: 'over', since: event.data.overAt };
    default:
      return row;
  }
};

/** What is done by those who work on it and look at it. News that came before its order makes no row. */
const whenMoved = (row: OrderRow, event: Event): OrderRow => {
  switch (event.type) {
    case 'OrderTaken':
      // Of a former turn it is the beginning of another one.
      return event.data.leg === row.leg ? whenTaken(row, event.data) : row;
    case 'OrderFinished':
      return { ...done(row), state: 'finished', since: event.data.finishedAt };
    case 'OrderVerified':
      return { ...row, state: 'verified', since: event.data.verifiedAt };
    case 'FinishRefused':
      return { ...row, state: 'taken', since: event.data.refusedAt };
    case 'HelperCalled':
    case 'HelperJoined':
    case 'HelperFinished':
    case 'HelperReleased':
      return whenHelped(row, event);
    default:
      return whenHeard(row, event);
  }
};

const project = (row: OrderRow | null, event: Event): OrderRow | null => {
  if (event.type === 'OrderOffered') return whenOffered(row, event);
  if (event.type === 'OrderLeftToArbiter') return whenLeft(row, event);
  return row && whenMoved(row, event);
};

/** Before a unit in `post`; no path of an area begins so. */
export const unitPrefix = 'unit:';

const postOf = ({ state, member, dutyArea, unit }: OrderRow): string | null => {
  const place = unit === null ? dutyArea : `${unitPrefix}${unit}`;
  const isInHand = state === 'offered' || state === 'taken';
  return isInHand && member !== null && place !== null ? `${place} ${member}` : null;
};

/** Cases of the archive have no row: nobody is asked anything. */
export const orders = {
  name: 'orders',
  version: 14,
  categories: ['order'],
  key: idOf,
  project,
  columns: {
    number: column.text(({ number }) => number),
    state: column.text(({ state }) => state),
    member: column.text(({ member }) => member),
    /** Who has to do something about it now. */
    inHandsOf: column.text(({ state, member }) => (state === 'offered' || state === 'taken' ? member : null)),
    /** Who else can take it now. */
    alsoAsked: column.texts(({ state, alsoAsked }) => (state === 'offered' ? alsoAsked : [])),
    /** Who has to do something, and where their duty must reach for that. */
    post: column.text(postOf),
    helping: column.texts(({ helpers }) => [...new Set(helpers.map(({ member }) => member))]),
    /** Somebody was called in, and it waits for them. */
    hasHelpers: column.boolean(({ helpers }) => helpers.length > 0),
    forArbiter: column.boolean(({ forArbiter }) => forArbiter),
    since: column.instant(({ since }) => since),
    area: column.path(({ area }) => area),
  },
  sorts: ['since'],
} satisfies Projection<OrderRow, Order.Event>;
