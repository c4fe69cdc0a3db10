/** What the only loop that writes events promises, on whichever store. */
import { describe, expect, test } from '@jest/globals';
import {
  newCorrelation,
  Busy,
  type DecisionContext,
  type EventMetadata,
  type Decider,
  type Decision,
  type EventStore,
  commandHandler,
  type Instant,
  instant,
  plus,
  Rejection,
  type StreamName,
  Unavailable,
} from '@mulin/kernel';

type Noted = Readonly<{ type: 'CaseNoted'; data: { words: string; at: string; after: number } }>;
type Notes = readonly string[];

const decider: Decider<Notes, Noted> = {
  category: 'case',
  initial: [],
  evolve: (notes, { data }) => [...notes, data.words],
};

const note =
  (...words: readonly string[]): Decision<Notes, Noted> =>
  (notes, at) =>
    words.map((word) => ({ type: 'CaseNoted', data: { words: word, at, after: notes.length } }));

const noteOnce =
  (words: string): Decision<Notes, Noted> =>
  (notes, at) =>
    notes.includes(words) ? [] : note(words)(notes, at);

/** The same events whenever it is made: two programs that handle one message record the same. */
const plain =
  (words: string): Decision<Notes, Noted> =>
  () => [{ type: 'CaseNoted', data: { words, at: 'then', after: 0 } }];

const cause = (id: string, bodyHash?: string): EventMetadata =>
  newCorrelation({ id, town: 'mulin', actor: 'clerk-1', ...(bodyHash === undefined ? {} : { bodyHash }) });

const at = (ms: number) => plus(instant('2026-05-01T08:00:00Z'), ms);
/** Later than the clock of any store here. */
const inAYear = instant('2099-05-01T08:00:00Z');

/** Because of something that was recorded then. */
const heardAt = (id: string, causedAt: Instant): DecisionContext => ({ ...cause(id), causedAt });

/** Every look at the clock is another moment. */
const ticking = () => {
  let ms = Date.parse('2026-05-01T08:00:00Z');
  return () => instant(ms++);
};

const lamp = 'case-lamp';

/** A store before whose appends something happens. */
const before = (store: EventStore, happens: () => Promise<unknown>): EventStore => ({
  ...store,
  appendToStream: async (stream, events, options) => {
    await happens();
    return store.appendToStream(stream, events, options);
  },
});

/** A store that says what it was asked to read. */
const watched = (store: EventStore) => {
  const readFrom: (number | undefined)[] = [];
  const watching: EventStore = {
    ...store,
    readStream: (stream, options) => {
      readFrom.push(options?.fromRevision);
      return store.readStream(stream, options);
    },
  };
  return { readFrom, watching };
};

type CommandHandlerTrial = Readonly<{
  /** The same log each time, opened by another program. */
  open: () => Promise<EventStore>;
  close: () => Promise<void>;
}>;

export const describeCommandHandler = (name: string, begun: () => Promise<CommandHandlerTrial>) => {
  const told = async (tell: (store: EventStore, trial: CommandHandlerTrial) => Promise<void>) => {
    const trial = await begun();
    try {
      await tell(await trial.open(), trial);
    } finally {
      await trial.close();
    }
  };
  const story = (title: string, tell: (store: EventStore, trial: CommandHandlerTrial) => Promise<void>) =>
    test(title, () => told(tell));
  story.each =
    <Case>(cases: readonly (readonly [name: string, given: Case])[]) =>
    (title: string, tell: (given: Case, store: EventStore, trial: CommandHandlerTrial) => Promise<void>) =>
      test.each(cases)(title, (_, given) => told((store, trial) => tell(given, store, trial)));

  describe(`Deciding on ${name}`, () => {
    describe('Moments', () => {
      story('are never before that of the cause, whatever the own clock says', async (store) => {
        const notes = commandHandler(store, decider, () => at(0));
        const { events } = await notes('lamp', note('dark'), heardAt('1', at(3_000)));
        expect(events[0]?.data.at).toBe(at(3_000));
        expect(events[0]?.metadata).not.toHaveProperty('causedAt');
      });

      story('of a stream never go back, whichever program decides', async (store, trial) => {
        const [fast, slow] = [await trial.open(), await trial.open()].map((opened, nth) =>
          commandHandler(opened, decider, () => at(nth === 0 ? 3_000 : 0)),
        );
        await fast?.('lamp', note('dark'), heardAt('1', inAYear));
        const later = await slow?.('lamp', note('still dark'), cause('2'));
        const last = await slow?.('lamp', note('mended'), cause('3'));
        // What was decided later is later, so that two finishes of an order, say, are never one.
        expect(later?.events[0]?.data.at).toBe(plus(inAYear, 1));
        expect(last?.events[0]?.data.at).toBe(plus(inAYear, 2));
        expect((await store.readStream(lamp)).map(({ metadata }) => metadata.recordedAt)).toEqual(
          [0, 1, 2].map((ms) => plus(inAYear, ms)),
        );
      });

      story('are those of the own clock where it is not behind', async (store) => {
        const notes = commandHandler(store, decider, () => inAYear);
        const { events } = await notes('lamp', note('dark'), heardAt('1', at(0)));
        const next = await notes('lamp', note('still dark'), heardAt('2', at(1)));
        expect([...events, ...next.events].map(({ data }) => data.at)).toEqual([inAYear, inAYear]);
      });
    });

    describe('One cause', () => {
      story('is answered with its state, its events and where they stand', async (store) => {
        const notes = commandHandler(store, decider, ticking());
        const first = await notes('lamp', note('dark', 'still dark'), cause('1'));
        expect(first).toMatchObject({
          state: ['dark', 'still dark'],
          revision: 1,
          position: await store.head(),
        });
        expect(first.events).toEqual(await store.readStream(lamp));
      });

      story('decides once: the same request again is an echo', async (store) => {
        const notes = commandHandler(store, decider, ticking());
        const first = await notes('lamp', note('dark'), cause('1', 'body'));
        const echo = await notes('lamp', note('dark'), cause('1', 'body'));
        expect(echo).toMatchObject({ state: ['dark'], events: [], revision: 0, position: first.position });
        await notes('drain', note('blocked'), cause('1', 'body'));
        expect(await store.readAll({ from: null, maxCount: 9 })).toHaveLength(2);
      });

      story('with another body is refused', async (store) => {
        const notes = commandHandler(store, decider, ticking());
        await notes('lamp', note('dark'), cause('1', 'body'));
        for (const other of [cause('1', 'another body'), cause('1')]) {
          const refused = notes('lamp', note('dark'), other);
          await expect(refused).rejects.toBeInstanceOf(Rejection);
          await expect(refused).rejects.toMatchObject({
            code: 'same-id-other-content',
            refusal: 'reused',
            sentence: {
              en: expect.stringMatching(/^The Idempotency-Key/),
              zh: expect.stringMatching(/幂等键/),
            },
          });
        }
        expect(await store.readStream(lamp)).toHaveLength(1);
      });

      story(
        'sent several times at the same moment is decided once, and the rest are echoes',
        async (store, trial) => {
          const doors = await Promise.all(
            [1, 2, 3, 4].map(async () => commandHandler(await trial.open(), decider, ticking())),
          );
          const later = commandHandler(store, decider, () => instant('2027-01-01'));
          const answers = await Promise.all(
            [...doors, later].map((notes) => notes('lamp', note('dark'), cause('1', 'body'))),
          );
          expect(answers.map(({ state }) => state)).toEqual(answers.map(() => ['dark']));
          expect(await store.readStream(lamp)).toHaveLength(1);
        },
      );

      story('may be sent again when its answer was lost', async (store) => {
        let isLost = false;
        const forgetful: EventStore = {
          ...store,
          appendToStream: async (stream, events, options) => {
            const recorded = await store.appendToStream(stream, events, options);
            if (!isLost) {
              isLost = true;
              throw new Unavailable('the line went dead');
            }
            return recorded;
          },
        };
        const notes = commandHandler(forgetful, decider, ticking());
        await expect(notes('lamp', note('dark'), cause('1'))).rejects.toBeInstanceOf(Unavailable);
        expect(await notes('lamp', note('dark'), cause('1'))).toMatchObject({ state: ['dark'], events: [] });
        expect(await store.readStream(lamp)).toHaveLength(1);
      });
    });

    describe('Several writers', () => {
      story('are all heard, each on what the others wrote', async (store) => {
        const notes = commandHandler(store, decider, ticking());
        await Promise.all([1, 2, 3].map((n) => notes('lamp', note(`note ${n}`), cause(`${n}`))));
        const recorded = await store.readStream<Noted>(lamp);
        expect(recorded.map(({ data }) => data.after)).toEqual([0, 1, 2]);
      });

      const crowd = Array.from({ length: 64 }, (_, n) => `note ${n}`);
      const expectAll = async (store: EventStore) => {
        const recorded = await store.readStream<Noted>(lamp);
        expect(recorded.map(({ data }) => data.words).sort()).toEqual([...crowd].sort());
        expect(recorded.map(({ data }) => data.after)).toEqual(crowd.map((_, place) => place));
      };

      story('all get through when 64 of one program decide at once', async (store) => {
        const notes = commandHandler(store, decider, ticking());
        await Promise.all(crowd.map((words) => notes('lamp', note(words), cause(words))));
        await expectAll(store);
      });

      story('all get through when 64 handlers of one store decide at once', async (store) => {
        const clock = ticking();
        const handlers = crowd.map(() => commandHandler(store, decider, clock));
        await Promise.all(handlers.map((notes, n) => notes('lamp', note(`note ${n}`), cause(`${n}`))));
        await expectAll(store);
      });

      story('all get through when 64 programs decide at once', async (store, trial) => {
        const clock = ticking();
        const programs = await Promise.all(
          crowd.map(async () => commandHandler(await trial.open(), decider, clock)),
        );
        await Promise.all(programs.map((notes, n) => notes('lamp', note(`note ${n}`), cause(`${n}`))));
        await expectAll(store);
      });

      /** Somebody else is quicker each time; what the slow one waits in between is noted, not waited. */
      const alwaysOvertaken = (store: EventStore) => {
        const other = commandHandler(store, decider, ticking());
        const pauses: number[] = [];
        let rounds = 0;
        const overtaken = before(store, () => other('lamp', note('quicker'), cause(`other ${++rounds}`)));
        const slow = commandHandler(overtaken, decider, ticking(), {
          sleep: async (ms) => void pauses.push(ms),
          random: () => 0.5,
        });
        return { slow, pauses, rounds: () => rounds };
      };

      story('make one decide again after longer and longer pauses, and not for ever', async (store) => {
        const { slow, pauses, rounds } = alwaysOvertaken(store);
        const refused = slow('lamp', note('slow'), cause('slow'));
        await expect(refused).rejects.toBeInstanceOf(Busy);
        // The world may do better later: whoever handles messages waits and counts it against none.
        await expect(refused).rejects.toBeInstanceOf(Unavailable);
        expect(rounds()).toBe(pauses.length + 1);
        expect(rounds()).toBeGreaterThan(8);
        expect(await store.readStream(lamp)).toHaveLength(rounds());
        expect(pauses).toEqual([...pauses].sort((one, other) => one - other));
        expect(new Set(pauses.slice(0, 8)).size).toBe(8);
      });

      story('tell "stale" only to one who named a version', async (store) => {
        const { slow, rounds } = alwaysOvertaken(store);
        const stale = slow('lamp', note('slow'), cause('slow'), { ifRevision: -1 });
        await expect(stale).rejects.toMatchObject({ code: 'stale-version', refusal: 'stale' });
        expect(rounds()).toBe(1);
      });

      story('do not wait for one whose decision is refused', async (store) => {
        const notes = commandHandler(store, decider, ticking());
        const refuse = () => {
          throw new Rejection('no-more-notes', { en: 'No.', zh: '不。' });
        };
        const [refused, noted] = await Promise.allSettled([
          notes('lamp', refuse, cause('1')),
          notes('lamp', note('dark'), cause('2')),
        ]);
        expect([refused.status, noted.status]).toEqual(['rejected', 'fulfilled']);
      });

      story('may leave nothing to decide', async (store) => {
        const other = commandHandler(store, decider, ticking());
        const overtaken = before(store, () => other('lamp', noteOnce('dark'), cause('other')));
        const { events, state } = await commandHandler(overtaken, decider, ticking())(
          'lamp',
          noteOnce('dark'),
          cause('1'),
        );
        expect({ events, state }).toEqual({ events: [], state: ['dark'] });
      });
    });

    describe('A version that was read', () => {
      story('is refused when the stream has gone on since', async (store) => {
        const notes = commandHandler(store, decider, ticking());
        const { revision } = await notes('lamp', note('dark'), cause('1'));
        await notes('lamp', note('darker'), cause('2'), { ifRevision: revision });
        const stale = notes('lamp', note('darkest'), cause('3'), { ifRevision: revision });
        await expect(stale).rejects.toMatchObject({
          code: 'stale-version',
          refusal: 'stale',
          sentence: { en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/\p{Script=Han}.*。$/u) },
        });
        expect(await store.readStream(lamp)).toHaveLength(2);
      });

      story('does not keep a repeated request from its answer', async (store) => {
        const notes = commandHandler(store, decider, ticking());
        const { revision } = await notes('lamp', note('dark'), cause('1'));
        await notes('lamp', note('darker'), cause('2'), { ifRevision: revision });
        const again = await notes('lamp', note('darker'), cause('2'), { ifRevision: revision });
        expect(again).toMatchObject({ events: [], revision: 1 });
      });
    });

    describe('A long stream', () => {
      const many = Array.from({ length: 30 }, (_, place) => `note ${place}`);

      story('is read whole once, and then only its end', async (store) => {
        const { readFrom, watching } = watched(store);
        const notes = commandHandler(watching, decider, ticking());
        await notes('lamp', note(...many), cause('1'));
        await notes('lamp', note('one more'), cause('2'));
        await notes('lamp', note('and one'), cause('3'));
        expect(readFrom).toEqual([0, 30, 31]);
      });

      story('is read anew when the log was restored from a copy that has less of it', async (store) => {
        const copy = 'case-copy';
        let stream: StreamName = lamp;
        const restored: EventStore = {
          ...store,
          readStream: (_, options) => store.readStream(stream, options),
          appendToStream: (_, events, options) => store.appendToStream(stream, events, options),
        };
        const notes = commandHandler(restored, decider, ticking());
        await commandHandler(store, decider, ticking())('copy', note(...many.slice(0, 25)), cause('copy'));
        await notes('lamp', note(...many), cause('1'));
        stream = copy;
        const { state } = await notes('lamp', note('and on'), cause('2'));
        expect(state).toEqual([...many.slice(0, 25), 'and on']);
      });

      story('is read as it stands by a query, which decides and records nothing', async (store, trial) => {
        const here = commandHandler(store, decider, ticking());
        const there = commandHandler(await trial.open(), decider, ticking());
        expect(await here.query('lamp')).toEqual({
          state: [],
          position: null,
          revision: -1,
          recordedAt: null,
        });
        await here('lamp', note(...many), cause('1'));
        await there('lamp', note('from there'), cause('2'));
        const { state, revision, position } = await here.query('lamp');
        expect({ state, revision }).toEqual({ state: [...many, 'from there'], revision: many.length });
        const events = await store.readStream(lamp);
        expect(events.map((event) => event.position).at(-1)).toBe(position);
        expect(events).toHaveLength(many.length + 1);
      });

      story('is known rightly although another program writes to it', async (store, trial) => {
        const here = commandHandler(store, decider, ticking());
        const there = commandHandler(await trial.open(), decider, ticking());
        await here('lamp', note(...many), cause('1'));
        await there('lamp', note('from there'), cause('2'));
        const { state, revision } = await here('lamp', note('from here'), cause('3'));
        expect(state).toEqual([...many, 'from there', 'from here']);
        expect(revision).toBe(31);
        expect(await here('lamp', note('from there'), cause('2'))).toMatchObject({ events: [], state });
        expect((await there('lamp', () => [], cause('4'))).state).toEqual(state);
      });

      /** `there` hears the message too and is quicker, after something else has happened. */
      const heardTwice = async (
        store: EventStore,
        trial: CommandHandlerTrial,
        told: Readonly<{ before: readonly string[]; after: readonly string[] }>,
      ) => {
        const there = commandHandler(await trial.open(), decider, ticking());
        let isFirst = true;
        const overtaken = before(store, async () => {
          if (!isFirst) return;
          isFirst = false;
          for (const words of told.before) await there('lamp', note(words), cause(words));
          await there('lamp', plain('the message'), cause('message'));
          for (const words of told.after) await there('lamp', note(words), cause(words));
        });
        const here = commandHandler(overtaken, decider, ticking());
        isFirst = false;
        await here('lamp', note(...many), cause('1'));
        isFirst = true;
        return { here, answered: await here('lamp', plain('the message'), cause('message')) };
      };

      story.each([
        ['between', { before: ['between'], after: [] }],
        ['afterwards', { before: [], after: ['afterwards'] }],
        ['between and afterwards', { before: ['between'], after: ['afterwards', 'and later'] }],
        ['neither', { before: [], after: [] }],
      ])(
        'is known rightly when a decision is answered as it stands, with others %s',
        async (told, store, trial) => {
          const { here, answered } = await heardTwice(store, trial, told);
          const whole = (await store.readStream<Noted>(lamp)).map(({ data }) => data.words);
          expect(answered.state).toEqual(whole.slice(0, answered.revision + 1));
          expect(answered.state).toContain('the message');
          expect(await here('lamp', () => [], cause('another'))).toMatchObject({
            state: whole,
            revision: whole.length - 1,
          });
          const { state } = await here('lamp', note('and on'), cause('on'));
          expect(state).toEqual([...whole, 'and on']);
        },
      );
    });
  });
};
