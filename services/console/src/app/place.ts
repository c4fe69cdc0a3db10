/** What a page of the console is, and who the pages are for. */
import type { Role } from '@mulin/kernel';
import type { TablerIcon } from '@tabler/icons-react';
import { type ComponentType, createElement, lazy, useState } from 'react';
import type { useShellTexts } from './shell-texts';

type ShellText = Parameters<ReturnType<typeof useShellTexts>>[0];
type View = ComponentType;

export type Place = Readonly<{
  path: string;
  name: ShellText;
  icon: TablerIcon;
  /** Who finds it in the menu, in this order of importance; `anybody`: also without an account. */
  of: 'anybody' | readonly Role[];
  /** Not in the menu: one comes to it from another page. */
  isInner?: true;
  view: Later;
}>;

type Later = View & Readonly<{ begin: () => void }>;

/** A view is loaded when somebody comes to it; `begin` loads it before, for whoever will surely come. */
export const later = (load: () => Promise<{ View: View }>): Later => {
  let loaded: View | null = null;
  const get = async () => {
    loaded = (await load()).View;
    return { default: loaded };
  };
  const Awaited = lazy(get);
  // What is there already is shown at once: what was waited for React holds back for a third of a second.
  const Now = () => {
    const [Shown] = useState<View>(() => loaded ?? Awaited);
    return createElement(Shown);
  };
  // What fails here is asked for again, and said, when it is shown.
  return Object.assign(Now, { begin: () => void get().catch(() => undefined) });
};

export const isAt = (place: Place, here: string): boolean =>
  here === place.path || here.startsWith(`${place.path}/`);

export const leaders: readonly Role[] = [
  'grid-leader',
  'village-committee',
  'community-secretary',
  'town-leader',
];
export const examiners: readonly Role[] = ['auditor', 'operator'];
export const field: readonly Role[] = ['grid-member', 'office-member', 'helper', 'verifier'];
export const desk: readonly Role[] = ['hotline-clerk'];
