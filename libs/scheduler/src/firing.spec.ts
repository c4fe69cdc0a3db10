import { expect, test } from '@jest/globals';
import { until } from '@mulin/testing';
import type { TimerTable } from './timer-table.js';
import { fireWith, type Running } from './firing.js';

/** One alarm that is due. */
const dueAlarms = (): TimerTable => {
  const due = [{ subject: 'case-1', at: 0, traceparent: null }];
  return {
    put: async () => undefined,
    claim: async () => due.splice(0),
    hold: async () => null,
    settle: async () => null,
    release: async () => undefined,
    firstBefore: async () => null,
    secondsFrom: async () => [],
  };
};

test('alarms ring while their queue cannot work, and it is asked until it can', async () => {
  const abort = new AbortController();
  const troubles: unknown[] = [];
  const seen: string[] = [];
  let asked = 0;
  const running: Running = {
    timers: dueAlarms(),
    queue: {
      add: async () => undefined,
      work: async () => {
        if (++asked === 1) throw new Error('no queue yet');
      },
      close: async () => undefined,
    },
    reminders: { post: () => undefined, told: async () => undefined },
    nowMs: () => 0,
    fired: () => undefined,
    onError: (error) => void troubles.push(error),
    stopped: abort.signal,
    sweepMs: 5,
    leave: async () => undefined,
    tasks: new Set(),
  };
  fireWith(running, async (subjects) => void seen.push(...subjects));

  await until(() => asked === 2 && seen.length > 0);
  expect({ seen, asked, troubles }).toEqual({
    seen: ['case-1'],
    asked: 2,
    troubles: [new Error('no queue yet')],
  });
  abort.abort();
  await Promise.all(running.tasks);
});
