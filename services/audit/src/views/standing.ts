/** Which of two events of one service stands, however they came: the later one of the service that published both. */
import { type Instant, msOf } from '@mulin/kernel';
import type { RecordedPublicEvent } from './recorded-events.js';

/** Text that compares as the events it was made of. */
export type Stamp = string;

const digits = (value: number, width: number): string => String(value).padStart(width, '0');

/**
 * By the sequence that the service gave it. Events of before there were sequences stand before all that have one:
 * among them by when they were recorded, then by `weight`, then by the order in which they were heard.
 */
export const stampOf = (
  { data: { recordedat, sequence }, revision }: RecordedPublicEvent,
  weight = 0,
): Stamp =>
  sequence === undefined
    ? // What is recorded was recorded after 1970, and an event that was parsed says its moments as the kernel does.
      `a${digits(msOf(recordedat as Instant), 14)}${weight}${digits(revision, 7)}`
    : `b${sequence}`;

/** The same among the events of its cycle and of its rank in it; a later cycle stands over everything before. */
export const stampInCycle = (recorded: RecordedPublicEvent, cycle: number, rank: number): Stamp =>
  `${digits(cycle, 4)}${rank}${stampOf(recorded)}`;

export const stands = (event: Stamp, over: Stamp | undefined): boolean => over === undefined || event > over;
