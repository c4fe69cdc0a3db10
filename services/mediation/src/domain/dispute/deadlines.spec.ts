/** What the town owes in a dispute and since when: it presses whoever works for the town, and never a party. */
import { describe, expect, test } from '@jest/globals';
import { fold } from '@mulin/kernel';
import {
  after,
  agreed,
  clocksIn,
  type Dated,
  details,
  march,
  opened,
  sun,
  tang,
  wall,
  willing,
  writing,
  zhou,
} from './a-dispute.testing.js';
import { draft, extend, recordOral } from './agreeing.js';
import type { Event } from './dispute-events.js';
import { decider } from './dispute-state.js';
import { end, reopen, reportDanger, acknowledgeDanger } from './ending.js';
import { withWhatFollows } from './deadlines.js';
import { assign } from './mediators.js';
import { holdSession, planSession } from './meetings.js';
import { open, recolour, stateConsent } from './opening.js';
import { perform, seekConfirmation } from './performing.js';

const then = (before: readonly Event[], ...deeds: readonly Dated[]): readonly Event[] =>
  deeds.reduce<readonly Event[]>(
    (events, [at, decide]) => [...events, ...withWhatFollows(decide)(fold(decider, events), at)],
    before,
  );

const running = (events: readonly Event[]) =>
  Object.entries(clocksIn(events)).flatMap(([clock, { end: how }]) => (how === null ? [clock] : []));
const ends = (events: readonly Event[]) =>
  Object.fromEntries(
    Object.entries(clocksIn(events)).flatMap(([clock, { end: how, at }]) =>
      how === null ? [] : [[clock, `${how} ${String(at).slice(5, 10)}`]],
    ),
  );

describe('The committee owes a mediator', () => {
  test('from the first moment, where nobody of the roster may take it', () => {
    const events = after([march(2), open(details, null)]);
    expect(clocksIn(events)).toEqual({ 'assign/1': { since: march(2), end: null, at: null } });
    expect(ends(then(events, [march(5), assign(tang, [])]))).toEqual({ 'assign/1': 'answered 03-05' });
  });

  test('and nothing, where somebody has it at once', () => {
    expect(ends(opened)).toEqual({ 'assign/1': 'answered 03-02' });
    expect(running(opened)).toEqual(['consent/1']);
  });
});

describe('The mediator owes', () => {
  test('each party the question, until the last has answered', () => {
    const half = then(opened, [march(3), stateConsent(sun, true)]);
    expect(running(half)).toEqual(['consent/1']);
    expect(ends(willing)['consent/1']).toBe('answered 03-04');
  });

  test('nothing more to a party who does not want it', () => {
    const events = then(opened, [march(3), stateConsent(zhou, false)]);
    expect(running(events)).toEqual([]);
    expect(ends(events)['consent/1']).toBe('answered 03-03');
  });

  test('a first session and an end, from when all have said yes', () => {
    expect(clocksIn(willing)).toMatchObject({
      'meet/1': { since: march(4), end: null },
      'settle/1': { since: march(4), end: null },
    });
    const meeting = { from: march(6), until: march(7), place: 'home', booking: 'booking', mediator: 'tang' };
    const held = then(
      willing,
      [march(5), planSession(meeting, null)],
      [march(8), holdSession(1, [sun], { minutesId: 'minutes', minutesHash: 'hash' })],
    );
    expect(ends(held)['meet/1']).toBe('answered 03-06');
    expect(running(held)).toEqual(['settle/1']);
  });

  test('whoever has it now, from the moment they have it', () => {
    const events = then(willing, [march(6), assign('ye', [])]);
    const moved = events.filter(({ type }) => type === 'DeadlineHandedOver').map(({ data }) => data);
    expect(moved).toMatchObject([
      { clock: 'meet/1', holder: 'ye' },
      { clock: 'settle/1', holder: 'ye' },
    ]);
  });

  test('the time of a graver colour, from when it began to run', () => {
    const events = then(willing, [march(6), recolour('red')]);
    expect(ends(events)['settle/1']).toBe('cancelled 03-06');
    expect(clocksIn(events)['settle/2']).toEqual({ since: march(4), end: null, at: null });
  });

  test('no later end than all parties want', () => {
    const events = then(willing, [march(20), extend(march(31), [sun, zhou])]);
    const set = events.findLast((it) => it.type === 'DeadlineSet');
    expect(set?.data).toMatchObject({ clock: 'settle/2', dueAt: march(31) });
  });

  test('nothing to settle any more, whichever way it ended', () => {
    const none = end({ outcome: 'no-agreement', otherWays: ['court'] });
    expect(ends(then(willing, [march(20), none]))['settle/1']).toBe('answered 03-20');
    expect(ends(agreed)['settle/1']).toBe('answered 03-10');
    const oral = recordOral({ ...writing(wall(march(30))), form: 'oral' }, [sun, zhou]);
    expect(ends(then(willing, [march(12), oral]))['settle/1']).toBe('answered 03-12');
  });
});

describe('Of an agreement', () => {
  test('each term is watched until its day, and so is the window of the court', () => {
    expect(running(agreed)).toEqual(['meet/1', 'perform/1/1', 'confirm/1']);
    const term = agreed.find((it) => it.type === 'DeadlineSet' && it.data.clock === 'perform/1/1');
    expect(term?.data).toMatchObject({ dueAt: march(30), since: march(10), holder: tang });
  });

  test('no deadline is ever a party’s', () => {
    const holders = agreed.flatMap((it) => (it.type === 'DeadlineSet' ? (it.data.holder ?? []) : []));
    expect(new Set(holders)).toEqual(new Set([tang]));
  });

  test('a court that was asked is no matter of waiting', () => {
    const events = then(agreed, [march(20), seekConfirmation([sun, zhou], () => march(31))]);
    expect(ends(events)['confirm/1']).toBe('answered 03-20');
  });

  test('what was performed is answered as of when it was', () => {
    const events = then(agreed, [march(25), perform(1, true, march(22))]);
    expect(ends(events)['perform/1/1']).toBe('answered 03-22');
    expect(running(events)).toEqual([]);
  });

  test('a draft that was given up leaves nothing behind', () => {
    const events = then(
      willing,
      [march(9), draft(writing(wall(march(30))))],
      [march(10), draft(writing(wall(march(29))))],
    );
    expect(running(events)).toEqual(['meet/1', 'settle/1']);
  });
});

describe('A danger', () => {
  test('is owed an answer, also when the dispute is over', () => {
    const withdrawn = end({ outcome: 'withdrawn', otherWays: [] });
    const events = then(willing, [march(5), reportDanger('text')], [march(6), withdrawn]);
    expect(running(events)).toEqual(['danger/1']);
    const seen = then(events, [march(7), acknowledgeDanger(1, 'secretary')]);
    expect(ends(seen)['danger/1']).toBe('answered 03-07');
  });
});

describe('A dispute that begins anew', () => {
  test('asks everybody anew, under deadlines of their own', () => {
    const none = end({ outcome: 'no-agreement', otherWays: ['court'] });
    const events = then(willing, [march(20), none], [march(25), reopen]);
    expect(running(events)).toEqual(['consent/2']);
    const again = then(events, [march(26), stateConsent(sun, true)], [march(27), stateConsent(zhou, true)]);
    expect(running(again)).toEqual(['meet/2', 'settle/2']);
  });
});
