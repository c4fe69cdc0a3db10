/** What is at hand of one visitor, and how the interview ended. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { hasRight } from '@mulin/kernel';
import { Link } from 'wouter';
import { useSession } from '../../api/session';
import { Asked } from '../../parts/asked';
import { useLabelled } from '../../parts/labelled';
import { Due } from '../../parts/time';
import { useTownClock } from '../../parts/town-clock';
import { BookingDeeds } from './booking';
import { Outcome } from './outcome';
import { type Booking, type Day, useVisitor, type Visitor } from './read';
import { useTexts } from './texts';

/** Cases are those of the booking, as it is now: what is at hand is read once. */
const Details = ({ it, cases }: Readonly<{ it: Visitor }> & Pick<Booking, 'cases'>) => {
  const say = useTexts();
  const labelled = useLabelled();
  return (
    <Stack gap={4}>
      <Text fw={600}>{it.name ?? '–'}</Text>
      {it.phone !== null && <Text size="sm">{labelled(say('phone'), it.phone)}</Text>}
      {it.topic !== null && <Text className="told">{it.topic}</Text>}
      {cases.length > 0 && (
        <Group gap="xs">
          <Text size="sm">{labelled(say('cases'), '')}</Text>
          {cases.map((number) => (
            <Link key={number} href={`/cases/${encodeURIComponent(number)}`} className="number">
              {number}
            </Link>
          ))}
        </Group>
      )}
      {it.promises.length > 0 && (
        <>
          <Text size="sm" fw={600}>
            {say('before')}
          </Text>
          <ul className="plain parts">
            {it.promises.map((promise) => (
              <li key={promise.promiseId}>
                <Link href={`/promises/${promise.promiseId}`}>{promise.number}</Link>{' '}
                {promise.keptAt === null && promise.droppedAt === null && <Due at={promise.dueAt} />}
                {promise.text !== null && <Text size="sm">{promise.text}</Text>}
              </li>
            ))}
          </ul>
        </>
      )}
      {it.words !== null && <Text className="told said-by">{it.words}</Text>}
    </Stack>
  );
};

type PanelProps = Readonly<{ booking: Booking; day: Day; close: () => void }>;

export const VisitorPanel = ({ booking, day, close }: PanelProps) => {
  const say = useTexts();
  const session = useSession();
  const { today } = useTownClock();
  const asked = useVisitor(booking);
  const isOpen = booking.state === 'here' || booking.state === 'booked';
  const concludes = session ? hasRight('interview.conclude', session) : false;
  return (
    <Card withBorder component="section" aria-labelledby="visitor">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="visitor">
          {booking.queue === null ? say('visitor') : say('number', { queue: booking.queue })}
        </Title>
        <Button variant="subtle" size="compact-sm" onClick={close}>
          {say('close')}
        </Button>
      </Group>
      <Stack>
        <Asked of={asked}>{(it) => <Details it={it} cases={booking.cases} />}</Asked>
        <Text size="xs" c="dimmed">
          {say('readHint')}
        </Text>
        {booking.promises.map(({ promise, number, dueAt }) => (
          <Text key={promise} size="sm">
            <Link href={`/promises/${promise}`}>{number}</Link> <Due at={dueAt} />
          </Text>
        ))}
        {session && !day.isCalledOff && day.date >= today && (
          <BookingDeeds booking={booking} it={day} session={session} />
        )}
        {isOpen && concludes && <Outcome booking={booking} close={close} />}
        {session && hasRight('dispute.open', session) && <Link href="/disputes/new">{say('dispute')}</Link>}
      </Stack>
    </Card>
  );
};
