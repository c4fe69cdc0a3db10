/** The two buttons under each form of accounts. */
import { Button, Group } from '@mantine/core';
import { useTexts } from './texts';

type Props = Readonly<{ onCancel: () => void; isSending: boolean }>;

export const Buttons = ({ onCancel, isSending }: Props) => {
  const say = useTexts();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onCancel}>
        {say('cancel')}
      </Button>
      <Button type="submit" loading={isSending}>
        {say('save')}
      </Button>
    </Group>
  );
};
