/** Rates of a period as the address names it, and what in the address each figure opens. */
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'wouter';
import { answerOf, api, type Schemas } from '../../api/client';
import { townNow } from '../../api/clock';
import { useTown } from '../../api/town';
import { dayAt, type Month, monthsAfter } from '../../parts/town-days';

type By = Schemas['Rates']['by'];
export const ways: readonly By[] = ['area', 'office', 'item', 'channel', 'net'];
export const measures = ['response', 'resolution', 'satisfaction', 'onTime'] as const;
export type Measure = (typeof measures)[number];
type Kind = 'raw' | 'adjusted';

/** Of fewer the town ranks nobody, and we show no share either. */
export const leastToTell = 30;

/** The months that can be chosen, latest first. */
const monthsBack = 18;

export type Conditions = Readonly<{
  by: By;
  kind: Kind;
  /** `null`: everything so far. */
  month: Month | null;
  area: string | null;
  months: readonly Month[];
  set: (name: 'by' | 'kind' | 'month' | 'area', value: string | null) => void;
}>;

const byOf = (told: string | null): By => ways.find((it) => it === told) ?? 'area';

/** Conditions stand in the address; without a month it is everything. */
export const useConditions = (): Conditions => {
  const [params, setParams] = useSearchParams();
  const { data: town } = useTown();
  const thisMonth = dayAt(town?.zone ?? 'Asia/Shanghai', townNow()).slice(0, 7);
  const set: Conditions['set'] = (name, value) =>
    setParams((before) => {
      const after = new URLSearchParams(before);
      if (value === null) after.delete(name);
      else after.set(name, value);
      if (name === 'by') after.delete('area');
      return after;
    });
  return {
    by: byOf(params.get('by')),
    kind: params.get('kind') === 'adjusted' ? 'adjusted' : 'raw',
    month: params.get('month'),
    area: params.get('area'),
    months: Array.from({ length: monthsBack }, (_, nth) => monthsAfter(thisMonth, -nth)),
    set,
  };
};

/** From the first day of a month until the first of the next, which is not in it. */
const periodOf = (month: Month | null): Readonly<{ from?: string; to?: string }> =>
  month === null ? {} : { from: `${month}-01`, to: `${monthsAfter(month, 1)}-01` };

type Query = Readonly<{ by: By; from?: string; to?: string; area?: string }>;

const readRates = (query: Query) => answerOf(api.GET('/api/v1/rates', { params: { query } }));

/** A unit with its rates, as the client reads it. */
export type Rate = Awaited<ReturnType<typeof readRates>>['rates'][number];

export const useRates = ({ by, month, area }: Conditions) => {
  const query = { by, ...periodOf(month), ...(area === null ? {} : { area }) };
  return useQuery({ queryKey: ['rates', query], queryFn: () => readRates(query) });
};

/** The address of the cases that a figure is made of. */
export const casesOf = (
  { by, kind, month, area }: Conditions,
  { of }: Pick<Rate, 'of'>,
  measure: Measure | null,
  missed = false,
): string => {
  const query = new URLSearchParams({ ...periodOf(month), [by]: of });
  if (by !== 'area' && area !== null) query.set('area', area);
  if (measure !== null) query.set('measure', measure);
  if (missed) query.set('missed', 'true');
  if (kind === 'adjusted') query.set('exempt', 'false');
  return `/rates/cases?${query.toString()}`;
};
