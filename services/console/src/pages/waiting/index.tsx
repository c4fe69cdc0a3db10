/** What waits for whoever is signed in: first what only their word ends, then what they are told. */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Due } from '../../parts/time';
import { useTexts } from './texts';

type Item = Schemas['InboxItem'];

const againMs = 30_000;

/** Where one does what an item asks for. */
export const wayTo = ({ of, number, caseId, what }: Item): string => {
  const name = encodeURIComponent(number ?? caseId);
  if (of === 'dispute') return `/disputes/${name}`;
  if (of === 'promise') return `/promises/${encodeURIComponent(caseId)}`;
  if (what === 'call-back') return `/desk/calls/${name}`;
  if (['take', 'finish', 'contact', 'report', 'help', 'verify'].includes(what))
    return `/work/${encodeURIComponent(caseId)}`;
  return `/cases/${name}`;
};

const ItemCard = ({ item }: Readonly<{ item: Item }>) => {
  const say = useTexts();
  const put = useCommand<void, unknown>((_, header) =>
    api.POST('/api/v1/inbox/{id}/done', { params: { path: { id: item.id }, header } }),
  );
  return (
    <Card withBorder component="li" padding="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <Group gap="xs">
            <Link href={wayTo(item)}>
              <Text span fw={600}>
                {item.whatName}
              </Text>
            </Link>
            <Text span className="number">
              {item.number}
            </Text>
            {!item.read && (
              <Badge size="sm" variant="light" tt="none">
                {say('unread')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed">
            {item.whyName}
          </Text>
        </div>
        <Stack gap={4} align="flex-end">
          {item.until === null ? <Text size="sm">{say('noDeadline')}</Text> : <Due at={item.until} />}
          {item.kind === 'inform' && (
            <Button size="compact-sm" variant="default" loading={put.isPending} onClick={() => put.mutate()}>
              {say('seen')}
            </Button>
          )}
        </Stack>
      </Group>
    </Card>
  );
};

const Part = ({ title, items }: Readonly<{ title: string; items: readonly Item[] }>) =>
  items.length === 0 ? null : (
    <section>
      <Title order={2} size="h4" mb="sm">
        {title} <Badge variant="light">{items.length}</Badge>
      </Title>
      <Stack component="ul" className="plain" gap="xs">
        {items.map((item) => (
          <ItemCard key={item.id} item={item} />
        ))}
      </Stack>
    </section>
  );

export const useInbox = () => {
  const language = useLanguage();
  return useQuery({
    queryKey: ['inbox', language],
    queryFn: () => answerOf(api.GET('/api/v1/inbox', { params: { query: { limit: 200 } } })),
    refetchInterval: againMs,
  });
};

export const View = () => {
  const say = useTexts();
  const asked = useInbox();
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Asked of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
          ) : (
            <Stack gap="xl">
              <Part title={say('decide')} items={items.filter(({ kind }) => kind === 'decide')} />
              <Part title={say('inform')} items={items.filter(({ kind }) => kind === 'inform')} />
            </Stack>
          )
        }
      </Asked>
    </Page>
  );
};
