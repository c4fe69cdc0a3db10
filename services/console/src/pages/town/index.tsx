/** What there is in the town, how much of it is late and where, and how it moves. */
import { Group, NativeSelect, Stack } from '@mantine/core';
import { useMemo } from 'react';
import { useSearchParams } from 'wouter';
import { useMicroGrids, useTown } from '../../api/town';
import { Asked } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Areas, TownTotals } from './areas';
import { type Measure, type Net, useLoad } from './find';
import { Grids } from './grids';
import { useTexts } from './texts';
import { Trend } from './trend';

/** What is shown stands in the address, so that going back shows it again. */
const useShown = () => {
  const [params, setParams] = useSearchParams();
  const set = (name: 'net' | 'measure' | 'area', value: string | null) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (value === null) after.delete(name);
      else after.set(name, value);
      return after;
    });
  const measure: Measure = params.get('measure') === 'open' ? 'open' : 'late';
  return { net: params.get('net'), measure, area: params.get('area'), set };
};

type Shown = ReturnType<typeof useShown>;

const Choices = ({
  nets,
  net,
  shown: { measure, set },
}: Readonly<{ nets: readonly Net[]; net: Net; shown: Shown }>) => {
  const say = useTexts();
  return (
    <Group className="choices">
      <NativeSelect
        label={say('net')}
        data={nets.map((value) => ({ value, label: say(value) }))}
        value={net}
        onChange={({ currentTarget }) => set('net', currentTarget.value)}
      />
      <NativeSelect
        label={say('measure')}
        data={(['late', 'open'] as const).map((value) => ({ value, label: say(value) }))}
        value={measure}
        onChange={({ currentTarget }) => set('measure', currentTarget.value)}
      />
    </Group>
  );
};

type InTown = Readonly<{ zone: string; nets: readonly Net[]; shown: Shown }>;

const MapOf = ({ zone, nets, shown }: InTown) => {
  const net = nets.find((it) => it === shown.net) ?? nets[0] ?? 'life';
  const shapes = useMicroGrids();
  const load = useLoad({ by: 'grid', days: 30, zone });
  const features = useMemo(
    () => shapes.data?.features.map(({ properties }) => properties) ?? [],
    [shapes.data],
  );
  return (
    <Stack gap="sm">
      <Choices nets={nets} net={net} shown={shown} />
      <Asked of={load}>
        {({ places }) => <Grids features={features} places={places} net={net} measure={shown.measure} />}
      </Asked>
    </Stack>
  );
};

export const View = () => {
  const say = useTexts();
  const town = useTown();
  const shown = useShown();
  const { area, set } = shown;
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Asked of={town}>
        {({ zone, nets }) => (
          <Stack gap="xl">
            <TownTotals zone={zone} area={null} />
            <MapOf zone={zone} nets={nets} shown={shown} />
            <Areas zone={zone} area={area} setArea={(next) => set('area', next)} />
            <Trend zone={zone} area={area} />
          </Stack>
        )}
      </Asked>
    </Page>
  );
};
