/** Which of two pieces of news stands, however they came: the later word of the service that told both. */
import { type Instant, msOf, type Recorded } from '@mulin/kernel';
import type { Heard } from './heard.js';

/** Text that compares as the news it was made of. */
export type Stamp = string;

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/**
 * By when it was written down, then by `weight`, then by the order in which it was heard: news of one service
 * about one case keeps its order on the bus.
 */
export const stampOf = ({ data: { recordedat }, revision }: Recorded<Heard>, weight = 0): Stamp =>
  // What is recorded was recorded after 1970, and an event that was parsed says its moments as the kernel does.
  `${digits(msOf(recordedat as Instant), 14)}${weight}${digits(revision, 7)}`;

/** The same among the news of its cycle and of its rank in it; a later cycle stands over everything before. */
export const stampInCycle = (fact: Recorded<Heard>, cycle: number, rank: number): Stamp =>
  `${digits(cycle, 4)}${rank}${stampOf(fact)}`;

export const stands = (news: Stamp, over: Stamp | undefined): boolean => over === undefined || news > over;
