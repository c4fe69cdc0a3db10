import { afterEach, describe, expect, test } from '@jest/globals';
import { on, publicEvent } from '@mulin/bus';
import { CaseWithdrawnV1 } from '@mulin/contracts';
import {
  newCorrelation,
  type Decider,
  idOf,
  instant,
  type Projection,
  Unavailable,
  uuidOf,
} from '@mulin/kernel';
import { until } from '@mulin/testing';
import { instrumentedHandler, type Health, memoryPlatform, hostService } from '../index.js';
import { readinessOf } from './readiness.js';

type Withdrawn = Readonly<{ type: 'CaseWithdrawn'; data: { cycle: number } }>;
const cases: Decider<number, Withdrawn> = { category: 'case', initial: 0, evolve: (count) => count + 1 };
const now = () => instant('2026-03-02T01:00:00Z');

/** A gate that lets through as many as it is told to, and everybody once it is open. */
const gate = () => {
  let left = 0;
  let open = false;
  const waiting: (() => void)[] = [];
  return {
    pass: () => (open || left-- > 0 ? Promise.resolve() : new Promise<void>((go) => void waiting.push(go))),
    let: (count: number) => {
      for (const go of waiting.splice(0, count)) go();
    },
    open: () => {
      open = true;
      for (const go of waiting.splice(0)) go();
    },
    close: () => {
      open = false;
      left = 0;
    },
  };
};

const withoutRules = {
  code: 'deadlines-missing',
  params: { count: 1 },
  text: { en: '1 case has no deadline', zh: '1 个案件没有时限' },
};

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/**
 * A desk whose log is full before anybody starts, an ear that hears through a gate, and a view of the desk that
 * folds only while it may. Time is what the story says.
 */
const town = async (events: number) => {
  const { platform } = memoryPlatform({ town: 'mu', zone: 'UTC', now });
  const ear = gate();
  const troubles = { publish: false, view: false, store: false, rules: false };
  let nowMs = 0;
  const handle = instrumentedHandler(platform, 'desk', cases);
  const withdraw = async (name: string) =>
    handle(
      await uuidOf(name),
      () => [{ type: 'CaseWithdrawn', data: { cycle: 1 } }],
      newCorrelation({ town: 'mu', actor: 'li', id: name }),
    );
  for (let nth = 0; nth < events; nth++) await withdraw(`before ${nth}`);

  const list: Projection<{ id: string }, Withdrawn> = {
    name: 'withdrawn',
    version: 1,
    categories: ['case'],
    key: idOf,
    project: (_, event) => {
      if (troubles.view) throw new Error('this row cannot be folded');
      return { id: idOf(event) };
    },
    columns: {},
  };
  platform.view('desk', list);

  const start = async () => {
    const desk = hostService<Withdrawn>(platform, {
      name: 'desk',
      publish: (event) => {
        if (troubles.publish) throw new Error('this event has no words');
        return publicEvent(CaseWithdrawnV1, event, now(), event.data);
      },
      subscribesTo: [],
      reactions: [],
      lacks: () => Promise.resolve(troubles.rules ? withoutRules : null),
    });
    const listener = hostService(platform, {
      name: 'ear',
      publish: () => null,
      subscribesTo: ['desk'],
      reactions: [on(CaseWithdrawnV1, () => ear.pass())],
    });
    for (const strategy of [listener, desk]) {
      await strategy.listen(() => undefined);
      closing.push(async () => strategy.close());
    }
    closing.push(async () => {
      Object.assign(troubles, { publish: false, view: false });
      ear.open();
    });
    closing.reverse();
  };

  const readiness = readinessOf({
    atWork: platform.atWork,
    views: platform.views,
    eventStore: (service) => {
      const store = platform.eventStore(service);
      const head = () =>
        Promise.reject(new Unavailable({ en: 'the store does not answer', zh: '事件库没有应答' }));
      return troubles.store ? { ...store, head } : store;
    },
    engines: async () => [],
    nowMs: () => nowMs,
    patienceMs: 300,
  });
  closing.push(async () => readiness.stop());

  const check = async (): Promise<Readonly<Record<string, Health>>> => {
    nowMs += 2_000;
    return Object.fromEntries((await readiness.check()).map((it) => [it.name, it]));
  };
  /** Nothing else happens for so long. */
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 5) {
      nowMs += 5_000;
      await readiness.observe();
    }
  };
  const head = () => platform.eventStore('desk').head();
  return { start, ear, withdraw, check, pass, troubles, head };
};

const isReady = (checks: Readonly<Record<string, Health>>) => Object.values(checks).every(({ ok }) => ok);
describe('After a start', () => {
  test('a town is ready at its first answer when nothing was left to do', async () => {
    const { start, ear, check, head } = await town(3);
    ear.open();
    await start();
    const checks = await check();
    expect(checks).toEqual({
      ear: {
        name: 'ear',
        ok: true,
        text: expect.any(Object),
        code: 'working',
        params: { position: 0, count: 0 },
      },
      desk: {
        name: 'desk',
        ok: true,
        text: {
          en: expect.stringMatching(/^has published its events up to \d+; messages waiting: 0$/),
          zh: expect.stringMatching(/^事件已发布至 \d+，待处理消息 0 条$/),
        },
        code: 'working',
        params: { position: await head(), count: 0 },
      },
    });
  });

  test('a town is not ready while a service lacks what it works by, and says what', async () => {
    const { start, ear, check, troubles } = await town(3);
    ear.open();
    await start();
    troubles.rules = true;
    expect(await check()).toMatchObject({
      desk: { ok: false, code: 'deadlines-missing', text: { zh: '1 个案件没有时限' } },
    });
    troubles.rules = false;
    expect(isReady(await check())).toBe(true);
  });

  test('a town is not ready before everything told was handled, and says what it waits for', async () => {
    const { start, ear, check } = await town(30);
    await start();
    expect(await check()).toMatchObject({
      ear: {
        ok: false,
        code: 'catching-up-handling',
        text: { zh: expect.stringMatching(/^正在补齐：待处理消息 \d+ 条（desk: \d+）$/) },
      },
    });
    ear.let(10);
    expect(await check()).toMatchObject({ ear: { ok: false } });
    ear.open();
    expect(isReady(await until(check, isReady))).toBe(true);
  });

  test('a town is not ready before its views show what was recorded', async () => {
    const { start, ear, check, troubles, head } = await town(5);
    ear.open();
    troubles.view = true;
    await start();
    expect(await check()).toMatchObject({
      desk: {
        ok: false,
        code: 'catching-up-view',
        params: { view: 'withdrawn', position: 0, head: await head() },
      },
    });
    troubles.view = false;
    expect(isReady(await until(check, isReady))).toBe(true);
  });

  test('a town is not ready before its events were told', async () => {
    const { start, ear, check, troubles, head } = await town(5);
    ear.open();
    troubles.publish = true;
    await start();
    expect(await check()).toMatchObject({
      desk: { ok: false, code: 'catching-up-publishing', params: { position: 0, head: await head() } },
      ear: { ok: false },
    });
    troubles.publish = false;
    expect(isReady(await until(check, isReady))).toBe(true);
  });

  test('a town that never has nothing left to do is ready all the same', async () => {
    const { start, ear, check, withdraw } = await town(10);
    await start();
    expect(isReady(await check())).toBe(false);
    let count = 0;
    const checks = await until(async () => {
      await withdraw(`meanwhile ${++count}`);
      ear.let(1);
      return check();
    }, isReady);
    expect(isReady(checks)).toBe(true);
    expect(checks['ear']?.text.en).not.toContain('messages waiting: 0');
  });
});

describe('A town that has caught up', () => {
  const ready = async () => {
    const it = await town(3);
    it.ear.open();
    await it.start();
    expect(isReady(await until(it.check, isReady))).toBe(true);
    return it;
  };

  test('stays ready while it is behind and comes forward', async () => {
    const { ear, withdraw, check, pass } = await ready();
    ear.close();
    for (let nth = 0; nth < 20; nth++) await withdraw(`later ${nth}`);
    expect(await check()).toMatchObject({ ear: { ok: true } });
    for (let turn = 0; turn < 5; turn++) {
      await pass(10);
      ear.let(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await check()).toMatchObject({ ear: { ok: true } });
    }
  });

  test('is not ready any more when a listener is stuck, and is again when it goes on', async () => {
    const { ear, withdraw, check, pass } = await ready();
    ear.close();
    await withdraw('later');
    await until(check, ({ ear: it }) => it?.params['count'] === 1);
    await pass(20);
    expect(await check()).toMatchObject({
      ear: { ok: false, code: 'handling-stuck', text: { en: 'messages waiting: 1, and none is handled' } },
      desk: { ok: true },
    });
    ear.open();
    expect(isReady(await until(check, isReady))).toBe(true);
  });

  test('is not ready any more when a view or the telling is stuck', async () => {
    const { withdraw, check, pass, troubles, head } = await ready();
    const at = await head();
    Object.assign(troubles, { publish: true, view: true });
    await withdraw('later');
    await check();
    await pass(20);
    const { desk } = await check();
    expect(desk).toMatchObject({
      ok: false,
      code: 'publishing-stuck',
      params: { position: at },
      text: {
        en: `cannot publish its events after ${at}; its view "withdrawn" is stuck at ${at}`,
        zh: `无法发布 ${at} 之后的事件；列表“withdrawn”停在 ${at}`,
      },
    });
    Object.assign(troubles, { publish: false, view: false });
    expect(isReady(await until(check, isReady))).toBe(true);
  });

  test('is not ready while a log does not answer', async () => {
    const { check, troubles } = await ready();
    troubles.store = true;
    expect(await check()).toMatchObject({
      desk: { ok: false, code: 'unavailable', text: { zh: '事件库没有应答' } },
    });
    troubles.store = false;
    expect(isReady(await check())).toBe(true);
  });
});
