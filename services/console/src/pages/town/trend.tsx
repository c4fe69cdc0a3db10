/** How many cases were opened, closed and late on each day or in each week: as lines, and as a table. */
import { Group, Loader, NativeSelect, Text, Title } from '@mantine/core';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { Asked } from '../../parts/asked';
import { Moment } from '../../parts/time';
import { daysAfter } from '../../parts/town-days';
import { casesBetween, type Day, useLoad } from './find';
import { type Per, type Point, seriesOf } from './series';
import { useTexts } from './texts';

const Lines = lazy(async () => ({ default: (await import('./lines')).Lines }));

const spans = [30, 90, 365] as const;
const columns = ['opened', 'closed', 'late'] as const;

type TableProps = Readonly<{ points: readonly Point[]; zone: string; per: Per; area: string | null }>;

const Table = ({ points, zone, per, area }: TableProps) => {
  const say = useTexts();
  const told = points.filter(({ opened, closed, late }) => opened + closed + late > 0);
  return (
    <details className="trend-table">
      <summary>{say('asTable')}</summary>
      <table className="figures" aria-label={say('trend')}>
        <thead>
          <tr>
            <th scope="col">{say('from')}</th>
            {columns.map((it) => (
              <th scope="col" key={it}>
                {say(it === 'late' ? 'missed' : it)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[...told].reverse().map((point) => (
            <tr key={point.day}>
              <th scope="row">
                <Moment at={`${point.day}T12:00:00`} isDay />
              </th>
              {columns.map((it) => (
                <td key={it} data-label={say(it === 'late' ? 'missed' : it)}>
                  <Link
                    href={casesBetween(area === null ? {} : { area }, it, {
                      zone,
                      from: point.day,
                      to: daysAfter(point.day, per === 'day' ? 1 : 7),
                    })}
                    className={it === 'late' && point.late > 0 ? 'number is-late' : 'number'}
                  >
                    {point[it]}
                  </Link>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
};

type DrawnProps = Readonly<{
  load: Readonly<{ days: readonly Day[]; from: string; to: string }>;
  per: Per;
  zone: string;
  area: string | null;
}>;

const Drawn = ({ load, per, zone, area }: DrawnProps) => {
  const say = useTexts();
  const points = useMemo(() => seriesOf(load.days, load.from, load.to, per), [load, per]);
  if (load.days.length === 0) return <Text c="dimmed">{say('emptyTrend')}</Text>;
  return (
    <>
      <Suspense fallback={<Loader type="dots" />}>
        <Lines points={points} label={say('trendLabel')} />
      </Suspense>
      <Table points={points} zone={zone} per={per} area={area} />
    </>
  );
};

export const Trend = ({ zone, area }: Readonly<{ zone: string; area: string | null }>) => {
  const say = useTexts();
  const [days, setDays] = useState<number>(spans[0]);
  const [per, setPer] = useState<Per>('day');
  const asked = useLoad({ by: 'day', area, days, zone });
  return (
    <section aria-labelledby="trend">
      <Title order={2} size="h4" mb="xs" id="trend">
        {say('trend')}
      </Title>
      <Group mb="sm" className="choices">
        <NativeSelect
          label={say('period')}
          data={spans.map((count) => ({ value: String(count), label: say('days', { count }) }))}
          value={String(days)}
          onChange={({ currentTarget }) => setDays(Number(currentTarget.value))}
        />
        <NativeSelect
          label={say('per')}
          data={(['day', 'week'] as const).map((value) => ({ value, label: say(value) }))}
          value={per}
          onChange={({ currentTarget }) => setPer(currentTarget.value === 'week' ? 'week' : 'day')}
        />
      </Group>
      <Asked of={asked}>{(load) => <Drawn load={load} per={per} zone={zone} area={area} />}</Asked>
    </section>
  );
};
