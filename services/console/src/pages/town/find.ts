/** Load and lateness, as the town counts them, and the addresses of the cases behind each number. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { townNow } from '../../api/clock';
import { dayAt, daysAfter, type Day as TownDay, momentOf } from '../../parts/town-days';
import { useLanguage } from '../../app/texts';

export type Place = Schemas['LoadOfPlace'];
export type Day = Schemas['LoadOfDay'];
export type Net = Schemas['Net'];
/** What may be shown on the map. */
export type Measure = 'open' | 'late';

const againMs = 60_000;

type Asked = Readonly<{ by: Schemas['Load']['by']; area?: string | null; days: number; zone: string }>;

/** Days are those of the town, both included, and today is the last. */
export const useLoad = ({ by, area = null, days, zone }: Asked) => {
  const language = useLanguage();
  const to = dayAt(zone, townNow());
  const query = { by, from: daysAfter(to, 1 - days), to, ...(area === null ? {} : { area }) };
  return useQuery({
    queryKey: ['load', query, language],
    queryFn: () => answerOf(api.GET('/api/v1/load', { params: { query } })),
    refetchInterval: againMs,
  });
};

type Where = Readonly<Record<string, string>>;

/** The list of the cases that are counted. */
export const casesOf = (where: Where, measure: Measure | 'escalated'): string => {
  const query = new URLSearchParams({ ...where, open: 'true' });
  if (measure !== 'open') query.set(measure, 'true');
  return `/cases?${query.toString()}`;
};

/** By which conditions of the list a case counts in days. */
const conditionsOf = {
  opened: ['from', 'to'],
  closed: ['closedFrom', 'closedTo'],
  late: ['missedFrom', 'missedTo'],
} as const;

/** The cases that were opened, closed or first late from the beginning of one day of the town until that of another. */
export const casesBetween = (
  where: Where,
  what: keyof typeof conditionsOf,
  { zone, from, to }: Readonly<{ zone: string; from: TownDay; to: TownDay }>,
): string => {
  const [begin, end] = conditionsOf[what];
  const query = new URLSearchParams({
    ...where,
    [begin]: momentOf(zone, from) ?? '',
    [end]: momentOf(zone, to) ?? '',
  });
  if (what === 'closed') query.set('state', 'closed');
  return `/cases?${query.toString()}`;
};
