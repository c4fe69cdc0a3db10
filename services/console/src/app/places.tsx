/** Every page of the console: where it is, whose it is, and what it shows. */
import type { Role } from '@mulin/kernel';
import {
  IconAlarm,
  IconAlertTriangle,
  IconBell,
  IconCalendar,
  IconCalendarEvent,
  IconCamera,
  IconChartBar,
  IconCheckbox,
  IconClipboardList,
  IconEye,
  IconFileImport,
  IconHeadset,
  IconHeartHandshake,
  IconHeartbeat,
  IconHistory,
  IconMap2,
  IconPackage,
  IconPhoneCall,
  IconScale,
  IconSend,
  IconUserCheck,
  IconUsers,
} from '@tabler/icons-react';
import { desk, examiners, field, later, leaders, type Place } from './place';
import { placesOfResidents } from './places-of-residents';

const cases = later(() => import('../pages/cases'));
const disputes = later(() => import('../pages/disputes'));
const oneDispute = later(() => import('../pages/dispute'));
const oneCase = later(() => import('../pages/case'));
const oneOrder = later(() => import('../pages/order'));
const calls = later(() => import('../pages/desk-calls'));

const rates = { name: 'rates', icon: IconChartBar, of: [...leaders, ...desk, ...examiners] } as const;

/** In the order of the menu. The first that is somebody's is where they begin. */
export const places: readonly Place[] = [
  { path: '/work', name: 'work', icon: IconCheckbox, of: field, view: later(() => import('../pages/work')) },
  { path: '/work/:caseId', name: 'work', icon: IconCheckbox, of: 'anybody', isInner: true, view: oneOrder },
  ...placesOfResidents,
  {
    path: '/waiting',
    name: 'waiting',
    icon: IconBell,
    of: [...leaders, ...desk, 'mediator', ...field],
    view: later(() => import('../pages/waiting')),
  },
  {
    path: '/patrol',
    name: 'patrol',
    icon: IconCamera,
    of: ['grid-member', 'helper'],
    view: later(() => import('../pages/patrol')),
  },
  { path: '/map', name: 'map', icon: IconMap2, of: field, view: later(() => import('../pages/field-map')) },
  {
    path: '/outbox',
    name: 'outbox',
    icon: IconSend,
    of: field,
    view: later(() => import('../pages/outbox')),
  },
  {
    path: '/desk/new',
    name: 'newCase',
    icon: IconHeadset,
    of: desk,
    view: later(() => import('../pages/desk-new')),
  },
  { path: '/desk/calls', name: 'calls', icon: IconPhoneCall, of: desk, view: calls },
  { path: '/desk/calls/:number', name: 'calls', icon: IconPhoneCall, of: desk, isInner: true, view: calls },
  {
    path: '/operation',
    name: 'health',
    icon: IconHeartbeat,
    of: ['operator'],
    view: later(() => import('../pages/health')),
  },
  {
    path: '/imports',
    name: 'imports',
    icon: IconFileImport,
    of: ['operator'],
    view: later(() => import('../pages/imports')),
  },
  {
    path: '/pack',
    name: 'pack',
    icon: IconPackage,
    of: ['operator'],
    view: later(() => import('../pages/pack')),
  },
  {
    path: '/accounts',
    name: 'accounts',
    icon: IconUsers,
    of: ['operator'],
    view: later(() => import('../pages/accounts')),
  },
  {
    path: '/audit/timeline',
    name: 'asKnown',
    icon: IconHistory,
    of: ['auditor'],
    view: later(() => import('../pages/audit-timeline')),
  },
  {
    path: '/audit/readings',
    name: 'audit',
    icon: IconEye,
    of: examiners,
    view: later(() => import('../pages/audit-readings')),
  },
  {
    path: '/cases',
    name: 'cases',
    icon: IconClipboardList,
    of: [...desk, ...leaders, ...examiners],
    view: cases,
  },
  {
    path: '/cases/:number',
    name: 'cases',
    icon: IconClipboardList,
    of: 'anybody',
    isInner: true,
    view: oneCase,
  },
  {
    path: '/escalations',
    name: 'late',
    icon: IconAlarm,
    of: [...leaders, ...desk, ...examiners],
    view: later(() => import('../pages/late')),
  },
  {
    path: '/town',
    name: 'town',
    icon: IconMap2,
    of: [...leaders, ...examiners],
    view: later(() => import('../pages/town')),
  },
  {
    path: '/disputes',
    name: 'disputes',
    icon: IconScale,
    of: ['mediator', ...desk, ...leaders, ...examiners],
    view: disputes,
  },
  {
    path: '/disputes/new',
    name: 'disputes',
    icon: IconScale,
    of: 'anybody',
    isInner: true,
    view: later(() => import('../pages/dispute-new')),
  },
  {
    path: '/disputes/:number',
    name: 'disputes',
    icon: IconScale,
    of: 'anybody',
    isInner: true,
    view: oneDispute,
  },
  {
    path: '/calendar',
    name: 'calendar',
    icon: IconCalendar,
    of: ['mediator', ...leaders],
    view: later(() => import('../pages/calendar')),
  },
  {
    path: '/interviews',
    name: 'interviews',
    icon: IconCalendarEvent,
    of: [...desk, 'community-secretary', 'town-leader'],
    view: later(() => import('../pages/interviews')),
  },
  {
    path: '/interviews/:day',
    name: 'interviews',
    icon: IconCalendarEvent,
    of: 'anybody',
    isInner: true,
    view: later(() => import('../pages/interview-day')),
  },
  {
    path: '/promises/board',
    name: 'promiseBoard',
    icon: IconHeartHandshake,
    of: [...leaders, ...desk, 'mediator', ...field, ...examiners],
    view: later(() => import('../pages/promise-board')),
  },
  {
    path: '/promises/:promise',
    name: 'promiseBoard',
    icon: IconHeartHandshake,
    of: 'anybody',
    isInner: true,
    view: later(() => import('../pages/promise')),
  },
  {
    ...rates,
    path: '/rates',
    view: later(() => import('../pages/rates')),
  },
  {
    ...rates,
    path: '/rates/cases',
    isInner: true,
    view: later(() => import('../pages/rates-cases')),
  },
  {
    ...rates,
    path: '/rates/exemptions',
    isInner: true,
    view: later(() => import('../pages/exemptions')),
  },
  {
    path: '/warnings',
    name: 'warnings',
    icon: IconAlertTriangle,
    of: [...leaders, ...desk, ...examiners],
    view: later(() => import('../pages/warnings')),
  },
  {
    path: '/preferences',
    name: 'preferences',
    icon: IconBell,
    of: 'anybody',
    isInner: true,
    view: later(() => import('../pages/preferences')),
  },
  {
    path: '/duty',
    name: 'duty',
    icon: IconUserCheck,
    of: [...examiners, ...desk, ...leaders],
    view: later(() => import('../pages/duty')),
  },
];

export const placesOf = (role: Role | null): readonly Place[] =>
  places.filter(
    ({ of, isInner }) =>
      isInner !== true &&
      (of === 'anybody' ? role === null || role === 'resident' : role !== null && of.includes(role)),
  );
