/** Which deadlines of one cycle run, and who was told of one that nobody has answered, by all that sla-timer said. */
import { type ObservedEvent, type Moment, type OfSlaTimer, saidBy } from './observed-events.js';

type Clock = Readonly<{ dueAt: Moment | null; isOpen: boolean; since: Moment }>;

export type Notified = Readonly<{
  /** Tells it from what others of that role were told of that clock elsewhere. */
  name: string;
  clock: string;
  to: string;
  area: string | null;
  level: 'warning' | 'escalation';
  dueAt: Moment;
  since: Moment;
}>;

type Missing = Readonly<{ clock: string; because: string; since: Moment }>;

export type Deadlines = Readonly<{
  clocks: ReadonlyMap<string, Clock>;
  told: readonly Notified[];
  missing: readonly Missing[];
}>;

const none: Deadlines = { clocks: new Map(), told: [], missing: [] };

/** The roles that must say what they do about a lateness; others are told, and no more. */
export const acknowledgers: readonly string[] = ['community-secretary', 'town-leader'];

/** `acknowledge/2/1` is `acknowledge`. */
export const nameOf = (clock: string): string => clock.split('/', 1)[0] ?? clock;

type Said<Is extends OfSlaTimer['is']> = Extract<OfSlaTimer, { is: Is }>;

const isSame = (one: Pick<Notified, 'clock' | 'to'>, other: Pick<Notified, 'clock' | 'to'>): boolean =>
  one.clock === other.clock && one.to === other.to;

const withTold = (before: Deadlines, said: Said<'told'>, at: Moment): Deadlines => {
  const { clock, to, area, level, dueAt } = said;
  const same = before.told.filter((it) => isSame(it, said));
  // What was told for wherever the case lies is told anew by what names a place.
  const known = same.find((it) => it.area === area) ?? same.find((it) => it.area === null || area === null);
  const others = before.told.filter((it) => it !== known);
  const name = known?.name ?? (same.length === 0 ? `told/${clock}/${to}` : `told/${clock}/${to}/${area}`);
  return { ...before, told: [...others, { name, clock, to, area, level, dueAt, since: at }] };
};

/** Of those who were told of it, whom this takes it back from. */
const isMeant = (it: Notified, said: Said<'revoked'>): boolean =>
  isSame(it, said) && (said.area === undefined || it.area === said.area);

const revoked = (before: Deadlines, said: Said<'revoked'>): Deadlines => ({
  ...before,
  told: before.told.flatMap((it) => {
    if (!isMeant(it, said)) return [it];
    return said.isWarningLeft ? [{ ...it, level: 'warning' as const }] : [];
  }),
});

/** Whoever had to acknowledge has, or has decided: what they had been told by then waits for them no more. */
const answeredBy = (before: Deadlines, role: string): Deadlines => ({
  ...before,
  told: before.told.filter(({ to }) => to !== role),
});

const withClock = (before: Deadlines, said: Said<'running' | 'over'>, at: Moment): Deadlines => {
  const known = before.clocks.get(said.clock);
  const dueAt = said.dueAt ?? known?.dueAt ?? null;
  const isOpen = said.is === 'running';
  const clocks = new Map(before.clocks).set(said.clock, { dueAt, isOpen, since: known?.since ?? at });
  const missing = before.missing.filter(({ clock }) => clock !== said.clock);
  const changed = { clocks, missing, told: before.told };
  const isAcknowledged = !isOpen && nameOf(said.clock) === 'acknowledge';
  return isAcknowledged ? answeredBy(changed, 'community-secretary') : changed;
};

const after = (before: Deadlines, said: OfSlaTimer, at: Moment): Deadlines => {
  switch (said.is) {
    case 'running':
    case 'over':
      return withClock(before, said, at);
    case 'missing': {
      const { clock, because } = said;
      return { ...before, missing: [...before.missing, { clock, because, since: at }] };
    }
    case 'told':
      return withTold(before, said, at);
    case 'revoked':
      return revoked(before, said);
    case 'acknowledged':
      return answeredBy(before, said.role);
  }
};

/** The deadlines of this cycle as they stand. */
export const deadlinesOf = (observed: readonly ObservedEvent[], cycle: number): Deadlines =>
  saidBy(observed, 'sla-timer')
    .filter(({ said }) => said.cycle === cycle)
    .reduce((deadlines, { said, at }) => after(deadlines, said, at), none);

/** By when it is owed, while it runs; `null`: it does not, or that is not known. */
export const dueOf = ({ clocks }: Deadlines, clock: string): Moment | null => {
  const known = clocks.get(clock);
  return known?.isOpen === true ? known.dueAt : null;
};

/** What those who were told of a deadline still have to know: it runs, or nobody has heard of its start yet. */
export const stillNotified = ({ told, clocks }: Deadlines): readonly Notified[] =>
  told.filter(({ clock }) => clocks.get(clock)?.isOpen !== false);

/** The newest clock of this name that runs, such as the report that is owed next; `null`: none. */
export const openClock = ({ clocks }: Deadlines, name: string): (Clock & { clock: string }) | null => {
  const open = [...clocks].filter(([clock, { isOpen }]) => isOpen && nameOf(clock) === name);
  const numbers = (clock: string) => clock.split('/').map(Number);
  const last = open.sort(([a], [b]) => (numbers(a).at(-1) ?? 0) - (numbers(b).at(-1) ?? 0)).at(-1);
  return last === undefined ? null : { clock: last[0], ...last[1] };
};

/**
 * By when what was told at `since` has to be acknowledged: by the first clock of it that could still be met then. What
 * comes to be owed later is no reprieve for what was told before. `null`: no such clock runs.
 */
export const answerDue = ({ clocks }: Deadlines, since: Moment): Moment | null =>
  [...clocks]
    .flatMap(([clock, { isOpen, dueAt }]) =>
      isOpen && nameOf(clock) === 'acknowledge' && dueAt !== null && dueAt >= since ? [dueAt] : [],
    )
    .sort()[0] ?? null;
