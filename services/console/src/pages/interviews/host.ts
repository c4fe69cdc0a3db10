/** Whose interview day it is. */
import { liesIn } from '@mulin/kernel';
import type { Session } from '../../api/session';
import { type Person, usePeople } from '../../parts/people';

/** Whoever holds interview days, in the area of whoever publishes. */
export const holdsDays =
  ({ area }: Session) =>
  (person: Person): boolean =>
    (person.role === 'community-secretary' || person.role === 'town-leader') && liesIn(person.area, area);

/** The desk publishes for others alone; a town leader also their own. */
export const mayNameHost = ({ role }: Session): boolean => role === 'hotline-clerk' || role === 'town-leader';

/** The day is held in the area of whoever holds it. */
export const useHostArea = (session: Session) => {
  const { data } = usePeople();
  return (host: string): Readonly<{ host?: string; area: string }> => {
    if (host === '' || host === session.account) return { area: session.area };
    return { host, area: data?.find(({ account }) => account === host)?.area ?? session.area };
  };
};
