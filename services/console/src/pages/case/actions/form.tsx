/** One decision: what it asks for, what will happen, and what the town said to it. */
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { type FormEvent, useEffect, useRef } from 'react';
import { useCommand } from '../../../api/command';
import { useDraft } from '../../../parts/draft';
import { Refusal } from '../../../parts/refusal';
import { tell } from '../../../parts/tell';
import type { Values } from './field';
import { formOf, type FormName, isReady, shownFields, valuesOf } from './forms';
import { Input } from './inputs';
import type { Standing } from './possible';
import { useTexts } from './texts';

type Props = Readonly<{ action: FormName; it: Standing; onEnd: () => void }>;

/** A case that was made of another has a code of its own. */
type Made = Readonly<{ number?: string; queryCode?: string }>;

const nothing: Values = {};

const useSending = ({ action, it, onEnd }: Props, then: () => void) => {
  const say = useTexts();
  const form = formOf(action);
  return useCommand<Values, unknown>((values, header) => form.send(it, valuesOf(form, values), header), {
    name: `${action}:${it.caseId}`,
    done: (answer) => {
      const { number = '', queryCode } = (answer ?? {}) as Made;
      const isNew = queryCode !== undefined;
      tell(isNew ? say('splitDone', { number, code: queryCode }) : say('done'), {
        close: say('close'),
        stays: isNew,
      });
      then();
      onEnd();
    },
  });
};

export const ActionForm = (props: Props) => {
  const { action, it, onEnd } = props;
  const say = useTexts();
  const form = formOf(action);
  const { draft, change, clear } = useDraft<Values>(`${action}:${it.caseId}`, nothing);
  const sending = useSending(props, () => clear());
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => place.current?.querySelector<HTMLElement>('input, textarea, button')?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isReady(form, draft) && !sending.isPending) sending.mutate(draft);
  };
  return (
    <form
      ref={place}
      onSubmit={send}
      onKeyDown={({ key }) => {
        if (key === 'Escape') onEnd();
      }}
      aria-labelledby={`action-${action}`}
    >
      <Stack gap="sm">
        <Title order={3} size="h5" id={`action-${action}`}>
          {say(`${action}.name`)}
        </Title>
        <Text size="sm">{say(`${action}.hint`)}</Text>
        {shownFields(form, draft).map((field) => (
          <Input key={field.name} field={field} it={it} values={draft} change={change} />
        ))}
        <Refusal error={sending.error} />
        <Group gap="xs" className="action-end">
          <Button
            type="submit"
            loading={sending.isPending}
            disabled={!isReady(form, draft)}
            {...(form.isGrave ? { color: 'red' } : {})}
          >
            {say(`${action}.name`)}
          </Button>
          <Button variant="subtle" color="gray" onClick={onEnd}>
            {say('cancel')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
};
