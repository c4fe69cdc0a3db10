/** What a connection of kafkajs does while nothing waits to be sent. */
import { createRequire } from 'node:module';
import { expect, jest, test } from '@jest/globals';
import { calmRequestQueues, type RequestQueueClass } from './request-queues.js';

const RequestQueue = createRequire(import.meta.url)('kafkajs/src/network/requestQueue') as RequestQueueClass;

const queueOf = () =>
  new RequestQueue({
    maxInFlightRequests: null,
    requestTimeout: 1_000,
    enforceRequestTimeout: false,
    clientId: 'test',
    broker: 'nowhere:1',
    logger: { debug: () => undefined },
    isConnected: () => true,
  });

test('it looks after requests that are held back, and at nothing where none are', () => {
  calmRequestQueues();
  jest.useFakeTimers();
  try {
    const queue = queueOf();
    queue.checkPendingRequests();
    expect(jest.getTimerCount()).toBe(0);

    const sent: string[] = [];
    queue.pending.push({ expectResponse: true, send: () => void sent.push('held back') });
    queue.scheduleCheckPendingRequests();
    queue.scheduleCheckPendingRequests();
    expect(jest.getTimerCount()).toBe(1);
    jest.runOnlyPendingTimers();
    expect(sent).toEqual(['held back']);
    expect(jest.getTimerCount()).toBe(0);
  } finally {
    jest.useRealTimers();
  }
});
