/** Who quarrels, whether they want mediation, and who stands in for them. */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { useCommand } from '../../api/command';
import { ConfirmButton } from '../../parts/confirm';
import { useDisputeWords } from '../../parts/dispute-words';
import { useLabelled } from '../../parts/labelled';
import { Refusal } from '../../parts/refusal';
import { type Dispute, useHere } from './here';
import { AddParty, NameRepresentative, Relate } from './party-forms';
import { useTexts } from './texts';

type Party = Dispute['parties'][number];

const consentColours = { given: 'town', refused: 'red', unsaid: 'gray' } as const;

const Consent = ({ party }: Readonly<{ party: Party }>) => {
  const say = useTexts();
  const { it, nameOf, may, isOver } = useHere();
  const state = useCommand<boolean, Dispute>((isGiven, header) =>
    api.POST('/api/v1/disputes/{dispute}/parties/{party}/consent', {
      params: { path: { dispute: it.disputeId, party: party.party }, header },
      body: { isGiven },
    }),
  );
  const isBound = it.state === 'to-perform';
  if (!may('dispute.answer') || isOver || isBound) return null;
  return (
    <Group gap="xs">
      {party.consent !== 'given' && (
        <Button size="sm" variant="light" loading={state.isPending} onClick={() => state.mutate(true)}>
          {say('takeYes')}
        </Button>
      )}
      <ConfirmButton
        label={say('takeNo')}
        sentence={say('noSentence', { name: nameOf(party.party) })}
        isGrave
        command={state}
        onConfirm={(done) => state.mutate(false, { onSuccess: done })}
      />
      <Refusal error={state.error} />
    </Group>
  );
};

const Code = ({ party }: Readonly<{ party: string }>) => {
  const say = useTexts();
  const { it, may } = useHere();
  const [code, setCode] = useState<string | null>(null);
  const [error, setError] = useState<Error | null>(null);
  if (!may('dispute.code')) return null;
  const read = () =>
    answerOf(
      api.GET('/api/v1/disputes/{dispute}/parties/{party}/code', {
        params: { path: { dispute: it.disputeId, party } },
      }),
    ).then(
      (answer) => setCode(answer.code),
      (refused: Error) => setError(refused),
    );
  if (code !== null)
    return (
      <Text size="sm">
        {say('code')}: <strong className="number">{code}</strong>
      </Text>
    );
  return (
    <>
      <Button size="compact-sm" variant="subtle" px={0} title={say('codeHint')} onClick={() => void read()}>
        {say('code')}
      </Button>
      <Refusal error={error} />
    </>
  );
};

const Known = ({ party }: Readonly<{ party: string }>) => {
  const say = useTexts();
  const labelled = useLabelled();
  const { file } = useHere();
  const details = file?.parties.find((one) => one.party === party);
  if (details === undefined) return null;
  const { phone, address } = details;
  return (
    <Text size="sm" c="dimmed">
      {[phone && labelled(say('phone'), phone), address && labelled(say('address'), address)]
        .filter(Boolean)
        .join(' · ')}
    </Text>
  );
};

const Representatives = ({ party }: Readonly<{ party: Party }>) => {
  const say = useTexts();
  const labelled = useLabelled();
  const { file } = useHere();
  const named = file?.representatives.filter((one) => one.party === party.party) ?? [];
  return (
    <>
      {party.representatives.map((authority, nth) => (
        <Text size="sm" key={`${authority}-${nth}`}>
          {labelled(say('representative'), named[nth]?.name ?? '')} ({say(authority)})
        </Text>
      ))}
    </>
  );
};

const OneParty = ({ party }: Readonly<{ party: Party }>) => {
  const say = useTexts();
  const words = useDisputeWords();
  const { file, nameOf } = useHere();
  const consent = party.consent ?? 'unsaid';
  return (
    <li>
      <Group justify="space-between" align="flex-start" gap="xs">
        <Stack gap={2} align="flex-start">
          <Group gap="xs">
            <Text fw={600}>{nameOf(party.party)}</Text>
            {file !== null && (
              <Text size="sm" c="dimmed">
                {words.role(party.role)}
              </Text>
            )}
            {party.isBody && (
              <Text size="sm" c="dimmed">
                {say('body')}
              </Text>
            )}
            <Badge variant="light" color={consentColours[consent]} tt="none">
              {say(consent)}
            </Badge>
          </Group>
          <Known party={party.party} />
          <Representatives party={party} />
          <Code party={party.party} />
        </Stack>
        <Consent party={party} />
      </Group>
    </li>
  );
};

const OpenFile = () => {
  const say = useTexts();
  const { askFile, may } = useHere();
  if (!may('dispute.words'))
    return (
      <Text size="sm" c="dimmed">
        {say('ofOthers')}
      </Text>
    );
  if (askFile.isWanted) return <Refusal error={askFile.error} />;
  return (
    <Group gap="xs">
      <Button variant="light" onClick={askFile.open}>
        {say('openFile')}
      </Button>
      <Text size="xs" c="dimmed">
        {say('openFileHint')}
      </Text>
    </Group>
  );
};

export const Parties = () => {
  const say = useTexts();
  const { it, may, isOver } = useHere();
  return (
    <Card withBorder component="section" aria-labelledby="parties">
      <Title order={2} size="h4" mb="xs" id="parties">
        {say('parties')}
      </Title>
      <OpenFile />
      <ul className="plain parts">
        {it.parties.map((party) => (
          <OneParty key={party.party} party={party} />
        ))}
      </ul>
      {!isOver && (
        <Group gap="xs" mt="sm" align="flex-start">
          {may('dispute.answer') && <NameRepresentative />}
          {may('dispute.mediate') && it.state !== 'to-perform' && <AddParty />}
          {may('dispute.relate') && <Relate />}
        </Group>
      )}
    </Card>
  );
};
