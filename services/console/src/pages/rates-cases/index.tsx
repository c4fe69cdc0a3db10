/** The cases that a figure is made of, with what each adds to it. */
import { Anchor, Badge, Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import type { paths } from '../../api/schema';
import { Asked, Empty } from '../../parts/asked';
import { useNames } from '../../parts/names';
import { Page } from '../../parts/page';
import { Moment } from '../../parts/time';
import { useTexts } from './texts';

type Rated = Schemas['RatedCase'];
type Query = NonNullable<paths['/api/v1/rates/cases']['get']['parameters']['query']>;

const measures = ['response', 'resolution', 'satisfaction', 'onTime'] as const;
const known = [
  'area',
  'from',
  'to',
  'office',
  'item',
  'channel',
  'net',
  'measure',
  'missed',
  'exempt',
] as const;
const pageOf = 50;

const queryOf = (params: URLSearchParams): Query =>
  ({
    ...Object.fromEntries(known.flatMap((it) => (params.get(it) === null ? [] : [[it, params.get(it)]]))),
    limit: pageOf,
  }) as Query; // the town checks it

const useRated = (params: URLSearchParams) =>
  useInfiniteQuery({
    queryKey: ['rates-cases', params.toString()],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/api/v1/rates/cases', {
          params: { query: { ...queryOf(params), ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** One thing of one case is kept or not; of several deadlines, how many. */
const Mark = ({ it: { of, yes } }: Readonly<{ it: Rated['response'] }>) => {
  const say = useTexts();
  if (of === 0) return <span className="rate-none">{say('notCounted')}</span>;
  if (of > 1)
    return <span className={yes < of ? 'number is-late' : 'number'}>{say('share', { yes, of })}</span>;
  return yes === 1 ? <span>✓ {say('yes')}</span> : <span className="is-late">✗ {say('no')}</span>;
};

const Row = ({ it }: Readonly<{ it: Rated }>) => {
  const say = useTexts();
  const names = useNames();
  return (
    <tr>
      <th scope="row">
        <Link href={`/cases/${encodeURIComponent(it.number)}`} className="number">
          {it.number}
        </Link>{' '}
        {it.isExempt && (
          <Badge variant="light" color="gray" tt="none">
            {say('exempt')}
          </Badge>
        )}
      </th>
      <td data-label={say('what')}>{it.item === null ? '–' : names.item(it.item)}</td>
      <td data-label={say('where')}>{it.area === null ? '–' : names.area(it.area)}</td>
      <td data-label={say('ended')}>{it.endedAt === null ? say('going') : <Moment at={it.endedAt} />}</td>
      {measures.map((measure) => (
        <td key={measure} data-label={say(measure)}>
          <Mark it={it[measure]} />
        </td>
      ))}
    </tr>
  );
};

const columns = ['number', 'what', 'where', 'ended', ...measures] as const;

const Rows = ({ items }: Readonly<{ items: readonly Rated[] }>) => {
  const say = useTexts();
  return (
    <table className="figures" aria-label={say('table')}>
      <thead>
        <tr>
          {columns.map((it) => (
            <th scope="col" key={it}>
              {say(it)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((it) => (
          <Row key={`${it.caseId}-${it.cycle}`} it={it} />
        ))}
      </tbody>
    </table>
  );
};

/** In words, which of the cases these are. */
const Only = ({ params }: Readonly<{ params: URLSearchParams }>) => {
  const say = useTexts();
  const measure = measures.find((it) => it === params.get('measure'));
  if (measure === undefined) return null;
  return (
    <Text mb="xs">
      {say(params.get('missed') === 'true' ? 'onlyMissed' : 'onlyOf', { measure: say(measure) })}
    </Text>
  );
};

export const View = () => {
  const say = useTexts();
  const [params] = useSearchParams();
  const asked = useRated(params);
  return (
    <Page
      title={say('title')}
      hint={say('hint')}
      actions={
        <Anchor component={Link} href="/rates">
          ‹ {say('back')}
        </Anchor>
      }
    >
      <Only params={params} />
      <Asked of={asked}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={say('emptyTitle')} hint={say('emptyHint')} />;
          return (
            <>
              <Text size="sm" c="dimmed" role="status">
                {say('shown', { count: items.length })}
              </Text>
              <Rows items={items} />
              {asked.hasNextPage && (
                <Button
                  variant="default"
                  mt="md"
                  loading={asked.isFetchingNextPage}
                  onClick={() => void asked.fetchNextPage()}
                >
                  {say('more')}
                </Button>
              )}
            </>
          );
        }}
      </Asked>
    </Page>
  );
};
