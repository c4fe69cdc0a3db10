/**
 * What people come to first: its view, and what that asks the town, while the frame is still on its way. It is a file of
 * its own that runs as soon as it is there (`vite.config.mts`), so that it needs little, and nothing of the page.
 */
import type { Role } from '@mulin/kernel';
import { askAhead } from '../api/ahead';
import { isOwed, lastSession } from '../api/last-session';

type First = Readonly<{
  at: RegExp;
  of: readonly (Role | null)[];
  load: () => Promise<unknown>;
  /** Addresses, as the view asks for them. */
  asks: readonly string[];
}>;

const lists = (state: string): readonly string[] => [
  `/api/v1/orders?state=${state}&limit=200`,
  `/api/v1/cases?state=${state}&limit=200`,
];

const residents = ['resident', null] as const;

const firsts: readonly First[] = [
  { at: /^\/$/, of: residents, load: () => import('../pages/start'), asks: ['/api/v1/town'] },
  { at: /^\/ask(?:\/[^/]+)?$/, of: residents, load: () => import('../pages/ask'), asks: ['/api/v1/menu'] },
  { at: /^\/my(?:\/[^/]+)?$/, of: residents, load: () => import('../pages/my'), asks: [] },
  {
    at: /^\/(?:work)?$/,
    of: ['grid-member'],
    load: () => import('../pages/work'),
    asks: [...lists('offered'), ...lists('taken'), '/api/v1/inbox?limit=200'],
  },
  {
    at: /^\/patrol$/,
    of: ['grid-member'],
    load: () => import('../pages/patrol'),
    asks: ['/api/v1/menu'],
  },
];

const begin = (): void => {
  // Whoever has signed out is signed out with the town before anything else is asked.
  if (isOwed()) return;
  askAhead('/api/v1/sessions/current');
  const role = lastSession()?.role ?? null;
  const first = firsts.find(({ at, of }) => at.test(location.pathname) && of.includes(role));
  // What fails here is asked for again, and said, when it is shown.
  first?.load().catch(() => undefined);
  for (const address of first?.asks ?? []) askAhead(address);
};

begin();
