/** A button for what cannot be taken back: it says in one sentence what will happen, and asks. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useShellTexts } from '../app/shell-texts';
import { Refusal } from './refusal';

type Props = Readonly<{
  label: string;
  /** What will happen. */
  sentence: string;
  isGrave?: boolean;
  isDisabled?: boolean;
  variant?: 'filled' | 'default' | 'light';
  size?: 'sm' | 'compact-sm';
  command: Readonly<{ isPending: boolean; error: Error | null; reset: () => void }>;
  /** Calls `done` once the town has done it. */
  onConfirm: (done: () => void) => void;
  children?: ReactNode;
}>;

export const ConfirmButton = ({
  label,
  sentence,
  isGrave = false,
  isDisabled = false,
  variant = 'default',
  size = 'sm',
  command,
  onConfirm,
  children,
}: Props) => {
  const say = useShellTexts();
  const [isOpen, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    command.reset();
  };
  return (
    <>
      <Button variant={variant} size={size} disabled={isDisabled} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        opened={isOpen}
        onClose={close}
        title={label}
        closeButtonProps={{ 'aria-label': say('close') }}
        centered
      >
        <Stack>
          <Text>{sentence}</Text>
          {children}
          <Refusal error={command.error} />
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {say('cancel')}
            </Button>
            <Button
              {...(isGrave ? { color: 'red.9' } : {})}
              loading={command.isPending}
              onClick={() => onConfirm(() => setOpen(false))}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
};
