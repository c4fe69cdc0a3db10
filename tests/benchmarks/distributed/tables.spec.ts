import { expect, test } from '@jest/globals';
import { shown, tablesOf } from './tables.js';

test('a figure has three digits that count, and commas from a thousand on', () => {
  expect([0.0123456, 1.5, 12.345, 99.96, 1_234.5, undefined].map(shown)).toEqual([
    '0.0123',
    '1.5',
    '12.3',
    '100',
    '1,235',
    '',
  ]);
});

test('towns that were measured stand beside the one in one process, with how many times of it each has', () => {
  const table = tablesOf({
    'embedded.loop.perSecond': 200,
    'services.loop.perSecond': 100,
    'twoOfEach.loop.perSecond': 240,
  });
  expect(table.split('\n').at(-1)).toBe(
    '| demands a second, registered until clocks run and history is visible | 200 | 100 (× 0.5) | 240 (× 1.2) |',
  );
});

test('memory of two instances stands side by side, with the share of the processor that both have had', () => {
  const table = tablesOf({
    'embedded.rss.town.MB': 300,
    'embedded.processorShare.town': 1,
    'twoOfEach.rss.sla-timer-1.MB': 100,
    'twoOfEach.rss.sla-timer-2.MB': 120,
    'twoOfEach.processorShare.sla-timer-1': 0.25,
    'twoOfEach.processorShare.sla-timer-2': 0.5,
  });
  expect(table.split('\n').slice(-3)).toEqual([
    '| town | 300 (100 %) |  |',
    '| sla-timer |  | 100 + 120 (75 %) |',
    '| all | 300 | 220 |',
  ]);
});

test('of a kill it says what was first, by what it was', () => {
  const table = tablesOf({
    'recovery.kafka.awaySeconds': 12.1,
    'recovery.kafka.firstSentSeconds': 0.3,
    'recovery.kafka.firstReadSeconds': 0.5,
    'recovery.kafka.allHandledSeconds': 2,
    'recovery.intake.firstAcceptedSeconds': 0.02,
    'recovery.intake.allHandledSeconds': 7,
  });
  expect(table.split('\n').slice(-2)).toEqual([
    '| one of two intake killed |  | 201 0.02 | 7 |',
    '| Kafka killed and back | 12.1 | sent 0.3, read 0.5 | 2 |',
  ]);
});

test('what was not measured has no table', () => {
  expect(tablesOf({})).toBe('');
  expect(tablesOf({ 'bus.kafka.perSecond': 1, 'bus.kafka.raw.perSecond': 2 }).split('\n')).toHaveLength(3);
});
