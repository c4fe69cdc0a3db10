import { describe, expect, test } from '@jest/globals';
import { eventIdIn, processedEvents, publishedEvents } from './processed-events.js';

describe('Who waits for an event to be done with', () => {
  test('hears of it at once when it was done before', async () => {
    const { finished, finishes } = processedEvents();
    finished('a');
    expect(await finishes('a', 60_000)).toBe(true);
  });

  test('hears of it when it is done, and of no other', async () => {
    const { finished, finishes } = processedEvents();
    const [a, b] = [finishes('a', 60_000), finishes('b', 1)];
    finished('a');
    expect([await a, await b]).toEqual([true, false]);
  });
});

describe('What was told last', () => {
  test('is the event of the fact itself, or of one just before it that was anybody’s business', () => {
    const events = publishedEvents();
    events.remember(3, 'three');
    events.remember(5, 'five');
    expect([3, 4, 5, 12, 13, 2].map(events.at)).toEqual(['three', 'three', 'five', 'five', null, null]);
  });
});

test('the id of an event is found without reading all of it', () => {
  expect(eventIdIn('{"specversion":"1.0","id":"7","data":{}}')).toBe('7');
  expect(eventIdIn('{"id":"7"}')).toBe(null);
});
