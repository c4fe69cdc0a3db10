/**
 * Whoever has no account asks the town for something by a visit: one token for the tab, so that nothing is doubled. A visit has a
 * name that only this tab knows; under it the town knows the visitor again when the token is over.
 */
import { answerOf, api, apiWith } from '../api/client';
import { townNow } from '../api/clock';
import { newUuid } from '../api/keys';
import { keep, kept } from './kept';

type Visit = Readonly<{ token: string; expiresAt: string }>;
export type Client = ReturnType<typeof apiWith>;

/** What is begun now must come to its end before the token does. */
const spareMs = 120_000;

export const isFresh = ({ expiresAt }: Pick<Visit, 'expiresAt'>): boolean =>
  Date.parse(expiresAt) - spareMs > townNow();

/** A visitor whose demand may have arrived stays the same; any other is somebody new. */
const nameOf = (goesOn: boolean): string => {
  const name = (goesOn ? kept<string>('visitor') : null) ?? newUuid();
  keep('visitor', name);
  return name;
};

/**
 * A client that may register demands and send their photos.
 *
 * @param goesOn whether it is not known what became of something that was sent in the visit before.
 */
export const visitClient = async (goesOn: boolean): Promise<Client> => {
  const before = kept<Visit>('visit');
  if (before !== null && isFresh(before)) return apiWith(before.token);
  const visit = await answerOf(api.POST('/api/v1/visits', { body: { visit: nameOf(goesOn) } }));
  keep('visit', visit);
  return apiWith(visit.token);
};
