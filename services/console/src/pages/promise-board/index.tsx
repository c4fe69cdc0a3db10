/** Promises of one's area, or that one keeps oneself: what is late comes first. */
import { Badge, Group, SegmentedControl, Switch, Text } from '@mantine/core';
import { hasTie } from '@mulin/kernel';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { useSession } from '../../api/session';
import { useAreaName } from '../../parts/area-names';
import { Asked, Empty } from '../../parts/asked';
import { useLabelled } from '../../parts/labelled';
import { Page } from '../../parts/page';
import { usePersonName } from '../../parts/people';
import { Due, Moment } from '../../parts/time';
import { useTexts } from './texts';

type Promised = Schemas['Promise'];
type State = Promised['state'];

const stateColours = { open: 'blue', late: 'red', kept: 'town', broken: 'gray' } as const;
const states: readonly State[] = ['open', 'late', 'kept', 'broken'];

const isState = (it: string | null): it is State => states.some((state) => state === it);

/** Late, then open by when they are due, then what is over, newest first. */
const inOrder = (all: readonly Promised[]): readonly Promised[] => {
  const isOver = ({ state }: Promised) => state === 'kept' || state === 'broken';
  const due = [...all.filter((it) => !isOver(it))].sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  return [...due, ...all.filter(isOver).reverse()];
};

const Row = ({ it, account }: Readonly<{ it: Promised; account: string }>) => {
  const say = useTexts();
  const nameOf = useAreaName();
  const personName = usePersonName();
  const labelled = useLabelled();
  return (
    <li className="row">
      <Link href={`/promises/${it.promiseId}`} className="row-link">
        <span className="row-first">
          <Text span fw={600} className="number">
            {it.number}
          </Text>
          <Badge variant="light" color={stateColours[it.state]} tt="none">
            {say(it.state)}
          </Badge>
        </span>
        <span className="row-badges">
          {it.keptAt === null && it.droppedAt === null ? <Due at={it.dueAt} /> : null}
          {it.keptAt !== null && (
            <Text span size="sm">
              {say('keptAt')} <Moment at={it.keptAt} />
            </Text>
          )}
        </span>
        <Text span size="sm" c="dimmed">
          {nameOf(it.area)} ·{' '}
          {labelled(say('owner'), it.owner === account ? say('me') : personName(it.owner))}
        </Text>
        <Text span size="sm" c="dimmed" className="row-when">
          {say('made')} <Moment at={it.madeAt} />
        </Text>
      </Link>
    </li>
  );
};

export const View = () => {
  const say = useTexts();
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const state = params.get('state');
  const isMine = params.get('mine') === 'true';
  const query = {
    ...(isState(state) ? { state } : {}),
    ...(isMine && session ? { owner: session.account } : {}),
  };
  const asked = useQuery({
    queryKey: ['promises', query],
    queryFn: () => answerOf(api.GET('/api/v1/promises', { params: { query: { ...query, limit: 200 } } })),
    refetchInterval: 30_000,
  });
  const set = (name: string, value: string) =>
    setParams((before) => new URLSearchParams({ ...Object.fromEntries(before), [name]: value }));
  if (!session) return null;
  const leads = hasTie('promise.list', session.role, 'area') || hasTie('promise.list', session.role, 'town');
  return (
    <Page title={say('title')} hint={say('hint')}>
      <Group mb="md">
        <SegmentedControl
          aria-label={say('state')}
          data={[
            { value: 'all', label: say('all') },
            ...states.map((value) => ({ value, label: say(value) })),
          ]}
          value={isState(state) ? state : 'all'}
          onChange={(value) => set('state', value)}
        />
        {leads && (
          <Switch
            label={say('mine')}
            checked={isMine}
            onChange={({ currentTarget }) => set('mine', String(currentTarget.checked))}
          />
        )}
      </Group>
      <Asked of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('emptyTitle')} hint={say('emptyHint')} />
          ) : (
            <ul className="plain rows">
              {inOrder(items).map((it) => (
                <Row key={it.promiseId} it={it} account={session.account} />
              ))}
            </ul>
          )
        }
      </Asked>
    </Page>
  );
};
