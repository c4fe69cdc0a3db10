/** The cases behind a figure: which cycles count for it, and how each came out. */
import type { Dependencies } from '../../dependencies.js';
import { partsOfMarks, tallyOfParts } from '../../domain/rates/marks.js';
import type { Part } from '../../domain/rates/parts.js';
import { lastUnit } from '../../domain/rates/rate-state.js';
import type { Measure } from '../../domain/rates/shares.js';
import { about, endOf, type RatedCycle } from '../../views/rated-cycles.js';
import { ofOneUnit, ofSeveralUnits, partsIn, type RatesWhere, type Scope } from './counted-cycles.js';

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

/** Whether parts of a cycle are what is looked for: what counts for a rate, what lowers it, what was taken out. */
const isWanted = (parts: readonly Part[], { measure, missed, exempt }: CasesWanted): boolean => {
  const { shares } = tallyOfParts(parts).raw;
  const { of, yes } = measure === undefined ? { of: 1, yes: 0 } : shares[measure];
  const isOfMeasure = of > 0 && (missed !== true || yes < of);
  return isOfMeasure && (exempt === undefined || parts.some(({ isExempt }) => isExempt === exempt));
};

const ratedCase = (row: RatedCycle, parts: readonly Part[]) => ({
  caseId: row.caseId,
  cycle: row.cycle,
  ...lastUnit(row),
  ...filedAs(row),
  endedAt: endOf(row),
  isExempt: parts.every(({ isExempt }) => isExempt),
  ...tallyOfParts(parts).raw.shares,
});

/**
 * A page of the cycles that count for a scope, each with what of it does. Where only parts of cycles count, a page may
 * hold fewer than its limit, and its `next` goes on.
 */
export const listRatedCases = async (deps: Asked, wanted: Wanted) => {
  const { scope, office, limit, cursor } = wanted;
  const { items, next } = await deps.ratedCycles.list({
    where: behind(deps, wanted),
    orderBy: [{ by: 'at', descending: true }],
    limit,
    cursor,
  });
  const found = items.flatMap((row) => {
    const parts = partsIn(deps, scope, row).filter(
      ({ unit }) => office === undefined || unit.office === office,
    );
    return parts.length > 0 && isWanted(parts, wanted) ? [ratedCase(row, parts)] : [];
  });
  return { items: found, next };
};
