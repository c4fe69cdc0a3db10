/** The record of readings of a vault in memory. */
import type { Instant, PersonId, Reading, ReadingRecord, Readings } from '@mulin/kernel';
import { cursorOf, placeIn } from './reading-list.js';

/**
 * A reading, as it is on record: by whom, of which item; `id` and `kind` are `null` where somebody looked for a
 * phone.
 */
export type ReadingNoted = Reading &
  Readonly<{ service: string; id: string | null; kind: string | null; at: Instant }>;

/** An erasure, as it is on record. */
export type ErasureNoted = Reading & Readonly<{ service: string; person: PersonId; at: Instant }>;

const commonOf = ({ at, service, actor, purpose, about }: ReadingNoted | ErasureNoted) => ({
  at,
  service,
  actor,
  purpose,
  about: about ?? null,
});

type Numbered = Readonly<{ record: ReadingRecord; id: string }>;

/** By people, newest first: a service's own readings are counted, not listed. */
export const recordsOf = (
  readings: readonly ReadingNoted[],
  erasures: readonly ErasureNoted[],
): readonly Numbered[] =>
  [
    ...readings
      .filter(({ actor, service }) => actor !== service)
      .map((it) => ({ ...commonOf(it), kind: it.kind, isErasure: false })),
    ...erasures.map((it) => ({ ...commonOf(it), kind: null, isErasure: true })),
  ]
    .map((record, nth) => ({ record, id: nth.toString(16).padStart(8, '0') }))
    .sort((a, b) => (cursorOf({ ...a.record, id: a.id }) < cursorOf({ ...b.record, id: b.id }) ? 1 : -1));

const isOr = <Value>(wanted: Value | undefined, value: Value | null): boolean =>
  wanted === undefined || wanted === value;

/** The list of what `records` gives, with the pages, filters and cursors of `readingList`. */
export const listOf = (records: () => ReturnType<typeof recordsOf>): Readings => ({
  list: async ({ about, actor, from, to, limit, cursor }) => {
    const last = cursor === undefined ? null : cursorOf(placeIn(cursor));
    const isAsked = ({ record, id }: Numbered) =>
      isOr(about, record.about) &&
      isOr(actor, record.actor) &&
      record.at >= (from ?? '') &&
      record.at < (to ?? '~') &&
      cursorOf({ at: record.at, id }) < (last ?? '~');
    const found = records().filter(isAsked);
    const shown = found.slice(0, limit);
    const end = shown.at(-1);
    return {
      items: shown.map(({ record }) => record),
      next: found.length > limit && end ? cursorOf({ at: end.record.at, id: end.id }) : null,
    };
  },
});
