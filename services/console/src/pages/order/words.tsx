/** What the resident said, how to reach them and where it is: opened by itself for whoever has the order in hand. */
import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { IconMapPin, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import type { Schemas } from '../../api/client';
import { apart } from '../../app/apart';
import { Asked } from '../../parts/asked';
import { type Case, type Turn, useWordsOfOrder } from './read';
import { useTexts } from './texts';

type Point = Readonly<{ lat: number; lon: number }>;
type Place = Schemas['Words']['place'];

const pointOf = (place: Place, row: Case | null): Point | null =>
  place?.lat !== undefined && place.lon !== undefined
    ? { lat: place.lat, lon: place.lon }
    : (row?.point ?? null);

/** Opens whatever the phone finds its way with. */
const WayThere = ({ point, name }: Readonly<{ point: Point; name: string }>) => {
  const say = useTexts();
  const at = `${point.lat},${point.lon}`;
  return (
    <Button
      component="a"
      href={`geo:${at}?q=${at}(${encodeURIComponent(name)})`}
      variant="default"
      size="md"
      className="thumb"
      leftSection={<IconMapPin size={20} aria-hidden />}
    >
      {say('navigate')}
    </Button>
  );
};

const whereOf = (place: Place, row: Case | null): string | null =>
  place?.address ?? row?.microGridName ?? row?.areaName ?? null;

const Said = ({ said, row }: Readonly<{ said: Schemas['Words']; row: Case | null }>) => {
  const say = useTexts();
  const { words, place, contact } = said;
  const point = pointOf(place, row);
  const phone = contact?.phone;
  return (
    <Stack gap="sm">
      <Text className="told field-words">{words ?? say('erased')}</Text>
      <Text>
        <IconMapPin size={18} aria-hidden className="in-line" />{' '}
        {apart(whereOf(place, row) ?? say('noPlace'))}
      </Text>
      {contact?.name !== undefined && <Text>{contact.name}</Text>}
      {phone === undefined && <Text c="dimmed">{say('noContact')}</Text>}
      <Group gap="xs">
        {phone !== undefined && (
          <Button
            component="a"
            href={`tel:${phone.replaceAll(/[^+\d]/g, '')}`}
            variant="light"
            size="md"
            className="thumb"
            leftSection={<IconPhone size={20} aria-hidden />}
          >
            {say('call', { phone })}
          </Button>
        )}
        {point !== null && <WayThere point={point} name={place?.address ?? ''} />}
      </Group>
    </Stack>
  );
};

export const WordsOfOrder = ({
  caseId,
  row,
  turn,
}: Readonly<{ caseId: string; row: Case | null; turn: Turn }>) => {
  const say = useTexts();
  const [isAsked, setAsked] = useState(false);
  const isWanted = isAsked || turn === 'mine' || turn === 'helping';
  const asked = useWordsOfOrder({ caseId, turn, isWanted });
  if (turn === 'nothing') return null;
  return (
    <Card withBorder component="section" aria-labelledby="words">
      <Title order={2} size="h4" mb="xs" id="words">
        {say('words')}
      </Title>
      {isWanted ? (
        <Asked of={asked}>{(said) => <Said said={said} row={row} />}</Asked>
      ) : (
        <Stack gap={4}>
          <Button variant="default" size="md" onClick={() => setAsked(true)}>
            {say('readWords')}
          </Button>
          <Text size="sm" c="dimmed">
            {say('wordsHint')}
          </Text>
        </Stack>
      )}
    </Card>
  );
};
