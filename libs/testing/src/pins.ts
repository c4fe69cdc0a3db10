/** Pins the rows that a projection folds a recorded story to, so that nobody changes a rule without its version. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import {
  canonical,
  categoryOf,
  type Event,
  type Projection,
  type RecordedEvent,
  sha256,
} from '@mulin/kernel';

/** Hashes of a story, and of every row and column value that was seen while it was folded. */
export type Pin = Readonly<{ story: string; rows: string }>;

/** A file of recorded events, one JSON object a line, as they stood in the log. Such a file is never edited. */
export const storyIn = <E extends Event>(file: URL): readonly RecordedEvent<E>[] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    // Events of the service whose spec reads them.
    .map((line) => JSON.parse(line) as RecordedEvent<E>);

/** The row of its key after each event, with its columns. */
const folded = <Row extends object, E extends Event>(
  { categories, key, project, columns }: Projection<Row, E>,
  events: readonly RecordedEvent<E>[],
): readonly string[] => {
  const rows = new Map<string, Row | null>();
  return events
    .filter((event) => categories.includes(categoryOf(event)))
    .map((event) => {
      const name = key(event);
      const row = project(rows.get(name) ?? null, event);
      rows.set(name, row);
      return canonical([
        name,
        row,
        row && Object.entries(columns).map(([column, { of }]) => [column, of(row)]),
      ]);
    });
};

/** Once in order, and once backwards, as if everything had been heard late. */
export const pinOf = async <Row extends object, E extends Event>(
  projection: Projection<Row, E>,
  story: readonly RecordedEvent<E>[],
): Promise<Pin> => ({
  story: await sha256(canonical(story)),
  rows: await sha256([...folded(projection, story), ...folded(projection, story.toReversed())].join('\n')),
});

/**
 * One test: the projection makes of this story the rows that are pinned for its version. It is red when a rule was
 * changed, also one in a function that is only called, and the version was not raised. Pins of older versions stay.
 */
export const pinsRows = <Row extends object, E extends Event>(
  projection: Projection<Row, E>,
  story: readonly RecordedEvent<E>[],
  pins: Readonly<Record<number, Pin>>,
): void => {
  const { name, version } = projection;
  test(`the rows of "${name}" are those that are pinned for version ${version}`, async () => {
    const found = await pinOf(projection, story);
    expect(wrongWith(projection, pins[version], found)).toBeNull();
    expect(Object.keys(pins)).toEqual(Array.from({ length: version }, (_, place) => String(place + 1)));
  });
};

/** What is to be done; `null`: nothing. */
export const wrongWith = (
  { name, version }: Readonly<{ name: string; version: number }>,
  pinned: Pin | undefined,
  found: Pin,
): string | null => {
  const pin = (of: number) => `${of}: { story: '${found.story}', rows: '${found.rows}' }`;
  if (pinned === undefined) return `No rows are pinned for this version of "${name}". Add ${pin(version)}`;
  if (pinned.story !== found.story)
    return `The story of "${name}" is another one. If its rules are not, replace the pin by ${pin(version)}`;
  if (pinned.rows !== found.rows)
    return `"${name}" makes other rows of the same story. Raise its version, and add ${pin(version + 1)}`;
  return null;
};
