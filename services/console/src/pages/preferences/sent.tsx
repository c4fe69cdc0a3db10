/** What was sent to whoever looks, newest first, and what became of it. */
import { Badge, Card, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { useLanguage } from '../../app/texts';
import { Asked, Empty } from '../../parts/asked';
import { Moment } from '../../parts/time';
import { useTexts } from './texts';

type Delivery = Schemas['Delivery'];

const colours = { waiting: 'yellow', sent: 'town', failed: 'red', 'not-needed': 'gray' } as const;
const shown = 20;

const Row = ({ it }: Readonly<{ it: Delivery }>) => {
  const say = useTexts();
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <Text>
          <Moment at={it.at} /> · {it.to ?? it.channel}
        </Text>
        <Badge variant="light" color={colours[it.state]} tt="none">
          {say(it.state === 'sent' ? 'isSent' : it.state)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {it.items.map(({ whatName, number }) => [whatName, number].filter(Boolean).join(' ')).join(' · ')}
      </Text>
      {it.becauseName !== null && <Text size="sm">{it.becauseName}</Text>}
    </li>
  );
};

export const Sent = () => {
  const say = useTexts();
  const language = useLanguage();
  const asked = useQuery({
    queryKey: ['deliveries', language],
    queryFn: () => answerOf(api.GET('/api/v1/deliveries', { params: { query: { limit: shown } } })),
    refetchInterval: 30_000,
  });
  return (
    <Card withBorder component="section" aria-labelledby="sent">
      <Title order={2} size="h4" mb="xs" id="sent">
        {say('sent')}
      </Title>
      <Asked of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('noneSent')} hint={say('noneSentHint')} />
          ) : (
            <ul className="plain parts">
              {items.map((it) => (
                <Row key={it.id} it={it} />
              ))}
            </ul>
          )
        }
      </Asked>
    </Card>
  );
};
