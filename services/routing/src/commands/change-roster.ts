/** What somebody names for a roster, made into duties, and what it must not say. */
import {
  canonical,
  type Identity,
  type Instant,
  instant,
  liesIn,
  type LocalizedText,
  type NewAccount,
} from '@mulin/kernel';
import { change } from '../domain/land/changed-roster.js';
import * as Roster from '../domain/land/roster.js';
import * as refusals from '../domain/land/roster-refusals.js';
import type { Place } from '../queries/rosters/roster-places.js';

/** A duty as somebody names it: moments in RFC 3339, of whatever offset; absent: without a beginning, an end, hours. */
type NamedDuty = Readonly<{
  account: string;
  role: string;
  standing?: Exclude<Roster.Duty['standing'], undefined> | undefined;
  from?: string | undefined;
  until?: string | undefined;
  shift?: string | undefined;
  turn?: Readonly<{ first: string; days: number; every: number }> | undefined;
}>;

/** `isEmptyMeant`: that it is known that nobody is on duty there now. */
type NamedRoster = Readonly<{ duties: readonly NamedDuty[]; isEmptyMeant: boolean }>;

type Accounts = ReadonlyMap<string, NewAccount | null>;

type Known = Readonly<{
  place: Place;
  shifts: readonly string[];
  names: ReadonlyMap<string, LocalizedText>;
  accounts: Accounts;
}>;

/** `there`: who is named there before. */
type Standing = Known & Readonly<{ there: readonly Roster.Duty[]; now: Instant }>;

const momentOf = (text: string | undefined): Instant | null => (text === undefined ? null : instant(text));

const refuseTerm = ({ from, until }: Roster.Duty, now: Instant): void => {
  if (until === null) return;
  if (until <= now || (from !== null && until <= from)) throw refusals.dutyEndsBeforeItBegins();
};

const doOverlap = (one: Roster.Duty, other: Roster.Duty): boolean =>
  (one.until === null || other.from === null || other.from < one.until) &&
  (other.until === null || one.from === null || one.from < other.until);

/** Whoever works round the clock works in every shift, and whoever takes no turns in every turn. */
const areOfSameHours = (one: unknown, other: unknown): boolean =>
  one === undefined || other === undefined || canonical(one) === canonical(other);

const isTwice = (one: Roster.Duty, other: Roster.Duty): boolean =>
  one.account === other.account &&
  one.role === other.role &&
  areOfSameHours(one.shift, other.shift) &&
  areOfSameHours(one.turn, other.turn) &&
  doOverlap(one, other);

const refuseTwice = (duties: readonly Roster.Duty[]): void => {
  if (duties.some((duty, at) => duties.slice(0, at).some((it) => isTwice(it, duty))))
    throw refusals.dutyTwice();
};

/** How people are called is said by rosters first, and of who is new on any by their account. */
const nameOf = (account: string, { names, accounts }: Known): LocalizedText | undefined => {
  const name = accounts.get(account)?.name ?? null;
  return names.get(account) ?? (name === null ? undefined : { en: name, zh: name });
};

/** They reach the orders that they have in hand, wherever those lie; all others those of their area. */
const handsOnly: readonly string[] = ['grid-member', 'office-member', 'helper'];

/** Whoever is new there has an account that may sign in, by which they can do what they are on duty for. */
const refuseAccount = ({ account, role }: NamedDuty, { there, accounts, place }: Standing): void => {
  if (there.some((it) => it.account === account && it.role === role)) return;
  const found = accounts.get(account) ?? null;
  if (found === null) throw refusals.noAccountForDuty(account);
  if (found.actor.role !== role) throw refusals.accountOfAnotherRole();
  if (!handsOnly.includes(role) && !liesIn(place.area, found.actor.area))
    throw refusals.accountOfAnotherArea();
};

const refuseHours = ({ role, shift, standing }: NamedDuty, { shifts }: Known): void => {
  if (shift !== undefined && !shifts.includes(shift)) throw refusals.noSuchShift();
  if (standing !== undefined && role !== 'helper') throw refusals.standingOfHelpersOnly();
};

const dutyOf = (named: NamedDuty, known: Standing): Roster.Duty => {
  const { account, standing, shift, turn, from, until } = named;
  const role = known.place.roles.find((it) => it === named.role);
  if (role === undefined) throw refusals.roleNotOfPlace();
  refuseHours(named, known);
  refuseAccount(named, known);
  const name = nameOf(account, known);
  const duty: Roster.Duty = {
    account,
    role,
    ...(name === undefined ? {} : { name }),
    from: momentOf(from),
    until: momentOf(until),
    ...(shift === undefined ? {} : { shift }),
    ...(turn === undefined ? {} : { turn: { ...turn, first: instant(turn.first) } }),
    ...(standing === undefined ? {} : { standing }),
  };
  refuseTerm(duty, known.now);
  return duty;
};

const namedDuties = ({ duties, isEmptyMeant }: NamedRoster, known: Standing): readonly Roster.Duty[] => {
  const named = duties.map((it) => dutyOf(it, known));
  refuseTwice(named);
  if (!isEmptyMeant && !named.some((it) => Roster.isOnDuty(it, known.now))) throw refusals.nobodyOnRoster();
  return named;
};

/** Whoever is named, as their accounts stand now. */
export const accountsNamed = async ({ duties }: NamedRoster, find: Identity['find']): Promise<Accounts> => {
  const accounts = new Set(duties.map(({ account }) => account));
  return new Map(
    await Promise.all([...accounts].map(async (account) => [account, await find(account)] as const)),
  );
};

/**
 * The roster of a place as somebody names it. It is looked at within the decision, so that what was done under the same key
 * before is not refused because of what has happened since.
 *
 * @throws `Rejection`: `nobody-on-roster`, `role-not-of-place`, `no-such-shift`, `standing-of-helpers-only`,
 * `no-account-for-duty`, `account-of-another-role`, `account-of-another-area`, `duty-ends-before-it-begins`, `duty-twice`.
 */
export const changeRoster =
  (
    named: NamedRoster,
    known: Known,
    { by, absences }: Readonly<{ by: string; absences: Roster.Absences }>,
  ): ReturnType<typeof change> =>
  (state, now) => {
    const duties = namedDuties(named, { ...known, there: Roster.namedFrom(state, now), now });
    return change(known.place.place, duties, by, absences)(state, now);
  };
