/** One dispute: first what must happen next, then its parts in the order of the work. */
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link, useParams } from 'wouter';
import { useSession } from '../../api/session';
import { useAreaName } from '../../parts/area-names';
import { Asked } from '../../parts/asked';
import { ClockList } from '../../parts/clocks';
import { DisputeStateBadge, RiskBadge, useDisputeWords } from '../../parts/dispute-words';
import { Page } from '../../parts/page';
import { useNow } from '../../parts/time';
import { Timeline } from '../../parts/timeline';
import { Agreement } from './agreement';
import { Dangers } from './dangers';
import { Ending } from './ending';
import {
  type Dispute,
  HereProvider,
  mayOf,
  useDispute,
  useDisputeTimeline,
  useFile,
  useHere,
  usePartyNames,
} from './here';
import { Lead } from './lead';
import { NextPanel } from './next-panel';
import { nextStepOf } from './next-step';
import { Papers } from './papers';
import { Parties } from './parties';
import { Said } from './said';
import { Sessions } from './sessions';
import { useTexts } from './texts';

const Aside = () => {
  const say = useTexts();
  const { timeline, it } = useHere();
  return (
    <Stack>
      <Lead />
      {timeline !== null && (
        <Card withBorder component="section" aria-labelledby="deadlines">
          <Title order={2} size="h4" mb="sm" id="deadlines">
            {say('clocks')}
          </Title>
          <ClockList clocks={timeline.clocks} />
        </Card>
      )}
      <Dangers />
      <Papers />
      {it.caseNumber !== null && (
        <Text size="sm">
          {say('fromCase')} <Link href={`/cases/${encodeURIComponent(it.caseNumber)}`}>{it.caseNumber}</Link>
        </Text>
      )}
    </Stack>
  );
};

const History = () => {
  const say = useTexts();
  const { timeline } = useHere();
  if (timeline === null) return null;
  return (
    <Card withBorder component="section" aria-labelledby="what-happened">
      <Title order={2} size="h4" mb="md" id="what-happened">
        {say('timeline')}
      </Title>
      <Timeline entries={timeline.timeline} />
    </Card>
  );
};

const useHereOf = (it: Dispute) => {
  const session = useSession();
  const now = useNow();
  const { data: timeline } = useDisputeTimeline(it.number);
  const { isWanted, open, asked } = useFile(it.disputeId, timeline?.timeline.length);
  const file = asked.data ?? null;
  const nameOf = usePartyNames(it, file);
  if (!session) return null;
  const isMine = it.mediator === session.account;
  return {
    ...{ it, file, session, isMine, nameOf },
    askFile: { isWanted, open, error: asked.error },
    timeline: timeline ?? null,
    isOver: it.state === 'ended',
    next: nextStepOf(it, now),
    may: mayOf(session, isMine),
  };
};

const Whole = ({ it }: Readonly<{ it: Dispute }>) => {
  const say = useTexts();
  const words = useDisputeWords();
  const nameOfArea = useAreaName();
  const here = useHereOf(it);
  if (here === null) return null;
  const badges: ReactNode = (
    <Group gap="xs">
      <RiskBadge colour={it.colour} />
      <DisputeStateBadge state={it.state} />
      {it.isChallenged && (
        <Badge color="orange" variant="light" tt="none">
          {say('who')}
        </Badge>
      )}
    </Group>
  );
  return (
    <HereProvider value={here}>
      <Page
        title={say('title', { number: it.number })}
        hint={say('hint', {
          kind: words.kind(it.kind),
          area: nameOfArea(it.area),
          door: words.door(it.door),
        })}
        actions={badges}
      >
        <NextPanel />
        <div className="with-aside">
          <Stack gap="lg">
            <Parties />
            <Sessions />
            <Agreement />
            <Said />
            <Ending />
            <History />
          </Stack>
          <Aside />
        </div>
      </Page>
    </HereProvider>
  );
};

export const View = () => {
  const { number = '' } = useParams<{ number: string }>();
  const asked = useDispute(number);
  const say = useTexts();
  return (
    <Asked of={asked} title={say('title', { number })}>
      {(it) => <Whole key={it.disputeId} it={it} />}
    </Asked>
  );
};
