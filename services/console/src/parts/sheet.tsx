/** What comes up from below, under the thumb: one thing to say, and one button that does it. */
import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useShellTexts } from '../app/shell-texts';

type Props = Readonly<{ title: string; isOpen: boolean; close: () => void; children: ReactNode }>;

export const Sheet = ({ title, isOpen, close, children }: Props) => {
  const say = useShellTexts();
  return (
    <Drawer.Root
      opened={isOpen}
      onClose={close}
      lockScroll={false}
      transitionProps={{ duration: 120 }}
      position="bottom"
      size="auto"
      classNames={{ inner: 'sheet-place', content: 'sheet', title: 'sheet-title' }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        {/* A header of the page, as the library has it, would be a second one. */}
        <div className="sheet-head">
          <Drawer.Title>{title}</Drawer.Title>
          <Drawer.CloseButton aria-label={say('close')} size="lg" />
        </div>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
};
