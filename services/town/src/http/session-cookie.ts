/** The cookie of a session, and what is said of whoever has it. */
import { type Actor, second } from '@mulin/kernel';
import { cookieNameOf, type Request } from '@mulin/service';

/** `SameSite=Strict`: a browser sends it along with nothing that another site begins. */
export const cookieOf = (request: Request, secret: string, lastsMs: number): string =>
  [
    `${cookieNameOf(request)}=${secret}`,
    'Path=/',
    `Max-Age=${Math.ceil(lastsMs / second)}`,
    'HttpOnly',
    'SameSite=Strict',
    ...(request.protocol === 'https' ? ['Secure'] : []),
  ].join('; ');

/** What is said of a session to whoever has it. */
export const shownSession = ({ id, role, area }: Actor, name: string | null, until: string | null) => ({
  account: id,
  role,
  area,
  name,
  until,
});

/** Reply that Nest still answers with what a route returns. */
export const passThrough = { passthrough: true } as const;
