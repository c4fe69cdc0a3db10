/** When people met or are to meet, and what was said there. */
import { Badge, Card, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import { ConfirmButton } from '../../parts/confirm';
import { Fold } from '../../parts/fold';
import { useLabelled, useList } from '../../parts/labelled';
import { useMeetingPlaces } from '../../parts/places';
import { Moment, useNow } from '../../parts/time';
import { type Dispute, useHere } from './here';
import { useMeetingTexts } from './meeting-texts';
import { SessionForm } from './session-form';
import { TextForm } from './text-form';

type Session = Dispute['sessions'][number];

const Minutes = ({ session, close }: Readonly<{ session: Session; close: () => void }>) => {
  const say = useMeetingTexts();
  const { it, nameOf } = useHere();
  const [present, setPresent] = useState<string[]>(it.parties.map(({ party }) => party));
  const draft = `${it.disputeId}-minutes-${session.session}`;
  const command = useCommand<string, Dispute>(
    (minutes, header) =>
      api.POST('/api/v1/disputes/{dispute}/sessions/{session}/minutes', {
        params: { path: { dispute: it.disputeId, session: session.session }, header },
        body: { present, minutes },
      }),
    { name: draft, done: close },
  );
  return (
    <TextForm
      label={say('whatWasSaid')}
      send={say('record')}
      draft={draft}
      command={command}
      onSend={(text, done) => command.mutate(text, { onSuccess: done })}
    >
      <Checkbox.Group label={say('present')} value={present} onChange={setPresent}>
        <Group gap="md" mt={6}>
          {it.parties.map(({ party }) => (
            <Checkbox key={party} value={party} label={nameOf(party)} />
          ))}
        </Group>
      </Checkbox.Group>
    </TextForm>
  );
};

const Deeds = ({ session, isFirst }: Readonly<{ session: Session; isFirst: boolean }>) => {
  const say = useMeetingTexts();
  const { it, next } = useHere();
  const now = useNow();
  const hasBegun = Date.parse(session.from) <= now;
  const callOff = useCommand<void, Dispute>((_, header) =>
    api.POST('/api/v1/disputes/{dispute}/sessions/{session}/call-off', {
      params: { path: { dispute: it.disputeId, session: session.session }, header },
    }),
  );
  return (
    <Group gap="xs" align="flex-start" mt="xs">
      {hasBegun && (
        <Fold label={say('minutes')} variant="filled" isOpenAtFirst={isFirst && next === 'minutes'}>
          {(close) => <Minutes session={session} close={close} />}
        </Fold>
      )}
      <Fold label={say('move')}>{(close) => <SessionForm moved={session} close={close} />}</Fold>
      <ConfirmButton
        label={say('callOff')}
        sentence={say('callOffSentence')}
        isGrave
        command={callOff}
        onConfirm={(done) => callOff.mutate(undefined, { onSuccess: done })}
      />
    </Group>
  );
};

const stateColours = { planned: 'cyan', held: 'town', 'called-off': 'gray' } as const;

const OneSession = ({ session, isFirst }: Readonly<{ session: Session; isFirst: boolean }>) => {
  const say = useMeetingTexts();
  const labelled = useLabelled();
  const list = useList();
  const { file, nameOf, may, isOver } = useHere();
  const places = useMeetingPlaces(may('mediation-calendar.read'));
  const minutes = file?.minutes.find((one) => one.session === session.session)?.text;
  return (
    <li>
      <Group gap="xs">
        <Text fw={600}>
          <Moment at={session.from} />–{session.until.slice(11, 16)}
        </Text>
        <Text>{places.nameOf(session.place)}</Text>
        <Badge variant="light" color={stateColours[session.state]} tt="none">
          {say(session.state)}
        </Badge>
      </Group>
      {session.state === 'held' && (
        <Text size="sm" c="dimmed">
          {labelled(say('present'), list(session.present.map(nameOf)) || say('nobody'))}
        </Text>
      )}
      {minutes !== undefined && minutes !== null && (
        <Text className="told said-by" mt={4}>
          {minutes}
        </Text>
      )}
      {session.state === 'planned' && may('dispute.mediate') && !isOver && (
        <Deeds session={session} isFirst={isFirst} />
      )}
    </li>
  );
};

export const Sessions = () => {
  const say = useMeetingTexts();
  const { it, may, isOver, next } = useHere();
  const isWilling = it.parties.every(({ consent }) => consent === 'given');
  const first = it.sessions.find(({ state }) => state === 'planned')?.session;
  return (
    <Card withBorder component="section" aria-labelledby="sessions">
      <Title order={2} size="h4" mb="xs" id="sessions">
        {say('sessions')}
      </Title>
      {it.sessions.length === 0 && <Text c="dimmed">{say(isWilling ? 'none' : 'needsConsent')}</Text>}
      <ul className="plain parts">
        {it.sessions.map((session) => (
          <OneSession key={session.session} session={session} isFirst={session.session === first} />
        ))}
      </ul>
      {may('dispute.mediate') && isWilling && !isOver && (
        <Stack mt="sm" align="stretch">
          <Fold label={say('plan')} isOpenAtFirst={next === 'plan'}>
            {(close) => <SessionForm moved={null} close={close} />}
          </Fold>
        </Stack>
      )}
    </Card>
  );
};
