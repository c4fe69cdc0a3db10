/** Where it is: by address, by where the device is, or by a point on the map. */
import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCurrentLocation, IconMap2 } from '@tabler/icons-react';
import { useState } from 'react';
import { answerOf, api } from '../../api/client';
import { LightMapLater } from '../../parts/light-map-later';
import type { Draft, Point } from './draft';
import { useTexts } from './texts';

type Props = Readonly<{
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  isPublic: boolean;
}>;

/** Longer than this nobody waits for a satellite. */
const waitMs = 15_000;

const whereIAm = (): Promise<GeolocationPosition> =>
  new Promise((found, failed) => {
    // A page without TLS has none.
    if (!isSecureContext) failed(new Error('no location'));
    else
      navigator.geolocation.getCurrentPosition(found, failed, { enableHighAccuracy: true, timeout: waitMs });
  });

/** Roughly: the map says it to the metre. */
const isInTown = async (lat: number, lon: number): Promise<boolean> => {
  const { bounds } = await answerOf(api.GET('/api/v1/town'));
  const [west, south, east, north] = bounds as [number, number, number, number]; // four, as it is described
  return lat >= south && lat <= north && lon >= west && lon <= east;
};

const useHere = (found: (point: Point) => void) => {
  const [isBusy, setBusy] = useState(false);
  const [isFailed, setFailed] = useState(false);
  const look = async () => {
    setBusy(true);
    setFailed(false);
    try {
      const { latitude: lat, longitude: lon } = (await whereIAm()).coords;
      found({ lat, lon, isOutside: !(await isInTown(lat, lon)) });
    } catch {
      setFailed(true);
    }
    setBusy(false);
  };
  return { isBusy, isFailed, look: () => void look() };
};

const PointSaid = ({ point, change }: Pick<Props, 'change'> & Readonly<{ point: Point }>) => {
  const say = useTexts();
  return (
    <Alert
      color={point.isOutside ? 'red' : 'town'}
      variant="light"
      role={point.isOutside ? 'alert' : 'status'}
    >
      <Text>{say(point.isOutside ? 'outside' : 'pointSet')}</Text>
      <Button variant="default" size="sm" mt="xs" mih={44} onClick={() => change({ point: null })}>
        {say('pointAway')}
      </Button>
    </Alert>
  );
};

export const PlaceOf = ({ draft: { address, point }, change, isPublic }: Props) => {
  const say = useTexts();
  const [isMap, setMap] = useState(false);
  const here = useHere((found) => change({ point: found }));
  return (
    <Stack gap="sm" component="fieldset" className="field-set">
      <legend>{say('place')}</legend>
      <Text size="sm" c="dimmed">
        {say('placeHint')} {!isPublic && say('private')}
      </Text>
      <TextInput
        size="md"
        label={say('address')}
        placeholder={say('addressHint')}
        value={address}
        maxLength={500}
        autoComplete="street-address"
        onChange={({ currentTarget }) => change({ address: currentTarget.value })}
      />
      <Group gap="sm">
        <Button
          variant="default"
          size="md"
          loading={here.isBusy}
          leftSection={<IconCurrentLocation size={20} aria-hidden />}
          onClick={here.look}
        >
          {say('here')}
        </Button>
        {!isMap && (
          <Button
            variant="default"
            size="md"
            leftSection={<IconMap2 size={20} aria-hidden />}
            onClick={() => setMap(true)}
          >
            {say('onMap')}
          </Button>
        )}
      </Group>
      {here.isFailed && (
        <Text size="sm" role="alert" c="red">
          {say('notHere')}
        </Text>
      )}
      {isMap && (
        <>
          <Text size="sm">{say('mapHint')}</Text>
          <LightMapLater
            label={say('mapLabel')}
            height={320}
            point={point}
            onPick={({ lat, lon, microGrid }) =>
              change({ point: { lat, lon, isOutside: microGrid === null } })
            }
          />
        </>
      )}
      {point !== null && <PointSaid point={point} change={change} />}
    </Stack>
  );
};
