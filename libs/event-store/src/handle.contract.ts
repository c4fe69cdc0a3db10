/** What the only loop that writes facts promises, on whichever store. */
import { describe, expect, test } from '@jest/globals';
import {
  begin,
  type Context,
  type Decider,
  type Decision,
  type EventStore,
  handler,
  instant,
  Rejection,
  Unavailable,
  WrongExpectedRevision,
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

const cause = (id: string, bodyHash?: string): Context =>
  begin({ id, town: 'mulin', actor: 'clerk-1', ...(bodyHash === undefined ? {} : { bodyHash }) });

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

export type HandleTrial = Readonly<{
  /** The same log each time, opened by another program. */
  open: () => Promise<EventStore>;
  close: () => Promise<void>;
}>;

export const describeHandle = (name: string, begun: () => Promise<HandleTrial>) => {
  const story = (title: string, told: (store: EventStore, trial: HandleTrial) => Promise<void>) =>
    test(title, async () => {
      const trial = await begun();
      try {
        await told(await trial.open(), trial);
      } finally {
        await trial.close();
      }
    });

  describe(`Deciding on ${name}`, () => {
    describe('One cause', () => {
      story('is answered with its state, its facts and where they stand', async (store) => {
        const notes = handler(store, decider, ticking());
        const first = await notes('lamp', note('dark', 'still dark'), cause('1'));
        expect(first).toMatchObject({
          state: ['dark', 'still dark'],
          revision: 1,
          position: await store.head(),
        });
        expect(first.events).toEqual(await store.readStream(lamp));
      });

      story('decides once: the same request again is an echo', async (store) => {
        const notes = handler(store, decider, ticking());
        const first = await notes('lamp', note('dark'), cause('1', 'body'));
        const echo = await notes('lamp', note('dark'), cause('1', 'body'));
        expect(echo).toMatchObject({ state: ['dark'], events: [], revision: 0, position: first.position });
        await notes('drain', note('blocked'), cause('1', 'body'));
        expect(await store.readAll({ from: null, maxCount: 9 })).toHaveLength(2);
      });

      story('with another body is refused', async (store) => {
        const notes = handler(store, decider, ticking());
        await notes('lamp', note('dark'), cause('1', 'body'));
        for (const other of [cause('1', 'another body'), cause('1')]) {
          const refused = notes('lamp', note('dark'), other);
          await expect(refused).rejects.toBeInstanceOf(Rejection);
          await expect(refused).rejects.toMatchObject({ code: 'same-id-other-content', refusal: 'reused' });
        }
        expect(await store.readStream(lamp)).toHaveLength(1);
      });

      story(
        'sent several times at the same moment is decided once, and the rest are echoes',
        async (store, trial) => {
          const doors = await Promise.all(
            [1, 2, 3, 4].map(async () => handler(await trial.open(), decider, ticking())),
          );
          const later = handler(store, decider, () => instant('2027-01-01'));
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
        const notes = handler(forgetful, decider, ticking());
        await expect(notes('lamp', note('dark'), cause('1'))).rejects.toBeInstanceOf(Unavailable);
        expect(await notes('lamp', note('dark'), cause('1'))).toMatchObject({ state: ['dark'], events: [] });
        expect(await store.readStream(lamp)).toHaveLength(1);
      });
    });

    describe('Several writers', () => {
      story('are all heard, each on what the others wrote', async (store) => {
        const notes = handler(store, decider, ticking());
        await Promise.all([1, 2, 3].map((n) => notes('lamp', note(`note ${n}`), cause(`${n}`))));
        const recorded = await store.readStream<Noted>(lamp);
        expect(recorded.map(({ data }) => data.after)).toEqual([0, 1, 2]);
      });

      story('make one decide again three times at most', async (store) => {
        const other = handler(store, decider, ticking());
        let rounds = 0;
        const overtaken = before(store, () => other('lamp', note('quicker'), cause(`other ${++rounds}`)));
        const slow = handler(overtaken, decider, ticking());
        const refused = slow('lamp', note('slow'), cause('slow'));
        await expect(refused).rejects.toBeInstanceOf(WrongExpectedRevision);
        expect(rounds).toBe(3);
        expect(await store.readStream(lamp)).toHaveLength(3);
      });

      story('may leave nothing to decide', async (store) => {
        const other = handler(store, decider, ticking());
        const overtaken = before(store, () => other('lamp', noteOnce('dark'), cause('other')));
        const { events, state } = await handler(overtaken, decider, ticking())(
          'lamp',
          noteOnce('dark'),
          cause('1'),
        );
        expect({ events, state }).toEqual({ events: [], state: ['dark'] });
      });
    });

    describe('A version that was read', () => {
      story('is refused when the stream has gone on since', async (store) => {
        const notes = handler(store, decider, ticking());
        const { revision } = await notes('lamp', note('dark'), cause('1'));
        await notes('lamp', note('darker'), cause('2'), { ifRevision: revision });
        const stale = notes('lamp', note('darkest'), cause('3'), { ifRevision: revision });
        await expect(stale).rejects.toMatchObject({ code: 'stale-version', refusal: 'stale' });
        expect(await store.readStream(lamp)).toHaveLength(2);
      });

      story('does not keep a repeated request from its answer', async (store) => {
        const notes = handler(store, decider, ticking());
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
        const notes = handler(watching, decider, ticking());
        await notes('lamp', note(...many), cause('1'));
        await notes('lamp', note('one more'), cause('2'));
        await notes('lamp', note('and one'), cause('3'));
        expect(readFrom).toEqual([0, 30, 31]);
      });

      story('is known rightly although another program writes to it', async (store, trial) => {
        const here = handler(store, decider, ticking());
        const there = handler(await trial.open(), decider, ticking());
        await here('lamp', note(...many), cause('1'));
        await there('lamp', note('from there'), cause('2'));
        const { state, revision } = await here('lamp', note('from here'), cause('3'));
        expect(state).toEqual([...many, 'from there', 'from here']);
        expect(revision).toBe(31);
        expect(await here('lamp', note('from there'), cause('2'))).toMatchObject({ events: [], state });
        expect((await there('lamp', () => [], cause('4'))).state).toEqual(state);
      });
    });
  });
};
