/** In whatever order programs with different clocks react to each other, nothing is earlier than what it follows from. */
import { expect, test } from '@jest/globals';
import {
  causedBy,
  commandHandler,
  type DecisionContext,
  type Decider,
  type Instant,
  instant,
  msOf,
  newCorrelation,
  plus,
  type RecordedEvent,
} from '@mulin/kernel';
import fc from 'fast-check';
import { memoryEventLog, memoryEventStore } from './memory/memory-event-store.js';

type Stepped = Readonly<{ type: 'Stepped'; data: Readonly<{ at: Instant }> }>;

const decider: Decider<null, Stepped> = { category: 'walk', initial: null, evolve: () => null };
const began = instant('2026-05-01T08:00:00Z');

/** A program that decides on streams of a log that it shares with others, by a clock that is wrong by so much. */
const programs = (skewsMs: readonly number[]) => {
  let right = began;
  const log = memoryEventLog();
  const open = (skewMs: number) => {
    const now = () => plus(right, skewMs);
    return commandHandler(memoryEventStore({ now, log }), decider, now);
  };
  return { all: skewsMs.map(open), now: () => right, passes: (ms: number) => void (right = plus(right, ms)) };
};

/** Who decides on which stream, because of which of the events so far (`null`: somebody asked), how much later. */
const step = fc.record({
  program: fc.nat(2),
  stream: fc.constantFrom('north', 'south'),
  because: fc.option(fc.nat(20)),
  laterMs: fc.nat(4_000),
});

type Step = typeof step extends fc.Arbitrary<infer Drawn> ? Drawn : never;
type Taken = Readonly<{
  event: RecordedEvent<Stepped>;
  cause: RecordedEvent<Stepped> | null;
  right: Instant;
}>;

/** Somebody asks, or a program has heard of what was recorded before. */
const contextOf = (nth: number, cause: Taken['cause']): DecisionContext => {
  const asked = newCorrelation({ id: `request-${nth}`, town: 'mu', actor: 'somebody' });
  if (cause === null) return asked;
  const { recordedAt } = cause.metadata;
  const news = { ...asked, id: `news-${nth}`, correlationid: asked.correlationId, recordedat: recordedAt };
  return causedBy(news, 'walker');
};

const walk = async (skewsMs: readonly number[], steps: readonly Step[]): Promise<readonly Taken[]> => {
  const { all, now, passes } = programs(skewsMs);
  const taken: Taken[] = [];
  for (const [nth, { program, stream, because, laterMs }] of steps.entries()) {
    passes(laterMs);
    const cause = because === null ? null : (taken.at(because % (taken.length + 1))?.event ?? null);
    const decided = await all.at(program)?.(
      stream,
      (_, at) => [{ type: 'Stepped', data: { at } }],
      contextOf(nth, cause),
    );
    taken.push(...(decided?.events ?? []).map((event) => ({ event, cause, right: now() })));
  }
  return taken;
};

const skews = fc.array(fc.integer({ min: -3_000, max: 3_000 }), { minLength: 3, maxLength: 3 });

test('with clocks seconds apart, no event is earlier than its cause or than the one before it', async () => {
  await fc.assert(
    fc.asyncProperty(skews, fc.array(step, { maxLength: 30 }), async (skewsMs, steps) => {
      const lastOf = new Map<string, Instant>();
      for (const { event, cause, right } of await walk(skewsMs, steps)) {
        const { at } = event.data;
        if (cause !== null) expect(at >= cause.metadata.recordedAt).toBe(true);
        expect(at >= (lastOf.get(event.stream) ?? began.replace('2026', '2025'))).toBe(true);
        expect(event.metadata.recordedAt >= at).toBe(true);
        // None is later than the fastest clock, but for a millisecond for each that was decided since.
        const fastest = Math.max(...skewsMs.map((ms) => msOf(right) + ms));
        expect(msOf(at)).toBeLessThanOrEqual(fastest + steps.length);
        lastOf.set(event.stream, event.metadata.recordedAt);
      }
    }),
  );
});

test('with one clock, every event has the moment of that clock', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: -3_000, max: 3_000 }),
      fc.array(step, { maxLength: 30 }),
      async (skewMs, steps) => {
        for (const { event, right } of await walk([skewMs, skewMs, skewMs], steps)) {
          expect(event.data.at).toBe(plus(right, skewMs));
          expect(event.metadata.recordedAt).toBe(plus(right, skewMs));
        }
      },
    ),
  );
});
