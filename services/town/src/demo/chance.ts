/** What decides when made-up things happen: chance that is the same in every run, and the hours at which people are up. */
import { createHash } from 'node:crypto';
import { day, hour, type Instant, minute, msOf, plus } from '@mulin/kernel';

/** What is drawn depends on a seed and on what it is drawn for, and not on order. */
export type Chance = Readonly<{
  /** From 0 to 1, without 1. */
  share: (...of: readonly (string | number)[]) => number;
  /** From `least` to `most`, without `most`. */
  between: (least: number, most: number, ...of: readonly (string | number)[]) => number;
  /** One of them; there must be one. */
  oneOf: <Thing>(things: readonly Thing[], ...of: readonly (string | number)[]) => Thing;
}>;

export const chanceOf = (seed: string): Chance => {
  const share = (...of: readonly (string | number)[]) =>
    createHash('sha256')
      .update([seed, ...of].join('\n'))
      .digest()
      .readUInt32BE(0) /
    2 ** 32;
  return {
    share,
    between: (least, most, ...of) => least + share(...of) * (most - least),
    oneOf: <Thing>(things: readonly Thing[], ...of: readonly (string | number)[]): Thing => {
      const thing = things[Math.floor(share(...of) * things.length)];
      if (thing === undefined) throw new Error('there is nothing to choose from');
      return thing;
    },
  };
};

/** When people of a town do things: not in the middle of the night, unless it burns. */
export type Hours = Readonly<{
  /** How many milliseconds of its day have passed at this moment in the town. */
  ofDay: (at: Instant) => number;
  /** The same moment, or the next morning in which somebody is up; `share` of an hour later. */
  awake: (at: Instant, share: number) => Instant;
  /** The same, in which the desk is busy with what is over. */
  office: (at: Instant, share: number) => Instant;
}>;

export const hoursOf = (zone: string): Hours => {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  const ofDay = (at: Instant): number => {
    const [hours = 0, minutes = 0] = clock.format(msOf(at)).split(':').map(Number);
    return hours * hour + minutes * minute + (msOf(at) % minute);
  };
  const within = (from: number, until: number) => (at: Instant, share: number) => {
    const now = ofDay(at);
    if (now >= from && now < until) return at;
    const wait = now < from ? from - now : day - now + from;
    return plus(at, wait + Math.floor(share * hour));
  };
  return { ofDay, awake: within(7.5 * hour, 20.5 * hour), office: within(8.5 * hour, 17.5 * hour) };
};
