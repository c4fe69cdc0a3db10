/** What event times say of one deadline by now: whether it was kept, and who has to be told. */
import { type Instant, msBetween, second } from '@mulin/kernel';
import type { IsHeld } from '../clocks/recipients.js';
import { rolesUpwards } from '../clocks/roles.js';
import type { Step } from '../clocks/terms.js';
import type {
  End,
  Event,
  Handover,
  Judgement,
  Notice,
  Setting,
  Terms,
  Verdict,
} from './commitment-events.js';

/** What is known of one deadline; it may have been handed over, or have ended, before anybody heard that it was set. */
export type Clock = Readonly<{
  set: Setting | null;
  handovers: readonly Handover[];
  ends: readonly End[];
  terms: Terms | null;
  /** Why its terms cannot be computed. */
  missing: string | null;
  judged: Judgement | null;
  /** The steps of which somebody was told. */
  told: readonly string[];
}>;

/** A deadline with its terms. */
export type Running = Clock & Readonly<{ set: Setting; terms: Terms }>;

/** Of several ends the earliest stands; of two in one moment the one that answers. */
export const endOf = ({ ends }: Pick<Clock, 'ends'>): End | null =>
  ends.reduce<End | null>((first, end) => {
    if (first === null || end.at < first.at) return end;
    return end.at === first.at && end.end === 'answered' ? end : first;
  }, null);

const isBefore = (one: Handover, other: Handover): boolean =>
  one.at === other.at ? (one.sequence ?? '') < (other.sequence ?? '') : one.at < other.at;

/** Whose it is now, or was when it ended. */
const holderOf = ({ set, handovers, ends }: Running): string | undefined => {
  const end = endOf({ ends });
  return (
    handovers
      .filter(({ at }) => end === null || at <= end.at)
      .reduce<Handover | null>((last, it) => (last === null || isBefore(last, it) ? it : last), null)
      ?.holder ?? set.holder
  );
};

const verdictOf = ({ dueAt }: Terms, end: End | null, now: Instant): Verdict | null => {
  if ((end?.at ?? now) > dueAt) return 'breached';
  if (end === null) return null;
  return end.end === 'answered' ? 'met' : 'cancelled';
};

/** What was missed by the time it was cancelled stays missed. Said again only where it is another word than before. */
export const judgements = (clock: Running, now: Instant): readonly Event[] => {
  const { terms, judged } = clock;
  const end = endOf(clock);
  const verdict = verdictOf(terms, end, now);
  const endedAt = end?.at ?? null;
  // A process with a faster clock on the wall may have said already that it is missed.
  if (verdict === null || (judged?.verdict === verdict && judged.endedAt === endedAt)) return [];
  const { clock: name, number, of, dueAt } = terms;
  return [{ type: 'CommitmentJudged', data: { clock: name, number, of, verdict, dueAt, endedAt } }];
};

const isEscalation = ({ at }: Step, { dueAt }: Terms): boolean => at >= dueAt;

/**
 * The steps of which nobody was told, whether or not their moment has come. What was owed before a late answer is
 * told all the same, so that the same people hear in whatever order news comes; to warn of what is answered would
 * help nobody.
 */
export const untold = (clock: Running): readonly Step[] => {
  const { terms, told } = clock;
  const end = endOf(clock);
  return terms.ladder
    .filter(({ step }) => !told.includes(step))
    .filter((step) => end === null || (isEscalation(step, terms) && step.at < end.at));
};

/** From the mediation committee upwards: a grid leader does not stand in for whoever mediates. */
const overHolders = rolesUpwards.slice(rolesUpwards.indexOf('village-committee'));

const upwardsFrom = (addressee: string): readonly string[] => {
  if (addressee === 'holder') return overHolders;
  const from = rolesUpwards.findIndex((it) => it === addressee);
  return from === -1 ? [] : rolesUpwards.slice(from);
};

type Telling = Readonly<{ clock: Running; holder: string | undefined; now: Instant; isHeld: IsHeld }>;

/**
 * Who is told for an addressee of the ladder: whose deadline it is, or whoever holds that role there; where nobody
 * does, the next above. Where nobody at all is above, the first of them, who may be named later.
 */
const personFor = (addressee: string, { clock, holder, now, isHeld }: Telling): string => {
  if (addressee === 'holder' && holder !== undefined) return addressee;
  const roles = upwardsFrom(addressee);
  return roles.find((role) => isHeld(role, clock.set.area, now)) ?? roles[0] ?? addressee;
};

const grouped = (
  steps: readonly Step[],
  by: (step: Step) => string,
): ReadonlyMap<string, readonly Step[]> => {
  const groups = new Map<string, readonly Step[]>();
  for (const step of steps) groups.set(by(step), [...(groups.get(by(step)) ?? []), step]);
  return groups;
};

const noticeTo = (to: string, steps: readonly Step[], { clock, holder, now }: Telling): Notice => {
  const { set, terms } = clock;
  const last = steps.reduce((latest, step) => (latest.at <= step.at ? step : latest));
  return {
    clock: set.clock,
    number: set.number,
    of: set.of,
    level: isEscalation(last, terms) ? 'escalation' : 'warning',
    step: last.step,
    steps: steps.map(({ step }) => step),
    to,
    addressees: [...new Set(steps.map((step) => step.to))].sort(),
    ...(holder === undefined ? {} : { holder }),
    area: set.area,
    dueAt: terms.dueAt,
    owedAt: last.at,
    givenAt: now,
    lateSeconds: Math.floor(msBetween(last.at, now) / second),
    answered: endOf(clock) !== null,
  };
};

/** One notice for each person of all that is owed to them by now. A warning whose deadline has passed is not given any more. */
export const notices = (clock: Running, now: Instant, isHeld: IsHeld): readonly Event[] => {
  const telling = { clock, holder: holderOf(clock), now, isHeld };
  const { terms } = clock;
  const owed = untold(clock)
    .filter(({ at }) => at < now)
    .filter((step) => isEscalation(step, terms) || now <= terms.dueAt);
  return [...grouped(owed, ({ to }) => personFor(to, telling))].map(([person, steps]) => ({
    type: 'CommitmentNoticeGiven',
    data: noticeTo(person, steps, telling),
  }));
};
