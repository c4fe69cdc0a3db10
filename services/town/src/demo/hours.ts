/** When people of a town do things: not in the middle of the night, unless it burns. */
import { day, hour, type Instant, minute, msOf, plus } from '@mulin/kernel';

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
