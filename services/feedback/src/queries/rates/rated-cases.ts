/** The cases behind a figure: which cycles count for it, and how each came out. */
import type { WhereOf } from '@mulin/kernel';
import { type Measure, partsOfMarks, sharesOf } from '../../domain/rates/marks.js';
import { isExempt } from '../../domain/rates/rate-state.js';
import { about, endOf, type RatedCycle, type ratedCycles } from '../../views/rated-cycles.js';

type Where = WhereOf<typeof ratedCycles>;

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

export const behind = ({ office, item, channel, net, measure, missed, exempt }: CasesWanted): Where => ({
  office,
  item,
  channel,
  net,
  and: partsOfMarks({ measure, isMissed: missed === true, isExempt: exempt }).map((part) => ({
    marks: { contains: part },
  })),
});

const filedAs = (row: RatedCycle) => {
  const { menuItem: item = null, net = null } = about(row) ?? {};
  const { number = '', channel = null } = row.filed ?? {};
  return { number, item, channel, net };
};

export const ratedCase = (row: RatedCycle) => ({
  caseId: row.caseId,
  cycle: row.cycle,
  area: row.place?.area ?? null,
  office: row.place?.office ?? null,
  ...filedAs(row),
  endedAt: endOf(row),
  isExempt: isExempt(row),
  ...sharesOf(row, row),
});
