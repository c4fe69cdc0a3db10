/** A few sentences to be sent: they stay in the tab until the town has them. */
import { Button, Stack, Textarea } from '@mantine/core';
import { type FormEvent, type ReactNode } from 'react';
import { useDraft } from '../../parts/draft';
import { Refusal } from '../../parts/refusal';

type Props = Readonly<{
  label: string;
  send: string;
  /** Under which name it is kept: the dispute, and what it is. */
  draft: string;
  command: Readonly<{ isPending: boolean; error: Error | null }>;
  onSend: (text: string, done: () => void) => void;
  children?: ReactNode;
}>;

export const TextForm = ({ label, send, draft, command, onSend, children }: Props) => {
  const { draft: kept, change, clear } = useDraft(draft, { text: '' });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(kept.text.trim(), () => clear());
  };
  return (
    <form onSubmit={submit}>
      <Stack align="flex-start">
        {children}
        <Textarea
          label={label}
          value={kept.text}
          onChange={({ currentTarget }) => change({ text: currentTarget.value })}
          minRows={3}
          autosize
          required
          w="100%"
        />
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {send}
        </Button>
      </Stack>
    </form>
  );
};
