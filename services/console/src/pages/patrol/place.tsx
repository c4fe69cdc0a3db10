/** Where it is: by this device, on the map, or in words. */
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCurrentLocation, IconMap, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { Drafting } from '../../offline/use-draft';
import { LightMapLater } from '../../parts/light-map-later';
import { useTexts } from './texts';

type Fields = Readonly<Record<string, string>>;

export const pointIn = (fields: Fields): Readonly<{ lat: number; lon: number }> | null => {
  const { lat = '', lon = '' } = fields;
  return lat === '' || lon === '' ? null : { lat: Number(lat), lon: Number(lon) };
};

const patienceMs = 20_000;

type Finding = 'idle' | 'looking' | 'denied' | 'unknown';

/** Asks the device; what it answers goes into the draft. */
const useDevice = (draft: Drafting) => {
  const [finding, setFinding] = useState<Finding>('idle');
  const find = () => {
    // Without TLS a browser has no such thing, whatever the types say.
    const device = navigator.geolocation as Geolocation | undefined;
    if (device === undefined) return setFinding('unknown');
    setFinding('looking');
    device.getCurrentPosition(
      ({ coords }) => {
        setFinding('idle');
        draft.set('lat', coords.latitude.toFixed(6));
        draft.set('lon', coords.longitude.toFixed(6));
        draft.set('metres', String(Math.round(coords.accuracy)));
      },
      ({ code }) => setFinding(code === 1 ? 'denied' : 'unknown'),
      { enableHighAccuracy: true, timeout: patienceMs, maximumAge: 30_000 },
    );
  };
  return { finding, find };
};

const Known = ({ draft }: Readonly<{ draft: Drafting }>) => {
  const say = useTexts();
  const metres = draft.fields['metres'] ?? '';
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text role="status">{metres === '' ? say('chosen') : say('found', { metres })}</Text>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconX size={18} aria-hidden />}
        onClick={() => {
          draft.set('lat', '');
          draft.set('lon', '');
        }}
      >
        {say('forget')}
      </Button>
    </Group>
  );
};

export const PlaceOfReport = ({ draft, isMissing }: Readonly<{ draft: Drafting; isMissing: boolean }>) => {
  const say = useTexts();
  const { finding, find } = useDevice(draft);
  const [isMap, setMap] = useState(false);
  const point = pointIn(draft.fields);
  return (
    <Stack gap="xs" role="group" aria-label={say('place')}>
      <Text fw={500}>{say('place')}</Text>
      {point === null ? (
        <Button
          size="md"
          variant="light"
          loading={finding === 'looking'}
          leftSection={<IconCurrentLocation size={20} aria-hidden />}
          onClick={find}
        >
          {say('here')}
        </Button>
      ) : (
        <Known draft={draft} />
      )}
      {(finding === 'denied' || finding === 'unknown') && (
        <Text role="alert" className="is-soon">
          {say(finding)}
        </Text>
      )}
      <Button
        size="md"
        variant="default"
        leftSection={<IconMap size={20} aria-hidden />}
        onClick={() => setMap((before) => !before)}
      >
        {say(isMap ? 'noMap' : 'onMap')}
      </Button>
      {isMap && (
        <LightMapLater
          label={say('map')}
          height={300}
          point={point}
          onPick={({ lat, lon }) => {
            draft.set('lat', lat.toFixed(6));
            draft.set('lon', lon.toFixed(6));
            draft.set('metres', '');
          }}
        />
      )}
      <TextInput
        label={say('address')}
        placeholder={say('addressHint')}
        size="md"
        maxLength={500}
        value={draft.fields['address'] ?? ''}
        onChange={({ currentTarget }) => draft.set('address', currentTarget.value)}
        error={isMissing && say('placeNeeded')}
      />
    </Stack>
  );
};
