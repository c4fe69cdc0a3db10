import { expect, test } from '@jest/globals';
import {
  day,
  type Decider,
  type Decision,
  type Event,
  fold,
  type Instant,
  instant,
  plus,
  Rejection,
} from '@mulin/kernel';

/** For decisions that do not care what time it is. */
const anyMorning = instant('2026-03-02T01:00:00Z');

type Answer<E extends Event> = { events: readonly E[] } | { refused: string };

const withoutMoments = (event: Event): string =>
  JSON.stringify(event).replaceAll(/"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"then"');

/**
 * One sentence, one test: `scenario('a clerk's words').given(...events).at(now).when(decision)`, then
 *
 * - `.then(...events)`: exactly these are recorded, and deciding again, at once and 400 days later, records
 *   nothing more (or is refused);
 * - `.thenEcho()`: nothing is recorded, because the given events already hold what was asked: some beginning of
 *   them, asked the same, answers with events that are among them;
 * - `.thenNothing()`: nothing is recorded, and nothing was asked that should be;
 * - `.thenRejected(code)`: a person is told no.
 *
 * `whenLooking` is for decisions that time itself moves on: they are repeated at once only.
 */
export const scenarios = <State, E extends Event>(decider: Decider<State, E>) => {
  const answer = (decide: Decision<State, E>, state: State, now: Instant): Answer<E> => {
    try {
      return { events: decide(state, now) };
    } catch (error) {
      if (error instanceof Rejection) return { refused: error.code };
      throw error;
    }
  };

  const holdsWhatWasAsked = (events: readonly E[], decide: Decision<State, E>, now: Instant): boolean => {
    const held = new Set(events.map(withoutMoments));
    return events.some((_, length) => {
      const first = answer(decide, fold(decider, events.slice(0, length)), now);
      return (
        'events' in first &&
        first.events.length > 0 &&
        first.events.every((it) => held.has(withoutMoments(it)))
      );
    });
  };

  const endings = (
    title: string,
    events: readonly E[],
    decide: Decision<State, E>,
    times: readonly Instant[],
  ) => {
    const [now = anyMorning] = times;
    // Within the test, so that a fault of the fold is a failed test and no spec that cannot be read.
    const before = () => fold(decider, events);
    const nothingNew = (state: State) => {
      for (const time of times) {
        const again = answer(decide, state, time);
        if ('events' in again)
          expect({ askedAgain: time, ...again }).toEqual({ askedAgain: time, events: [] });
      }
    };

    return {
      then: (...expected: readonly E[]) => {
        test(title, () => {
          const decided = answer(decide, before(), now);
          expect(decided).toEqual({ events: expected });
          nothingNew(fold(decider, expected, before()));
        });
      },
      thenEcho: () => {
        test(title, () => {
          expect(answer(decide, before(), now)).toEqual({ events: [] });
          nothingNew(before());
          expect({ held: holdsWhatWasAsked(events, decide, now) }).toEqual({ held: true });
        });
      },
      thenNothing: () => {
        test(title, () => {
          expect(answer(decide, before(), now)).toEqual({ events: [] });
        });
      },
      thenRejected: (code: string) => {
        test(title, () => {
          expect(answer(decide, before(), now)).toEqual({ refused: code });
        });
      },
    };
  };

  return (title: string) => ({
    given: (...events: readonly E[]) => {
      const at = (now: Instant) => ({
        when: (decide: Decision<State, E>) => endings(title, events, decide, [now, plus(now, 400 * day)]),
        whenLooking: (decide: Decision<State, E>) => endings(title, events, decide, [now]),
      });
      return { at, ...at(anyMorning) };
    },
  });
};
