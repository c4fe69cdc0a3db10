/** In whose hands the order of one cycle is, and who helps, by all that routing said of it. */
import { type ObservedEvent, type Moment, type OfRouting, saidBy } from './observed-events.js';

type Helper = Readonly<{ call: number; member: string; area: string; since: Moment }>;

/** What waits for the arbiter: an order that nobody has, or one that stays with its holder meanwhile. */
type ForArbiter = Readonly<{ because: string; area: string; turn: number | null; since: Moment }>;

export type Order = Readonly<{
  state: 'none' | 'offered' | 'taken' | 'with-arbiter' | 'finished' | 'verified';
  /** Since when it is in this state. */
  since: Moment;
  leg: number;
  /** Who has it, was asked, or had it last; `null`: nobody yet. */
  member: string | null;
  asked: readonly string[];
  because: string;
  area: string | null;
  forArbiter: ForArbiter | null;
  /** Since when the holder has to know that it is another order than it was. */
  correctedAt: Moment | null;
  /** When the arbiter's decision, or the end of the work, left nothing to decide. */
  decidedAt: Moment | null;
  round: number | null;
  /** Everybody who had it in this cycle. */
  handlers: readonly string[];
  helpers: readonly Helper[];
  /** The calls to which nobody could come, and since when that is known. */
  unhelped: readonly Readonly<{ call: number; since: Moment }>[];
}>;

const none: Order = {
  state: 'none',
  since: '',
  leg: 0,
  member: null,
  asked: [],
  because: 'registered',
  area: null,
  forArbiter: null,
  correctedAt: null,
  decidedAt: null,
  round: null,
  handlers: [],
  helpers: [],
  unhelped: [],
};

type Said<Is extends OfRouting['is']> = Extract<OfRouting, { is: Is }>;

const offered = (order: Order, said: Said<'offered'>, at: Moment): Order => ({
  ...order,
  state: 'offered',
  since: at,
  leg: said.leg,
  member: said.member,
  asked: said.asked,
  because: said.because,
  area: said.area,
  forArbiter: null,
  correctedAt: null,
  // Whoever else gives it to somebody answers nothing that the arbiter was asked.
  decidedAt: said.because === 'decided' ? at : order.decidedAt,
});

const withHandlers = (order: Order, more: readonly string[]): Order => ({
  ...order,
  handlers: [...new Set([...order.handlers, ...more])].sort(),
});

const finished = (order: Order, said: Said<'finished'>, at: Moment): Order => ({
  ...withHandlers(order, [...said.handlers, said.member]),
  state: 'finished',
  since: at,
  leg: said.leg,
  member: said.member,
  area: said.area ?? order.area,
  round: said.round,
  forArbiter: null,
  correctedAt: null,
  decidedAt: at,
});

/** Without a turn, the arbiter is asked nothing any more: it has come back to where the holder is. */
const corrected = (order: Order, said: Said<'corrected'>, at: Moment): Order => ({
  ...order,
  area: said.area,
  correctedAt: at,
  forArbiter:
    said.turn === null ? null : { because: 'corrected', area: said.area, turn: said.turn, since: at },
});

const helped = (order: Order, said: Said<'helper-called' | 'helper-over'>, at: Moment): Order => {
  const others = order.helpers.filter(({ call }) => call !== said.call);
  if (said.is === 'helper-over') {
    const empty = said.isUnitEmpty === true ? [{ call: said.call, since: at }] : [];
    return { ...order, helpers: others, unhelped: [...order.unhelped, ...empty] };
  }
  const { call, member, area } = said;
  return { ...order, helpers: [...others, { call, member, area, since: at }] };
};

/** Whoever has come has to finish it, whoever of their unit was asked. */
const joined = (order: Order, { call, member }: Said<'helper-joined'>): Order => ({
  ...order,
  helpers: order.helpers.map((it) => (it.call === call ? { ...it, member } : it)),
});

const after = (order: Order, said: OfRouting, at: Moment): Order => {
  switch (said.is) {
    case 'offered':
      return offered(order, said, at);
    case 'taken':
      return {
        ...withHandlers(order, [said.member]),
        state: 'taken',
        since: at,
        leg: said.leg,
        member: said.member,
        because: 'taken',
      };
    case 'given-back':
      return { ...order, state: 'none', since: at, correctedAt: null };
    case 'left-to-arbiter': {
      const { because, area, turn } = said;
      return {
        ...order,
        state: 'with-arbiter',
        since: at,
        area,
        forArbiter: { because, area, turn, since: at },
      };
    }
    case 'corrected':
      return corrected(order, said, at);
    case 'finished':
      return finished(order, said, at);
    case 'verified':
      return { ...order, state: 'verified', since: at };
    case 'finish-refused':
      return { ...order, state: 'taken', since: at, because: 'finish-refused' };
    case 'helper-called':
    case 'helper-over':
      return helped(order, said, at);
    case 'helper-joined':
      return joined(order, said);
  }
};

/** The order of this cycle as it stands. */
export const orderOf = (observed: readonly ObservedEvent[], cycle: number): Order =>
  saidBy(observed, 'routing')
    .filter(({ said }) => said.cycle === cycle)
    .reduce((order, { said, at }) => after(order, said, at), none);

/** Who has found before that it was done: they do not look again. */
export const formerVerifiers = (observed: readonly ObservedEvent[]): readonly string[] =>
  saidBy(observed, 'routing').flatMap(({ said }) => (said.is === 'verified' ? [said.verifier] : []));
