import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { FileRefused } from '@mulin/imports';
import type { Job } from './job';
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
const mapping = { ...found.draft, name: 'own' };
jest.unstable_mockModule('./reading', () => ({
  find: async (_: File, { own }: { own: { columns: object } | null }) => {
    if (own !== null && Object.hasOwn(own.columns, 'phone'))
      throw new FileRefused('missing-columns', { en: '', zh: '' }, 'malformed');
    return own === null ? found : { ...found, draft: own };
  },
  readMapping: async ({ name }: File) => {
    if (name === 'none.json') throw new FileRefused('mapping-not-json', { en: '', zh: '' }, 'malformed');
    return name === 'other.json'
      ? { ...mapping, columns: { ...mapping.columns, phone: 'd' } }
      : { ...mapping };
  },
  look: async () => ({ survey: { read: 2 } }),
  send: async () => new Promise(() => undefined),
}));

/** What views hear. */
let shown: () => Job = () => {
  throw new Error('Nothing is shown.');
};
jest.unstable_mockModule('react', () => ({
  useSyncExternalStore: (_: unknown, snapshot: () => Job) => {
    shown = snapshot;
    return snapshot();
  },
}));

let parts: Parameters<typeof sendingOn>[0] | null = null;
jest.unstable_mockModule('./sending-on', () => ({
  sendingOn: (given: typeof parts) => void (parts = given),
  Stopped: class extends Error {},
}));

const { choose, chooseMapping, giveUp, send, stop, takeMappingAway, useJob } = await import('./job');

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

describe("A mapping of one's own", () => {
  const at = { zone: 'Asia/Shanghai', items: [], account: 'zhou' };
  const fileCalled = (name: string) => ({ name }) as File;
  const now = () => {
    useJob();
    const { step, file, own, draft, told } = shown();
    return { step, file: file?.name, own: own?.name, source: draft?.name, told: told?.code };
  };

  beforeEach(() => {
    sits('zhou', 'zhou');
    giveUp();
  });

  test('is put beside the file before or after it, and reads it', async () => {
    await chooseMapping(fileCalled('own.json'), at);
    expect(now()).toMatchObject({ step: 'choosing', own: 'own.json', told: undefined });
    await choose(fileCalled('hotline.csv'), at);
    expect(now()).toMatchObject({ step: 'ready', file: 'hotline.csv', own: 'own.json', source: 'own' });
    await takeMappingAway(at);
    expect(now()).toMatchObject({ step: 'ready', file: 'hotline.csv', own: undefined, source: undefined });
    await chooseMapping(fileCalled('own.json'), at);
    expect(now()).toMatchObject({ step: 'ready', own: 'own.json', source: 'own' });
  });

  test('that is none is refused, and changes nothing', async () => {
    await chooseMapping(fileCalled('own.json'), at);
    await choose(fileCalled('hotline.csv'), at);
    await chooseMapping(fileCalled('none.json'), at);
    expect(now()).toMatchObject({ step: 'ready', own: 'own.json', source: 'own', told: 'mapping-not-json' });
  });

  test('that does not fit the file is told, and the file is read once it is taken away', async () => {
    await choose(fileCalled('hotline.csv'), at);
    await chooseMapping(fileCalled('other.json'), at);
    expect(now()).toMatchObject({ file: 'hotline.csv', own: 'other.json', told: 'missing-columns' });
    await takeMappingAway(at);
    expect(now()).toMatchObject({ step: 'ready', file: 'hotline.csv', own: undefined, told: undefined });
  });

  test('is gone with whoever chose it', async () => {
    await chooseMapping(fileCalled('own.json'), at);
    sits('wu', 'wu');
    expect(now()).toMatchObject({ step: 'choosing', own: undefined });
  });
});
