/** Promises of interview days, kept and broken, for everybody to read. */
import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { useShellTexts } from '../../app/shell-texts';
import { Asked, Empty } from '../../parts/asked';
import { Page } from '../../parts/page';
import { Moment } from '../../parts/time';
import { useAreaName } from '../../resident/area-name';
import { useTexts } from './texts';

type Promised = Schemas['PublicPromise'];
type Standing = Promised['state'];

const standings = ['open', 'kept', 'late', 'broken'] as const satisfies readonly Standing[];
const colours: Readonly<Record<Standing, string>> = {
  open: 'blue',
  kept: 'town',
  late: 'orange',
  broken: 'red',
};

const pageSize = 50;

const usePromises = (state: Standing | null) => {
  const asked = useInfiniteQuery({
    queryKey: ['public-promises', state],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/promises/public', {
          params: {
            query: {
              limit: pageSize,
              ...(state === null ? {} : { state }),
              ...(pageParam === null ? {} : { cursor: pageParam }),
            },
          },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
  return asked;
};

const PromiseCard = ({ it }: Readonly<{ it: Promised }>) => {
  const say = useTexts();
  const areaName = useAreaName();
  return (
    <Card withBorder component="li">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Text className="told" {...(it.text === null ? { c: 'dimmed' } : { fw: 500 })}>
          {it.text ?? say('noWords')}
        </Text>
        <Badge variant="light" size="lg" tt="none" color={colours[it.state]} className="whole">
          {say(it.state)}
        </Badge>
      </Group>
      <Text size="sm" c="dimmed">
        {areaName(it.area)} {it.number} · {say('made')} <Moment at={it.madeAt} isDay /> · {say('due')}{' '}
        <Moment at={it.dueAt} isDay />
        {it.keptAt !== null && (
          <>
            {' · '}
            {say('keptAt')} <Moment at={it.keptAt} isDay />
          </>
        )}
      </Text>
    </Card>
  );
};

type Totals = Schemas['PublicPromises']['totals'];

const Filter = ({
  totals,
  state,
  set,
}: Readonly<{ totals: Totals; state: Standing | null; set: (state: Standing | null) => void }>) => {
  const say = useTexts();
  const all = standings.reduce((sum, it) => sum + totals[it], 0);
  const choices = [[null, all] as const, ...standings.map((it) => [it, totals[it]] as const)];
  return (
    <div className="standings" role="group" aria-label={say('filter')}>
      {choices.map(([it, count]) => (
        <button
          key={it ?? 'all'}
          type="button"
          className="standing"
          aria-pressed={it === state}
          onClick={() => set(it)}
        >
          <strong className="number">{count}</strong>
          <span>{say(it ?? 'all')}</span>
        </button>
      ))}
    </div>
  );
};

export const View = () => {
  const say = useTexts();
  const shell = useShellTexts();
  const [params, setParams] = useSearchParams();
  const state = standings.find((it) => it === params.get('state')) ?? null;
  const asked = usePromises(state);
  const items = asked.data?.pages.flatMap((page) => page.items) ?? [];
  const totals = asked.data?.pages[0]?.totals;
  const set = (it: Standing | null) => setParams(it === null ? {} : { state: it }, { replace: true });
  return (
    <Page title={say('title')} hint={say('hint')} isNarrow>
      {totals !== undefined && <Filter totals={totals} state={state} set={set} />}
      <Asked of={asked as UseQueryResult<unknown>}>
        {() => (
          <>
            {items.length === 0 && <Empty title={say('emptyTitle')} hint={say('emptyHint')} />}
            <Stack component="ul" className="plain" gap="sm">
              {items.map((it) => (
                <PromiseCard key={it.number} it={it} />
              ))}
            </Stack>
            {asked.hasNextPage && (
              <Button mt="md" variant="default" size="md" onClick={() => void asked.fetchNextPage()}>
                {shell('loadMore')}
              </Button>
            )}
          </>
        )}
      </Asked>
    </Page>
  );
};
