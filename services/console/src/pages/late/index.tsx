/** What is late, where and in whose hands, whom it waits for; what will be late stands apart. */
import { Badge, Card, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { hasRight } from '@mulin/kernel';
import { answerOf, api, type Schemas } from '../../api/client';
import { type Session, useSession } from '../../api/session';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { useListKeys } from '../../parts/list-keys';
import { Page } from '../../parts/page';
import { Due } from '../../parts/time';
import { useWords } from '../../parts/words';
import { type By, groupsOf, isSoon, lateOnes } from './groups';
import { useTexts } from './texts';

type Escalation = Schemas['Escalation'];

const againMs = 30_000;

/** What waits for whoever looks is opened with the form that answers it. */
const wayTo = ({ of, number, caseId, to, level }: Escalation, session: Session): string => {
  if (of === 'dispute') return `/disputes/${encodeURIComponent(number ?? caseId)}`;
  if (of === 'promise') return `/promises/${caseId}`;
  const isMine = to === session.role && level === 'escalation' && hasRight('escalation.acknowledge', session);
  return `/cases/${encodeURIComponent(number ?? caseId)}${isMine ? '?do=acknowledge' : ''}`;
};

const Late = ({ told, by, session }: Readonly<{ told: readonly Escalation[]; by: By; session: Session }>) => {
  const say = useTexts();
  const language = useLanguage();
  const it = told.find(({ to }) => to === session.role) ?? told[0];
  const words = useWords();
  if (it === undefined) return null;
  const addressees = [...new Set(told.map(({ to }) => to))];
  const beside = by === 'area' ? (it.holderName ?? say('nobody')) : (it.areaName ?? say('nowhere'));
  return (
    <li>
      <Link href={wayTo(it, session)} className="waiting-link" data-row>
        <span className="waiting-what">
          <span className="number">{it.number ?? it.caseId.slice(0, 8)}</span>{' '}
          <span className="starts">{words.clock(it.clock)}</span>
          <Text span size="sm" c="dimmed" className="late-more">
            {[it.menuItemName, beside].filter(Boolean).join(' · ')}
          </Text>
          <Text span size="sm" className="late-more">
            {say('waits', {
              who: addressees.map((to) => words.role(to)).join(language === 'zh' ? '、' : ', '),
            })}
          </Text>
        </span>
        <Due at={it.dueAt} />
      </Link>
    </li>
  );
};

type HalfProps = Readonly<{ title: string; items: readonly Escalation[]; by: By; session: Session }>;

const Half = ({ title, items, by, session }: HalfProps) => {
  const say = useTexts();
  if (items.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4" mb="sm">
        {title} <Badge variant="light">{lateOnes(items).length}</Badge>
      </Title>
      <Stack gap="sm">
        {groupsOf(items, by).map(({ name, items: those, count }) => (
          <Card withBorder padding="xs" key={name ?? ''} component="section">
            <Group justify="space-between" px="xs" pt={4}>
              <Title order={3} size="h5">
                {name ?? say(by === 'area' ? 'nowhere' : 'nobody')}
              </Title>
              <Group gap="xs">
                {count > 1 && those.every((it) => !isSoon(it)) && (
                  <Text size="sm" c="dimmed">
                    {say('oldest')} <Due at={those[0]?.dueAt ?? null} />
                  </Text>
                )}
                <Badge variant="light">{count}</Badge>
              </Group>
            </Group>
            <ul className="plain">
              {lateOnes(those).map((told) => (
                <Late key={`${told[0]?.caseId}-${told[0]?.clock}`} told={told} by={by} session={session} />
              ))}
            </ul>
          </Card>
        ))}
      </Stack>
    </section>
  );
};

const useEscalations = () => {
  const language = useLanguage();
  return useQuery({
    queryKey: ['escalations', language],
    queryFn: () => answerOf(api.GET('/api/v1/escalations', { params: { query: { limit: 200 } } })),
    refetchInterval: againMs,
  });
};

export const View = () => {
  const say = useTexts();
  const session = useSession();
  const [by, setBy] = useState<By>('area');
  const asked = useEscalations();
  useListKeys();
  if (!session) return null;
  const ways = [
    { value: 'area', label: say('byArea') },
    { value: 'holder', label: say('byHolder') },
  ];
  return (
    <Page
      title={say('title')}
      hint={say('hint')}
      actions={
        <SegmentedControl
          aria-label={say('by')}
          data={ways}
          value={by}
          onChange={(value) => setBy(value as By)} // one of `ways`
        />
      }
    >
      <Asked of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
          ) : (
            <Stack gap="xl">
              <Half title={say('late')} items={items.filter((it) => !isSoon(it))} by={by} session={session} />
              <Half title={say('soon')} items={items.filter(isSoon)} by={by} session={session} />
            </Stack>
          )
        }
      </Asked>
    </Page>
  );
};
