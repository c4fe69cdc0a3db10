/** How long the town gives itself, and who hears when it takes longer: one policy, in one version. */
import { type Instant, Rejection, unreachable } from '@mulin/kernel';
import { type Calendar, due, type Ending, type Target, type Unit, usedUp } from '@mulin/working-time';
import type { ClockName, Deadline, DeadlineQuery, MissingReason } from './clocks/terms.js';

export type Length = Readonly<{ unit: Unit; amount: number; end?: Ending | undefined }>;

/**
 * Who hears, and when: at a share of the target (0.8: four fifths of it; 1: when it is missed), or so long after
 * the due moment (a negative length: before it).
 */
export type Rung = Readonly<{ to: readonly string[] }> & Readonly<{ share: number } | { after: Length }>;

type ClockRule = Readonly<{
  name: ClockName;
  length: Length;
  /** Cases of these urgencies get another length. */
  urgencies?: Readonly<Record<string, Length>> | undefined;
  /** Instead of the policy's own. */
  ladder?: readonly Rung[] | undefined;
}>;

export type Policy = Readonly<{
  id: string;
  /** The id of the calendar it counts by. */
  calendar: string;
  clocks: readonly ClockRule[];
  ladder: readonly Rung[];
  /**
   * Whose ladder, and whose lengths where this policy names none, a demand takes that is more urgent than its menu
   * item: the id of a policy for each urgency. Where nothing is said, the policy that is called like the urgency.
   */
  raisedTo?: Readonly<Record<string, string>> | undefined;
  /** The share of a target that holds where it is done again, because whoever asked was not content; absent: all of it. */
  redo?: Readonly<{ share: number }> | undefined;
}>;

type Numbered<Content> = Readonly<{ version: number; content: Content }>;

/** The rules of one moment, by id; `undefined`: there is none. */
export type RuleBook = Readonly<{
  policyOf: (id: string) => Numbered<Policy> | undefined;
  calendarOf: (id: string) => Numbered<Calendar> | undefined;
}>;

/** From the most urgent down. */
const urgencies: readonly string[] = ['emergency', 'urgent', 'ordinary', 'complex'];

/** Whether somebody decided that a demand is more urgent than its menu item is of itself. */
const isRaised = ({ urgency, itemUrgency }: DeadlineQuery): boolean =>
  itemUrgency !== undefined && urgencies.indexOf(urgency) < urgencies.indexOf(itemUrgency);

/** Who arbitrates hears at once, half-way and when it is missed; then the town leader, too. */
const arbiterLadder: readonly Rung[] = [
  { share: 0, to: ['community-secretary'] },
  { share: 0.5, to: ['community-secretary'] },
  { share: 1, to: ['community-secretary', 'town-leader'] },
];

/**
 * A policy that says nothing of the arbiter gives them as long as it gives a grid member to take an order; if it says
 * nothing of that, as long as to accept it, or to complete it: they hear at once in any case.
 */
const ruleIn = ({ clocks }: Policy, name: ClockName): ClockRule | undefined => {
  const own = clocks.find((it) => it.name === name);
  if (own !== undefined || name !== 'arbitrate') return own;
  const like = ['take', 'accept', 'complete']
    .map((other) => clocks.find((it) => it.name === other))
    .find((rule) => rule !== undefined);
  return like && { ...like, name, ladder: arbiterLadder };
};

type Rule = Readonly<{ length: Length; ladder: readonly Rung[]; policy: string; redoShare: number }>;

const versionOf = ({ content, version }: Numbered<Policy>): string => `${content.id}@${version}`;

/**
 * The rule of the item's own policy; what somebody decided to be more urgent climbs the ladder of that urgency, and
 * has its length where the item's own policy names none for it.
 */
const ruleFor = (own: Numbered<Policy>, book: RuleBook, query: DeadlineQuery): Rule | null => {
  const rule = ruleIn(own.content, query.name);
  if (rule === undefined) return null;
  const redoShare = own.content.redo?.share ?? 1;
  const higher = raisedRule(own.content, book, query);
  return higher === null
    ? { ...asIn(own, rule, query), policy: versionOf(own), redoShare }
    : {
        redoShare,
        length: rule.urgencies?.[query.urgency] ?? asIn(higher.of, higher.rule, query).length,
        ladder: asIn(higher.of, higher.rule, query).ladder,
        policy: `${versionOf(own)} ${versionOf(higher.of)}`,
      };
};

const asIn = (of: Numbered<Policy>, rule: ClockRule, { urgency }: DeadlineQuery) => ({
  length: rule.urgencies?.[urgency] ?? rule.length,
  ladder: rule.ladder ?? of.content.ladder,
});

/** The rule of another policy for what was decided to be more urgent; `null`: there is none, its own rule holds. */
const raisedRule = (own: Policy, book: RuleBook, query: DeadlineQuery) => {
  if (!isRaised(query)) return null;
  const of = book.policyOf(own.raisedTo?.[query.urgency] ?? query.urgency);
  if (of === undefined || of.content.id === own.id) return null;
  const rule = ruleIn(of.content, query.name);
  return rule === undefined ? null : { of, rule };
};

const rungAt = (rung: Rung, target: Target, dueAt: Instant): Instant => {
  if ('share' in rung) return usedUp(target, dueAt, rung.share);
  if ('after' in rung) return due({ calendar: target.calendar, ...rung.after, start: dueAt }).dueAt;
  return unreachable(rung);
};

/** `50%` of the target, `+1working-day` after it: the same words for the same threshold in every policy. */
export const thresholdOf = (rung: Rung): string => {
  if ('share' in rung) return `${Number((rung.share * 100).toFixed(6))}%`;
  const { amount, unit, end } = rung.after;
  if (amount === 0) return '100%';
  return `${amount < 0 ? '' : '+'}${amount}${unit}${end === undefined ? '' : `-${end}`}`;
};

/** Only the resident's own target is shorter where it is done again. */
const lengthOf = ({ length }: Rule, share: number, { name, isRedo }: DeadlineQuery): Length =>
  isRedo === true && name === 'complete' ? { ...length, amount: length.amount * share } : length;

/** By what a deadline is counted. */
type Counting = Readonly<{ length: Length; calendar: Calendar }>;

/** How long this clock has for such a case, and by which calendar; `null`: these rules do not say it. */
export const countingOf = (book: RuleBook, query: DeadlineQuery): Counting | null => {
  const policy = book.policyOf(query.policy);
  const rule = policy === undefined ? null : ruleFor(policy, book, query);
  const calendar = policy === undefined ? undefined : book.calendarOf(policy.content.calendar);
  if (rule === null || calendar === undefined) return null;
  return { length: lengthOf(rule, rule.redoShare, query), calendar: calendar.content };
};

const momentsOf = (rule: Rule, calendar: Numbered<Calendar>, query: DeadlineQuery): Deadline => {
  const { startedAt, dueAt: settled } = query;
  const target = { calendar: calendar.content, start: startedAt, ...lengthOf(rule, rule.redoShare, query) };
  const { dueAt, provisional } = settled === undefined ? due(target) : { dueAt: settled, provisional: false };
  const ladder = rule.ladder.flatMap((rung) => {
    const at = rungAt(rung, target, dueAt);
    const threshold = thresholdOf(rung);
    return rung.to.map((to) => ({ at, to, threshold }));
  });
  const versions = { policy: rule.policy, calendar: `${calendar.content.id}@${calendar.version}` };
  return { dueAt, ladder, ...versions, provisional };
};

/**
 * By when, and who hears when it takes longer, by these rules. `null`: the policy has no such clock. What cannot be
 * computed is said and never guessed: no policy or calendar of that name, or a calendar by which it is never due.
 */
export const calculateDeadline = (
  book: RuleBook,
  query: DeadlineQuery,
): Deadline | Readonly<{ missing: MissingReason }> | null => {
  const policy = book.policyOf(query.policy);
  if (policy === undefined) return { missing: 'no-policy' };
  const rule = ruleFor(policy, book, query);
  if (rule === null) return null;
  const calendar = book.calendarOf(policy.content.calendar);
  if (calendar === undefined) return { missing: 'no-calendar' };
  try {
    return momentsOf(rule, calendar, query);
  } catch (error) {
    if (error instanceof Rejection) return { missing: 'uncountable' };
    throw error;
  }
};
