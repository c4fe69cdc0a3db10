/** What somebody has to know: that a deadline draws near or was missed, or that the demand is not what it was. */
import type { Addressee } from './addressees.js';
import { acknowledgers, answerDue, dueOf, nameOf, stillNotified, type Notified } from './deadlines.js';
import { type ObservedEvent, saidBy } from './observed-events.js';
import { account, type Case, inArea, item, type Item } from './item.js';
import type { Order } from './order.js';

/** Who has the order now: to whom a notice for its holder goes. */
const holderOf = ({ state, member }: Order): string | null =>
  state === 'offered' || state === 'taken' ? member : null;

/** To whom a notice goes; nobody, where it is for a holder and nobody has the order. */
const addressed = ({ order }: Case, { to, area }: Notified): readonly Addressee[] => {
  if (to !== 'grid-member') return inArea(area ?? order.area, to);
  const holder = holderOf(order);
  return holder === null ? [] : [account(holder)];
};

/** What those who were told of a deadline have to know, or to acknowledge. */
export const toKnow = (it: Case): readonly Item[] =>
  stillNotified(it.deadlines).flatMap((told) => {
    const to = addressed(it, told);
    return to.length === 0 ? [] : [noticeOf(it, told, to)];
  });

/** By when it has to be acknowledged, else by when what it is about is or was due. */
const untilOf = ({ deadlines }: Case, { clock, dueAt, since }: Notified, mustAnswer: boolean): string => {
  // Whoever hears that somebody has not answered is not given the time in which the next answer is owed.
  const isOwed = mustAnswer && nameOf(clock) !== 'acknowledge';
  return (isOwed ? answerDue(deadlines, since) : null) ?? dueOf(deadlines, clock) ?? dueAt;
};

const noticeOf = (it: Case, told: Notified, to: readonly Addressee[]): Item => {
  const { name, clock, to: role, level, since } = told;
  const isLate = level === 'escalation';
  const mustAnswer = isLate && acknowledgers.includes(role);
  return item(it, {
    name,
    what: level,
    why: nameOf(clock),
    kind: mustAnswer ? 'decide' : 'inform',
    to,
    since,
    until: untilOf(it, told, mustAnswer),
    isUrgent: isLate || it.isEmergency,
  });
};

/**
 * What the holder must know of a demand that is not what it was, or to which its resident has added something; and that
 * nobody comes to help.
 */
export const news = (it: Case, observed: readonly ObservedEvent[]): readonly Item[] => {
  const { order, cycle } = it;
  const holder = holderOf(order);
  if (holder === null) return [];
  const common = { kind: 'inform', to: [account(holder)], until: null } as const;
  const { correctedAt, leg } = order;
  const changed =
    correctedAt === null
      ? []
      : [
          item(it, {
            ...common,
            name: `changed/${cycle}/${leg}`,
            what: 'changed',
            why: 'corrected',
            since: correctedAt,
          }),
        ];
  const added = saidBy(observed, 'intake').flatMap(({ said, at }) =>
    said.is === 'added' && said.cycle === cycle
      ? [item(it, { ...common, name: `added/${said.itemId}`, what: 'addition', why: said.kind, since: at })]
      : [],
  );
  const unhelped = order.unhelped.map(({ call, since }) =>
    item(it, {
      ...common,
      name: `unhelped/${cycle}/${call}`,
      what: 'unhelped',
      why: 'nobody-on-duty',
      since,
    }),
  );
  return [...changed, ...unhelped, ...added];
};
