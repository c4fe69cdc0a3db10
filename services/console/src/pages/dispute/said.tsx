/** What parties and mediator said: for all, for the mediator, and what a party told the mediator alone. */
import { Button, Card, Group, Stack, Switch, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { onRecord } from '../../api/on-record';
import { useCommand } from '../../api/command';
import { Asked } from '../../parts/asked';
import { Fold } from '../../parts/fold';
import { Moment } from '../../parts/time';
import { type Dispute, useHere } from './here';
import { useMeetingTexts } from './meeting-texts';
import { usePartyChoice } from './party-forms';
import { TextForm } from './text-form';
import { useTexts } from './texts';

type Words = Readonly<{ by: string; at?: string; text: string | null }>;

const Quote = ({ by, at, text }: Words) => {
  const say = useTexts();
  return (
    <li>
      <Text size="sm" c="dimmed">
        {by}
        {at !== undefined && (
          <>
            {' · '}
            <Moment at={at} />
          </>
        )}
      </Text>
      <Text className="told said-by">{text ?? say('erased')}</Text>
    </li>
  );
};

const Part = ({ title, all }: Readonly<{ title: string; all: readonly Words[] }>) => {
  const say = useMeetingTexts();
  return (
    <div>
      <Title order={3} size="h5">
        {title}
      </Title>
      {all.length === 0 ? (
        <Text size="sm" c="dimmed">
          {say('noneSaid')}
        </Text>
      ) : (
        <ul className="plain parts">
          {all.map((words, nth) => (
            <Quote key={nth} {...words} />
          ))}
        </ul>
      )}
    </div>
  );
};

type Form = Readonly<{ close: () => void }>;

const Statement = ({ close }: Form) => {
  const say = useMeetingTexts();
  const { it } = useHere();
  const { party, field } = usePartyChoice();
  const [isForAll, setForAll] = useState(false);
  const command = useCommand<string, Dispute>(
    (text, header) =>
      api.POST('/api/v1/disputes/{dispute}/parties/{party}/statements', {
        params: { path: { dispute: it.disputeId, party }, header },
        body: { text, isForAll },
      }),
    { done: close },
  );
  return (
    <TextForm
      label={say('statement')}
      send={say('save')}
      draft={`${it.disputeId}-statement`}
      command={command}
      onSend={(text, done) => command.mutate(text, { onSuccess: done })}
    >
      {field}
      <Switch
        label={say('forAll')}
        checked={isForAll}
        onChange={({ currentTarget }) => setForAll(currentTarget.checked)}
      />
    </TextForm>
  );
};

const Proposal = ({ close }: Form) => {
  const say = useMeetingTexts();
  const { it } = useHere();
  const command = useCommand<string, Dispute>(
    (text, header) =>
      api.POST('/api/v1/disputes/{dispute}/proposals', {
        params: { path: { dispute: it.disputeId }, header },
        body: { text },
      }),
    { done: close },
  );
  return (
    <TextForm
      label={say('proposal')}
      send={say('propose')}
      draft={`${it.disputeId}-proposal`}
      command={command}
      onSend={(text, done) => command.mutate(text, { onSuccess: done })}
    />
  );
};

const Note = ({ close }: Form) => {
  const say = useMeetingTexts();
  const { it } = useHere();
  const { party, field } = usePartyChoice();
  const command = useCommand<string, Dispute>(
    (text, header) =>
      api.POST('/api/v1/disputes/{dispute}/parties/{party}/caucus-notes', {
        params: { path: { dispute: it.disputeId, party }, header },
        body: { text },
      }),
    { done: close },
  );
  return (
    <TextForm
      label={say('note')}
      send={say('save')}
      draft={`${it.disputeId}-caucus`}
      command={command}
      onSend={(text, done) => command.mutate(text, { onSuccess: done })}
    >
      {field}
    </TextForm>
  );
};

/** Asked for on purpose: whoever sits beside the mediator should not see it. */
const Caucus = () => {
  const say = useMeetingTexts();
  const { it, nameOf, isOver } = useHere();
  const [isWanted, setWanted] = useState(false);
  const asked = useQuery({
    queryKey: ['caucus', it.disputeId],
    queryFn: () =>
      answerOf(
        api.GET('/api/v1/disputes/{dispute}/caucus-notes', { params: { path: { dispute: it.disputeId } } }),
      ),
    ...onRecord,
    enabled: isWanted,
  });
  return (
    <Stack gap="xs" align="flex-start">
      <Title order={3} size="h5">
        {say('caucus')}
      </Title>
      <Text size="sm" c="dimmed">
        {say('caucusHint')}
      </Text>
      {isWanted && (
        <Asked of={asked}>
          {({ items }) => (
            <ul className="plain parts">
              {items.map(({ party, text, notedAt }) => (
                <Quote key={notedAt} by={nameOf(party)} at={notedAt} text={text} />
              ))}
              {items.length === 0 && <li>{say('noneSaid')}</li>}
            </ul>
          )}
        </Asked>
      )}
      <Group gap="xs" align="flex-start">
        {!isWanted && (
          <Button variant="default" onClick={() => setWanted(true)}>
            {say('showCaucus')}
          </Button>
        )}
        {!isOver && <Fold label={say('noteCaucus')}>{(close) => <Note close={close} />}</Fold>}
      </Group>
    </Stack>
  );
};

const useProposer = () => {
  const say = useMeetingTexts();
  const { it, nameOf } = useHere();
  return (from: string): string =>
    it.parties.some(({ party }) => party === from) ? nameOf(from) : say('byMediator');
};

export const Said = () => {
  const say = useMeetingTexts();
  const { it, file, nameOf, may, isOver } = useHere();
  const proposer = useProposer();
  if (!may('dispute.words')) return null;
  const isWilling = it.parties.every(({ consent }) => consent === 'given');
  return (
    <Card withBorder component="section" aria-labelledby="said">
      <Title order={2} size="h4" mb="sm" id="said">
        {say('said')}
      </Title>
      <Stack>
        {file !== null && (
          <>
            {file.facts !== null && <Part title={say('facts')} all={[{ by: '', text: file.facts }]} />}
            <Part
              title={say('statements')}
              all={file.statements.map(({ party, madeAt, text }) => ({
                by: nameOf(party),
                at: madeAt,
                text,
              }))}
            />
            <Part
              title={say('proposals')}
              all={file.proposals.map(({ from, text }) => ({ by: proposer(from), text }))}
            />
          </>
        )}
        {!isOver && (
          <Group gap="xs" align="flex-start">
            <Fold label={say('state')}>{(close) => <Statement close={close} />}</Fold>
            {isWilling && <Fold label={say('propose')}>{(close) => <Proposal close={close} />}</Fold>}
          </Group>
        )}
        {may('caucus.read') && <Caucus />}
      </Stack>
    </Card>
  );
};
