/** What one has booked, and what became of it; before it begins it is moved or cancelled. */
import { Badge, Button, Card, Group, Loader, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { answerOf } from '../../api/client';
import { useCommand } from '../../api/command';
import { useLanguage } from '../../app/texts';
import { Refusal } from '../../parts/refusal';
import { Moment, momentIn } from '../../parts/time';
import { Dialog } from '../../resident/dialog';
import { CodeForm } from '../../resident/code-form';
import { inOwnCase } from '../../resident/own-case';
import { type Day, isOver, type OwnBooking } from './read';
import { Slots } from './slots';
import { useTexts } from './texts';

type Props = Readonly<{ own: OwnBooking; day: Day | undefined }>;

const useChanging = ({ number, booking: { day, booking } }: OwnBooking, done: () => void) => {
  const path = { day, booking };
  const move = useCommand<number, unknown>(
    (slot, header) =>
      inOwnCase(number, async ({ client }) => ({
        data: await answerOf(
          client.POST('/api/v1/interview-days/{day}/bookings/{booking}/slot', {
            params: { path, header },
            body: { slot },
          }),
        ),
      })),
    { done },
  );
  const cancel = useCommand<void, unknown>(
    (_, header) =>
      inOwnCase(number, async ({ client }) => ({
        data: await answerOf(
          client.POST('/api/v1/interview-days/{day}/bookings/{booking}/cancellation', {
            params: { path, header },
          }),
        ),
      })),
    { done },
  );
  return { move, cancel };
};

const Changing = ({ own, day }: Props) => {
  const say = useTexts();
  const [asked, setAsked] = useState<'move' | 'cancel' | null>(null);
  const close = () => setAsked(null);
  const { move, cancel } = useChanging(own, close);
  const others = (day?.slots ?? []).filter(
    (slot) => slot.slot !== own.booking.slot && slot.free > 0 && !isOver(slot),
  );
  return (
    <Group gap="sm" mt="sm">
      <Button variant="default" size="md" onClick={() => setAsked('move')}>
        {say('move')}
      </Button>
      <Button variant="default" size="md" onClick={() => setAsked('cancel')}>
        {say('cancel')}
      </Button>
      <Dialog isOpen={asked !== null} close={close} title={say(asked === 'move' ? 'moveTo' : 'cancel')}>
        {asked === 'move' && (
          <Stack>
            {move.isPending && <Loader type="dots" />}
            {!move.isPending && others.length === 0 && <Text>{say('noMove')}</Text>}
            {!move.isPending && others.length > 0 && (
              <Slots slots={others} choose={({ slot }) => move.mutate(slot)} />
            )}
            <Refusal error={move.error} />
          </Stack>
        )}
        {asked === 'cancel' && (
          <Stack>
            <Text>{say('cancelAsk')}</Text>
            <Refusal error={cancel.error} />
            <Group grow>
              <Button size="md" variant="default" onClick={close}>
                {say('no')}
              </Button>
              <Button size="md" color="red.9" loading={cancel.isPending} onClick={() => cancel.mutate()}>
                {say('cancelYes')}
              </Button>
            </Group>
          </Stack>
        )}
      </Dialog>
    </Group>
  );
};

const Promised = ({ promises }: Pick<OwnBooking['booking'], 'promises'>) => {
  const say = useTexts();
  if (promises.length === 0) return null;
  return (
    <>
      <Text fw={500} mt="sm">
        {say('promised')}
      </Text>
      <ul>
        {promises.map(({ number, text, state, dueAt }) => (
          <li key={number}>
            <span className="told">{text ?? number}</span> · {say(state)} · {say('by')}{' '}
            <Moment at={dueAt} isDay />
          </li>
        ))}
      </ul>
    </>
  );
};

const BookingCard = ({ own, day }: Props) => {
  const say = useTexts();
  const language = useLanguage();
  const { booking, number } = own;
  const { state, from, place, queue, to } = booking;
  return (
    <Card withBorder component="li">
      <Group justify="space-between" gap="xs">
        <Text fw={600}>{from === null ? booking.date : <Moment at={from} />}</Text>
        <Badge variant="light" size="lg" tt="none" color={state === 'booked' ? 'town' : 'gray'}>
          {say(state, { queue: queue ?? '' })}
        </Badge>
      </Group>
      <Text>{place}</Text>
      <Text size="sm" c="dimmed" className="number">
        {number}
      </Text>
      {state === 'passed-on' && (
        <Text mt="xs">
          {to === null ? say('passedNowhere') : say('passedTo', { when: momentIn(language, to.from) })}
        </Text>
      )}
      <Promised promises={booking.promises} />
      {state === 'booked' && from !== null && !isOver({ from }) && <Changing own={own} day={day} />}
    </Card>
  );
};

type OwnProps = Readonly<{
  bookings: readonly OwnBooking[];
  days: readonly Day[];
  numbers: readonly string[];
  known: () => void;
}>;

export const OwnBookings = ({ bookings, days, numbers, known }: OwnProps) => {
  const say = useTexts();
  return (
    <section aria-labelledby="own-bookings">
      <Title order={2} size="h4" id="own-bookings" mb="sm">
        {say('own')}
      </Title>
      {numbers.length === 0 && (
        <details className="more">
          <summary>{say('ownHint')}</summary>
          <CodeForm then={known} />
        </details>
      )}
      {numbers.length > 0 && bookings.length === 0 && <Text c="dimmed">{say('ownEmpty')}</Text>}
      <Stack component="ul" className="plain" gap="sm">
        {bookings.map((own) => (
          <BookingCard
            key={own.booking.booking}
            own={own}
            day={days.find(({ day }) => day === own.booking.day)}
          />
        ))}
      </Stack>
    </section>
  );
};
