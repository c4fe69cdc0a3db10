/** What waits while an order is handled: to be taken, finished, helped with, or decided about. */
import { dueOf, openClock } from './deadlines.js';
import { account, type Case, inArea, item, type Item } from './item.js';

/** What whoever was asked has to take. */
export const toTake = (it: Case): readonly Item[] => {
  const { order, cycle, deadlines } = it;
  if (order.state !== 'offered') return [];
  const clock = `take/${cycle}/${order.leg}`;
  return [
    item(it, {
      name: clock,
      what: 'take',
      why: order.because,
      to: order.asked.map(account),
      since: order.since,
      until: dueOf(deadlines, clock) ?? dueOf(deadlines, `complete/${cycle}`),
    }),
  ];
};

/** What the holder owes: the work itself, a first contact and the next report, where the town keeps clocks of them. */
export const toHandle = (it: Case): readonly Item[] => {
  const { order, cycle, deadlines } = it;
  if (order.state !== 'taken' || order.member === null) return [];
  const to = [account(order.member)];
  const owed = [
    { what: 'contact', why: 'first-contact', open: openClock(deadlines, 'contact') },
    { what: 'report', why: 'next-report', open: openClock(deadlines, 'heartbeat') },
  ] as const;
  return [
    item(it, {
      name: `finish/${cycle}/${order.leg}`,
      what: 'finish',
      why: order.because,
      to,
      since: order.since,
      until: dueOf(deadlines, `complete/${cycle}`),
    }),
    ...owed.flatMap(({ what, why, open }) =>
      open === null
        ? []
        : [item(it, { name: open.clock, what, why, to, since: open.since, until: open.dueAt })],
    ),
  ];
};

/** What whoever was called in has to do. */
export const toHelp = (it: Case): readonly Item[] =>
  it.order.helpers.map(({ call, member, since }) =>
    item(it, {
      name: `help/${it.cycle}/${call}`,
      what: 'help',
      why: 'called-in',
      to: [account(member)],
      since,
      until: dueOf(it.deadlines, `help/${it.cycle}/${call}`),
    }),
  );

/** What the arbiter decides: who answers, or what is owed where the rules of the town do not say so. */
export const toDecide = (it: Case): readonly Item[] => {
  const { order, cycle, deadlines } = it;
  const { forArbiter, decidedAt, area } = order;
  const overall = dueOf(deadlines, `complete/${cycle}`);
  const missing = deadlines.missing.find(({ since }) => decidedAt === null || decidedAt < since);
  const left =
    forArbiter === null
      ? []
      : [
          item(it, {
            name: `decide/${cycle}/${forArbiter.turn ?? order.leg}`,
            what: 'decide',
            why: forArbiter.because,
            to: inArea(forArbiter.area, 'community-secretary'),
            since: forArbiter.since,
            until: dueOf(deadlines, `arbitrate/${cycle}/${forArbiter.turn ?? 1}`) ?? overall,
          }),
        ];
  if (missing === undefined) return left;
  return [
    ...left,
    item(it, {
      name: `decide/${missing.clock}`,
      what: 'decide',
      why: 'clock-missing',
      to: inArea(area, 'community-secretary'),
      since: missing.since,
      until: overall,
    }),
  ];
};
