/** One's orders on the map: where something is to be done, and how pressing it is. */
import { ActionIcon, Button, Group, Stack, Text, useComputedColorScheme } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import { townNow } from '../../api/clock';
import { AsKept } from '../../parts/as-kept';
import { Asked, Empty } from '../../parts/asked';
import { Page } from '../../parts/page';
import { TownMapLater } from '../../parts/town-map-later';
import { WorkCard } from '../work/card';
import { useWork, type WorkItem } from '../work/read';
import { useTexts } from './texts';

const soonMs = 4 * 3_600_000;

const isPressing = ({ due }: WorkItem): boolean => due !== null && Date.parse(due) - townNow() < soonMs;

const microGridOf = ({ order, row }: WorkItem): string | null => row?.microGrid ?? order.microGrid;

const colours = {
  light: { pressing: '#e2574c', calm: '#4fac82' },
  dark: { pressing: '#ff9d94', calm: '#2f9a6c' },
} as const;

const Legend = ({ ink }: Readonly<{ ink: (typeof colours)['light' | 'dark'] }>) => {
  const say = useTexts();
  return (
    <Group gap="md" my="xs">
      {(['pressing', 'calm'] as const).map((name) => (
        <Group key={name} gap={6}>
          <span className="swatch" style={{ background: ink[name] }} aria-hidden />
          <Text size="sm">{say(name === 'pressing' ? 'late' : 'calm')}</Text>
        </Group>
      ))}
    </Group>
  );
};

const Drawn = ({ items }: Readonly<{ items: readonly WorkItem[] }>) => {
  const say = useTexts();
  const ink = colours[useComputedColorScheme('light')];
  const [chosen, setChosen] = useState<string | null>(null);
  const [point, setPoint] = useState<Readonly<{ lat: number; lon: number }> | null>(null);
  const here = items.filter((item) => microGridOf(item) === chosen);
  const shown = chosen === null ? items : here;
  const key = items.map((item) => `${microGridOf(item) ?? ''}${isPressing(item)}`).join();
  const colourOf = useCallback(
    (microGrid: string) => {
      const own = items.filter((item) => microGridOf(item) === microGrid);
      if (own.length === 0) return undefined;
      return own.some(isPressing) ? ink.pressing : ink.calm;
    },
    // Only what changes a colour draws the map anew.
    [key, ink],
  );
  return (
    <>
      <TownMapLater
        label={say('map')}
        height="48dvh"
        colourOf={colourOf}
        selected={chosen}
        point={point}
        onPick={({ microGrid }) => {
          setChosen(microGrid);
          setPoint(null);
        }}
      />
      <Legend ink={ink} />
      {chosen !== null && (
        <Button variant="default" mb="sm" onClick={() => setChosen(null)}>
          {say('all')}
        </Button>
      )}
      {shown.length === 0 && <Empty title={say('none')} hint={say('noneHint')} />}
      <Stack component="ul" className="plain" gap="sm">
        {shown.map((item) => (
          <Group key={item.order.caseId} component="li" wrap="nowrap" gap="xs" align="stretch">
            <WorkCard item={item} isPlain />
            {(item.row?.point ?? null) !== null && (
              <ActionIcon
                variant="default"
                className="thumb-square"
                aria-label={`${say('show')}: ${item.order.number}`}
                onClick={() => {
                  setPoint(item.row?.point ?? null);
                  scrollTo({ top: 0 });
                }}
              >
                <IconMapPin size={22} aria-hidden />
              </ActionIcon>
            )}
          </Group>
        ))}
      </Stack>
    </>
  );
};

export const View = () => {
  const say = useTexts();
  const { asked, items } = useWork();
  return (
    <Page title={say('title')} isNarrow>
      <Asked of={asked}>
        {({ keptAt }) => (
          <>
            <AsKept at={keptAt} />
            {items.length === 0 && <Empty title={say('emptyTitle')} hint={say('emptyHint')} />}
            <Drawn items={items} />
          </>
        )}
      </Asked>
    </Page>
  );
};
