/** Whoever has no account asks the town for something by a visit: one token for the tab, so that nothing is doubled. */
import { answerOf, api, apiWith } from '../api/client';
import { townNow } from '../api/clock';
import { keep, kept } from './kept';

type Visit = Readonly<{ token: string; expiresAt: string }>;
export type Client = ReturnType<typeof apiWith>;

/** What is begun now must come to its end before the token does. */
const spareMs = 120_000;

export const isFresh = ({ expiresAt }: Pick<Visit, 'expiresAt'>): boolean =>
  Date.parse(expiresAt) - spareMs > townNow();

/** A client that may register demands and send their photos. */
export const visitClient = async (): Promise<Client> => {
  const before = kept<Visit>('visit');
  if (before !== null && isFresh(before)) return apiWith(before.token);
  const visit = await answerOf(api.POST('/api/v1/visits'));
  keep('visit', visit);
  return apiWith(visit.token);
};
