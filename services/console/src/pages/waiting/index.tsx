/** What waits for whoever is signed in: on top what only their word ends, then what they are told. */
import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { translated } from '../../api/translated';
import { useCommand } from '../../api/command';
import { type Session, useSession } from '../../api/session';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { useListKeys } from '../../parts/list-keys';
import { useNames } from '../../parts/names';
import { Page } from '../../parts/page';
import { Due } from '../../parts/time';
import { type Group as Together, groupsOf } from './groups';
import { useTexts } from './texts';
import { wayTo } from './way';

type Item = Schemas['InboxItem'];
type Props = Readonly<{ item: Item; session: Session }>;

const againMs = 30_000;

const PutAway = ({ item }: Readonly<{ item: Item }>) => {
  const say = useTexts();
  const put = useCommand<void, unknown>((_, header) =>
    api.POST('/api/v1/inbox/{id}/done', { params: { path: { id: item.id }, header } }),
  );
  return (
    <Button size="compact-sm" variant="default" loading={put.isPending} onClick={() => put.mutate()}>
      {say('seen')}
    </Button>
  );
};

/** Where it is, for whoever may know the town's areas by name. */
const Where = ({ path }: Readonly<{ path: string }>) => {
  const name = useNames().area(path);
  if (name === path) return null;
  return (
    <Text span size="sm" c="dimmed" className="late-more">
      {name}
    </Text>
  );
};

const Row = ({ item, session }: Props) => {
  const say = useTexts();
  return (
    <li className="waiting-row">
      <Link href={wayTo(item, session.role)} className="waiting-link" data-row>
        <span className="waiting-what">
          <span className="number">{item.number}</span> <span className="starts">{item.whyName}</span>
          {item.area !== null && <Where path={item.area} />}
          {item.isUrgent && (
            <Badge size="sm" color="red" variant="light" tt="none" ml={8}>
              {say('urgent')}
            </Badge>
          )}
          {!item.read && (
            <Badge size="sm" variant="light" tt="none" ml={8}>
              {say('unread')}
            </Badge>
          )}
        </span>
        {item.until === null ? (
          <Text span size="sm" c="dimmed" className="number">
            {say('noDeadline')}
          </Text>
        ) : (
          <Due at={item.until} />
        )}
      </Link>
      {item.kind === 'inform' && <PutAway item={item} />}
    </li>
  );
};

/** Of what one is only told so many are seen at once. */
const seen = 5;

const Part = ({ group, session }: Readonly<{ group: Together<Item>; session: Session }>) => {
  const say = useTexts();
  const [isWhole, setWhole] = useState(false);
  const isMine = group.items.some(({ kind }) => kind === 'decide');
  const shown = isMine || isWhole ? group.items : group.items.slice(0, seen);
  const hidden = group.items.length - shown.length;
  return (
    <Card withBorder padding="xs" component="section" className={isMine ? 'waiting-mine' : ''}>
      <Group justify="space-between" px="xs" pt={4}>
        <Title order={3} size="h5">
          {group.name}
        </Title>
        <Badge variant="light">{group.items.length}</Badge>
      </Group>
      <ul className="plain">
        {shown.map((item) => (
          <Row key={item.id} item={item} session={session} />
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" size="compact-sm" onClick={() => setWhole(true)}>
          {say('all', { count: hidden })}
        </Button>
      )}
    </Card>
  );
};

const Half = ({
  title,
  items,
  session,
}: Readonly<{ title: string; items: readonly Item[]; session: Session }>) =>
  items.length === 0 ? null : (
    <section>
      <Title order={2} size="h4" mb="sm">
        {title} <Badge variant="light">{items.length}</Badge>
      </Title>
      <Stack gap="sm">
        {groupsOf(items).map((group) => (
          <Part key={group.what} group={group} session={session} />
        ))}
      </Stack>
    </section>
  );

const useInbox = () => {
  const language = useLanguage();
  return useQuery({
    ...translated(['inbox'], language),
    queryFn: () => answerOf(api.GET('/api/v1/inbox', { params: { query: { limit: 200 } } })),
    refetchInterval: againMs,
  });
};

export const View = () => {
  const say = useTexts();
  const session = useSession();
  const asked = useInbox();
  useListKeys();
  if (!session) return null;
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Asked of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
          ) : (
            <Stack gap="xl">
              <Half
                title={say('decide')}
                items={items.filter(({ kind }) => kind === 'decide')}
                session={session}
              />
              <Half
                title={say('inform')}
                items={items.filter(({ kind }) => kind === 'inform')}
                session={session}
              />
            </Stack>
          )
        }
      </Asked>
    </Page>
  );
};
