import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assignPartitions, type Member } from './assignment.js';
import { partitionKey } from './driver.js';

const partitions = new Map([
  ['mulin.intake', 8],
  ['mulin.routing', 8],
]);
const both = [...partitions.keys()];
const names = (me: string, members: readonly Member[]) =>
  assignPartitions(me, members, partitions).map(partitionKey);

test('every partition falls to exactly one member, whoever there is and in whatever order they are listed', () => {
  const ids = fc.uniqueArray(fc.uuid(), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(ids, (known) => {
      const members = known.map((id) => ({ id, topics: both }));
      const all = known.flatMap((id) => names(id, members));
      expect(all.length).toBe(16);
      expect(new Set(all).size).toBe(16);
      expect(new Set(names(known[0] ?? '', members.toReversed()))).toEqual(
        new Set(names(known[0] ?? '', members)),
      );
    }),
  );
});

test('the news of one case falls to one member, from whatever service', () => {
  const members = ['a', 'b', 'c'].map((id) => ({ id, topics: both }));
  for (const { id } of members) {
    const mine = assignPartitions(id, members, partitions);
    const of = (wanted: string) =>
      mine.filter(({ topic }) => topic === wanted).map(({ partition }) => partition);
    expect(of('mulin.intake')).toEqual(of('mulin.routing'));
  }
});

test('a topic that only one member reads falls to that one', () => {
  const members = [
    { id: 'old', topics: ['mulin.intake'] },
    { id: 'new', topics: both },
  ];
  expect(names('new', members).filter((name) => name.startsWith('mulin.routing')).length).toBe(8);
  expect(names('old', members).length).toBe(4);
});

test('who is not listed gets nothing', () => {
  expect(names('nobody', [{ id: 'a', topics: both }])).toEqual([]);
});
