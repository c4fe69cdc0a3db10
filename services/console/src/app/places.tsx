/** Every page of the console: where it is, whose it is, and what it shows. */
import type { Role } from '@mulin/kernel';
import {
  IconAlarm,
  IconCamera,
  IconCheckbox,
  IconMap2,
  IconSend,
  IconAlertTriangle,
  IconBell,
  IconChartBar,
  IconClipboardList,
  IconEye,
  IconHeartbeat,
  IconHistory,
  IconUserCheck,
  IconUsers,
  IconHeadset,
  IconPhoneCall,
  type TablerIcon,
} from '@tabler/icons-react';
import { type ComponentType, lazy, type LazyExoticComponent } from 'react';
import type { Say } from './texts';
import type { useShellTexts } from './shell-texts';

export type ShellText = Parameters<ReturnType<typeof useShellTexts>>[0];
export type SayShell = Say<ShellText>;
type View = ComponentType;

export type Place = Readonly<{
  path: string;
  name: ShellText;
  icon: TablerIcon;
  /** Who finds it in the menu, in this order of importance; `anybody`: also without an account. */
  of: 'anybody' | readonly Role[];
  /** Not in the menu: one comes to it from another page. */
  isInner?: true;
  view: LazyExoticComponent<View>;
}>;

/** A view is loaded when somebody comes to it. */
const later = (load: () => Promise<{ View: View }>): LazyExoticComponent<View> =>
  lazy(async () => ({ default: (await load()).View }));

const leaders: readonly Role[] = ['grid-leader', 'village-committee', 'community-secretary', 'town-leader'];
const examiners: readonly Role[] = ['auditor', 'operator'];
const field: readonly Role[] = ['grid-member', 'office-member', 'helper', 'verifier'];
const desk: readonly Role[] = ['hotline-clerk'];

const cases = later(() => import('../pages/cases'));
const oneCase = later(() => import('../pages/case'));
const oneOrder = later(() => import('../pages/order'));
const calls = later(() => import('../pages/desk-calls'));

/** In the order of the menu. The first that is somebody's is where they begin. */
export const places: readonly Place[] = [
  { path: '/work', name: 'work', icon: IconCheckbox, of: field, view: later(() => import('../pages/work')) },
  { path: '/work/:caseId', name: 'work', icon: IconCheckbox, of: 'anybody', isInner: true, view: oneOrder },
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
    path: '/rates',
    name: 'rates',
    icon: IconChartBar,
    of: [...leaders, ...desk, ...examiners],
    view: later(() => import('../pages/rates')),
  },
  {
    path: '/rates/cases',
    name: 'rates',
    icon: IconChartBar,
    of: [...leaders, ...desk, ...examiners],
    isInner: true,
    view: later(() => import('../pages/rates-cases')),
  },
  {
    path: '/rates/exemptions',
    name: 'rates',
    icon: IconChartBar,
    of: [...leaders, ...desk, ...examiners],
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
    path: '/health',
    name: 'health',
    icon: IconHeartbeat,
    of: ['operator'],
    view: later(() => import('../pages/health')),
  },
  {
    path: '/accounts',
    name: 'accounts',
    icon: IconUsers,
    of: ['operator'],
    view: later(() => import('../pages/accounts')),
  },
  {
    path: '/duty',
    name: 'duty',
    icon: IconUserCheck,
    of: ['operator', ...desk, ...leaders],
    view: later(() => import('../pages/duty')),
  },
];

export const placesOf = (role: Role | null): readonly Place[] =>
  places.filter(
    ({ of, isInner }) =>
      isInner !== true &&
      (of === 'anybody' ? role === null || role === 'resident' : role !== null && of.includes(role)),
  );
