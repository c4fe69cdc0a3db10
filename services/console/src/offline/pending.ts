/** How an order stands once what waits to be sent has arrived: what was done without network counts for whoever did it. */
import type { Schemas } from '../api/client';
import type { Entry } from './database';

type HelperState = Schemas['HelperState'];

/** What of an order says what there is left to do. */
export type Standing = Readonly<{
  state: Schemas['OrderState'];
  member: string | null;
  /** Whoever asked was got in touch with. */
  isContacted: boolean;
  helpers: readonly Readonly<{ call: number; member: string; unit?: string; state: HelperState }>[];
}>;

const withHelp = (standing: Standing, call: number, state: HelperState): Standing => ({
  ...standing,
  helpers: standing.helpers.map((it) => (it.call === call ? { ...it, state } : it)),
});

const after = (standing: Standing, { deed, account }: Entry): Standing => {
  switch (deed.does) {
    case 'take':
      return { ...standing, state: 'taken', member: account };
    case 'return':
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
