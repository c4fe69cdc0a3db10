/** The service worker: the console itself is there without network; of the town's answers it keeps nothing. */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

declare const self: Readonly<{ __KEPT: PrecacheEntry[] }> &
  EventTarget & { skipWaiting: () => Promise<void> };

cleanupOutdatedCaches();
precacheAndRoute(self.__KEPT);
// A page of the console is the console; what programs ask of the town goes to the town.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^\/(?:api|open311|docs|health|metrics|queues)(?:\/|$)/, /^\/openapi\.json/],
  }),
);

/** Files whose names change with what is in them, and that few need: there from the first time on. */
const visited = 'console-visited';
registerRoute(
  ({ url }) => url.pathname.startsWith('/console/'),
  async ({ request }) => {
    const cache = await caches.open(visited);
    const known = await cache.match(request);
    if (known !== undefined) return known;
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  },
);
void self.skipWaiting();
