/** A process dies between the two events of a merger, of its undoing, or of a split. */
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Area, type EventStore, type Instant, instant } from '@mulin/kernel';
import { memoryPlatform, openService, type Platform } from '@mulin/service';
import { INTAKE, IntakeModule } from '../index.js';

const menu = [
  {
    id: 'street-lamp',
    name: { zh: '路灯', en: 'Street lamp' },
    net: 'life',
    urgency: 'ordinary',
    policy: 'ordinary',
    public: true,
  },
] as const;

const openTrial = async () => {
  const time: { now: Instant } = { now: instant('2026-03-02T04:00:00Z') };
  const clerk = { id: 'clerk-1', role: 'hotline-clerk', area: 'mu' as Area } as const;
  const memory = memoryPlatform({
    town: 'mu',
    zone: 'Asia/Shanghai',
    now: () => time.now,
    accounts: { clerk },
  });
  let deadly: string | null = null;

  /** Nothing is recorded from the moment at which the process dies. */
  const mortal = (store: EventStore): EventStore => ({
    ...store,
    appendToStream: async (stream, events, options) => {
      if (events.some(({ type }) => type === deadly)) throw new Error('The process is gone.');
      return store.appendToStream(stream, events, options);
    },
  });
  const eventStore: Platform['eventStore'] = (service, more) => ({
    ...memory.platform.eventStore(service, more),
    ...mortal(memory.platform.eventStore(service, more)),
  });
  const { url, close } = await openService(
    { ...memory.platform, eventStore },
    { modules: [IntakeModule.with({ menu })], services: [INTAKE], port: 0 },
  );

  let keys = 0;
  const post = async (path: string, body: object) => {
    const response = await fetch(`${url}/api/v1/cases${path}`, {
      method: 'POST',
      headers: {
        authorization: 'Bearer clerk',
        'content-type': 'application/json',
        'idempotency-key': `key-${++keys}`,
      },
      body: JSON.stringify(body),
    });
    await memory.settle();
    const answered = (await response.json()) as Readonly<Record<string, string>>;
    return { status: response.status, answered };
  };
  return {
    close,
    register: async () => {
      const { answered } = await post('', { menuItem: 'street-lamp', words: 'It is dark.' });
      return answered['caseId'] ?? '';
    },
    closeInto: (one: string, other: string) =>
      post(`/${one}/close`, { outcome: 'duplicate', duplicateOf: other }),
    unmerge: (caseId: string) => post(`/${caseId}/unmerge`, {}),
    split: (caseId: string) =>
      post(`/${caseId}/split`, { menuItem: 'street-lamp', words: 'The other one, too.' }),
    partsOf: async (caseId: string) =>
      (await memory.platform.eventStore('intake').readStream(`case-${caseId}`)).flatMap((event) =>
        event.type === 'CaseSplit' ? [event.data] : [],
      ),
    withdraw: async (caseId: string) => {
      const { status, answered } = await post(`/${caseId}/withdraw`, {});
      return [status, answered['code'] ?? answered['state']];
    },
    diesAt: async <Answer>(type: string, work: () => Promise<Answer>) => {
      deadly = type;
      const answer = await work();
      deadly = null;
      return answer;
    },
    wordsOf: async (caseId: string) =>
      (await memory.platform.eventStore('intake').readStream(`case-${caseId}`)).map(({ type }) => type),
    after: async (at: string) => {
      time.now = instant(at);
      await memory.settle();
    },
  };
};

let town: Awaited<ReturnType<typeof openTrial>>;
beforeEach(async () => {
  town = await openTrial();
});
afterEach(() => town.close());

describe('A process that dies while it closes a duplicate', () => {
  test('before it is closed: the other case is free again, although nobody asks a second time', async () => {
    const [one, other] = [await town.register(), await town.register()];
    const { status } = await town.diesAt('CaseClosed', () => town.closeInto(one, other));
    expect(status).toBe(500);
    expect(await town.withdraw(other)).toEqual([409, 'answers-for-others']);

    await town.after('2026-03-02T04:05:00Z');
    expect(await town.wordsOf(other)).toEqual(['CaseRegistered', 'DuplicateExpected', 'DuplicateGone']);
    expect(await town.withdraw(other)).toEqual([200, 'withdrawn']);
  });

  test('after it is closed: the other case hears that it answers for both, once', async () => {
    const [one, other] = [await town.register(), await town.register()];
    await town.diesAt('DuplicateJoined', () => town.closeInto(one, other));
    expect(await town.wordsOf(one)).toContain('CaseClosed');

    await town.after('2026-03-02T04:05:00Z');
    await town.after('2026-03-02T04:10:00Z');
    expect(await town.wordsOf(other)).toEqual(['CaseRegistered', 'DuplicateExpected', 'DuplicateJoined']);
    expect(await town.withdraw(other)).toEqual([409, 'answers-for-others']);
  });

  test('is not mistaken for one that is still at it', async () => {
    const [one, other] = [await town.register(), await town.register()];
    await town.diesAt('CaseClosed', () => town.closeInto(one, other));
    await town.after('2026-03-02T04:01:30Z');
    expect(await town.wordsOf(other)).toEqual(['CaseRegistered', 'DuplicateExpected']);
  });

  test('and the same close sent again after all closes it, also when it was settled meanwhile', async () => {
    const [one, other] = [await town.register(), await town.register()];
    await town.diesAt('CaseClosed', () => town.closeInto(one, other));
    await town.after('2026-03-02T04:05:00Z');
    expect(await town.closeInto(one, other)).toMatchObject({ status: 200, answered: { state: 'closed' } });
    await town.after('2026-03-02T04:10:00Z');
    expect((await town.wordsOf(other)).slice(-2)).toEqual(['DuplicateExpected', 'DuplicateJoined']);
  });
});

describe('A process that dies while it undoes a merger', () => {
  const merged = async () => {
    const [one, other] = [await town.register(), await town.register()];
    await town.closeInto(one, other);
    return [one, other] as const;
  };

  test('between its two events: the other case hears that it answers for itself alone, once', async () => {
    const [one, other] = await merged();
    const { status } = await town.diesAt('DuplicateSeparated', () => town.unmerge(one));
    expect(status).toBe(500);
    expect((await town.wordsOf(one)).at(-1)).toBe('CaseUnmerged');
    expect(await town.withdraw(other)).toEqual([409, 'answers-for-others']);
    await town.after('2026-03-02T04:01:30Z');
    expect((await town.wordsOf(other)).at(-1)).toBe('DuplicateJoined');

    await town.after('2026-03-02T04:05:00Z');
    await town.after('2026-03-02T04:10:00Z');
    expect((await town.wordsOf(other)).slice(-2)).toEqual(['DuplicateJoined', 'DuplicateSeparated']);
    expect(await town.withdraw(other)).toEqual([200, 'withdrawn']);
  });

  test('and the same is merged again meanwhile: the other case goes on answering for both', async () => {
    const [one, other] = await merged();
    await town.diesAt('DuplicateSeparated', () => town.unmerge(one));
    await town.closeInto(one, other);
    await town.after('2026-03-02T04:05:00Z');
    expect((await town.wordsOf(other)).at(-1)).toBe('DuplicateJoined');
    expect(await town.withdraw(other)).toEqual([409, 'answers-for-others']);
    await town.unmerge(one);
    expect(await town.withdraw(other)).toEqual([200, 'withdrawn']);
  });

  test('and it is merged into a third case meanwhile: the other one is free', async () => {
    const [one, other] = await merged();
    const third = await town.register();
    await town.diesAt('DuplicateSeparated', () => town.unmerge(one));
    await town.closeInto(one, third);
    await town.after('2026-03-02T04:05:00Z');
    expect(await town.withdraw(other)).toEqual([200, 'withdrawn']);
    expect(await town.withdraw(third)).toEqual([409, 'answers-for-others']);
  });
});

describe('A process that dies while it splits a case', () => {
  test('between its two events: the whole hears of its part, once', async () => {
    const whole = await town.register();
    const { status } = await town.diesAt('CaseSplit', () => town.split(whole));
    expect(status).toBe(500);
    expect(await town.wordsOf(whole)).toEqual(['CaseRegistered']);

    await town.after('2026-03-02T04:05:00Z');
    await town.after('2026-03-02T04:10:00Z');
    expect(await town.wordsOf(whole)).toEqual(['CaseRegistered', 'CaseSplit']);
    expect(await town.partsOf(whole)).toMatchObject([{ part: { number: 'mu-2026-000002' } }]);
  });

  test('also where the whole is over by then', async () => {
    const whole = await town.register();
    await town.diesAt('CaseSplit', () => town.split(whole));
    await town.withdraw(whole);
    await town.after('2026-03-02T04:05:00Z');
    expect(await town.wordsOf(whole)).toEqual(['CaseRegistered', 'CaseWithdrawn', 'CaseSplit']);
  });
});
