/** What the clocks hear of an order: who is asked, and what is done with it until the case is closed. */
import { on, type Reaction } from '@mulin/bus';
import {
  CallBackDueV1,
  CallBackMadeV1,
  CaseRatedV1,
  ContactMadeV1,
  FinishRefusedV1,
  HelperCalledV1,
  HelperFinishedV1,
  HelperJoinedV1,
  HelperReleasedV1,
  OrderCorrectedV1,
  OrderFinishedV1,
  OrderLeftToArbiterV1,
  OrderOfferedV1,
  OrderReturnedV1,
  OrderTakenV1,
  OrderVerifiedV1,
  ProgressReportedV1,
} from '@mulin/contracts';
import { type Decision, instant } from '@mulin/kernel';
import type { EndReason } from '../domain/clocks/clock-events.js';
import * as Clocks from '../domain/clocks/clocks.js';
import { callBackClock, contactClock, helpClock, verifyClock } from '../domain/clocks/loop-clocks.js';
import { completeClock, takeClock } from '../domain/clocks/terms.js';

export type Published = Readonly<{
  id: string;
  town: string;
  correlationid: string;
  subject: string;
  time: string;
  recordedat: string;
  sequence?: string | undefined;
}>;

export type Decide = Decision<Clocks.State, Clocks.Event>;
export type Observe = (event: Published, decide: Decide) => Promise<void>;

export const endAt = ({ time }: Published, because: EndReason) => ({ endedAt: instant(time), because });

export const optional = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as Partial<Record<Name, Value>>;

/** Who is asked, takes it, gives it back, finishes. */
export const whenOrderChanges = (observe: Observe, rules: Clocks.Rules): readonly Reaction[] => [
  on(OrderOfferedV1, (event) => {
    const { cycle, leg, area, because, member } = event.data;
    const who = { ...optional('because', because), ...optional('byRole', event.actorrole) };
    const offer = { cycle, leg, area, member, ...who, offeredAt: instant(event.time) };
    return observe(event, Clocks.offer(offer, rules));
  }),
  on(OrderLeftToArbiterV1, (event) => {
    const { cycle, area, because, turn, leg } = event.data;
    const which = { ...optional('turn', turn), ...optional('leg', leg) };
    const leaving = { cycle, area, because, ...which, leftAt: instant(event.time) };
    return observe(event, Clocks.leave(leaving, rules));
  }),
  on(OrderCorrectedV1, (event) => {
    const { cycle, area, turn, leg } = event.data;
    const [at, order] = [instant(event.time), optional('sequence', event.sequence)];
    // Without a turn it leads to whoever has it: nothing is left to decide.
    if (turn === undefined)
      return observe(event, Clocks.settleDoubt({ cycle, settledAt: at, ...order }, rules));
    return observe(event, Clocks.askArbiter({ cycle, area, turn, leg, askedAt: at, ...order }, rules));
  }),
  on(OrderTakenV1, (event) => {
    const { cycle, leg, member } = event.data;
    const end = { ...endAt(event, 'taken'), member };
    return observe(event, Clocks.end(takeClock(cycle, leg), cycle, end, rules));
  }),
  on(OrderReturnedV1, (event) => {
    const { cycle, leg } = event.data;
    return observe(event, Clocks.end(takeClock(cycle, leg), cycle, endAt(event, 'returned'), rules));
  }),
  on(OrderFinishedV1, (event) => {
    const { cycle, round } = event.data;
    const end = { ...endAt(event, 'finished'), ...optional('round', round) };
    return observe(event, Clocks.end(completeClock(cycle), cycle, end, rules));
  }),
];

type OfCycle = Published & Readonly<{ data: Readonly<{ cycle: number }> }>;

type Ending = (event: OfCycle, clock: string, because: EndReason) => Promise<void>;

const endingBy =
  (observe: Observe, rules: Clocks.Rules): Ending =>
  (event, clock, because) =>
    observe(event, Clocks.end(clock, event.data.cycle, endAt(event, because), rules));

/** Who is called in, comes, and has done their part. */
const whenHelped = (observe: Observe, rules: Clocks.Rules): readonly Reaction[] => {
  const ending = endingBy(observe, rules);
  return [
    on(HelperCalledV1, (event) => {
      const { cycle, call, since = event.time } = event.data;
      const called = { cycle, call, ...optional('byRole', event.actorrole), calledAt: instant(since) };
      return observe(event, Clocks.call(called, rules));
    }),
    on(HelperJoinedV1, (event) => {
      const { cycle, call, member } = event.data;
      const arrival = { cycle, call, member, joinedAt: instant(event.time) };
      return observe(event, Clocks.arrive(arrival, rules));
    }),
    on(HelperFinishedV1, (event) => ending(event, helpClock(event.data.cycle, event.data.call), 'helped')),
    on(HelperReleasedV1, (event) => ending(event, helpClock(event.data.cycle, event.data.call), 'released')),
  ];
};

/** What is done with an order between taking and closing. */
export const whenHandled = (observe: Observe, rules: Clocks.Rules): readonly Reaction[] => {
  const ending = endingBy(observe, rules);
  return [
    on(ContactMadeV1, async (event) => {
      const { cycle, manner } = event.data;
      if (manner !== 'nobody-there') await ending(event, contactClock(cycle), 'contacted');
    }),
    on(ProgressReportedV1, async (event) => {
      const { cycle, counts } = event.data;
      const report = { cycle, reportedAt: instant(event.time) };
      if (counts) await observe(event, Clocks.report(report, rules));
    }),
    ...whenHelped(observe, rules),
    on(OrderVerifiedV1, (event) =>
      ending(event, verifyClock(event.data.cycle, event.data.round), 'verified'),
    ),
    on(FinishRefusedV1, (event) => {
      const { cycle, round, finishedAt } = event.data;
      const refusal = { cycle, round, finishedAt: instant(finishedAt), refusedAt: instant(event.time) };
      return observe(event, Clocks.refuse(refusal, rules));
    }),
    on(CallBackDueV1, (event) =>
      observe(event, Clocks.callBack({ cycle: event.data.cycle, dueSince: instant(event.time) }, rules)),
    ),
    on(CallBackMadeV1, async (event) => {
      if (event.data.isLast) await ending(event, callBackClock(event.data.cycle), 'called-back');
    }),
    // Whoever asked has said it before anybody called: nobody has to call any more.
    on(CaseRatedV1, (event) => ending(event, callBackClock(event.data.cycle), 'called-back')),
  ];
};
