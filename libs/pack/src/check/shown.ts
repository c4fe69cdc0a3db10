/** Stretches of time as people of the town read them. */
import { type Instant, type LocalizedText, msOf } from '@mulin/kernel';
import { localText } from '@mulin/working-time';
import type { Town } from '../read/town.js';
import type { Hole } from './holes.js';

/** As clocks in the town show it, to the minute. */
export const shownTime = (at: Instant, { zone }: Town): string => {
  const text = localText(zone, msOf(at));
  return `${text.slice(0, 10)} ${text.slice(11, 16)}`;
};

/** Since when and until when. */
export const shownHole = ({ since, until }: Hole, now: Instant, town: Town): LocalizedText => {
  const [begin, end] = [since, until].map((at) => (at === null ? null : shownTime(at, town)));
  if (!begin) return end ? { en: `until ${end}`, zh: `直至 ${end}` } : { en: 'at any time', zh: '任何时候' };
  const isOn = since !== null && since <= now;
  if (!end) return { en: `${isOn ? 'since' : 'from'} ${begin}${isOn ? '' : ' on'}`, zh: `自 ${begin} 起` };
  return { en: `${isOn ? 'since' : 'from'} ${begin} until ${end}`, zh: `自 ${begin} 至 ${end}` };
};
