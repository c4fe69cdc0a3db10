/** What the keyboard does, and the list of it on `?`. Never while somebody writes into a field. */
import { useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';
import { useLocation } from 'wouter';
import { useSession } from '../api/session';

const ShortcutList = lazy(async () => ({ default: (await import('./shortcut-list')).ShortcutList }));

export const Shortcuts = () => {
  const session = useSession();
  const [, go] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const search = () => {
    const field = document.querySelector<HTMLInputElement>('[data-search]');
    if (field === null) go('/cases?find');
    else field.focus();
  };
  const registers = session?.role === 'hotline-clerk';
  useHotkeys([
    ['shift+?', () => setOpen(true)],
    ['?', () => setOpen(true)],
    ['/', search],
    ...(registers ? ([['n', () => go('/desk/new')]] as const) : []),
  ] as [string, () => void][]);
  return isOpen ? (
    <Suspense>
      <ShortcutList registers={registers} close={() => setOpen(false)} />
    </Suspense>
  ) : null;
};
