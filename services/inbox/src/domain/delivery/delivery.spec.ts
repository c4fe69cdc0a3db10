/** One message: owed once, tried until it is sent, given up in the end, and never spoken of again. */
import { describe, expect, test } from '@jest/globals';
import { type Decision, fold, hour, type Instant, instant, minute, plus, second } from '@mulin/kernel';
import {
  decider,
  type Event,
  giveUp,
  note,
  type Outcome,
  owe,
  type Owed,
  putOff,
  resume,
  revise,
  type State,
} from './delivery.js';
import { attemptAfter } from './retrying.js';

const monday = instant('2026-03-02T01:00:00Z');
const later = (ms: number): Instant => plus(monday, ms);

const message: Owed = {
  account: 'wu',
  channel: 'email',
  kind: 'notice',
  language: 'en',
  lines: [],
  fresh: 1,
  hasMore: false,
  after: 3,
  upTo: 7,
  at: monday,
};
const owed: Event = { type: 'DeliveryOwed', data: message };
const address = 'address-1';
const atOnce = (at: Instant): Instant => at;

type Does = Decision<State, Event>;

const stateAfter = (...events: readonly Event[]): State => fold(decider, events);
const attempted = (outcome: Outcome, mayGo = atOnce): Does => note({ outcome, address, mayGo });
const failed: Outcome = { is: 'failed', because: 'receiver-away', isFinal: false };

describe('A message', () => {
  test('is owed once, from the moment in which it was made', () => {
    expect(owe(message)(stateAfter(), monday)).toEqual([owed]);
    expect(owe(message)(stateAfter(owed), later(hour))).toEqual([]);
    const untried = { attempts: 0, address: null, triesThere: 0, isGivenUp: false };
    expect(stateAfter(owed)).toEqual({ ...untried, owed: message, nextAt: monday });
    expect(stateAfter()).toEqual({ ...untried, owed: null, nextAt: null });
  });

  test('that was sent is over', () => {
    const sent: Event = { type: 'DeliverySent', data: { attempt: 1, at: later(1), address } };
    expect(attempted({ is: 'sent' })(stateAfter(owed), later(1))).toEqual([sent]);
    expect(stateAfter(owed, sent)).toMatchObject({ attempts: 1, nextAt: null });
  });

  test('that could not be sent is tried again after a pause, when it may go', () => {
    const [first] = attempted(failed)(stateAfter(owed), later(0));
    const data = { attempt: 1, at: monday, address, because: 'receiver-away', nextAt: later(30 * second) };
    expect(first).toStrictEqual({ type: 'DeliveryFailed', data });
    const state = stateAfter(owed, { type: 'DeliveryFailed', data } as Event);
    expect(state).toMatchObject({ attempts: 1, nextAt: later(30 * second) });

    const mayGo = (at: Instant) => plus(at, hour);
    expect(attempted(failed, mayGo)(state, later(minute))).toMatchObject([
      { type: 'DeliveryFailed', data: { attempt: 2, nextAt: later(2 * minute + hour) } },
    ]);
  });

  test('keeps what its receiver said, where it said anything', () => {
    expect(attempted({ ...failed, status: 503 })(stateAfter(owed), monday)).toMatchObject([
      { data: { because: 'receiver-away', status: 503 } },
    ]);
  });

  test('is given up at once where another attempt would come to the same', () => {
    const gone: Outcome = { is: 'failed', because: 'receiver-gone', status: 410, isFinal: true };
    const given: Event = {
      type: 'DeliveryGivenUp',
      data: { attempt: 1, at: later(5), address, because: 'receiver-gone', status: 410 },
    };
    expect(attempted(gone)(stateAfter(owed), later(5))).toEqual([given]);
    expect(stateAfter(owed, given)).toMatchObject({ attempts: 1, nextAt: null });
  });

  test('is given up after sixteen attempts, more than a day after the first', () => {
    const story: Event[] = [owed];
    for (let at: Instant | null = monday; at !== null; at = stateAfter(...story).nextAt)
      story.push(...attempted(failed)(stateAfter(...story), at));
    expect(story).toHaveLength(17);
    expect(story.at(-1)).toMatchObject({ type: 'DeliveryGivenUp', data: { attempt: 16 } });
    const { at = '' } = story.at(-1)?.data ?? {};
    expect(at > later(24 * hour)).toBe(true);
  });

  test('is given up where there is nobody to send it to', () => {
    const given: Event = {
      type: 'DeliveryGivenUp',
      data: { attempt: 0, at: later(1), address: null, because: 'channel-off' },
    };
    expect(giveUp('channel-off')(stateAfter(owed), later(1))).toEqual([given]);
    expect(stateAfter(owed, given)).toMatchObject({ attempts: 0, nextAt: null });
  });

  test('is put off to when the window opens, and never brought forward', () => {
    const put: Event = { type: 'DeliveryPutOff', data: { at: later(1), nextAt: later(hour) } };
    expect(putOff(later(hour))(stateAfter(owed), later(1))).toEqual([put]);
    expect(stateAfter(owed, put)).toMatchObject({ attempts: 0, nextAt: later(hour) });
    expect(putOff(later(hour))(stateAfter(owed, put), later(2))).toEqual([]);
    expect(putOff(later(minute))(stateAfter(owed, put), later(2))).toEqual([]);
  });

  test.each<[string, Does]>([
    ['an attempt', attempted({ is: 'sent' })],
    ['a failed attempt', attempted(failed)],
    ['the end of its channel', giveUp('account-disabled')],
    ['a closed window', putOff(later(hour))],
  ])('that is over, or was never owed, hears nothing of %s', (_, does) => {
    const sent: Event = { type: 'DeliverySent', data: { attempt: 1, at: later(1), address } };
    expect(does(stateAfter(owed, sent), later(2))).toEqual([]);
    expect(does(stateAfter(), later(2))).toEqual([]);
  });
});

describe('What a message tells right before it is sent', () => {
  const told = { lines: [], hasMore: false, fresh: 1 };
  const fewer = { lines: [], hasMore: true, fresh: 1 };

  test('is not said again where it is what it told anyway', () => {
    expect(revise(told)(stateAfter(owed), later(1))).toEqual([]);
  });

  test('is recorded where it is something else, and is what it tells from then on', () => {
    const revised: Event = { type: 'DeliveryRevised', data: { ...fewer, at: later(1) } };
    expect(revise(fewer)(stateAfter(owed), later(1))).toEqual([revised]);
    expect(stateAfter(owed, revised)).toMatchObject({ owed: { ...message, ...fewer }, nextAt: monday });
    expect(stateAfter(owed, revised).owed).toHaveProperty('at', monday);
    expect(revise(fewer)(stateAfter(owed, revised), later(2))).toEqual([]);
    expect(stateAfter(revised).owed).toBeNull();
  });

  test('is nothing where nothing new waits any more: it is dropped', () => {
    const dropped: Event = { type: 'DeliveryDropped', data: { at: later(1) } };
    expect(revise({ ...told, fresh: 0 })(stateAfter(owed), later(1))).toEqual([dropped]);
    expect(stateAfter(owed, dropped)).toMatchObject({ nextAt: null, isGivenUp: false });
    expect(revise({ ...told, fresh: 0 })(stateAfter(owed, dropped), later(2))).toEqual([]);
    expect(revise({ ...told, fresh: 0 })(stateAfter(), later(2))).toEqual([]);
  });
});

describe('Where a message is tried', () => {
  const failedAt = (attempt: number, to: string | null, nextAt = later(hour)): Event => ({
    type: 'DeliveryFailed',
    data: { attempt, at: later(attempt), address: to, because: 'receiver-away', nextAt },
  });
  const givenUp = (to: string | null): Event => ({
    type: 'DeliveryGivenUp',
    data: { attempt: 1, at: later(1), address: to, because: 'address-refused' },
  });
  const elsewhere = resume({ address: 'address-2', since: 3 });
  const resumed: Event = { type: 'DeliveryResumed', data: { at: later(minute), address: 'address-2' } };

  test('is counted for each address', () => {
    const there = stateAfter(owed, failedAt(1, address), failedAt(2, address));
    expect(there).toMatchObject({ attempts: 2, address, triesThere: 2 });
    expect(stateAfter(owed, failedAt(1, address), failedAt(2, 'address-2'))).toMatchObject({
      attempts: 2,
      address: 'address-2',
      triesThere: 1,
    });
    expect(stateAfter(owed, failedAt(1, address), failedAt(2, null))).toMatchObject({
      attempts: 2,
      address,
      triesThere: 1,
    });
  });

  test('has its own pauses, from the shortest on', () => {
    const state = stateAfter(owed, failedAt(1, 'address-0'), failedAt(2, 'address-0'));
    expect(attempted(failed)(state, later(minute))).toMatchObject([
      { data: { attempt: 3, nextAt: later(minute + 30 * second) } },
    ]);
  });

  test('is another address once that is stated, also where it was given up', () => {
    expect(elsewhere(stateAfter(owed, failedAt(1, address)), later(minute))).toEqual([resumed]);
    expect(elsewhere(stateAfter(owed, givenUp(address)), later(minute))).toEqual([resumed]);
    expect(stateAfter(owed, givenUp(address))).toMatchObject({ isGivenUp: true, nextAt: null });
    expect(stateAfter(owed, givenUp(address), resumed)).toMatchObject({
      address: 'address-2',
      triesThere: 0,
      isGivenUp: false,
      nextAt: later(minute),
    });
  });

  test('stays where it is the same address, where nothing was tried, or where it is tried now anyway', () => {
    const state = stateAfter(owed, failedAt(1, address));
    expect(resume({ address, since: 3 })(state, later(minute))).toEqual([]);
    expect(elsewhere(stateAfter(owed), later(-minute))).toEqual([]);
    expect(elsewhere(state, later(hour))).toEqual([]);
    expect(elsewhere(stateAfter(), later(minute))).toEqual([]);
  });

  test('is no address that was stated when that had opened, and none of what was sent', () => {
    expect(resume({ address: 'address-2', since: 7 })(stateAfter(owed, givenUp(address)), later(1))).toEqual(
      [],
    );
    expect(
      resume({ address: 'address-2', since: 6 })(stateAfter(owed, givenUp(address)), later(1)),
    ).toHaveLength(1);
    const sent: Event = { type: 'DeliverySent', data: { attempt: 1, at: later(1), address } };
    expect(elsewhere(stateAfter(owed, sent), later(minute))).toEqual([]);
  });
});

test('The pause before an attempt doubles, up to four hours, and there is none after the last', () => {
  const pauses = [1, 2, 3, 10, 11, 15].map((nth) => attemptAfter(nth, monday));
  expect(pauses).toEqual([
    later(30 * second),
    later(minute),
    later(2 * minute),
    later(4 * hour),
    later(4 * hour),
    later(4 * hour),
  ]);
  expect(attemptAfter(16, monday)).toBeNull();
});
