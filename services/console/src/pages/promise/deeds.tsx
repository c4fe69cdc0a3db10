/** A promise is kept, given to somebody else, or declared not to be kept. */
import { Button, Group, Stack, Textarea } from '@mantine/core';
import { hasTie, type Right } from '@mulin/kernel';
import { type FormEvent, useState } from 'react';
import { api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import type { Session } from '../../api/session';
import { ConfirmButton } from '../../parts/confirm';
import { useDraft } from '../../parts/draft';
import { Fold } from '../../parts/fold';
import { mayKeepPromises } from '../../parts/people';
import { PersonChoice } from '../../parts/person-choice';
import { Refusal } from '../../parts/refusal';
import { useTexts } from './texts';

type Promised = Schemas['Promise'];
type Of = Readonly<{ it: Promised; close: () => void }>;

const Keep = ({ it, close }: Of) => {
  const say = useTexts();
  const draftName = `promise-${it.promiseId}-done`;
  const { draft, change, clear } = useDraft(draftName, { done: '' });
  const command = useCommand<void, Promised>(
    (_, header) =>
      api.POST('/api/v1/promises/{promise}/keeping', {
        params: { path: { promise: it.promiseId }, header },
        body: { done: draft.done.trim() },
      }),
    {
      name: draftName,
      done: () => {
        clear();
        close();
      },
    },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    command.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <Textarea
          label={say('doneLabel')}
          value={draft.done}
          onChange={({ currentTarget }) => change({ done: currentTarget.value })}
          autosize
          minRows={3}
          required
        />
        <Refusal error={command.error} />
        <Button type="submit" loading={command.isPending}>
          {say('keepSend')}
        </Button>
      </Stack>
    </form>
  );
};

const HandOver = ({ it, close }: Of) => {
  const say = useTexts();
  const [owner, setOwner] = useState('');
  const command = useCommand<void, Promised>(
    (_, header) =>
      api.POST('/api/v1/promises/{promise}/owner', {
        params: { path: { promise: it.promiseId }, header },
        body: { owner },
      }),
    { done: close },
  );
  const send = (event: FormEvent) => {
    event.preventDefault();
    command.mutate();
  };
  return (
    <form onSubmit={send}>
      <Stack>
        <PersonChoice
          label={say('handLabel')}
          description={say('handHint')}
          value={owner}
          choose={setOwner}
          isMeant={mayKeepPromises}
        />
        <Refusal error={command.error} />
        <Button type="submit" disabled={owner === ''} loading={command.isPending}>
          {say('hand')}
        </Button>
      </Stack>
    </form>
  );
};

const Drop = ({ it }: Readonly<{ it: Promised }>) => {
  const say = useTexts();
  const [reason, setReason] = useState('');
  const command = useCommand<void, Promised>((_, header) =>
    api.POST('/api/v1/promises/{promise}/dropping', {
      params: { path: { promise: it.promiseId }, header },
      body: { reason: reason.trim() },
    }),
  );
  return (
    <ConfirmButton
      label={say('drop')}
      sentence={say('dropSentence')}
      isGrave
      command={command}
      onConfirm={(done) => command.mutate(undefined, { onSuccess: done })}
    >
      <Textarea
        label={say('dropLabel')}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
        autosize
        minRows={2}
        required
      />
    </ConfirmButton>
  );
};

/** Whoever has it, or leads where it was made. */
const isTheirs = (right: Right, { account, role }: Session, { owner }: Promised): boolean =>
  (owner === account && hasTie(right, role, 'held')) || hasTie(right, role, 'area');

export const Deeds = ({ it, session }: Readonly<{ it: Promised; session: Session }>) => {
  const say = useTexts();
  if (it.state === 'kept' || it.state === 'broken') return null;
  return (
    <Group align="flex-start" gap="xs">
      {isTheirs('promise.keep', session, it) && (
        <Fold label={say('keep')} variant="filled">
          {(close) => <Keep it={it} close={close} />}
        </Fold>
      )}
      {isTheirs('promise.give-up', session, it) && (
        <>
          <Fold label={say('hand')}>{(close) => <HandOver it={it} close={close} />}</Fold>
          <Drop it={it} />
        </>
      )}
    </Group>
  );
};
