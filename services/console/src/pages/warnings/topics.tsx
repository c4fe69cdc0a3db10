/** The kinds of demand of a month that are worth more than one answer each; every number opens its cases. */
import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { townNow } from '../../api/clock';
import { useTown } from '../../api/town';
import { useLanguage } from '../../app/texts';
import { useNames } from '../../parts/names';
import { Asked, Empty } from '../../parts/asked';
import { useMonthName } from '../../parts/month-name';
import { dayAt, momentOf, type Month, monthsAfter } from '../../parts/town-days';
import { useTexts } from './texts';

type Topic = Schemas['MonthlyTopic'];

const monthsBack = 13;

/** The list of cases takes moments: a month begins when it begins in the town. */
const casesIn = (zone: string, month: Month, more: Readonly<Record<string, string>>): string => {
  const from = momentOf(zone, `${month}-01`) ?? '';
  const to = momentOf(zone, `${monthsAfter(month, 1)}-01`) ?? '';
  return `/cases?${new URLSearchParams({ ...more, from, to }).toString()}`;
};

type Row = Readonly<{ it: Topic; month: Month; zone: string }>;

const OneTopic = ({ it, month, zone }: Row) => {
  const say = useTexts();
  const { menuItem } = it;
  const names = useNames();
  return (
    <tr>
      <th scope="row">{it.menuItemName}</th>
      <td data-label={say('count')}>
        <Link href={casesIn(zone, month, { menuItem })} className="number">
          {it.cases}
        </Link>
      </td>
      <td data-label={say('before')}>
        <Link href={casesIn(zone, monthsAfter(month, -1), { menuItem })} className="number">
          {it.before}
        </Link>
      </td>
      <td data-label={say('late')}>
        <Link
          href={casesIn(zone, month, { menuItem, late: 'true' })}
          className={it.late > 0 ? 'number is-late' : 'number'}
        >
          {say('share', { late: it.late, decided: it.decided })}
        </Link>
      </td>
      <td data-label={say('repeated')} className="number">
        {it.repeated}
      </td>
      <td data-label={say('areas')}>
        <ul className="plain">
          {it.areas.slice(0, 3).map(({ area, areaName, cases }) => (
            <li key={area}>
              <Link href={casesIn(zone, month, { menuItem, area })}>
                {say('area', { name: areaName === area ? names.area(area) : areaName, count: cases })}
              </Link>
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
};

const columns = ['topic', 'count', 'before', 'late', 'repeated', 'areas'] as const;

export const Topics = () => {
  const say = useTexts();
  const language = useLanguage();
  const monthName = useMonthName();
  const { data: town } = useTown();
  const zone = town?.zone ?? 'Asia/Shanghai';
  const thisMonth = dayAt(zone, townNow()).slice(0, 7);
  const [chosen, setChosen] = useState<Month | null>(null);
  const month = chosen ?? thisMonth;
  const asked = useQuery({
    queryKey: ['monthly-topics', month, language],
    queryFn: () => answerOf(api.GET('/api/v1/monthly-topics', { params: { query: { month } } })),
  });
  const months = Array.from({ length: monthsBack }, (_, nth) => monthsAfter(thisMonth, -nth));
  return (
    <>
      <NativeSelect
        label={say('month')}
        maw={240}
        mb="md"
        data={months.map((value) => ({ value, label: monthName(value) }))}
        value={month}
        onChange={({ currentTarget }) => setChosen(currentTarget.value)}
      />
      <Asked of={asked}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={say('noTopicsTitle')} hint={say('noTopicsHint')} />
          ) : (
            <table className="figures" aria-label={say('topics')}>
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
                  <OneTopic key={it.menuItem} it={it} month={month} zone={zone} />
                ))}
              </tbody>
            </table>
          )
        }
      </Asked>
    </>
  );
};
