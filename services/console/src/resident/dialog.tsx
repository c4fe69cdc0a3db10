/** A dialog whose head is no banner of the page: who hears the page read must find one banner alone. */
import { Group, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useShellTexts } from '../app/shell-texts';

/** `isFirm`: pressing beside it does not close it. */
type Props = Readonly<{
  isOpen: boolean;
  close: () => void;
  title: string;
  isFirm?: boolean;
  children: ReactNode;
}>;

export const Dialog = ({ isOpen, close, title, isFirm = false, children }: Props) => {
  const shell = useShellTexts();
  return (
    <Modal.Root
      opened={isOpen}
      onClose={close}
      closeOnClickOutside={!isFirm}
      lockScroll={false}
      transitionProps={{ duration: 120 }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Body>
          <Group justify="space-between" wrap="nowrap" pt="sm" pb="md">
            <Modal.Title fw={600}>{title}</Modal.Title>
            <Modal.CloseButton size={44} aria-label={shell('close')} />
          </Group>
          {children}
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
};
