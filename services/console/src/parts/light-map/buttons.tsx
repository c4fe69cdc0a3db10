/** Closer, farther, and where this device is: large enough for a thumb. */
import { ActionIcon, Text } from '@mantine/core';
import { IconCurrentLocation, IconMinus, IconPlus } from '@tabler/icons-react';
import type { LayerGroup, Map as Canvas } from 'leaflet';
import { useEffect, useRef, useState } from 'react';
import { at, drawPoint, nearZoom, type Town } from './draw';
import { useTexts } from './texts';

type Props = Readonly<{ canvas: Canvas | null; town: Town; hasDevice: boolean }>;

/** Longer than this nobody waits for a satellite. */
const waitMs = 15_000;

const useDevice = (canvas: Canvas | null, town: Town) => {
  const [finding, setFinding] = useState<'idle' | 'looking' | 'failed'>('idle');
  const drawn = useRef<LayerGroup | null>(null);
  useEffect(() => () => void drawn.current?.remove(), [canvas]);
  const find = () => {
    // Without TLS a browser has no such thing, whatever the types say.
    const device = navigator.geolocation as Geolocation | undefined;
    if (device === undefined || canvas === null) return setFinding('failed');
    setFinding('looking');
    device.getCurrentPosition(
      ({ coords }) => {
        setFinding('idle');
        const where = at(town, { lat: coords.latitude, lon: coords.longitude });
        drawn.current?.remove();
        drawn.current = drawPoint(canvas, where, 'device');
        canvas.setView(where, Math.max(canvas.getZoom(), nearZoom));
      },
      () => setFinding('failed'),
      { enableHighAccuracy: true, timeout: waitMs, maximumAge: 30_000 },
    );
  };
  return { finding, find };
};

export const Buttons = ({ canvas, town, hasDevice }: Props) => {
  const say = useTexts();
  const { finding, find } = useDevice(canvas, town);
  const all = [
    { name: 'zoomIn', icon: IconPlus, press: () => canvas?.zoomIn(1) },
    { name: 'zoomOut', icon: IconMinus, press: () => canvas?.zoomOut(1) },
    ...(hasDevice ? [{ name: 'here', icon: IconCurrentLocation, press: find } as const] : []),
  ] as const;
  return (
    <>
      <div className="map-buttons">
        {all.map(({ name, icon: Icon, press }) => (
          <ActionIcon
            key={name}
            variant="default"
            size={44}
            aria-label={say(name)}
            loading={name === 'here' && finding === 'looking'}
            onClick={press}
          >
            <Icon size={22} aria-hidden />
          </ActionIcon>
        ))}
      </div>
      {finding === 'failed' && (
        <Text role="alert" className="is-soon" mt={4}>
          {say('notHere')}
        </Text>
      )}
    </>
  );
};
