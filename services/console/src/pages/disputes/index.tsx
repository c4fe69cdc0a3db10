/** The disputes of one's area, or that one mediates: who waits longest comes first. */
import { Button, Group, Select, Switch, Text } from '@mantine/core';
import { hasRight, hasTie } from '@mulin/kernel';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { type Session, useSession } from '../../api/session';
import { useShellTexts } from '../../app/shell-texts';
import { Asked, Empty } from '../../parts/asked';
import { useDisputeWords } from '../../parts/dispute-words';
import { useLabelled } from '../../parts/labelled';
import { Page } from '../../parts/page';
import { DisputeRow } from './row';
import { useTexts } from './texts';

type Summary = Schemas['DisputeSummary'];
type Query = Readonly<{ state?: Summary['state']; colour?: Summary['colour']; mediator?: string }>;

const againMs = 30_000;
const pageSize = 100;

const isState = (it: string | null): it is Summary['state'] => it !== null;
const isColour = (it: string | null): it is Summary['colour'] => it !== null;

/** Conditions stand in the address, so that the back button and a link keep them. */
const useConditions = (session: Session | null | undefined) => {
  const [params, setParams] = useSearchParams();
  const [state, colour] = [params.get('state'), params.get('colour')];
  const isMediator = session?.role === 'mediator';
  const isMine = params.get('mine') === 'true' || (isMediator && params.get('mine') !== 'false');
  const query: Query = {
    ...(isState(state) ? { state } : {}),
    ...(isColour(colour) ? { colour } : {}),
    ...(isMine && session ? { mediator: session.account } : {}),
  };
  const set = (name: string, value: string | null) =>
    setParams((before) => {
      const next = new URLSearchParams(before);
      if (value === null) next.delete(name);
      else next.set(name, value);
      return next;
    });
  return { params, query, isMine, set };
};

const useDisputes = (query: Query) =>
  useInfiniteQuery({
    queryKey: ['disputes', query],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/disputes', {
          params: {
            query: { ...query, limit: pageSize, ...(pageParam === '' ? {} : { cursor: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    refetchInterval: againMs,
  });

type ConditionsProps = ReturnType<typeof useConditions> & Readonly<{ canBeMine: boolean }>;

const Conditions = ({ params, isMine, set, canBeMine }: ConditionsProps) => {
  const say = useTexts();
  const words = useDisputeWords();
  const labelled = useLabelled();
  const select = (name: 'state' | 'colour' | 'kind', data: { value: string; label: string }[]) => (
    <Select
      aria-label={say(name)}
      placeholder={labelled(say(name), say('any'))}
      data={data}
      value={params.get(name)}
      onChange={(value) => set(name, value)}
      clearable
      className="condition"
    />
  );
  return (
    <Group gap="sm" mb="md">
      {select('state', words.states)}
      {select('colour', words.colours)}
      {select('kind', words.kinds)}
      {canBeMine && (
        <Switch
          label={say('mine')}
          checked={isMine}
          onChange={({ currentTarget }) => set('mine', String(currentTarget.checked))}
        />
      )}
      {!params.has('state') && (
        <Switch
          label={say('over')}
          checked={params.get('over') === 'true'}
          onChange={({ currentTarget }) => set('over', currentTarget.checked ? 'true' : null)}
        />
      )}
    </Group>
  );
};

/** The API has no condition for these two: they are taken away from what is shown. */
const isShown = (params: URLSearchParams, { state, kind }: Summary): boolean =>
  (params.get('kind') === null || params.get('kind') === kind) &&
  (state !== 'ended' || params.get('over') === 'true' || params.has('state'));

export const View = () => {
  const say = useTexts();
  const sayShell = useShellTexts();
  const session = useSession();
  const conditions = useConditions(session);
  const found = useDisputes(conditions.query);
  if (!session) return null;
  const opens = hasRight('dispute.open', session);
  return (
    <Page
      title={say('title')}
      hint={say('hint')}
      actions={
        opens && (
          <Button component={Link} href="/disputes/new">
            {say('open')}
          </Button>
        )
      }
    >
      <Conditions {...conditions} canBeMine={hasTie('dispute.list', session.role, 'held')} />
      <Asked of={found}>
        {({ pages }) => {
          const items = pages.flatMap(({ items: all }) => all).filter((it) => isShown(conditions.params, it));
          return (
            <>
              {items.length === 0 && <Empty title={say('emptyTitle')} hint={say('emptyHint')} />}
              {items.length > 0 && (
                <Text size="sm" c="dimmed" mb="xs" role="status">
                  {say('shown', { count: items.length })}
                </Text>
              )}
              <ul className="plain rows">
                {items.map((it) => (
                  <DisputeRow key={it.disputeId} it={it} account={session.account} />
                ))}
              </ul>
              {found.hasNextPage && (
                <Button
                  variant="default"
                  mt="md"
                  loading={found.isFetchingNextPage}
                  onClick={() => void found.fetchNextPage()}
                >
                  {sayShell('loadMore')}
                </Button>
              )}
            </>
          );
        }}
      </Asked>
    </Page>
  );
};
