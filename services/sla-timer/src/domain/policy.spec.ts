import { describe, expect, test } from '@jest/globals';
import { type Instant, instant } from '@mulin/kernel';
import type { Calendar } from '@mulin/working-time';
import {
  calculateDeadline,
  type Length,
  type Policy,
  type Rung,
  type RuleBook,
  thresholdOf,
} from './policy.js';
import type { Deadline, DeadlineQuery } from './clocks/terms.js';

const at = (text: string): Instant => instant(`${text.replace(' ', 'T')}:00+08:00`);
const hours = (amount: number): Length => ({ unit: 'hour', amount });
const workingHours = (amount: number): Length => ({ unit: 'working-hour', amount });

const calendar: Calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: { 'mon-fri': [['08:00', '18:00']] },
  overrides: {},
  coveredUntil: '2026-12-31',
};

const ordinary: Policy = {
  id: 'ordinary',
  calendar: 'town',
  clocks: [
    { name: 'accept', length: workingHours(2) },
    { name: 'take', length: workingHours(4) },
    { name: 'complete', length: workingHours(10), urgencies: { emergency: hours(3) } },
  ],
  ladder: [{ share: 0.5, to: ['grid-member'] }],
};
const emergency: Policy = {
  id: 'emergency',
  calendar: 'town',
  clocks: [
    { name: 'take', length: hours(0.5) },
    { name: 'complete', length: hours(2) },
  ],
  ladder: [{ share: 1, to: ['town-leader'] }],
};

/** Version 3 of every policy, version 2 of the calendar. */
const bookOf = (policies: readonly Policy[], calendars: readonly Calendar[] = [calendar]): RuleBook => ({
  policyOf: (id) => {
    const content = policies.find((it) => it.id === id);
    return content && { version: 3, content };
  },
  calendarOf: (id) => {
    const content = calendars.find((it) => it.id === id);
    return content && { version: 2, content };
  },
});
const town = bookOf([ordinary, emergency]);

const monday = at('2026-03-02 08:00');
const asked: DeadlineQuery = {
  name: 'complete',
  policy: 'ordinary',
  urgency: 'ordinary',
  startedAt: monday,
  at: monday,
};
const deadline = (question: Partial<DeadlineQuery>, book = town): Deadline => {
  const answer = calculateDeadline(book, { ...asked, ...question });
  if (answer === null || 'missing' in answer) throw new Error('a deadline was expected');
  return answer;
};
const raised = (urgency: string, itemUrgency?: string) => ({
  urgency,
  ...(itemUrgency === undefined ? {} : { itemUrgency }),
});

describe('A deadline', () => {
  test('names the versions of policy and calendar it was computed by', () => {
    expect(deadline({})).toEqual({
      dueAt: at('2026-03-02 18:00'),
      ladder: [{ at: at('2026-03-02 13:00'), to: 'grid-member', threshold: '50%' }],
      policy: 'ordinary@3',
      calendar: 'town@2',
      provisional: false,
    });
  });

  test('after the days that are announced may still move, unless it was settled already', () => {
    const startedAt = at('2027-03-01 08:00');
    expect(deadline({ startedAt }).provisional).toBe(true);
    expect(deadline({ startedAt, dueAt: at('2027-03-01 12:00') }).provisional).toBe(false);
  });

  test('is none where the policy has no such clock, and is said to be missing where the rules lack something', () => {
    const noTake = bookOf([{ ...ordinary, clocks: ordinary.clocks.slice(2) }]);
    expect(calculateDeadline(noTake, { ...asked, name: 'take' })).toBeNull();
    expect(calculateDeadline(town, { ...asked, policy: 'gone' })).toEqual({ missing: 'no-policy' });
    expect(calculateDeadline(bookOf([ordinary], []), asked)).toEqual({ missing: 'no-calendar' });
    const restful = bookOf([ordinary], [{ ...calendar, week: {} }]);
    expect(calculateDeadline(restful, asked)).toEqual({ missing: 'uncountable' });
  });

  test('is shorter for the resident when it is done again, as far as the policy says, and for nobody else', () => {
    const again = bookOf([{ ...ordinary, redo: { share: 0.4 } }]);
    expect(deadline({ isRedo: true }, again).dueAt).toBe(at('2026-03-02 12:00'));
    expect(deadline({}, again).dueAt).toBe(at('2026-03-02 18:00'));
    expect(deadline({ isRedo: true }).dueAt).toBe(at('2026-03-02 18:00'));
    expect(deadline({ isRedo: true, name: 'take' }, again).dueAt).toBe(at('2026-03-02 12:00'));
  });

  test('by a calendar that is broken is not passed over in silence', () => {
    const broken = bookOf([ordinary], [{ ...calendar, zone: 'Mars/Base' }]);
    expect(() => calculateDeadline(broken, asked)).toThrow(RangeError);
  });
});

describe('A demand that somebody decided to be more urgent than its menu item', () => {
  test('climbs the ladder of that urgency, and has the length its own policy gives that urgency', () => {
    expect(deadline(raised('emergency', 'ordinary'))).toMatchObject({
      dueAt: at('2026-03-02 11:00'),
      ladder: [{ to: 'town-leader', threshold: '100%' }],
      policy: 'ordinary@3 emergency@3',
    });
  });

  test('has the length of that urgency where its own policy gives none', () => {
    expect(deadline({ name: 'take', ...raised('emergency', 'ordinary') }).dueAt).toBe(at('2026-03-02 08:30'));
  });

  test('goes where its own policy says that urgency leads', () => {
    const police: Policy = {
      ...emergency,
      id: 'police',
      ladder: [{ share: 0.5, to: ['town-leader'] }],
    };
    const book = bookOf([{ ...ordinary, raisedTo: { emergency: 'police' } }, emergency, police]);
    expect(deadline(raised('emergency', 'ordinary'), book)).toMatchObject({
      ladder: [{ to: 'town-leader', threshold: '50%' }],
      policy: 'ordinary@3 police@3',
    });
  });

  test.each([
    ['is as urgent as its menu item', raised('emergency', 'emergency')],
    ['is less urgent than its menu item', raised('ordinary', 'emergency')],
    ['is of an urgency whose menu item nobody named', raised('emergency')],
  ])('is none that %s: its own ladder holds', (_, question) => {
    expect(deadline(question)).toMatchObject({ ladder: [{ to: 'grid-member' }], policy: 'ordinary@3' });
  });

  test.each([
    ['emergency', 'urgent'],
    ['urgent', 'ordinary'],
    ['ordinary', 'complex'],
  ])('is raised to %s from %s', (higher, lower) => {
    const book = bookOf([ordinary, { ...emergency, id: 'other' }]);
    const withWay = bookOf([
      { ...ordinary, raisedTo: { [higher]: 'other' } },
      { ...emergency, id: 'other' },
    ]);
    expect(deadline(raised(higher, lower), withWay).policy).toBe('ordinary@3 other@3');
    expect(deadline(raised(lower, higher), book).policy).toBe('ordinary@3');
  });

  test('keeps its own rule where there is no policy of that urgency, or it has no such clock, or it is its own', () => {
    const question = raised('emergency', 'ordinary');
    expect(deadline(question, bookOf([ordinary])).policy).toBe('ordinary@3');
    expect(deadline({ name: 'accept', ...question }).policy).toBe('ordinary@3');
    const own = bookOf([{ ...ordinary, raisedTo: { emergency: 'ordinary' } }]);
    expect(deadline(question, own).policy).toBe('ordinary@3');
  });
});

describe('The time of whoever arbitrates', () => {
  const arbitrate = (policy: Policy) => deadline({ name: 'arbitrate' }, bookOf([policy]));

  test('is as long as that of whoever takes an order, and they hear at once, half-way, and when it is missed', () => {
    const { dueAt, ladder } = arbitrate(ordinary);
    expect(dueAt).toBe(at('2026-03-02 12:00'));
    expect(ladder).toEqual([
      { at: monday, to: 'community-secretary', threshold: '0%' },
      { at: at('2026-03-02 10:00'), to: 'community-secretary', threshold: '50%' },
      { at: at('2026-03-02 12:00'), to: 'community-secretary', threshold: '100%' },
      { at: at('2026-03-02 12:00'), to: 'town-leader', threshold: '100%' },
    ]);
  });

  test('is as long as the desk has to accept where nobody is given time to take, and as the completion where neither is', () => {
    const [accept, , complete] = ordinary.clocks;
    const only = (...clocks: readonly (Policy['clocks'][number] | undefined)[]) => ({
      ...ordinary,
      clocks: clocks.flatMap((it) => (it === undefined ? [] : [it])),
    });
    expect(arbitrate(only(accept, complete)).dueAt).toBe(at('2026-03-02 10:00'));
    const alone = only(complete);
    expect(arbitrate(alone).dueAt).toBe(deadline({ name: 'complete' }, bookOf([alone])).dueAt);
  });

  test('is what the policy says of it, if it does', () => {
    const own = { name: 'arbitrate' as const, length: workingHours(1) };
    const { dueAt, ladder } = arbitrate({ ...ordinary, clocks: [...ordinary.clocks, own] });
    expect(dueAt).toBe(at('2026-03-02 09:00'));
    expect(ladder.map(({ to }) => to)).toEqual(['grid-member']);
  });

  test('begins to be told of at night, too, if it begins at night', () => {
    const night = at('2026-03-02 23:00');
    expect(deadline({ name: 'arbitrate', startedAt: night }).ladder[0]?.at).toBe(night);
  });
});

describe('A step of a ladder', () => {
  const ladderOf = (...ladder: readonly Rung[]) => deadline({}, bookOf([{ ...ordinary, ladder }])).ladder;

  test('may come a time after the due moment, or before it', () => {
    const rungs = ladderOf(
      { after: workingHours(1), to: ['grid-leader'] },
      { after: workingHours(-1), to: ['grid-leader'] },
    );
    expect(rungs).toEqual([
      { at: at('2026-03-03 09:00'), to: 'grid-leader', threshold: '+1working-hour' },
      { at: at('2026-03-02 17:00'), to: 'grid-leader', threshold: '-1working-hour' },
    ]);
  });

  test('of a clock with a ladder of its own is one of that ladder', () => {
    const clocks = ordinary.clocks.map((it) => ({ ...it, ladder: [{ share: 0.8, to: ['grid-leader'] }] }));
    expect(deadline({}, bookOf([{ ...ordinary, clocks }])).ladder).toEqual([
      { at: at('2026-03-02 16:00'), to: 'grid-leader', threshold: '80%' },
    ]);
  });

  test.each<[string, Rung]>([
    ['50%', { share: 0.5, to: [] }],
    ['12.5%', { share: 0.125, to: [] }],
    // 0.07 * 100 is 7.000000000000001.
    ['7%', { share: 0.07, to: [] }],
    ['100%', { share: 1, to: [] }],
    ['100%', { after: hours(0), to: [] }],
    ['+24hour', { after: hours(24), to: [] }],
    ['-2working-hour', { after: workingHours(-2), to: [] }],
    ['+1working-day-close', { after: { unit: 'working-day', amount: 1, end: 'close' }, to: [] }],
  ])('is called %s in whichever policy it stands', (name, rung) => {
    expect(thresholdOf(rung)).toBe(name);
  });
});
