import { describe, expect, test } from '@jest/globals';
import {
  column,
  newCorrelation,
  idOf,
  instant,
  type Position,
  type Projection,
  type RecordedEvent,
} from '@mulin/kernel';
import { pinOf, pinsRows, wrongWith } from './pins.js';

type Noted = Readonly<{ type: 'CaseNoted'; data: { words: string } }>;
type Notes = Readonly<{ count: number; last: string }>;

const metadata = {
  ...newCorrelation({ id: 'a', town: 'mu', actor: 'li' }),
  recordedAt: instant('2026-05-01'),
};
const story = ['dark', 'darker'].map((words, place): RecordedEvent<Noted> => ({
  type: 'CaseNoted',
  data: { words },
  id: `fact-${place}`,
  stream: 'case-lamp',
  revision: place,
  position: (place + 1) as Position,
  metadata,
}));

/** A projection whose rule is in a function that it only calls. */
const notesBy = (shout: (words: string) => string): Projection<Notes, Noted> => ({
  name: 'notes',
  version: 1,
  categories: ['case'],
  key: idOf,
  project: (row, { data }) => ({ count: (row?.count ?? 0) + 1, last: shout(data.words) }),
  columns: { count: column.integer(({ count }) => count) },
});
const notes = notesBy((words) => words);

describe('A pin', () => {
  test('stays the same when only names of variables are others', async () => {
    const renamed: typeof notes = {
      ...notes,
      project: (before, event) => ({ count: (before?.count ?? 0) + 1, last: event.data.words }),
    };
    expect(await pinOf(renamed, story)).toEqual(await pinOf(notes, story));
  });

  test('is another when a function does something else that the projection only calls', async () => {
    const pinned = await pinOf(notes, story);
    const found = await pinOf(
      notesBy((words) => words.toUpperCase()),
      story,
    );
    expect(wrongWith(notes, pinned, found)).toMatch(/Raise its version, and add 2: /);
  });

  test('is another when a column is, when a step on the way is, and when the order of news begins to count', async () => {
    const pinned = await pinOf(notes, story);
    const others: readonly (typeof notes)[] = [
      { ...notes, columns: { count: column.integer(({ count }: Notes) => count + 1) } },
      { ...notes, project: (row, event) => ({ ...(notes.project(row, event) as Notes), last: 'darker' }) },
      {
        ...notes,
        project: (row, event) => (event.revision > 0 || row === null ? notes.project(row, event) : row),
      },
    ];
    for (const other of others)
      expect(wrongWith(notes, pinned, await pinOf(other, story))).toMatch(/other rows of the same story/);
  });

  test('says what to do when there is none, or the story is another', async () => {
    const found = await pinOf(notes, story);
    expect(wrongWith(notes, undefined, found)).toMatch(
      /^No rows are pinned .* Add 1: \{ story: '[\da-f]{64}'/,
    );
    expect(wrongWith(notes, await pinOf(notes, story.slice(1)), found)).toMatch(
      /story of "notes" is another/,
    );
  });

  pinsRows(notes, story, {
    1: {
      story: 'f3a9fa1c1ea27a16fef558ddc73743427d3fbd44650253b58c31d946a4f383ff',
      rows: '7a2d42b27a0fe2c91fcef280644383b38b9e7a051d46be9bea40802c221b8500',
    },
  });
});
