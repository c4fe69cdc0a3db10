/** An earlier attempt had arrived: what was changed since is added to the case, and is no second one. */
import { Alert, Button, Stack, Text, Textarea } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { answerOf } from '../../api/client';
import { useCommand } from '../../api/command';
import { Refusal } from '../../parts/refusal';
import { keep, kept } from '../../resident/kept';
import { askedName, inOwnCase } from '../../resident/own-case';
import { wordsAtMost } from './draft';
import type { Sent } from './send';
import { useTexts } from './texts';

type Props = Readonly<{ number: string; asFirst: NonNullable<Sent['asFirst']>; mayAdd: boolean }>;

/** A reload asks for it no more. */
const settle = (): void => {
  const sent = kept<Sent>(askedName);
  if (sent !== null) keep(askedName, { ...sent, asFirst: null });
};

const Add = ({ number, since }: Readonly<{ number: string; since: string }>) => {
  const say = useTexts();
  const [words, setWords] = useState(since);
  const command = useCommand<string, unknown>(
    (text, header) =>
      inOwnCase(number, async ({ client, caseId }) => {
        const params = { path: { caseId }, header };
        const body = { words: text };
        return { data: await answerOf(client.POST('/api/v1/cases/{caseId}/additions', { params, body })) };
      }),
    { done: settle },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() !== '') command.mutate(words.trim());
  };
  if (command.isSuccess) return <Text role="status">{say('changedDone')}</Text>;
  return (
    <form onSubmit={send} noValidate>
      <Stack gap="sm">
        <Textarea
          size="md"
          label={say('changedWords')}
          value={words}
          maxLength={wordsAtMost}
          autosize
          minRows={2}
          maxRows={10}
          onChange={({ currentTarget }) => setWords(currentTarget.value)}
        />
        <Refusal error={command.error} />
        <Button type="submit" size="md" loading={command.isPending}>
          {say('changedAdd')}
        </Button>
      </Stack>
    </form>
  );
};

/** @param mayAdd whether this tab has the code of the case. */
export const Changed = ({ number, asFirst, mayAdd }: Props) => {
  const say = useTexts();
  return (
    <Alert color="yellow" icon={<IconInfoCircle aria-hidden />} role="status">
      <Stack gap="sm">
        <Text fw={600}>{say('changedTitle')}</Text>
        <Text size="sm">{say('changedHint')}</Text>
        <dl className="facts">
          <dt>{say('changedAs')}</dt>
          <dd>{asFirst.words}</dd>
        </dl>
        {mayAdd ? <Add number={number} since={asFirst.since} /> : <Text>{say('changedCall')}</Text>}
      </Stack>
    </Alert>
  );
};
