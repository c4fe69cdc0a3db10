/** What was asked to be taken out of the rates: waiting, decided, appealed. Deciding is done on the page of the case. */
import { Anchor, Button, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { AsCsv } from '../../parts/as-csv';
import { Asked, Empty } from '../../parts/asked';
import { useCodes } from '../../parts/codes';
import { useNames } from '../../parts/names';
import { Page } from '../../parts/page';
import { Moment } from '../../parts/time';
import { useTexts } from './texts';

type Exemption = Schemas['Exemption'];
type State = Exemption['state'];

const states: readonly State[] = ['asked', 'granted', 'refused', 'appealed', 'settled'];
const stateOf = (told: string | null): State => states.find((it) => it === told) ?? 'asked';
const pageOf = 50;

const read = (state: State, cursor: string | null) =>
  answerOf(
    api.GET('/api/v1/exemptions', {
      params: { query: { state, limit: pageOf, ...(cursor === null ? {} : { cursor }) } },
    }),
  );

const useExemptions = (state: State) =>
  useInfiniteQuery({
    queryKey: ['exemptions', state],
    queryFn: ({ pageParam }) => read(state, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

const columns = [
  'number',
  'where',
  'reason',
  'askedAt',
  'decidedAt',
  'appealedAt',
  'settledAt',
  'result',
] as const;
const moments = ['askedAt', 'decidedAt', 'appealedAt', 'settledAt'] as const;

const resultOf = ({ granted }: Exemption) => {
  if (granted === null) return 'open';
  return granted ? 'yes' : 'no';
};

const Row = ({ it }: Readonly<{ it: Exemption }>) => {
  const say = useTexts();
  const names = useNames();
  const { wordOf } = useCodes();
  return (
    <tr>
      <th scope="row">
        <Link href={`/cases/${encodeURIComponent(it.number)}`} className="number">
          {it.number}
        </Link>
      </th>
      <td data-label={say('where')}>{it.area === null ? (it.office ?? '–') : names.area(it.area)}</td>
      <td data-label={say('reason')}>{wordOf('exemption', it.reason)}</td>
      {moments.map((name) => {
        const at = it[name];
        return (
          <td key={name} data-label={say(name)}>
            {at === null ? say('notYet') : <Moment at={at} />}
          </td>
        );
      })}
      <td data-label={say('result')}>{say(resultOf(it))}</td>
    </tr>
  );
};

const Rows = ({ items, label }: Readonly<{ items: readonly Exemption[]; label: string }>) => {
  const say = useTexts();
  return (
    <table className="figures" aria-label={label}>
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
          <Row key={[it.caseId, it.cycle, it.area, it.office].join()} it={it} />
        ))}
      </tbody>
    </table>
  );
};

const ExemptionsAsCsv = ({ state }: Readonly<{ state: State }>) => {
  const say = useTexts();
  const names = useNames();
  const { wordOf } = useCodes();
  const cells = {
    number: (it: Exemption) => it.number,
    where: ({ area, office }: Exemption) => (area === null ? office : names.area(area)),
    reason: ({ reason }: Exemption) => wordOf('exemption', reason),
    askedAt: (it: Exemption) => it.askedAt,
    decidedAt: (it: Exemption) => it.decidedAt,
    appealedAt: (it: Exemption) => it.appealedAt,
    settledAt: (it: Exemption) => it.settledAt,
    result: (it: Exemption) => say(resultOf(it)),
  };
  return (
    <AsCsv
      name={`exemptions-${state}`}
      columns={columns.map((column) => ({ head: say(column), of: cells[column] }))}
      read={(cursor) => read(state, cursor)}
    />
  );
};

export const View = () => {
  const say = useTexts();
  const [params, setParams] = useSearchParams();
  const state = stateOf(params.get('state'));
  const asked = useExemptions(state);
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
      <NativeSelect
        label={say('state')}
        mb="md"
        maw={240}
        data={states.map((value) => ({ value, label: say(value) }))}
        value={state}
        onChange={({ currentTarget }) => setParams({ state: currentTarget.value })}
      />
      <Asked of={asked}>
        {({ pages }) => {
          const items = pages.flatMap((page) => page.items);
          if (items.length === 0) return <Empty title={say('emptyTitle')} hint={say('emptyHint')} />;
          return (
            <>
              <Text size="sm" c="dimmed" mb="xs">
                {say('decideHint')}
              </Text>
              <Rows items={items} label={`${say('title')}: ${say(state)}`} />
              <ExemptionsAsCsv state={state} />
              {asked.hasNextPage && (
                <Button variant="default" mt="md" onClick={() => void asked.fetchNextPage()}>
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
