/** Whoever had booked a day that was called off, and has not been told yet what follows. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { useCommand } from '../../api/command';
import { apart } from '../../app/apart';
import { useLanguage } from '../../app/texts';
import { Refusal } from '../../parts/refusal';
import { Moment, momentIn } from '../../parts/time';
import { useTexts } from './texts';

type Booking = Schemas['InterviewBooking'];

const ToTell = ({ it }: Readonly<{ it: Booking }>) => {
  const say = useTexts();
  const language = useLanguage();
  const tell = useCommand<void, Booking>((_, header) =>
    api.POST('/api/v1/interview-days/{day}/bookings/{booking}/told', {
      params: { path: { day: it.day, booking: it.booking }, header },
    }),
  );
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <div>
          <Text>
            {it.from === null ? it.date : <Moment at={it.from} />} · {apart(it.place)}
          </Text>
          <Text size="sm" c="dimmed">
            {it.to === null ? say('bookAnew') : say('goesTo', { when: momentIn(language, it.to.from) })}
          </Text>
          <Link href={`/interviews/${it.day}?visitor=${it.booking}`}>{say('openDay')}</Link>
        </div>
        <Button variant="light" loading={tell.isPending} onClick={() => tell.mutate()}>
          {say('told')}
        </Button>
      </Group>
      <Refusal error={tell.error} />
    </li>
  );
};

export const ToTellList = () => {
  const say = useTexts();
  const { data } = useQuery({
    queryKey: ['to-tell'],
    queryFn: () =>
      answerOf(api.GET('/api/v1/interview-bookings/to-tell', { params: { query: { limit: 200 } } })),
    refetchInterval: 30_000,
  });
  if (data === undefined || data.items.length === 0) return null;
  return (
    <Card withBorder mb="lg" component="section" aria-labelledby="to-tell">
      <Stack gap="xs">
        <Title order={2} size="h4" id="to-tell">
          {say('toTell')} ({data.items.length})
        </Title>
        <Text size="sm" c="dimmed">
          {say('toTellHint')}
        </Text>
        <ul className="plain parts">
          {data.items.map((it) => (
            <ToTell key={it.booking} it={it} />
          ))}
        </ul>
      </Stack>
    </Card>
  );
};
