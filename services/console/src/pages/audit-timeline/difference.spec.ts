import { expect, test } from '@jest/globals';
import { type Clock, type Entry, markedBetween, movedClocks } from './difference';

const entry = (type: string, recordedAt: string, id = `${type} ${recordedAt}`): Entry =>
  ({
    id,
    type,
    recordedAt,
    at: recordedAt,
    service: 'intake',
    actor: 'ana',
    actorName: 'Ana',
    text: type,
  }) as Entry;

const clock = (name: string, due: string, state: Clock['state']): Clock => ({
  name,
  startedAt: '2026-03-02T09:00:00+08:00',
  due,
  state,
  verdict: null,
});

const registered = entry('case-registered', '2026-03-02T09:00:00+08:00');
const taken = entry('order-taken', '2026-03-02T10:00:00+08:00');
const answer = (timeline: readonly Entry[], clocks: readonly Clock[] = []) => ({
  timeline: [...timeline],
  clocks: [...clocks],
});

test('alone, one answer has nothing new', () => {
  expect(markedBetween(null, answer([registered]))).toEqual([{ entry: registered, mark: 'same' }]);
});

test('what only the second answer knows is new, and what only the first knew is gone', () => {
  const marked = markedBetween(answer([registered]), answer([registered, taken]));
  expect(marked.map(({ mark }) => mark)).toEqual(['same', 'new']);
  const back = markedBetween(answer([registered, taken]), answer([registered]));
  expect(back).toEqual([
    { entry: registered, mark: 'same' },
    { entry: taken, mark: 'gone' },
  ]);
});

test('two entries that look alike are two', () => {
  const marked = markedBetween(
    answer([taken]),
    answer([taken, entry(taken.type, taken.recordedAt, 'another')]),
  );
  expect(marked.map(({ mark }) => mark)).toEqual(['same', 'new']);
});

test('a deadline is told when it began, moved or ended between the two', () => {
  const take = clock('take', '2026-03-02T11:00:00+08:00', 'running');
  const complete = clock('complete', '2026-03-09T11:00:00+08:00', 'running');
  const met = clock('take', '2026-03-02T11:00:00+08:00', 'met');
  const moved = movedClocks(answer([], [take]), answer([], [met, complete]));
  expect(moved).toEqual([
    { name: 'take', before: take, after: met },
    { name: 'complete', before: null, after: complete },
  ]);
  expect(movedClocks(answer([], [take]), answer([], [take]))).toEqual([]);
});
