/** Interview days: who listens when and where, and the slots that are free. */
import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { Asked, Empty } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Moment } from '../../parts/time';
import { useAreaName } from '../../resident/area-name';
import { knownCases } from '../../resident/own-case';
import { Book, type Chosen } from './book';
import { OwnBookings } from './own';
import { type Day, toCome, useDays, useOwnBookings } from './read';
import { Slots } from './slots';
import { useTexts } from './texts';

const DayCard = ({ day, choose }: Readonly<{ day: Day; choose: (chosen: Chosen) => void }>) => {
  const say = useTexts();
  const areaName = useAreaName();
  const { slots, area, heldBy, place, isCalledOff, toDay } = day;
  return (
    <Card withBorder component="li" padding="lg">
      <Group justify="space-between" align="baseline" gap="xs">
        <Title order={2} size="h4">
          <Moment at={slots[0]?.from ?? `${day.date}T00:00`} isDay />
        </Title>
        {isCalledOff && (
          <Badge color="red" variant="light" size="lg" tt="none">
            {say('calledOff')}
          </Badge>
        )}
      </Group>
      <Text>
        {areaName(area)} {say(heldBy)}
      </Text>
      <Text c="dimmed" mb="sm">
        {place}
      </Text>
      {isCalledOff ? (
        toDay !== null && <Text>{say('passedOn')}</Text>
      ) : (
        <Slots slots={slots} choose={(slot) => choose({ day, slot })} />
      )}
    </Card>
  );
};

export const View = () => {
  const say = useTexts();
  const asked = useDays();
  const [numbers, setNumbers] = useState(knownCases);
  const [chosen, choose] = useState<Chosen | null>(null);
  const bookings = useOwnBookings(numbers);
  const known = () => setNumbers(knownCases());
  return (
    <Page title={say('title')} hint={say('hint')} isNarrow>
      <Asked of={asked}>
        {({ items }) => {
          const days = toCome(items);
          const own = <OwnBookings bookings={bookings} days={items} numbers={numbers} known={known} />;
          return (
            <Stack gap="xl">
              {numbers.length > 0 && own}
              {days.length === 0 && <Empty title={say('emptyTitle')} hint={say('emptyHint')} />}
              <Stack component="ul" className="plain" gap="md">
                {days.map((day) => (
                  <DayCard key={day.day} day={day} choose={choose} />
                ))}
              </Stack>
              {numbers.length === 0 && own}
            </Stack>
          );
        }}
      </Asked>
      {chosen !== null && <Book chosen={chosen} numbers={numbers} known={known} close={() => choose(null)} />}
    </Page>
  );
};
