/** Which cycles count for what somebody looks at: those of one unit, which are counted, and those of several, part by part. */
import { type Instant, liesIn, type WhereOf } from '@mulin/kernel';
import type { Dependencies } from '../../dependencies.js';
import type { Part } from '../../domain/rates/parts.js';
import { officeKey, type RatedCycle, type ratedCycles } from '../../views/rated-cycles.js';

export type RatesWhere = WhereOf<typeof ratedCycles>;

/** From `from` on and before `to`; `null`: open. */
export type Period = Readonly<{ from: Instant | null; to: Instant | null }>;

/** What counts for `area` and all that lies in it, in a period. `offices`: only what these have; `null`: what anybody has. */
export type Scope = Period & Readonly<{ area: string; offices: readonly string[] | null }>;

type Knowing = Pick<Dependencies, 'town'>;

const inPeriod = ({ from, to }: Period): RatesWhere => ({
  at: { not: null, ...(from === null ? {} : { gte: from }), ...(to === null ? {} : { lt: to }) },
});

/** Cycles that count for one unit. Of the whole town also what lies nowhere. */
export const ofOneUnit = ({ town }: Knowing, { area, offices, ...period }: Scope): RatesWhere => ({
  ...inPeriod(period),
  sharers: null,
  ...(area === town ? {} : { area: { within: area } }),
  ...(offices === null ? {} : { office: { in: offices } }),
});

/** Cycles of which parts may count for it: which do, `partsIn` says. */
export const ofSeveralUnits = ({ town }: Knowing, { area, offices, ...period }: Scope): RatesWhere => ({
  ...inPeriod(period),
  sharers: { not: null, ...(area === town ? {} : { hasAny: [area] }) },
  ...(offices === null ? {} : { and: [{ sharers: { hasAny: offices.map(officeKey) } }] }),
});

/** Which parts of a cycle count for the scope, whatever its period. */
export const partsWithin = (
  { town }: Knowing,
  { area, offices }: Pick<Scope, 'area' | 'offices'>,
  parts: readonly Part[],
): readonly Part[] =>
  parts.filter(
    ({ unit }) =>
      (area === town || (unit.area !== null && liesIn(unit.area, area))) &&
      (offices === null || (unit.office !== null && offices.includes(unit.office))),
  );

type Listing = Pick<Dependencies, 'ratedCycles'>;
type Wanted<Item> = Readonly<{
  query: Parameters<Dependencies['ratedCycles']['list']>[0];
  limit: number;
  /** What a row gives; of a row of which nothing is wanted, nothing. */
  itemsOf: (row: RatedCycle) => readonly Item[];
}>;

/** A page of what rows give: of rows that give nothing as many are passed over as there are. */
export const pageOfItems = async <Item>(
  { ratedCycles }: Listing,
  { query, limit, itemsOf }: Wanted<Item>,
) => {
  const items: Item[] = [];
  for (let { cursor } = query; ;) {
    const page = await ratedCycles.list({ ...query, limit: limit - items.length, cursor });
    items.push(...page.items.flatMap(itemsOf));
    if (page.next === null || items.length >= limit) return { items, next: page.next };
    cursor = page.next;
  }
};
