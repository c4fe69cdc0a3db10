import { beforeEach, expect, jest, test } from '@jest/globals';
import type { sendingOn } from './sending-on';
import type { Sitting } from '../../api/sitting';

// The client of the API asks the browser for its language as soon as it is loaded.
Object.defineProperty(globalThis, 'navigator', { value: { language: 'en' }, configurable: true });

let sitting: Sitting = { signedIn: undefined, whose: undefined };
let hear: (now: Sitting) => void = () => undefined;
jest.unstable_mockModule('../../api/sitting', () => ({
  sittingNow: () => sitting,
  whenSitting: (listener: typeof hear) => void (hear = listener),
}));

// It reads files by modules that only a build makes.
const found = { key: 'k', columns: [], draft: { columns: { id: 'a', reportedAt: 'b', words: ['c'] } } };
jest.unstable_mockModule('./reading', () => ({
  find: async () => found,
  look: async () => ({ survey: { read: 2 } }),
  send: async () => new Promise(() => undefined),
}));

let parts: Parameters<typeof sendingOn>[0] | null = null;
jest.unstable_mockModule('./sending-on', () => ({
  sendingOn: (given: typeof parts) => void (parts = given),
  Stopped: class extends Error {},
}));

const { choose, send, stop } = await import('./job');

const sits = (signedIn: string | null, whose: string | null): void => {
  sitting = { signedIn, whose };
  hear(sitting);
};

const begun = async () => {
  sits('zhou', 'zhou');
  await choose({ name: 'hotline.csv' } as File, { zone: 'Asia/Shanghai', items: [], account: 'zhou' });
  void send();
  const it = parts;
  if (it === null) throw new Error('Nothing is sent.');
  const woken = jest.fn();
  void it.goneOn().then(woken);
  return { it, woken };
};

const settled = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

beforeEach(() => {
  parts = null;
});

test('an import waits for whoever began it, and goes on when they are back', async () => {
  const { it, woken } = await begun();
  expect([it.isStopped(), it.maySend()]).toEqual([false, true]);
  sits(null, 'zhou');
  await settled();
  expect([it.isStopped(), it.maySend()]).toEqual([false, false]);
  expect(woken).not.toHaveBeenCalled();
  sits('zhou', 'zhou');
  await settled();
  expect([it.isStopped(), it.maySend()]).toEqual([false, true]);
  expect(woken).toHaveBeenCalled();
});

test.each([
  ['signs out', null],
  ['makes room for somebody else', 'wu'],
])('where whoever began it %s, nothing more of it is sent, and nothing is left to begin', async (_, who) => {
  const { it, woken } = await begun();
  sits(who, who);
  await settled();
  expect([it.isStopped(), it.maySend()]).toEqual([true, false]);
  expect(woken).toHaveBeenCalled();
  parts = null;
  sits('zhou', 'zhou');
  void send();
  expect(parts).toBeNull();
});

test('whoever stops it may begin again', async () => {
  const { it } = await begun();
  stop();
  expect(it.isStopped()).toBe(true);
  parts = null;
  void send();
  expect(parts).not.toBeNull();
});
