/** Moments as the clocks of the town show them: for programs with their offset, for people to the minute. */
import { type Instant, instant, msOf } from '@mulin/kernel';
import { localMoment, localText } from '@mulin/working-time';

export type TownClock = Readonly<{
  /** RFC 3339 with the town's offset. */
  stamp: (moment: string) => string;
  /** As people read it: `2026-03-02 09:12`. */
  shown: (moment: string) => string;
  /** The day alone: `2026-03-02`. */
  day: (moment: string) => string;
  /** The first moment of a day such as `2026-03-02`; `null`: it is none. */
  beginOf: (day: string) => Instant | null;
}>;

export const townClock = (zone: string): TownClock => {
  const stamp = (moment: string) => localText(zone, msOf(instant(moment)));
  return {
    stamp,
    shown: (moment) => stamp(moment).slice(0, 16).replace('T', ' '),
    day: (moment) => stamp(moment).slice(0, 10),
    beginOf: (day) => localMoment(zone, `${day}T00:00`),
  };
};

/** The same for what may not be known. */
export const orNull = (show: (moment: string) => string, moment: string | null): string | null =>
  moment === null ? null : show(moment);
