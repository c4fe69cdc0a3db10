/** Which period somebody means, in the zone of the town. */
import { type Actor, type Instant, instant, isMoment, liesIn } from '@mulin/kernel';
import { assertWithinArea } from '@mulin/service';
import { localMoment } from '@mulin/working-time';
import type { Dependencies } from '../../dependencies.js';
import { endsBeforeItBegins, noSuchMoment, unknownArea } from './rate-refusals.js';
import type { Period } from './counted-cycles.js';

const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text);

/** A day is its first moment in the town. Refused: `no-such-moment`. */
const momentOf = (zone: string, text: string | undefined): Instant | null => {
  if (text === undefined) return null;
  const at = isDay(text) ? localMoment(zone, `${text}T00:00`) : isMoment(text) ? instant(text) : null;
  if (at === null) throw noSuchMoment();
  return at;
};

/** From `from` on and before `to`, days or moments. Refused: `no-such-moment`, `period-backwards`. */
export const periodOf = (
  zone: string,
  { from, to }: Readonly<{ from?: string | undefined; to?: string | undefined }>,
): Period => {
  const period = { from: momentOf(zone, from), to: momentOf(zone, to) };
  if (period.from !== null && period.to !== null && period.from > period.to) throw endsBeforeItBegins();
  return period;
};

/** The month in the town, `2026-10`. Refused: `no-such-moment`. */
export const monthOf = (zone: string, month: string): Period => {
  const [year = NaN, nth = NaN] = month.split('-').map(Number);
  const next = nth === 12 ? `${year + 1}-01` : `${year}-${String(nth + 1).padStart(2, '0')}`;
  return periodOf(zone, { from: `${month}-01`, to: `${next}-01` });
};

/**
 * What somebody asks about: what they name, else all that they may see. Refused: `area-unknown` where neither the land
 * of the town nor any case has it, `not-your-area`.
 */
export const areaFor = async (
  { town, directory, ratedCycles }: Pick<Dependencies, 'town' | 'directory' | 'ratedCycles'>,
  actor: Actor,
  area: string | undefined,
): Promise<string> => {
  if (area === undefined) return actor.area;
  const isKnown = area === town || directory.hasArea(area);
  if (
    !isKnown &&
    (
      await ratedCycles.list({
        where: { or: [{ area: { within: area } }, { sharers: { hasAny: [area] } }] },
        limit: 1,
      })
    ).items.length === 0
  )
    throw unknownArea(area);
  if (!liesIn(area, town)) throw unknownArea(area);
  assertWithinArea(actor, area);
  return area;
};
