/** One's orders on the map: where something is to be done, what is due next, and how pressing it is. */
import { Button, Group, Stack, Text, UnstyledButton, useComputedColorScheme } from '@mantine/core';
import { useCallback, useMemo, useState } from 'react';
import { useLocation } from 'wouter';
import { useMicroGrids } from '../../api/town';
import { AsKept } from '../../parts/as-kept';
import { Asked, Empty } from '../../parts/asked';
import { LightMapLater } from '../../parts/light-map-later';
import { Page } from '../../parts/page';
import { WorkCard } from '../work/card';
import { useWork } from '../work/read';
import { isPressing, type Placed, placed, spots } from './placed';
import { useTexts } from './texts';

const colours = {
  light: { pressing: '#f3b0aa', calm: '#a6d5bf' },
  dark: { pressing: '#7d2f2a', calm: '#1f6b4b' },
} as const;

const Legend = () => {
  const say = useTexts();
  return (
    <Group gap="md" my="xs">
      {(['pressing', 'calm'] as const).map((name) => (
        <Group key={name} gap={6}>
          <span className={name === 'pressing' ? 'map-mark is-pressing' : 'map-mark'} aria-hidden>
            1
          </span>
          <Text size="sm">{say(name === 'pressing' ? 'late' : 'calm')}</Text>
        </Group>
      ))}
    </Group>
  );
};

const useColours = (all: readonly Placed[]) => {
  const ink = colours[useComputedColorScheme('light')];
  const key = all.map((it) => `${it.microGrid ?? ''}${isPressing(it)}`).join();
  return useCallback(
    (microGrid: string) => {
      const own = all.filter((it) => it.microGrid === microGrid);
      if (own.length === 0) return undefined;
      return own.some(isPressing) ? ink.pressing : ink.calm;
    },
    // Only what changes a colour draws the map anew.
    [key, ink],
  );
};

type Listed = Readonly<{ all: readonly Placed[]; show: (it: Placed) => void }>;

const List = ({ all, show }: Listed) => {
  const say = useTexts();
  return (
    <Stack component="ul" className="plain" gap="sm">
      {all.map((it) => (
        <Group key={it.item.order.caseId} component="li" wrap="nowrap" gap="xs">
          {it.point !== null && (
            <UnstyledButton
              className="map-thumb thumb-square"
              aria-label={`${it.turn} ${say('show')}: ${it.item.order.number}`}
              onClick={() => show(it)}
            >
              <span className={isPressing(it) ? 'map-mark is-pressing' : 'map-mark'}>{it.turn}</span>
            </UnstyledButton>
          )}
          <WorkCard item={it.item} isPlain />
        </Group>
      ))}
    </Stack>
  );
};

const Drawn = ({ all }: Readonly<{ all: readonly Placed[] }>) => {
  const say = useTexts();
  const [, go] = useLocation();
  /** Of several at one place, or in one micro-grid; `null`: all. */
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [shown, setShown] = useState<Placed | null>(null);
  const listed = chosen === null ? all : all.filter(({ item }) => chosen.includes(item.order.caseId));
  const marks = useMemo(() => spots(all), [all]);
  const open = (caseIds: readonly string[]) => {
    const [only, ...others] = caseIds;
    if (only !== undefined && others.length === 0) go(`/work/${only}`);
    else setChosen(caseIds);
  };
  return (
    <>
      <LightMapLater
        label={say('map')}
        height="48dvh"
        colourOf={useColours(all)}
        selected={shown?.microGrid ?? null}
        point={shown?.point ?? null}
        marks={marks}
        onMark={(id) => open(marks.find((mark) => mark.id === id)?.caseIds ?? [])}
        onPick={({ microGrid }) => {
          const here = all.filter((it) => microGrid !== null && it.microGrid === microGrid);
          setChosen(here.length === 0 ? null : here.map(({ item }) => item.order.caseId));
        }}
        hasDevice
      />
      <Legend />
      {chosen !== null && (
        <Button variant="default" mb="sm" mih={44} onClick={() => setChosen(null)}>
          {say('all')}
        </Button>
      )}
      <Text size="sm" c="dimmed" mb="xs">
        {say('turns')}
      </Text>
      <List
        all={listed}
        show={(it) => {
          setShown(it);
          scrollTo({ top: 0 });
        }}
      />
    </>
  );
};

const OwnOrders = ({ items }: Readonly<{ items: ReturnType<typeof useWork>['items'] }>) => {
  const say = useTexts();
  const shapes = useMicroGrids();
  const all = placed(items, shapes.data);
  return items.length === 0 ? (
    <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
  ) : (
    <Drawn all={all} />
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
            <OwnOrders items={items} />
          </>
        )}
      </Asked>
    </Page>
  );
};
