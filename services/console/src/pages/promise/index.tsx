/** One promise: whose it is, by when, what was promised in words, and what became of it. */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { hasRight } from '@mulin/kernel';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { translated } from '../../api/translated';
import { type Session, useSession } from '../../api/session';
import { useLanguage } from '../../app/texts';
import { useAreaName } from '../../parts/area-names';
import { Asked } from '../../parts/asked';
import { useLabelled } from '../../parts/labelled';
import { Page } from '../../parts/page';
import { usePersonName } from '../../parts/people';
import { Due, Moment } from '../../parts/time';
import { Timeline } from '../../parts/timeline';
import { Deeds } from './deeds';
import { useTexts } from './texts';

type Promised = Schemas['Promise'];

const stateColours = { open: 'blue', late: 'red', kept: 'town', broken: 'gray' } as const;

/** Asked for on purpose: each reading is on record, and it is read anew only when its state has changed. */
const Words = ({ it }: Readonly<{ it: Promised }>) => {
  const say = useTexts();
  const [isWanted, setWanted] = useState(false);
  const asked = useQuery({
    queryKey: ['promise-words', it.promiseId, it.state],
    queryFn: () =>
      answerOf(api.GET('/api/v1/promises/{promise}/words', { params: { path: { promise: it.promiseId } } })),
    enabled: isWanted,
    staleTime: 'static',
  });
  if (!isWanted)
    return (
      <Group gap="xs">
        <Button variant="light" onClick={() => setWanted(true)}>
          {say('show')}
        </Button>
        <Text size="xs" c="dimmed">
          {say('showHint')}
        </Text>
      </Group>
    );
  return (
    <Asked of={asked}>
      {(words) => (
        <Stack gap="xs">
          {(['text', 'publicText', 'done', 'reason'] as const).map(
            (name) =>
              words[name] !== null && (
                <div key={name}>
                  <Text size="sm" c="dimmed">
                    {say(name)}
                  </Text>
                  <Text className="told">{words[name]}</Text>
                </div>
              ),
          )}
        </Stack>
      )}
    </Asked>
  );
};

const History = ({ number }: Readonly<{ number: string }>) => {
  const say = useTexts();
  const language = useLanguage();
  const { data } = useQuery({
    ...translated(['dispute-timeline', number], language),
    queryFn: () => answerOf(api.GET('/api/v1/disputes/{number}/timeline', { params: { path: { number } } })),
  });
  if (data === undefined) return null;
  return (
    <Card withBorder component="section" aria-labelledby="what-happened">
      <Title order={2} size="h4" mb="md" id="what-happened">
        {say('timeline')}
      </Title>
      <Timeline entries={data.timeline} />
    </Card>
  );
};

const Whole = ({ it, session }: Readonly<{ it: Promised; session: Session }>) => {
  const say = useTexts();
  const labelled = useLabelled();
  const nameOf = useAreaName();
  const personName = usePersonName();
  const isOpen = it.state === 'open' || it.state === 'late';
  const owner = it.owner === session.account ? (session.name ?? it.owner) : personName(it.owner);
  return (
    <Page
      title={say('title', { number: it.number })}
      hint={nameOf(it.area)}
      actions={
        <Badge variant="light" color={stateColours[it.state]} tt="none">
          {say(it.state)}
        </Badge>
      }
      isNarrow
    >
      <Stack>
        <Card withBorder className="next-step">
          <Stack gap="xs">
            <Group justify="space-between">
              <Text fw={600}>{labelled(say('owner'), owner)}</Text>
              {isOpen && <Due at={it.dueAt} />}
            </Group>
            <Text size="sm">
              {labelled(say('due'), '')}
              <Moment at={it.dueAt} />
              {it.caseNumber !== null && (
                <>
                  {` · ${labelled(say('fromCase'), '')}`}
                  <Link href={`/cases/${encodeURIComponent(it.caseNumber)}`}>{it.caseNumber}</Link>
                </>
              )}
            </Text>
            {hasRight('promise.words', session) && <Words it={it} />}
            <Deeds it={it} session={session} />
          </Stack>
        </Card>
        {hasRight('dispute.list', session) && <History number={it.promiseId} />}
      </Stack>
    </Page>
  );
};

export const View = () => {
  const session = useSession();
  const { promise = '' } = useParams<{ promise: string }>();
  const asked = useQuery({
    queryKey: ['promise', promise],
    queryFn: () => answerOf(api.GET('/api/v1/promises/{promise}', { params: { path: { promise } } })),
    refetchInterval: 30_000,
  });
  if (!session) return null;
  return <Asked of={asked}>{(it) => <Whole it={it} session={session} />}</Asked>;
};
