/** Load by area, level by level; and what it comes to together. */
import { Group, Title } from '@mantine/core';
import { Link } from 'wouter';
import { useTown } from '../../api/town';
import { useLanguage } from '../../app/texts';
import { Asked } from '../../parts/asked';
import { daysAfter } from '../../parts/town-days';
import { casesBetween, casesOf, type Place, useLoad } from './find';
import { useTexts } from './texts';

const days = 30;

const sum = (places: readonly Place[], name: 'open' | 'late' | 'escalated' | 'closed'): number =>
  places.reduce((all, it) => all + it[name], 0);

type Props = Readonly<{ zone: string; area: string | null; setArea: (area: string | null) => void }>;

/** The days that were counted, the last one included, as the list of cases takes them. */
const periodOf = (zone: string, { from, to }: Readonly<{ from: string; to: string }>) => ({
  zone,
  from,
  to: daysAfter(to, 1),
});

type TotalsProps = Readonly<{
  places: readonly Place[];
  area: string | null;
  period: ReturnType<typeof periodOf>;
}>;

/** The four numbers that a leader looks for first. */
const Totals = ({ places, area, period }: TotalsProps) => {
  const say = useTexts();
  const where: Record<string, string> = area === null ? {} : { area };
  const late = sum(places, 'late');
  return (
    <ul className="plain totals">
      <li>
        <Link href={casesOf(where, 'open')} className="total">
          <span className="number">{sum(places, 'open')}</span> {say('openCases')}
        </Link>
      </li>
      <li>
        <Link href={casesOf(where, 'late')} className={late > 0 ? 'total is-late' : 'total'}>
          <span className="number">{late}</span> {say('lateCases')}
        </Link>
      </li>
      <li>
        <Link href={casesOf(where, 'escalated')} className="total">
          <span className="number">{sum(places, 'escalated')}</span> {say('escalatedCases')}
        </Link>
      </li>
      <li>
        <Link href={casesBetween(where, 'closed', period)} className="total">
          <span className="number">{sum(places, 'closed')}</span> {say('closedIn', { days })}
        </Link>
      </li>
    </ul>
  );
};

const Name = ({ it, setArea, area }: Readonly<{ it: Place }> & Omit<Props, 'zone'>) => {
  const say = useTexts();
  const language = useLanguage();
  const town = useTown();
  const { id, name } = it;
  if (id === null) return <>{say('unplaced')}</>;
  if (!id.includes('/')) return <>{name ?? town.data?.name[language] ?? id}</>;
  if (id === area) return <>{name ?? id}</>;
  return (
    <button
      type="button"
      className="as-link"
      onClick={() => setArea(id)}
      aria-label={say('within', { name: name ?? id })}
    >
      {name ?? id} ›
    </button>
  );
};

const measures = ['open', 'late', 'escalated'] as const;

const Rows = ({ places, period, ...props }: Pick<TotalsProps, 'places' | 'period'> & Omit<Props, 'zone'>) => {
  const say = useTexts();
  return (
    <table className="figures" aria-label={say('byArea')}>
      <thead>
        <tr>
          <th scope="col">{say('area')}</th>
          {measures.map((it) => (
            <th scope="col" key={it}>
              {say(it)}
            </th>
          ))}
          <th scope="col">{say('closedIn', { days })}</th>
        </tr>
      </thead>
      <tbody>
        {places.map((it) => (
          <tr key={it.id ?? ''}>
            <th scope="row">
              <Name it={it} {...props} />
            </th>
            {measures.map((name) => (
              <td key={name} data-label={say(name)}>
                {it.id === null ? (
                  <span className="number">{it[name]}</span>
                ) : (
                  <Link
                    href={casesOf({ area: it.id }, name)}
                    className={name === 'late' && it.late > 0 ? 'number is-late' : 'number'}
                  >
                    {it[name]}
                  </Link>
                )}
              </td>
            ))}
            <td data-label={say('closedIn', { days })}>
              {it.id === null ? (
                <span className="number">{it.closed}</span>
              ) : (
                <Link href={casesBetween({ area: it.id }, 'closed', period)} className="number">
                  {it.closed}
                </Link>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

export const TownTotals = ({ zone, area }: Omit<Props, 'setArea'>) => {
  const asked = useLoad({ by: 'area', area, days, zone });
  return (
    <Asked of={asked}>
      {(load) => <Totals places={load.places} area={area} period={periodOf(zone, load)} />}
    </Asked>
  );
};

export const Areas = ({ zone, area, setArea }: Props) => {
  const say = useTexts();
  const asked = useLoad({ by: 'area', area, days, zone });
  const above = area?.slice(0, area.lastIndexOf('/')) ?? '';
  return (
    <section aria-labelledby="by-area">
      <Group mb="xs">
        <Title order={2} size="h4" id="by-area">
          {say('byArea')}
        </Title>
        {area !== null && (
          <button
            type="button"
            className="as-link"
            onClick={() => setArea(above.includes('/') ? above : null)}
          >
            ‹ {say('up')}
          </button>
        )}
      </Group>
      <Asked of={asked}>
        {(load) => <Rows places={load.places} period={periodOf(zone, load)} area={area} setArea={setArea} />}
      </Asked>
    </section>
  );
};
