/** That what is wrong would be found: each with one event planted that cannot be. */
import { expect, test } from '@jest/globals';
import type { CopiedEvent } from '../copies.js';
import { faultsOfStories } from './reckoning.js';
import type { Told } from './stories.js';

const at = (second: number) => `2026-05-01T08:00:${String(second).padStart(2, '0')}.000Z`;
const id = 'lamp';

let position = 0;
const event = (table: string, stream: string, type: string, second: number, more = {}): CopiedEvent => {
  const { data = {}, causationId = 'asked' } = more as { data?: object; causationId?: string };
  position += 1;
  const metadata = { recordedAt: at(second), causationId };
  return { id: `event-${position}`, table, stream, type, position, data: { ...data }, metadata };
};

const told = (kind: string): readonly Told[] => [
  { id, number: 'mu-1', kind, tally: new Map(), clocks: new Set(['complete/1']) },
];
const verdict = (type: string, endedAt: string | null, dueAt: string) =>
  event('sla_timer.facts', `clocks-${id}`, type, 9, { data: { clock: 'complete/1', dueAt, endedAt } });
const registered = () =>
  event('intake.facts', `case-${id}`, 'CaseRegistered', 1, { data: { number: 'mu-1' } });

const found = (kind: string, ...events: readonly CopiedEvent[]) =>
  faultsOfStories(told(kind), [registered(), ...events]).map((it) => it.kind);

test('a clock that is met in time is right, and so is a miss of what could not be done in time', () => {
  expect(found('plain', verdict('ClockMet', at(5), at(5)))).toEqual([]);
  expect(found('late', verdict('ClockBreached', at(6), at(5)))).toEqual([]);
  expect(found('late', verdict('ClockBreached', null, at(5)))).toEqual([]);
});

test('a miss where nobody was late is wrong, and so is a clock that is met where nobody can have done it', () => {
  expect(found('plain', verdict('ClockBreached', at(6), at(5)))).toEqual(['wrongVerdict']);
  expect(found('late', verdict('ClockMet', at(5), at(5)))).toEqual(['wrongVerdict']);
});

test('a verdict that its own moments contradict is wrong', () => {
  expect(found('plain', verdict('ClockMet', at(6), at(5)))).toEqual(['wrongVerdict']);
  expect(found('late', verdict('ClockBreached', at(5), at(5)))).toEqual(['wrongVerdict']);
});

test('a clock that is not judged is wrong', () => {
  expect(found('plain')).toEqual(['wrongVerdict']);
});

test('what is recorded before its cause, or before what its stream holds, is found', () => {
  const met = verdict('ClockMet', at(5), at(5));
  const offered = event('routing.facts', `order-${id}`, 'OrderOffered', 4);
  const heard = event('intake.facts', `handling-${id}`, 'OrderMoved', 3, { causationId: offered.id });
  expect(found('plain', offered, heard, met)).toEqual(['wrongVerdict']);
  const taken = event('routing.facts', `order-${id}`, 'OrderTaken', 3);
  expect(found('plain', offered, taken, met)).toEqual(['wrongVerdict']);
  const later = event('routing.facts', `order-${id}`, 'OrderTaken', 4);
  expect(found('plain', offered, later, met)).toEqual([]);

  const audited = {
    ...event('audit.facts', `history-${id}`, 'EventHeard', 3),
    id: offered.id,
    metadata: { recordedAt: at(3) },
  };
  expect(found('plain', offered, audited, met)).toEqual(['wrongVerdict']);
});

test('audit may hear things in another order than they happened', () => {
  const met = verdict('ClockMet', at(5), at(5));
  const [late, early] = [4, 3].map((second) =>
    event('audit.facts', `history-${id}`, 'EventHeard', second, { causationId: `news-${second}` }),
  );
  expect(found('plain', ...[late, early].flatMap((it) => it ?? []), met)).toEqual([]);
});
