/**
 * How an order stands by what this device did with it since it was read: what was answered, and what waits to be sent,
 * which counts for whoever did it.
 */
import type { Schemas } from '../api/client';
import type { Entry } from './database';
import type { Deed } from './deeds';

type HelperState = Schemas['HelperState'];

/** What of an order says what there is left to do. */
export type Standing = Readonly<{
  state: Schemas['OrderState'];
  member: string | null;
  /** Whoever asked was got in touch with. */
  isContacted: boolean;
  /** Given back by whoever looks, since it was read: whomever it is offered to, it is not them. */
  isReturned: boolean;
  helpers: readonly Readonly<{ call: number; member: string; unit?: string; state: HelperState }>[];
}>;

const withHelp = (standing: Standing, call: number, state: HelperState): Standing => ({
  ...standing,
  helpers: standing.helpers.map((it) => (it.call === call ? { ...it, state } : it)),
});

const after = (standing: Standing, { deed, account }: Pick<Entry, 'deed' | 'account'>): Standing => {
  switch (deed.does) {
    case 'take':
      return { ...standing, state: 'taken', member: account, isReturned: false };
    case 'return':
      return { ...standing, state: 'offered', member: null, isReturned: true };
    case 'hand-over':
      return { ...standing, state: 'offered', member: null };
    case 'contact':
      return deed.body.manner === 'nobody-there' ? standing : { ...standing, isContacted: true };
    case 'finish':
      return { ...standing, state: 'finished' };
    case 'join':
      return withHelp(standing, deed.call, 'joined');
    case 'help-finish':
      return withHelp(standing, deed.call, 'finished');
    case 'release':
      return withHelp(standing, deed.call, 'released');
    case 'verify':
      return { ...standing, state: deed.body.outcome === 'confirmed' ? 'verified' : 'taken' };
    case 'progress':
    case 'call-in':
    case 'patrol':
      return standing;
  }
};

/** What was refused changes nothing, and neither does what comes after it. */
export const withPending = (standing: Standing, entries: readonly Entry[]): Standing => {
  const open = entries.filter(({ state }) => state !== 'sent');
  const refused = open.findIndex(({ state }) => state === 'refused');
  return (refused < 0 ? open : open.slice(0, refused)).reduce(after, standing);
};

/**
 * Something that was done with an order and answered. `order`: how it stood then; `null`: it arrived, and its answer
 * did not. `at`: when it was answered, by the clock of this device, in milliseconds since 1970.
 */
export type Done = Readonly<{
  account: string;
  caseId: string;
  deed: Deed;
  order: Schemas['Order'] | null;
  at: number;
}>;

/**
 * What was answered after something was asked for, so that it may not be in it. What is of later than now was answered
 * before somebody set the clock of this device, and nobody knows whether it is.
 */
export const doneSince = (
  done: readonly Done[],
  { askedAt, now }: Readonly<{ askedAt: number; now: number }>,
): readonly Done[] => done.filter(({ at }) => at > askedAt && at <= now);

/** As the town has answered it. */
export const withDone = (standing: Standing, done: readonly Done[]): Standing =>
  done.reduce((it, { order, ...rest }) => {
    const next = after(it, rest);
    return order === null
      ? next
      : { ...next, state: order.state, member: order.member, helpers: order.helpers };
  }, standing);

/** Something that was owed by this deadline (`contact`, or `contact/2` of a second round) when it was read was done here since. */
export const isOver = (clock: string, before: Standing, now: Standing): boolean => {
  const name = clock.split('/')[0];
  if (name === 'take') return before.state === 'offered' && now.state !== 'offered';
  return name === 'contact' && !before.isContacted && now.isContacted;
};

type Clock = Pick<Schemas['Clock'], 'name' | 'state'>;

/** Where there is no deadline for getting in touch, nobody waits for it. */
export const isContacted = (clocks: readonly Clock[]): boolean =>
  !clocks.some(({ name, state }) => state === 'running' && name.split('/')[0] === 'contact');
