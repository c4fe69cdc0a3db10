/** Load and lateness, as the town counts them, and the addresses of the cases behind each number. */
import { useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../../api/client';
import { townNow } from '../../api/clock';
import { dayAt, daysAfter } from '../../parts/town-days';
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

/** The list of the cases that are counted. */
export const casesOf = (where: Readonly<Record<string, string>>, measure: Measure | 'escalated'): string => {
  const query = new URLSearchParams({ ...where, open: 'true' });
  if (measure === 'late') query.set('late', 'true');
  return measure === 'escalated' ? '/escalations' : `/cases?${query.toString()}`;
};
