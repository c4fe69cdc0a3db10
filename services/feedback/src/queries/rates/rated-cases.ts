/** The cases behind a figure: which cycles count for it, and how each came out. */
import type { Dependencies } from '../../dependencies.js';
import { partsOfMarks, tallyOfParts } from '../../domain/rates/marks.js';
import { type Part, partsOf } from '../../domain/rates/parts.js';
import type { Measure } from '../../domain/rates/shares.js';
import { about, endOf, type RatedCycle } from '../../views/rated-cycles.js';
import {
  ofOneUnit,
  ofSeveralUnits,
  pageOfItems,
  partsWithin,
  type RatesWhere,
  type Scope,
} from './counted-cycles.js';

type CasesWanted = Readonly<{
  office?: string | undefined;
  item?: string | undefined;
  channel?: string | undefined;
  net?: string | undefined;
  /** Only what counts for this rate; `missed`: and lowers it. */
  measure?: Measure | undefined;
  missed?: boolean | undefined;
  /** Only what was taken out, or what was not. */
  exempt?: boolean | undefined;
}>;

type Asked = Pick<Dependencies, 'ratedCycles' | 'town'>;
type Wanted = CasesWanted & Readonly<{ scope: Scope; limit: number; cursor?: string | undefined }>;

const behind = (deps: Asked, { scope, ...wanted }: Wanted): RatesWhere => {
  const { office, item, channel, net, measure, missed, exempt } = wanted;
  const marks = partsOfMarks({ measure, isMissed: missed === true, isExempt: exempt });
  const whole = { office, and: marks.map((part) => ({ marks: { contains: part } })) };
  return {
    item,
    channel,
    net,
    or: [{ and: [ofOneUnit(deps, scope), whole] }, ofSeveralUnits(deps, scope)],
  };
};

const filedAs = (row: RatedCycle) => {
  const { menuItem: item = null, net = null } = about(row) ?? {};
  const { number = '', channel = null } = row.filed ?? {};
  return { number, item, channel, net };
};

/** What of a cycle is looked for: what was taken out or was not, and counts for a rate or lowers it. Else nothing. */
const wantedOf = (parts: readonly Part[], { office, measure, missed, exempt }: CasesWanted) => {
  const found = parts.filter(
    ({ unit, isExempt }) =>
      (office === undefined || unit.office === office) && (exempt === undefined || isExempt === exempt),
  );
  if (measure === undefined) return found;
  const { of, yes } = tallyOfParts(found).raw.shares[measure];
  return of > 0 && (missed !== true || yes < of) ? found : [];
};

const ratedCase = (row: RatedCycle, parts: readonly [Part, ...Part[]]) => ({
  caseId: row.caseId,
  cycle: row.cycle,
  // Of several units the one that had it last: whoever sees a part of the town is told of nobody else.
  ...(parts.at(-1) ?? parts[0]).unit,
  ...filedAs(row),
  endedAt: endOf(row),
  isExempt: parts.every(({ isExempt }) => isExempt),
  ...tallyOfParts(parts).raw.shares,
});

/** A page of the cycles that count for a scope, each with what of it is looked for. */
export const listRatedCases = async (deps: Asked, wanted: Wanted) => {
  const { scope, limit, cursor } = wanted;
  return pageOfItems(deps, {
    query: { where: behind(deps, wanted), orderBy: [{ by: 'at', descending: true }], cursor },
    limit,
    itemsOf: (row) => {
      const [first, ...others] = wantedOf(partsWithin(deps, scope, partsOf(row, row)), wanted);
      return first === undefined ? [] : [ratedCase(row, [first, ...others])];
    },
  });
};
