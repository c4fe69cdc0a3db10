/** A person's decision about who is on duty in a place, and what it must not say. */
import { canonical, type Identity, type Instant, instant, type LocalizedText } from '@mulin/kernel';
import type * as Roster from '../domain/land/roster.js';
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

/** `isEmptyMeant`: that it is known that nobody is named. */
type NamedRoster = Readonly<{ duties: readonly NamedDuty[]; isEmptyMeant: boolean }>;

type Known = Readonly<{
  /** Who is on duty there now. */
  there: readonly Roster.Duty[];
  shifts: readonly string[];
  names: ReadonlyMap<string, LocalizedText>;
  now: Instant;
  find: Identity['find'];
}>;

const momentOf = (text: string | undefined): Instant | null => (text === undefined ? null : instant(text));

const refuseTerm = ({ from, until }: Roster.Duty, now: Instant): void => {
  if (until === null) return;
  if (until <= now || (from !== null && until <= from)) throw refusals.dutyEndsBeforeItBegins();
};

const doOverlap = (one: Roster.Duty, other: Roster.Duty): boolean =>
  (one.until === null || other.from === null || other.from < one.until) &&
  (other.until === null || one.from === null || one.from < other.until);

/** What somebody does there, apart from when it begins and ends. */
const workOf = ({ account, role, shift, turn }: Roster.Duty): string =>
  canonical([account, role, shift ?? null, turn ?? null]);

const refuseTwice = (duties: readonly Roster.Duty[]): void => {
  const isTwice = duties.some((duty, place) =>
    duties.slice(0, place).some((it) => workOf(it) === workOf(duty) && doOverlap(it, duty)),
  );
  if (isTwice) throw refusals.dutyTwice();
};

/** How people are called is said by rosters first, and of who is new on any by their account. */
const nameOf = async (account: string, { names, find }: Known): Promise<LocalizedText | undefined> => {
  const known = names.get(account);
  if (known !== undefined) return known;
  const name = (await find(account))?.name ?? null;
  return name === null ? undefined : { en: name, zh: name };
};

/** Whoever is new there has an account that may sign in, by which they can do what they are on duty for. */
const refuseAccount = async ({ account, role }: NamedDuty, { there, find }: Known): Promise<void> => {
  if (there.some((it) => it.account === account && it.role === role)) return;
  const found = await find(account);
  if (found === null) throw refusals.noAccountForDuty(account);
  if (found.actor.role !== role) throw refusals.accountOfAnotherRole();
};

const dutyOf = async (named: NamedDuty, { roles }: Place, known: Known): Promise<Roster.Duty> => {
  const { account, standing, shift, turn, from, until } = named;
  const role = roles.find((it) => it === named.role);
  if (role === undefined) throw refusals.roleNotOfPlace();
  if (shift !== undefined && !known.shifts.includes(shift)) throw refusals.noSuchShift();
  await refuseAccount(named, known);
  const name = await nameOf(account, known);
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

/**
 * The duties that are named for a place.
 *
 * @throws `Rejection`: `nobody-on-roster`, `role-not-of-place`, `no-such-shift`, `no-account-for-duty`,
 * `account-of-another-role`, `duty-ends-before-it-begins`, `duty-twice`.
 */
export const namedDuties = async (
  { duties, isEmptyMeant }: NamedRoster,
  place: Place,
  known: Known,
): Promise<readonly Roster.Duty[]> => {
  if (duties.length === 0 && !isEmptyMeant) throw refusals.nobodyOnRoster();
  const named: Roster.Duty[] = [];
  for (const duty of duties) named.push(await dutyOf(duty, place, known));
  refuseTwice(named);
  return named;
};
