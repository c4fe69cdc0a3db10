import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { FileRefused } from '@mulin/imports';
import { beforeOf } from './before';
import type { Job } from './state';
import type { sendingOn } from './sending-on';
import type { Sitting } from '../../api/sitting';

// The client of the API asks the browser for its language as soon as it is loaded.
Object.defineProperty(globalThis, 'navigator', { value: { language: 'en' }, configurable: true });

const kept = new Map<string, string>();
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  },
  configurable: true,
});

let sitting: Sitting = { signedIn: undefined, whose: undefined };
let hear: (now: Sitting) => void = () => undefined;
jest.unstable_mockModule('../../api/sitting', () => ({
  sittingNow: () => sitting,
  whenSitting: (listener: typeof hear) => void (hear = listener),
}));

// It reads files by modules that only a build makes.
const found = { key: 'k', columns: [], draft: { columns: { id: 'a', reportedAt: 'b', words: ['c'] } } };
const mapping = { ...found.draft, name: 'own' };
type Progress = (through: number, tally: null) => void;
let progress: Progress = () => undefined;
/** Whatever is asked of a file waits for it. */
let loaded: Promise<void> = Promise.resolve();
jest.unstable_mockModule('./reading', () => ({
  find: async ({ name }: File, { own }: { own: { columns: object } | null }) => {
    if (own === null && name === 'odd.csv')
      throw new FileRefused('not-a-table', { en: '', zh: '' }, 'malformed');
    await loaded;
    if (own !== null && Object.hasOwn(own.columns, 'phone'))
      throw new FileRefused('missing-columns', { en: '', zh: '' }, 'malformed');
    return own === null ? found : { ...found, draft: own };
  },
  readMapping: async ({ name }: File) => {
    await loaded;
    if (name === 'none.json') throw new FileRefused('mapping-not-json', { en: '', zh: '' }, 'malformed');
    return name === 'other.json'
      ? { ...mapping, columns: { ...mapping.columns, phone: 'd' } }
      : { ...mapping };
  },
  look: async () => ({ survey: { read: 2 } }),
  send: async (_: File, __: object, { onProgress }: { onProgress: Progress }) => {
    progress = onProgress;
    return new Promise(() => undefined);
  },
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

const { choose, chooseMapping, giveUp, readBy, send, stop, takeMappingAway, useJob } = await import('./job');

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
  kept.clear();
  loaded = Promise.resolve();
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
    const { mode } = draft ?? {};
    const before = beforeOf(shown())?.before;
    return { step, file: file?.name, own: own?.name, source: draft?.name, mode, told: told?.code, before };
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

  /** Something of it is sent, and then the page is closed. */
  const breakOff = async () => {
    void send();
    await settled();
    progress(1, null);
    giveUp();
  };

  /** Until then nothing that is asked of a file is answered. */
  const loading = () => {
    let load = (): void => undefined;
    loaded = new Promise((resolve) => void (load = resolve));
    return load;
  };

  const change = async (change: object) => {
    useJob();
    const { draft } = shown();
    if (draft === null) throw new Error('Nothing is read.');
    await readBy({ ...draft, ...change }, []);
  };

  test('of another name is warned of where the file was begun before, and leaves the first name known', async () => {
    await choose(fileCalled('hotline.csv'), at);
    await change({ name: 'first' });
    expect(now()).toMatchObject({ source: 'first', before: undefined });
    await breakOff();
    await chooseMapping(fileCalled('own.json'), at);
    await choose(fileCalled('hotline.csv'), at);
    expect(now()).toMatchObject({ step: 'ready', source: 'own', before: 'otherName' });
    await change({ name: 'first' });
    expect(now()).toMatchObject({ before: 'begun' });
    await change({ name: 'own' });
    await breakOff();
    await choose(fileCalled('hotline.csv'), at);
    await change({ name: 'first' });
    expect(now()).toMatchObject({ source: 'first', before: 'begun' });
  });

  test('that was changed in the form goes on with what was changed when it is chosen again', async () => {
    await choose(fileCalled('hotline.csv'), at);
    await chooseMapping(fileCalled('own.json'), at);
    await change({ mode: 'live' });
    await breakOff();
    await chooseMapping(fileCalled('own.json'), at);
    await choose(fileCalled('hotline.csv'), at);
    expect(now()).toMatchObject({ own: 'own.json', source: 'own', mode: 'live', before: 'begun' });
  });

  test('is warned of where a file that was just stopped is called otherwise', async () => {
    await choose(fileCalled('hotline.csv'), at);
    await change({ name: 'first' });
    void send();
    await settled();
    progress(1, null);
    stop();
    await change({ name: 'second' });
    expect(now()).toMatchObject({ step: 'ready', source: 'second', before: 'otherName' });
  });

  test('is taken away also after something was sent by it, and the file is warned of', async () => {
    await chooseMapping(fileCalled('own.json'), at);
    await choose(fileCalled('hotline.csv'), at);
    await change({ mode: 'live' });
    void send();
    await settled();
    progress(1, null);
    stop();
    await takeMappingAway(at);
    expect(now()).toMatchObject({ step: 'ready', own: undefined, source: undefined, before: 'otherName' });
  });

  test.each([
    ['own.json', 'hotline.csv', { own: 'own.json', source: 'own', told: undefined }],
    ['own.json', 'odd.csv', { own: 'own.json', source: 'own', told: undefined }],
    ['none.json', 'hotline.csv', { own: undefined, source: undefined, told: 'mapping-not-json' }],
  ])('that is read only when the file was chosen is not lost: %s, %s', async (own, file, becomes) => {
    const load = loading();
    const chosen = [chooseMapping(fileCalled(own), at), choose(fileCalled(file), at)];
    await settled();
    load();
    await Promise.all(chosen);
    expect(now()).toMatchObject({ step: 'ready', file, ...becomes });
  });

  test('that is read only when the file is being sent leaves that alone', async () => {
    await choose(fileCalled('hotline.csv'), at);
    const load = loading();
    const chosen = chooseMapping(fileCalled('own.json'), at);
    void send();
    load();
    await chosen;
    expect(now()).toMatchObject({ step: 'sending', own: undefined });
  });

  test('that is read only when somebody else sits here is not theirs', async () => {
    const load = loading();
    const chosen = chooseMapping(fileCalled('own.json'), at);
    sits('wu', 'wu');
    load();
    await chosen;
    expect(now()).toMatchObject({ step: 'choosing', own: undefined });
  });
});
