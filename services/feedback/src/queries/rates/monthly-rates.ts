/** The figures of a month for its report, in whatever form that is written. */
import { instant, minute, msOf } from '@mulin/kernel';
import { localText } from '@mulin/working-time';
import { monthOf } from './period.js';
import { type Asked, ratesBy } from './rates-by.js';
import type { Monthly } from './report.js';
import { nameOf } from './report-words.js';

/** `2026-11-03 10:00`. */
const shownIn = (zone: string, ms: number): string => localText(zone, ms).slice(0, 16).replace('T', ' ');

/**
 * Of each area with all that lies in it, within `area`; of `offices` alone where they are named. What is judged or rated later counts as well, so that figures are of
 * the minute in which they are asked for. Refused: `no-such-moment`.
 */
export const monthlyRates = async (
  deps: Asked & Readonly<{ zone: string }>,
  { month, area, offices }: Readonly<{ month: string; area: string; offices: readonly string[] | null }>,
): Promise<Monthly> => {
  const ms = Math.floor(msOf(deps.now()) / minute) * minute;
  const { rates, weights } = await ratesBy(deps, { by: 'area', area, offices, ...monthOf(deps.zone, month) });
  const named = nameOf(area, deps.directory.area(area));
  return { month, area, named, at: instant(ms), asOf: shownIn(deps.zone, ms), rates, weights };
};
