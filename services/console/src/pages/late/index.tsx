/** What is late, in whose hands, and whom it waits for. */
import { Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Due } from '../../parts/time';
import { useWords } from '../../parts/words';
import { useTexts } from './texts';

type Escalation = Schemas['Escalation'];

const againMs = 30_000;

const wayTo = ({ of, number, caseId }: Escalation): string => {
  if (of === 'dispute') return `/disputes/${encodeURIComponent(number ?? caseId)}`;
  return of === 'promise' ? `/promises/${caseId}` : `/cases/${encodeURIComponent(number ?? caseId)}`;
};

const Late = ({ it }: Readonly<{ it: Escalation }>) => {
  const say = useTexts();
  const words = useWords();
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="xs">
            <Link href={wayTo(it)} className="number">
              {it.number ?? it.caseId.slice(0, 8)}
            </Link>
            <Text span fw={600}>
              {words.clock(it.clock)}
            </Text>
            {it.level === 'warning' && (
              <Badge color="yellow" variant="light" tt="none">
                {say('warning')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {[it.menuItemName, it.areaName].filter(Boolean).join(' · ')}
          </Text>
          <Text size="sm">
            {say('waits')}: {words.role(it.to)}
            {it.holderName !== null && ` · ${say('holder')}: ${it.holderName}`}
          </Text>
        </div>
        <Due at={it.dueAt} />
      </Group>
    </Card>
  );
};

export const View = () => {
  const say = useTexts();
  const language = useLanguage();
  const asked = useQuery({
    queryKey: ['escalations', language],
    queryFn: () => answerOf(api.GET('/api/v1/escalations', { params: { query: { limit: 200 } } })),
    refetchInterval: againMs,
  });
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Asked of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
          ) : (
            <Stack component="ul" className="plain" gap="xs">
              {items.map((it) => (
                <Late key={`${it.caseId}-${it.clock}-${it.step}-${it.to}`} it={it} />
              ))}
            </Stack>
          )
        }
      </Asked>
    </Page>
  );
};
