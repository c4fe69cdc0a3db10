/** The pages of whoever has no account, and needs none. */
import {
  IconCalendarEvent,
  IconFileSearch,
  IconHeartHandshake,
  IconHome,
  IconMessage2Plus,
} from '@tabler/icons-react';
import { later, type Place } from './place';

const ask = later(() => import('../pages/ask'));
const my = later(() => import('../pages/my'));

/** In the order of the menu. */
export const placesOfResidents: readonly Place[] = [
  {
    path: '/',
    name: 'start',
    icon: IconHome,
    of: 'anybody',
    view: later(() => import('../pages/start')),
  },
  { path: '/ask', name: 'ask', icon: IconMessage2Plus, of: 'anybody', view: ask },
  { path: '/ask/:item', name: 'ask', icon: IconMessage2Plus, of: 'anybody', isInner: true, view: ask },
  {
    path: '/asked',
    name: 'ask',
    icon: IconMessage2Plus,
    of: 'anybody',
    isInner: true,
    view: later(() => import('../pages/ask/sent')),
  },
  { path: '/my', name: 'my', icon: IconFileSearch, of: 'anybody', view: my },
  { path: '/my/:number', name: 'my', icon: IconFileSearch, of: 'anybody', isInner: true, view: my },
  {
    path: '/days',
    name: 'days',
    icon: IconCalendarEvent,
    of: 'anybody',
    view: later(() => import('../pages/days')),
  },
  {
    path: '/promises',
    name: 'promises',
    icon: IconHeartHandshake,
    of: 'anybody',
    view: later(() => import('../pages/promises')),
  },
];
