/** What every event store promises, whichever engine keeps the log. */
import { describe, expect, test } from '@jest/globals';
import {
  newCorrelation,
  type Checkpoints,
  type Event,
  type EventStore,
  type ExpectedRevision,
  instant,
  UnsupportedEventVersion,
  type Position,
  type NewEvent,
  type RecordedEvent,
  Rejection,
  type StreamName,
  type Upcasts,
  WrongExpectedRevision,
} from '@mulin/kernel';
import { until } from './until.js';

/** An event store on trial. */
type Trial<Store> = Readonly<{
  /** The same log each time, opened by a program that knows these upcasts. */
  open: (upcasts?: Upcasts) => Promise<Store>;
  close: () => Promise<void>;
}>;

/** In what engines differ. */
type Abilities = Readonly<{
  /** Whether an id that is taken is known in the whole log, and not in its own stream alone. Default: yes. */
  knowsIdsOfWholeLog?: boolean;
  /** How many bytes an event, and all events of an append, may have. Default: 4 and 64 million. */
  mostBytes?: Readonly<{ event: number; append: number }>;
}>;

type Told<Store = EventStore> = (trial: Trial<Store>, store: Store) => Promise<void>;

const context = newCorrelation({ id: 'request-1', town: 'mulin', actor: 'clerk-1' });
const lamp: StreamName = 'case-lamp';
const drain: StreamName = 'case-drain';
const onDuty: StreamName = 'roster-may';

const event = (id: string, type = 'CaseNoted', data: unknown = { words: id }): NewEvent => ({
  id,
  type,
  data,
  metadata: context,
});
const events = (...ids: readonly string[]) => ids.map((id) => event(id));
const idsOf = (recorded: readonly RecordedEvent[]) => recorded.map(({ id }) => id);
const numbered = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, place) => `${prefix}-${place}`);

const any = { expectedRevision: 'any' } as const;
const fresh = { expectedRevision: 'no-stream' } as const;
const at = (expectedRevision: ExpectedRevision) => ({ expectedRevision });

const reasonOf = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.then(
    () => 'nothing was refused',
    (error: unknown) => error,
  );
const codeOf = async (attempt: Promise<unknown>) => {
  const reason = await reasonOf(attempt);
  return reason instanceof Rejection ? reason.code : reason;
};

const storiesOf =
  <Store>(begun: () => Promise<Trial<Store>>) =>
  (title: string, tell: Told<Store>) =>
    test(title, async () => {
      const trial = await begun();
      try {
        await tell(trial, await trial.open());
      } finally {
        await trial.close();
      }
    });

/**
 * The suite that every event store must pass.
 *
 * @param begun opens an empty log of its own for each test.
 * @param abilities what this engine keeps otherwise than most.
 */
export const describeEventStore = (
  name: string,
  begun: () => Promise<Trial<EventStore>>,
  abilities: Abilities = {},
) => {
  const story = storiesOf(begun);

  describe(name, () => {
    describe('An append', () => appending(story, abilities));
    describe('An expected revision', () => expecting(story));
    describe('An append made twice', () => repeating(story, abilities));
    describe('Reading', () => reading(story));
    describe('A subscription', () => subscribing(story));
    describe('Text', () => texts(story));
    describe('An older or a newer program', () => versions(story));
  });
};

type StoreWithCheckpoints = EventStore & Readonly<{ checkpoints: Checkpoints }>;

/** The suite of checkpoints, wherever they are kept. */
export const describeCheckpoints = (name: string, begun: () => Promise<Trial<StoreWithCheckpoints>>) =>
  describe(`A checkpoint beside ${name}`, () => checkpoints(storiesOf(begun)));

type Story = (title: string, tell: Told) => void;

const usualBytes = { event: 4e6, append: 64e6 };

const appending = (story: Story, { mostBytes = usualBytes }: Abilities) => {
  story('is answered with the events as they stand in their stream and in the log', async (_, store) => {
    const [first, second] = await store.appendToStream(lamp, events('a', 'b'), fresh);
    const [third] = await store.appendToStream(drain, events('c'), fresh);

    expect(first).toEqual({
      id: 'a',
      type: 'CaseNoted',
      data: { words: 'a' },
      stream: lamp,
      revision: 0,
      position: expect.any(Number),
      metadata: { ...context, recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) },
    });
    expect([second?.revision, third?.revision]).toEqual([1, 0]);
    expect(Number(first?.position)).toBeLessThan(Number(second?.position));
    expect(Number(second?.position)).toBeLessThan(Number(third?.position));
  });

  story('is recorded no earlier than it may be, whatever the clock of the store says', async (_, store) => {
    const notBefore = instant('2099-05-01T08:00:00Z');
    await store.appendToStream(lamp, [{ ...event('a'), notBefore }, event('b')], fresh);
    const again = await store.appendToStream(lamp, events('a', 'b'), any);
    expect(again.map(({ metadata }) => metadata.recordedAt)).toEqual([notBefore, notBefore]);
    const [other] = await store.appendToStream(
      drain,
      [{ ...event('c'), notBefore: instant('2000-01-01') }],
      fresh,
    );
    expect(Number(other?.metadata.recordedAt.slice(0, 4))).toBeGreaterThan(2_000);
  });

  story('is answered with what a reader gets, to the letter', async (_, store) => {
    const data = { b: [1, { d: undefined, c: -0 }], a: null, big: 1e21 };
    const answered = await store.appendToStream(lamp, [event('a', 'CaseNoted', data)], fresh);
    expect(JSON.stringify(await store.readStream(lamp))).toBe(JSON.stringify(answered));
    expect(answered[0]?.data).toStrictEqual({
      a: null,
      b: [1, { c: 0 }],
      big: 1e21,
    });
  });

  story('that is too large is refused whole, and hinders no other', async (_, store) => {
    const sized = (id: string, bytes: number) => event(id, 'CaseNoted', { words: 'x'.repeat(bytes) });
    const quarter = mostBytes.event / 4;
    const asked = await Promise.allSettled([
      store.appendToStream(drain, events('a'), fresh),
      store.appendToStream(lamp, [event('b'), sized('c', 5 * quarter)], fresh),
      store.appendToStream(
        lamp,
        numbered('many', mostBytes.append / quarter + 2).map((id) => sized(id, quarter)),
        fresh,
      ),
      store.appendToStream(onDuty, [sized('d', 3 * quarter)], fresh),
    ]);

    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
    for (const one of asked)
      if (one.status === 'rejected')
        expect(one.reason).toMatchObject({ code: 'too-large', refusal: 'too-large' });
    expect(await store.readStream(lamp)).toEqual([]);
    expect((await store.readAll({ from: null, maxCount: 10 })).length).toBe(2);
  });

  story('of nothing records nothing', async (_, store) => {
    expect(await store.appendToStream(lamp, [], any)).toEqual([]);
    expect(await store.head()).toBeNull();
  });

  story('keeps its own order among hundreds at once', async (_, store) => {
    const streams = numbered('case-busy', 300).map((stream): StreamName => `case-${stream.slice(5)}`);
    await Promise.all(
      streams.map((stream) => store.appendToStream(stream, events(`${stream}/a`, `${stream}/b`), fresh)),
    );
    const all = await store.readAll({ from: null, maxCount: 1_000 });

    expect(all).toHaveLength(600);
    for (const stream of streams)
      expect(idsOf(all.filter((recorded) => recorded.stream === stream))).toEqual([
        `${stream}/a`,
        `${stream}/b`,
      ]);
    const positions = all.map(({ position }) => Number(position));
    expect(positions).toEqual([...new Set(positions)].sort((a, b) => a - b));
  });

  story('to one stream by many at once is one after the other', async (_, store) => {
    const ids = numbered('note', 40);
    await Promise.all(ids.map((id) => store.appendToStream(lamp, events(id), any)));
    const recorded = await store.readStream(lamp);
    expect(recorded.map(({ revision }) => revision)).toEqual(ids.map((_, place) => place));
    expect([...idsOf(recorded)].sort()).toEqual([...ids].sort());
  });
};

const expecting = (story: Story) => {
  const cases: readonly [ExpectedRevision, 'empty' | 'two events', boolean][] = [
    ['any', 'empty', true],
    ['any', 'two events', true],
    ['no-stream', 'empty', true],
    ['no-stream', 'two events', false],
    ['stream-exists', 'empty', false],
    ['stream-exists', 'two events', true],
    [1, 'two events', true],
    [0, 'two events', false],
    [2, 'two events', false],
    [0, 'empty', false],
    [-1, 'empty', false],
    [-2, 'two events', false],
    [1.5, 'two events', false],
    [1e12, 'two events', false],
  ];
  for (const [expected, stream, isRight] of cases)
    story(
      `"${expected}" of a stream with ${stream} is ${isRight ? 'right' : 'refused'}`,
      async (_, store) => {
        const before = stream === 'empty' ? [] : events('a', 'b');
        await store.appendToStream(lamp, before, any);
        const reason = await reasonOf(store.appendToStream(lamp, events('c'), at(expected)));

        const after = idsOf(await store.readStream(lamp));
        expect(after).toEqual([...idsOfProposed(before), ...(isRight ? ['c'] : [])]);
        if (!isRight) expect(reason).toEqual(new WrongExpectedRevision(lamp, expected));
      },
    );

  story('lets one of several writers pass, and tells the others', async (_, store) => {
    const attempts = numbered('rival', 20).map((id) =>
      reasonOf(store.appendToStream(lamp, events(id), fresh)),
    );
    const told = await Promise.all(attempts);
    expect(told.filter((reason) => reason === 'nothing was refused')).toHaveLength(1);
    expect(told.filter((reason) => reason instanceof WrongExpectedRevision)).toHaveLength(19);
    expect(await store.readStream(lamp)).toHaveLength(1);
  });

  story('that is wrong hinders nobody who writes at the same time', async (_, store) => {
    await store.appendToStream(lamp, events('a'), fresh);
    const wrong = numbered('wrong', 5).map((id) => reasonOf(store.appendToStream(lamp, events(id), fresh)));
    const right = numbered('right', 25).map((id) => store.appendToStream(`case-${id}`, events(id), fresh));
    await Promise.all([...wrong, ...right]);
    expect(await store.readAll({ from: null, maxCount: 100 })).toHaveLength(26);
  });
};

const idsOfProposed = (proposed: readonly NewEvent[]) => proposed.map(({ id }) => id);

const repeating = (story: Story, { knowsIdsOfWholeLog = true }: Abilities) => {
  story('is answered as it stands, whatever has been recorded since', async (_, store) => {
    const first = await store.appendToStream(lamp, events('a', 'b'), fresh);
    await store.appendToStream(lamp, events('c'), at(1));
    expect(await store.appendToStream(lamp, events('a', 'b'), fresh)).toEqual(first);
    expect(await store.appendToStream(lamp, events('a', 'b'), any)).toEqual(first);
    expect(idsOf(await store.readStream(lamp))).toEqual(['a', 'b', 'c']);
  });

  story('at the same moment is recorded once', async (_, store) => {
    const answers = await Promise.all(
      numbered('same', 20).map(() => store.appendToStream(lamp, events('a', 'b'), fresh)),
    );
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(idsOf(await store.readStream(lamp))).toEqual(['a', 'b']);
  });

  story('is the same when it travelled another way', async (_, store) => {
    const traced = { ...event('a'), metadata: { ...context, traceparent: '00-1-2-01' } };
    const [first] = await store.appendToStream(lamp, events('a'), fresh);
    expect(await store.appendToStream(lamp, [traced], fresh)).toEqual([first]);
  });

  story('with other content under the same id is refused aloud', async (_, store) => {
    await store.appendToStream(lamp, events('a'), fresh);
    const refused = 'same-id-other-content';
    const other = event('a', 'CaseNoted', { words: 'something else' });
    const byOther = { ...event('a'), metadata: { ...context, actor: 'clerk-2' } };
    expect(await codeOf(store.appendToStream(lamp, [other], any))).toBe(refused);
    expect(await codeOf(store.appendToStream(lamp, [other], at(0)))).toBe(refused);
    expect(await codeOf(store.appendToStream(lamp, [event('a', 'CaseClosed')], any))).toBe(refused);
    expect(await codeOf(store.appendToStream(lamp, [byOther], any))).toBe(refused);
    expect(await store.readAll({ from: null, maxCount: 10 })).toHaveLength(1);
  });

  if (knowsIdsOfWholeLog)
    story('of another stream is refused aloud', async (_, store) => {
      await store.appendToStream(lamp, events('a'), fresh);
      expect(await codeOf(store.appendToStream(drain, events('a'), any))).toBe('same-id-other-content');
      expect(await store.readAll({ from: null, maxCount: 10 })).toHaveLength(1);
    });

  story('with other content by one who is out of date is told that first', async (_, store) => {
    await store.appendToStream(lamp, events('a'), fresh);
    const other = event('a', 'CaseNoted', { words: 'something else' });
    expect(await reasonOf(store.appendToStream(lamp, [other], fresh))).toBeInstanceOf(WrongExpectedRevision);
  });

  story('with something new beside it records nothing of it', async (_, store) => {
    await store.appendToStream(lamp, events('a'), fresh);
    expect(await codeOf(store.appendToStream(lamp, events('a', 'b'), any))).toBe('same-id-other-content');
    expect(await codeOf(store.appendToStream(lamp, events('b', 'a'), any))).toBe('same-id-other-content');
    expect(idsOf(await store.readStream(lamp))).toEqual(['a']);
  });

  story('within itself is refused', async (_, store) => {
    expect(await codeOf(store.appendToStream(lamp, events('a', 'a'), any))).toBe('same-id-other-content');
    expect(await store.head()).toBeNull();
  });
};

const reading = (story: Story) => {
  story('a stream nobody wrote to finds nothing', async (_, store) => {
    expect(await store.readStream(lamp)).toEqual([]);
  });

  story('a stream gives its own events alone, oldest first, from a revision on', async (_, store) => {
    await store.appendToStream(lamp, events('a', 'b'), any);
    await store.appendToStream(drain, events('other'), any);
    await store.appendToStream(lamp, events('c', 'd'), any);
    expect(idsOf(await store.readStream(lamp))).toEqual(['a', 'b', 'c', 'd']);
    expect(idsOf(await store.readStream(lamp, { fromRevision: 2 }))).toEqual(['c', 'd']);
    expect(idsOf(await store.readStream(lamp, { fromRevision: 1, maxCount: 2 }))).toEqual(['b', 'c']);
    expect(idsOf(await store.readStream(lamp, { fromRevision: -3, maxCount: 1 }))).toEqual(['a']);
    for (const fromRevision of [4, 1e12]) expect(await store.readStream(lamp, { fromRevision })).toEqual([]);
    expect(await store.readStream(lamp, { maxCount: 0 })).toEqual([]);
    expect(await store.readAll({ from: null, maxCount: 0 })).toEqual([]);
  });

  story('many streams at once gives each reader the right one', async (_, store) => {
    const names = numbered('many', 60);
    await Promise.all(
      names.map((id) => store.appendToStream(`case-${id}`, events(`${id}/a`, `${id}/b`), any)),
    );
    const read = await Promise.all(
      names.flatMap((id) => [
        store.readStream(`case-${id}`),
        store.readStream(`case-${id}`, { fromRevision: 1 }),
      ]),
    );
    expect(read.map(idsOf)).toEqual(names.flatMap((id) => [[`${id}/a`, `${id}/b`], [`${id}/b`]]));
  });

  story('everything gives pages in the order of the log', async (_, store) => {
    for (const id of numbered('page', 7)) await store.appendToStream(`case-${id}`, events(id), any);
    const pages: string[][] = [];
    let from: Position | null = null;
    for (;;) {
      const page: readonly RecordedEvent[] = await store.readAll({ from, maxCount: 3 });
      if (page.length === 0) break;
      pages.push(idsOf(page));
      from = page.at(-1)?.position ?? null;
    }
    expect(pages.map((page) => page.length)).toEqual([3, 3, 1]);
    expect(pages.flat()).toEqual(numbered('page', 7));
    expect(await store.head()).toBe(from);
  });

  story('more than one page could hold leaves nothing out', async (_, store) => {
    for (const part of numbered('part', 9))
      await store.appendToStream(lamp, events(...numbered(part, 500)), any);
    const all = await store.readAll({ from: null, maxCount: 10_000 });
    expect(all.map(({ revision }) => revision)).toEqual(Array.from({ length: 4_500 }, (_, place) => place));
    expect(await store.readAll({ from: null, maxCount: 2_345 })).toHaveLength(2_345);
  });

  story('can be kept to some categories and some types', async (_, store) => {
    await store.appendToStream(lamp, [event('a'), event('b', 'CaseClosed')], any);
    await store.appendToStream(onDuty, [event('c', 'DutyTaken'), event('d')], any);
    const read = async (filter: { categories?: string[]; types?: string[] }) =>
      idsOf(await store.readAll({ from: null, maxCount: 10, filter }));
    expect(await read({ categories: ['case'] })).toEqual(['a', 'b']);
    expect(await read({ types: ['CaseNoted'] })).toEqual(['a', 'd']);
    expect(await read({ categories: ['roster'], types: ['DutyTaken', 'CaseClosed'] })).toEqual(['c']);
    expect(await read({ categories: [] })).toEqual([]);
    expect(await read({})).toEqual(['a', 'b', 'c', 'd']);
  });
};

const subscribing = (story: Story) => {
  const collector = () => {
    const heard: RecordedEvent[] = [];
    return { heard, receive: async (batch: readonly RecordedEvent[]) => void heard.push(...batch) };
  };

  story('gives first what is there, then what comes', async (_, store) => {
    await store.appendToStream(lamp, events('a', 'b'), any);
    const { heard, receive } = collector();
    const subscription = store.subscribeToAll({ from: null }, receive);
    await until(() => heard.length === 2);
    await store.appendToStream(drain, events('c'), any);
    await until(() => heard.length === 3);
    await store.appendToStream(drain, events('d', 'e'), any);
    await until(() => heard.length === 5);
    await subscription.stop();

    expect(heard).toEqual(await store.readAll({ from: null, maxCount: 10 }));
  });

  story('begins after the position it is given', async (_, store) => {
    const [, second] = await store.appendToStream(lamp, events('a', 'b', 'c'), any);
    const { heard, receive } = collector();
    const subscription = store.subscribeToAll({ from: second?.position ?? null }, receive);
    await store.appendToStream(lamp, events('d'), any);
    await until(() => heard.length === 2);
    await subscription.stop();
    expect(idsOf(heard)).toEqual(['c', 'd']);
  });

  story('misses and inverts nothing while hundreds write', async (_, store) => {
    const { heard, receive } = collector();
    const slow = collector();
    const subscriptions = [
      store.subscribeToAll({ from: null, batchSize: 7 }, receive),
      store.subscribeToAll({ from: null, batchSize: 50 }, async (batch) => {
        await new Promise((resolve) => setTimeout(resolve, 1));
        await slow.receive(batch);
      }),
    ];
    const writers = numbered('writer', 20).map(async (writer) => {
      for (const id of numbered(writer, 20)) await store.appendToStream(`case-${writer}`, events(id), any);
    });
    await Promise.all(writers);
    await until(() => heard.length >= 400 && slow.heard.length >= 400);
    await Promise.all(subscriptions.map(({ stop }) => stop()));

    const all = idsOf(await store.readAll({ from: null, maxCount: 1_000 }));
    expect(idsOf(heard)).toEqual(all);
    expect(idsOf(slow.heard)).toEqual(all);
  });

  story('hears what another program writes', async (trial, store) => {
    const other = await trial.open();
    const { heard, receive } = collector();
    const subscription = store.subscribeToAll({ from: null }, receive);
    await other.appendToStream(lamp, events('a'), any);
    await until(() => heard.length === 1);
    await store.appendToStream(lamp, events('b'), any);
    await other.appendToStream(lamp, events('c'), any);
    await until(() => heard.length === 3);
    await subscription.stop();
    expect(idsOf(heard)).toEqual(['a', 'b', 'c']);
  });

  story('kept to some categories and types lets the others pass by', async (_, store) => {
    const filter = { categories: ['case'], types: ['CaseClosed'] };
    const { heard, receive } = collector();
    await store.appendToStream(lamp, [event('a'), event('b', 'CaseClosed')], any);
    const subscription = store.subscribeToAll({ from: null, filter }, receive);
    await until(() => heard.length === 1);
    await store.appendToStream(onDuty, [event('c', 'CaseClosed')], any);
    await store.appendToStream(drain, [event('d'), event('e', 'CaseClosed')], any);
    await until(() => heard.length === 2);
    await subscription.stop();
    expect(idsOf(heard)).toEqual(['b', 'e']);
  });

  story('gives a batch again that could not be handled, and nothing before it is', async (_, store) => {
    await store.appendToStream(lamp, events('a', 'b', 'c', 'd'), any);
    const given: string[][] = [];
    let failures = 2;
    const subscription = store.subscribeToAll({ from: null, batchSize: 2 }, async (batch) => {
      given.push(idsOf(batch));
      if (failures-- > 0) throw new Error('the reader is not well');
    });
    await until(() => given.length >= 4);
    await subscription.stop();
    expect(given).toEqual([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'b'],
      ['c', 'd'],
    ]);
  });

  story('handles one batch at a time, and none begins after it was stopped', async (_, store) => {
    await store.appendToStream(lamp, events(...numbered('note', 30)), any);
    let inside = 0;
    let most = 0;
    let handled = 0;
    const subscription = store.subscribeToAll({ from: null, batchSize: 3 }, async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 2));
      handled += 1;
      inside -= 1;
    });
    await until(() => handled >= 2);
    await subscription.stop();
    const atStop = handled;
    expect(inside).toBe(0);
    await store.appendToStream(lamp, events('late'), any);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect({ most, handled }).toEqual({ most: 1, handled: atStop });
  });

  story('can be stopped at once, twice, and while it waits', async (_, store) => {
    const { heard, receive } = collector();
    const subscription = store.subscribeToAll({ from: null }, receive);
    await subscription.stop();
    await subscription.stop();
    const waiting = store.subscribeToAll({ from: null }, receive);
    await store.appendToStream(lamp, events('a'), any);
    await until(() => heard.length === 1);
    await waiting.stop();
    expect(idsOf(heard)).toEqual(['a']);
  });
};

const texts = (story: Story) => {
  const weird = {
    chinese: '路灯不亮,牟邻之家',
    astral: '𠮷野家 👵🏽‍🦽 \u{10FFFF}',
    nul: 'before\0after',
    controls: '\u0001\t\r\n\u001f\u007f\u0085\u2028\u2029',
    quotes: `"\\'{}[],%_$$`,
    '': 'an empty name',
    'a name with "quotes" and \u0000': true,
    __proto__: 'an own field of this name is not kept by a literal',
    combining: 'e\u0301 is not \u00e9',
    bom: '\ufeff',
  };

  story('of any kind in the data is kept to the letter', async (_, store) => {
    const answered = await store.appendToStream(lamp, [event('a', 'CaseNoted', weird)], fresh);
    const fromLog = await store.readAll({ from: null, maxCount: 1 });
    const expected: unknown = JSON.parse(JSON.stringify(weird));
    for (const [recorded] of [answered, fromLog, await store.readStream(lamp)])
      expect(recorded?.data).toStrictEqual(expected);
    expect(await store.appendToStream(lamp, [event('a', 'CaseNoted', weird)], fresh)).toEqual(answered);
  });

  story('that is no JSON is refused, and nothing is written with it', async (_, store) => {
    const halves = ['x\ud800y', 'x\udc00y', { '\ud800': 1 }];
    for (const data of [...halves, NaN, new Date(0), new Map(), [undefined]]) {
      const both = [event('a', 'CaseNoted', 'fine'), event('b', 'CaseNoted', { data })];
      expect(await reasonOf(store.appendToStream(lamp, both, any))).toBeInstanceOf(TypeError);
    }
    expect(await store.readAll({ from: null, maxCount: 5 })).toEqual([]);
  });

  story('as long as a chapter is kept whole', async (_, store) => {
    const data = { chapter: '牟'.repeat(300_000) };
    await store.appendToStream(lamp, [event('a', 'CaseNoted', data)], fresh);
    expect((await store.readStream(lamp))[0]?.data).toEqual(data);
  });

  story(
    'in a name may be of any language, but holds no quotes and no control characters',
    async (_, store) => {
      const stream: StreamName = "case-牟平-𠮷' %_$1{},";
      await store.appendToStream(stream, [event('编号-1', '案件登记')], fresh);
      const read = await store.readStream(stream);
      expect(read.map(({ id, type }) => [id, type])).toEqual([['编号-1', '案件登记']]);
      expect(await store.readAll({ from: null, maxCount: 5, filter: { types: ['案件登记'] } })).toEqual(read);

      const refused = 'unwritable-name';
      expect(await codeOf(store.appendToStream('case-\0', events('b'), any))).toBe(refused);
      expect(await codeOf(store.appendToStream('case-\ud800', events('b'), any))).toBe(refused);
      expect(await codeOf(store.appendToStream('case-', events('b'), any))).toBe(refused);
      expect(await codeOf(store.appendToStream('case-"', events('b'), any))).toBe(refused);
      expect(await codeOf(store.appendToStream('case-\\', events('b'), any))).toBe(refused);
      expect(await store.readStream('case-\0')).toEqual([]);
      expect(await codeOf(store.appendToStream(lamp, events('b\nc'), any))).toBe(refused);
      expect(await codeOf(store.appendToStream(lamp, events('b'.repeat(300)), any))).toBe(refused);
      expect(await codeOf(store.appendToStream(lamp, [event('b', 'Case\tNoted')], any))).toBe(refused);
      expect(await store.readAll({ from: null, maxCount: 5 })).toEqual(read);
    },
  );
};

const versions = (story: Story) => {
  type Noted = Event & Readonly<{ data: { words: string } }>;
  const splitWords = { CaseNoted: [({ words }: { words: string }) => ({ parts: words.split(' ') })] };
  const counted = {
    CaseNoted: [...splitWords.CaseNoted, ({ parts }: { parts: string[] }) => ({ count: parts.length })],
  };
  const note = (id: string, data: unknown) => [event(id, 'CaseNoted', data)];

  story('reads an old event in the shape of today, through every step between', async (trial, store) => {
    await store.appendToStream<Noted>(lamp, [{ ...event('a'), data: { words: 'one two three' } }], any);
    const second = await trial.open(splitWords);
    await second.appendToStream(lamp, note('b', { parts: ['four', 'five'] }), any);
    const third = await trial.open(counted);
    await third.appendToStream(lamp, note('c', { count: 7 }), any);

    const shapes = [{ count: 3 }, { count: 2 }, { count: 7 }];
    expect((await third.readStream(lamp)).map(({ data }) => data)).toEqual(shapes);
    expect((await third.readAll({ from: null, maxCount: 9 })).map(({ data }) => data)).toEqual(shapes);
    const heard: unknown[] = [];
    const subscription = third.subscribeToAll({ from: null }, async (batch) => {
      heard.push(...batch.map(({ data }) => data));
    });
    await until(() => heard.length === 3);
    await subscription.stop();
    expect(heard).toEqual(shapes);
  });

  story('is not deceived by an append that a program before the update made', async (trial, store) => {
    const [first] = await store.appendToStream(lamp, note('a', { words: 'one two' }), any);
    const today = await trial.open(splitWords);
    const [again] = await today.appendToStream(lamp, note('a', { parts: ['one', 'two'] }), any);
    expect(again?.position).toBe(first?.position);
  });

  story('does not read what a newer program wrote, and still reads the rest', async (trial, store) => {
    const newer = await trial.open(splitWords);
    await newer.appendToStream(lamp, note('a', { parts: [] }), any);
    await newer.appendToStream(drain, [event('b', 'CaseClosed')], any);
    expect(await reasonOf(store.readStream(lamp))).toBeInstanceOf(UnsupportedEventVersion);
    expect(await reasonOf(store.readAll({ from: null, maxCount: 5 }))).toBeInstanceOf(
      UnsupportedEventVersion,
    );
    expect(idsOf(await store.readStream(drain))).toEqual(['b']);
    const some = await store.readAll({ from: null, maxCount: 5, filter: { types: ['CaseClosed'] } });
    expect(idsOf(some)).toEqual(['b']);
  });

  story('that cannot read one stream reads the others that are asked for together', async (trial, store) => {
    const newer = await trial.open(splitWords);
    await newer.appendToStream(lamp, note('a', { parts: [] }), any);
    await newer.appendToStream(drain, [event('b', 'CaseClosed')], any);
    const [unread, read] = await Promise.all([reasonOf(store.readStream(lamp)), store.readStream(drain)]);
    expect(unread).toBeInstanceOf(UnsupportedEventVersion);
    expect(idsOf(read)).toEqual(['b']);
  });
};

const checkpoints = (story: (title: string, tell: Told<StoreWithCheckpoints>) => void) => {
  story('never moves back, whoever writes it late', async (trial, { checkpoints, ...store }) => {
    const [first, second] = await store.appendToStream(lamp, events('a', 'b'), any);
    if (second) await checkpoints.write('relay', second.position);
    if (first) await (await trial.open()).checkpoints.write('relay', first.position);
    expect(await checkpoints.read('relay')).toBe(second?.position);
  });

  story(
    'is the furthest that its reader wrote, and nothing before that',
    async (trial, { checkpoints, ...store }) => {
      const [first, second] = await store.appendToStream(lamp, events('a', 'b'), any);
      expect(await checkpoints.read('relay')).toBeNull();
      if (first) await checkpoints.write('relay', first.position);
      if (second) await checkpoints.write('relay', second.position);
      if (first) await checkpoints.write('another', first.position);
      const again = (await trial.open()).checkpoints;
      expect([await again.read('relay'), await again.read('another')]).toEqual([
        second?.position,
        first?.position,
      ]);
    },
  );
};
