/** What comes up from below, under the thumb: one thing to say, and one button that does it. */
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useShellTexts } from '../app/shell-texts';

type Props = Readonly<{ title: string; isOpen: boolean; close: () => void; children: ReactNode }>;

export const Sheet = ({ title, isOpen, close, children }: Props) => {
  const say = useShellTexts();
  return (
    <Drawer
      opened={isOpen}
      onClose={close}
      position="bottom"
      size="auto"
      title={title}
      classNames={{ inner: 'sheet-place', content: 'sheet', title: 'sheet-title' }}
      closeButtonProps={{ 'aria-label': say('close'), size: 'lg' }}
    >
      {children}
    </Drawer>
  );
};
