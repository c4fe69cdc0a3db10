/** One interview day: who is next, who waits, who is expected, and what is at hand of whoever is seen. */
import { Alert, Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { hasRight } from '@mulin/kernel';
import { useParams, useSearchParams } from 'wouter';
import { api } from '../../api/client';
import { useCommand } from '../../api/command';
import { type Session, useSession } from '../../api/session';
import { Asked, Empty } from '../../parts/asked';
import { Fold } from '../../parts/fold';
import { Page } from '../../parts/page';
import { Refusal } from '../../parts/refusal';
import { useTownClock } from '../../parts/town-clock';
import { BookFor } from './booking';
import { ChangeDay } from './change';
import { CallOff, WalkIn } from './deeds';
import { type Booking, type Day, useDay, useQueue } from './read';
import { useTexts } from './texts';
import { VisitorPanel } from './visitor';

type OpenVisitor = (booking: string | null) => void;

const BookingRow = ({
  it,
  isToday,
  open,
}: Readonly<{ it: Booking; isToday: boolean; open: OpenVisitor }>) => {
  const say = useTexts();
  const checkIn = useCommand<void, Booking>((_, header) =>
    api.POST('/api/v1/interview-days/{day}/bookings/{booking}/check-in', {
      params: { path: { day: it.day, booking: it.booking }, header },
    }),
  );
  return (
    <li>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          {it.queue !== null && <Text fw={700}>{say('number', { queue: it.queue })}</Text>}
          {it.from !== null && <Text className="number">{it.from.slice(11, 16)}</Text>}
          <Badge variant="light" color={it.state === 'here' ? 'town' : 'gray'} tt="none">
            {say(it.state)}
          </Badge>
        </Group>
        <Group gap="xs">
          {it.state === 'booked' && isToday && (
            <Button variant="light" loading={checkIn.isPending} onClick={() => checkIn.mutate()}>
              {say('checkIn')}
            </Button>
          )}
          <Button variant="default" onClick={() => open(it.booking)}>
            {say('open')}
          </Button>
        </Group>
      </Group>
      <Refusal error={checkIn.error} />
    </li>
  );
};

type PartProps = Readonly<{ title: string; all: readonly Booking[]; isToday: boolean; open: OpenVisitor }>;

const Part = ({ title, all, isToday, open }: PartProps) =>
  all.length === 0 ? null : (
    <Card withBorder component="section">
      <Title order={2} size="h4">
        {title} ({all.length})
      </Title>
      <ul className="plain parts">
        {all.map((it) => (
          <BookingRow key={it.booking} it={it} isToday={isToday} open={open} />
        ))}
      </ul>
    </Card>
  );

const Next = ({ queue, open }: Readonly<{ queue: readonly Booking[]; open: OpenVisitor }>) => {
  const say = useTexts();
  const next = queue.find(({ state }) => state === 'here');
  return (
    <Card withBorder className="next-step" component="section" aria-labelledby="next">
      <Group justify="space-between">
        <div>
          <Text size="sm" c="dimmed">
            {say('next')}
          </Text>
          <Title order={2} size="h3" id="next">
            {next === undefined ? say('nextNone') : say('nextHint', { queue: next.queue ?? 0 })}
          </Title>
        </div>
        {next !== undefined && <Button onClick={() => open(next.booking)}>{say('call')}</Button>}
      </Group>
    </Card>
  );
};

type QueueProps = Readonly<{ queue: readonly Booking[]; it: Day; isToday: boolean }>;

const Queue = ({ queue, it, isToday }: QueueProps) => {
  const say = useTexts();
  const [params, setParams] = useSearchParams();
  const open: OpenVisitor = (booking) => setParams(booking === null ? {} : { visitor: booking });
  const chosen = queue.find(({ booking }) => booking === params.get('visitor'));
  const of = (...states: readonly Booking['state'][]) => queue.filter(({ state }) => states.includes(state));
  const part = { isToday, open };
  return (
    <div className={chosen === undefined ? '' : 'with-visitor'}>
      <Stack>
        {isToday && !it.isCalledOff && <Next queue={queue} open={open} />}
        {queue.length === 0 && <Empty title={say('emptyTitle')} hint={say('emptyHint')} />}
        <Part title={say('waits')} all={of('here')} {...part} />
        <Part title={say('expected')} all={of('booked')} {...part} />
        <Part title={say('gone')} all={of('seen', 'not-there', 'cancelled', 'passed-on')} {...part} />
      </Stack>
      {chosen !== undefined && (
        <VisitorPanel key={chosen.booking} booking={chosen} day={it} close={() => open(null)} />
      )}
    </div>
  );
};

const sumOf = (all: readonly number[]): number => all.reduce((sum, it) => sum + it, 0);

const Whole = ({ it, session }: Readonly<{ it: Day; session: Session }>) => {
  const say = useTexts();
  const { today } = useTownClock();
  const queue = useQueue(it.day);
  const isToday = it.date === today;
  const isOpen = !it.isCalledOff && it.date >= today;
  return (
    <Page
      title={say('title', { date: it.date })}
      hint={say('hint', {
        place: it.place,
        free: sumOf(it.slots.map(({ free }) => free)),
        all: sumOf(it.slots.map(({ capacity }) => capacity)),
      })}
      actions={isOpen && hasRight('interview-day.publish', session) && <CallOff it={it} />}
    >
      <Stack>
        {it.isCalledOff && <Alert color="yellow">{say('calledOff')}</Alert>}
        <Group align="flex-start" gap="xs">
          {isToday && !it.isCalledOff && hasRight('interview.receive', session) && (
            <Fold label={say('walkIn')}>{(close) => <WalkIn day={it.day} close={close} />}</Fold>
          )}
          {isOpen && hasRight('interview.book', session) && (
            <Fold label={say('book')}>{(close) => <BookFor it={it} close={close} />}</Fold>
          )}
          {isOpen && hasRight('interview-day.publish', session) && (
            <Fold label={say('change')}>
              {(close) => <ChangeDay key={it.version} it={it} close={close} />}
            </Fold>
          )}
        </Group>
        <Asked of={queue}>{({ items }) => <Queue queue={items} it={it} isToday={isToday} />}</Asked>
      </Stack>
    </Page>
  );
};

export const View = () => {
  const session = useSession();
  const { day = '' } = useParams<{ day: string }>();
  const asked = useDay(day);
  if (!session) return null;
  return <Asked of={asked}>{(it) => <Whole it={it} session={session} />}</Asked>;
};
