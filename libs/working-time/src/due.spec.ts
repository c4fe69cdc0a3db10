import { describe, expect, test } from '@jest/globals';
import { hour, instant, type Instant, minute, plus } from '@mulin/kernel';
import { type Calendar, due, elapsed, type Pause, type Segment, type Target, usedUp } from './index.js';

const office: Calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: {
    'mon-fri': [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
  },
  overrides: {
    '2026-02-14': {
      segments: [
        ['08:30', '12:00'],
        ['14:00', '17:30'],
      ],
      reason: 'made up for',
    },
    ...Object.fromEntries(
      [15, 16, 17, 18, 19, 20, 21, 22, 23].map((date) => [`2026-02-${date}`, { segments: [] }]),
    ),
    '2026-03-11': { segments: [['08:30', '12:00']], reason: 'a half day' },
  },
  coveredUntil: '2026-12-31',
};

const hours = (...segments: readonly Segment[]) => segments;
const week = (zone: string, segments: readonly Segment[], days = 'mon-fri'): Calendar => ({
  ...office,
  zone,
  week: { [days]: segments },
  overrides: {},
});

const shanghai = (text: string): Instant => instant(`${text.replace(' ', 'T')}:00+08:00`);
const dueBy = (target: Omit<Target, 'calendar'>, calendar: Calendar = office) => due({ calendar, ...target });
const dueAt = (...asked: Parameters<typeof dueBy>): Instant => dueBy(...asked).dueAt;
const workingDays = (start: string, amount: number, end: 'close' | 'same-time' = 'close') =>
  dueAt({ unit: 'working-day', start: shanghai(start), amount, end });
const calendarDays = (start: string, amount: number) =>
  dueAt({ unit: 'calendar-day', start: shanghai(start), amount });

describe('Hours', () => {
  test('are counted to the millisecond: fifty pauses of 59 seconds are not lost', () => {
    const start = shanghai('2026-03-02 09:00');
    const pauses = Array.from({ length: 50 }, (_, place): Pause => {
      const from = plus(start, place * 90_000);
      return [from, plus(from, 59_000)];
    });
    const target = { unit: 'working-minute', start, amount: 60, pauses } as const;
    expect(dueAt(target)).toBe(plus(start, hour + 50 * 59_000));
  });

  test('may be parts of one', () => {
    const start = shanghai('2026-03-02 16:45');
    expect(dueAt({ unit: 'working-hour', start, amount: 1.5 })).toBe(shanghai('2026-03-03 09:15'));
    expect(dueAt({ unit: 'working-second', start, amount: 0.25 })).toBe(plus(start, 250));
  });

  test('none is due at once, whether anybody works or not', () => {
    const start = shanghai('2026-03-07 10:00');
    expect(dueAt({ unit: 'working-hour', start, amount: 0 })).toBe(start);
  });

  test('counted back, used up exactly at opening, lead to that opening', () => {
    const back = (text: string, amount: number) =>
      dueAt({ unit: 'working-hour', start: shanghai(text), amount });
    expect(back('2026-03-02 15:00', -1)).toBe(shanghai('2026-03-02 14:00'));
    expect(back('2026-03-02 08:30', -1)).toBe(shanghai('2026-02-27 16:30'));
    expect(back('2026-03-08 12:00', -3.5)).toBe(shanghai('2026-03-06 14:00'));
  });

  test('of an emergency pass around the clock, without what is paused', () => {
    const start = shanghai('2026-03-07 23:00');
    expect(dueAt({ unit: 'hour', start, amount: 2 })).toBe(shanghai('2026-03-08 01:00'));
    const pauses: readonly Pause[] = [[shanghai('2026-03-07 23:30'), shanghai('2026-03-08 06:30')]];
    expect(dueAt({ unit: 'hour', start, amount: 2, pauses })).toBe(shanghai('2026-03-08 08:00'));
  });

  test('that a paused clock has are used up only after the pause', () => {
    const start = shanghai('2026-03-02 09:00');
    const pauses: readonly Pause[] = [[shanghai('2026-03-02 10:00'), shanghai('2026-03-09 10:00')]];
    expect(dueAt({ unit: 'working-hour', start, amount: 1, pauses })).toBe(shanghai('2026-03-02 10:00'));
    expect(dueAt({ unit: 'working-hour', start, amount: 1.01, pauses }) > shanghai('2026-03-09 10:00')).toBe(
      true,
    );
  });

  test('a pause on days of rest adds nothing', () => {
    const start = shanghai('2026-03-06 17:00');
    const pauses: readonly Pause[] = [[shanghai('2026-03-07 00:00'), shanghai('2026-03-09 00:00')]];
    expect(dueAt({ unit: 'working-hour', start, amount: 1, pauses })).toBe(shanghai('2026-03-09 09:00'));
  });
});

describe('What other systems got wrong', () => {
  const long = week('Asia/Shanghai', hours(['08:00', '18:00']));
  const nine = week('Asia/Shanghai', hours(['09:00', '17:00']));

  test('a warning an hour before is counted in hours of work, like the deadline', () => {
    const first = dueAt({ unit: 'working-hour', start: shanghai('2026-03-02 17:00'), amount: 4 }, long);
    expect(first).toBe(shanghai('2026-03-03 11:00'));
    expect(dueAt({ unit: 'working-hour', start: first, amount: -1 }, long)).toBe(
      shanghai('2026-03-03 10:00'),
    );
  });

  test('ten days before a deadline are ten days before it', () => {
    expect(workingDays('2026-03-23 17:00', -10)).toBe(shanghai('2026-03-09 17:30'));
    expect(workingDays('2026-03-23 15:00', -10, 'same-time')).toBe(shanghai('2026-03-09 15:00'));
  });

  test('an hour on Friday evening goes on on Monday morning', () => {
    expect(dueAt({ unit: 'working-hour', start: shanghai('2026-03-06 16:30'), amount: 1 }, nine)).toBe(
      shanghai('2026-03-09 09:30'),
    );
  });

  test('what began outside hours has used what was worked since', () => {
    const span = { calendar: office, unit: 'working-minute', start: shanghai('2026-03-07 10:00') } as const;
    expect(elapsed({ ...span, until: shanghai('2026-03-09 09:30') })).toBe(hour);
  });

  test('an overlapping pause is not counted twice', () => {
    const start = shanghai('2026-03-02 09:00');
    const pause: Pause = [shanghai('2026-03-02 09:30'), shanghai('2026-03-02 10:30')];
    expect(dueAt({ unit: 'working-hour', start, amount: 1, pauses: [pause, pause] })).toBe(
      shanghai('2026-03-02 11:00'),
    );
  });
});

test('The hours of a day are worked in their order, whichever stands first in the calendar', () => {
  const turned = week('Asia/Shanghai', hours(['14:00', '17:30'], ['08:30', '12:00']));
  const start = shanghai('2026-03-02 09:00');
  expect(dueAt({ unit: 'working-hour', start, amount: 4 }, turned)).toBe(shanghai('2026-03-02 15:00'));
  expect(dueAt({ unit: 'working-day', start, amount: 1 }, turned)).toBe(shanghai('2026-03-03 17:30'));
  const inThree = week('Asia/Shanghai', hours(['10:00', '12:00'], ['08:00', '10:00'], ['12:00', '14:00']));
  expect(dueAt({ unit: 'working-hour', start, amount: 5 }, inThree)).toBe(shanghai('2026-03-02 14:00'));
});

describe('Pauses', () => {
  const day = '2026-03-02';
  const pausesOn = (text: string): readonly Pause[] =>
    text
      .split(' ')
      .filter(Boolean)
      .map((pause): Pause => {
        const [from = '', until = ''] = pause.split('-');
        return [shanghai(`${day} ${from}`), shanghai(`${day} ${until}`)];
      });

  test.each([
    ['', 7],
    ['09:00-10:00', 6],
    ['15:00-16:00 09:00-10:00', 5],
    ['09:00-11:00 09:30-10:00', 5],
    ['09:00-10:00 09:30-11:00', 5],
    ['09:30-11:00 09:00-10:00', 5],
    ['09:00-10:00 10:00-11:00', 5],
    ['10:00-10:00 11:00-09:00', 7],
    ['09:00-10:00 11:00-09:30', 6],
    ['11:00-09:00', 7],
    ['11:00-15:00', 5],
    ['12:00-14:00', 7],
    ['06:00-09:30', 6],
    ['16:30-20:00', 6],
    ['06:00-08:30 17:30-20:00', 7],
    ['06:00-20:00', 0],
    ['08:30-12:00', 3.5],
    ['09:00-09:30 10:00-10:30 11:00-11:30', 5.5],
  ])('of “%s” leave %d hours of the day, in whichever order they are told', (text, expected) => {
    const pauses = pausesOn(text);
    const span = { calendar: office, unit: 'working-hour', pauses } as const;
    const [start, until] = [shanghai(`${day} 00:00`), shanghai(`${day} 23:00`)];
    expect(elapsed({ ...span, start, until })).toBe(expected * hour);
    expect(elapsed({ ...span, start, until, pauses: [...pauses].reverse() })).toBe(expected * hour);
    // And counting to the end of it, forwards and back, comes out there.
    const next = shanghai('2026-03-03 08:45');
    const back = dueAt({ unit: 'working-hour', start: next, amount: -(expected + 0.25), pauses });
    expect(elapsed({ ...span, start: back, until: next })).toBe((expected + 0.25) * hour);
    expect(dueAt({ unit: 'working-hour', start, amount: expected + 0.25, pauses })).toBe(next);
  });

  test('are gone round, forwards and back', () => {
    const pauses = pausesOn('14:15-14:30');
    expect(dueAt({ unit: 'working-hour', start: shanghai(`${day} 11:45`), amount: 1, pauses })).toBe(
      shanghai(`${day} 15:00`),
    );
    expect(dueAt({ unit: 'working-hour', start: shanghai(`${day} 15:00`), amount: -1, pauses })).toBe(
      shanghai(`${day} 11:45`),
    );
    // Used up exactly where a pause begins, or ended: that is the moment.
    expect(dueAt({ unit: 'working-minute', start: shanghai(`${day} 14:00`), amount: 15, pauses })).toBe(
      shanghai(`${day} 14:15`),
    );
    expect(dueAt({ unit: 'working-minute', start: shanghai(`${day} 15:00`), amount: -30, pauses })).toBe(
      shanghai(`${day} 14:30`),
    );
  });
});

describe('Working days', () => {
  test('of which none is left end with the day itself, and a rest day has no more to give', () => {
    expect(workingDays('2026-03-02 10:00', 0)).toBe(shanghai('2026-03-02 17:30'));
    expect(workingDays('2026-03-02 20:00', 0)).toBe(shanghai('2026-03-02 20:00'));
    expect(workingDays('2026-03-07 10:00', 0)).toBe(shanghai('2026-03-07 10:00'));
  });

  test('end at the close of a half day', () => {
    expect(workingDays('2026-03-10 10:00', 1)).toBe(shanghai('2026-03-11 12:00'));
  });

  test('half a day is half of that day’s work', () => {
    expect(workingDays('2026-03-02 10:00', 0.5)).toBe(shanghai('2026-03-03 12:00'));
    expect(workingDays('2026-03-02 10:00', 1.25)).toBe(shanghai('2026-03-04 10:15'));
  });

  test('that were paused from opening to close are not counted, others are', () => {
    const start = shanghai('2026-03-02 10:00');
    const count = (from: string, until: string) =>
      dueAt({ unit: 'working-day', start, amount: 2, pauses: [[shanghai(from), shanghai(until)]] });
    expect(count('2026-03-03 08:30', '2026-03-03 17:30')).toBe(shanghai('2026-03-05 17:30'));
    expect(count('2026-03-03 08:31', '2026-03-03 17:30')).toBe(shanghai('2026-03-04 17:30'));
  });

  test('are paused from opening to close also where nobody paused the lunch, and not where both neighbours were', () => {
    const start = shanghai('2026-03-02 10:00');
    const count = (...pauses: readonly (readonly [string, string])[]) =>
      dueAt({
        unit: 'working-day',
        start,
        amount: 2,
        pauses: pauses.map(([from, until]): Pause => [shanghai(from), shanghai(until)]),
      });
    expect(count(['2026-03-03 08:30', '2026-03-03 12:00'], ['2026-03-03 14:00', '2026-03-03 17:30'])).toBe(
      shanghai('2026-03-05 17:30'),
    );
    expect(count(['2026-03-03 00:00', '2026-03-04 00:00'], ['2026-03-05 00:00', '2026-03-06 00:00'])).toBe(
      shanghai('2026-03-06 17:30'),
    );
  });

  test('are paused by several pauses that touch each other as by one', () => {
    const at = (text: string): Instant => shanghai(`2026-03-0${text}`);
    const pauses: readonly Pause[] = [
      [at('2 09:00'), at('2 09:30')],
      [at('3 08:00'), at('3 10:00')],
      [at('3 10:00'), at('3 12:00')],
      [at('3 11:00'), at('3 18:00')],
    ];
    const start = at('2 10:00');
    expect(dueAt({ unit: 'working-day', start, amount: 1, pauses })).toBe(at('4 17:30'));
    expect(dueAt({ unit: 'working-day', start, amount: 1, pauses: pauses.slice(2) })).toBe(at('3 17:30'));
  });

  test('were the same before 1970', () => {
    expect(workingDays('1969-12-27 10:00', 1, 'same-time')).toBe(shanghai('1969-12-30 08:30'));
  });

  test('none of which is left end with a day that is paused, too, at the time of the start', () => {
    const start = shanghai('2026-03-03 10:00');
    const pauses: readonly Pause[] = [[shanghai('2026-03-03 00:00'), shanghai('2026-03-04 00:00')]];
    expect(dueAt({ unit: 'working-day', start, amount: 0, end: 'same-time', pauses })).toBe(start);
  });

  test('with an ending at the same time land on a clock time that a spring night skipped as much later', () => {
    const nights = week('Europe/Berlin', hours(['00:00', '24:00']), 'mon-sun');
    const start = instant('2026-03-28T02:30:00+01:00');
    expect(dueAt({ unit: 'working-day', start, amount: 1, end: 'same-time' }, nights)).toBe(
      instant('2026-03-29T03:30:00+02:00'),
    );
  });

  test('in the very moment of closing belong to the next opening', () => {
    expect(workingDays('2026-03-02 17:30', 1, 'same-time')).toBe(shanghai('2026-03-04 08:30'));
    expect(workingDays('2026-03-02 13:00', 1, 'same-time')).toBe(shanghai('2026-03-03 14:00'));
    expect(workingDays('2026-03-02 09:15', 1, 'same-time')).toBe(shanghai('2026-03-03 09:15'));
    expect(workingDays('2026-03-06 20:00', 1, 'same-time')).toBe(shanghai('2026-03-10 08:30'));
  });
});

describe('Calendar days', () => {
  test('count from the next day, rest day or not, and roll forward from one', () => {
    expect(calendarDays('2026-03-07 10:00', 3)).toBe(shanghai('2026-03-10 17:30'));
    expect(calendarDays('2026-03-05 10:00', 2)).toBe(shanghai('2026-03-09 17:30'));
    expect(calendarDays('2026-02-10 10:00', 5)).toBe(shanghai('2026-02-24 17:30'));
  });

  test('that end at the same time roll forward to that time', () => {
    const start = shanghai('2026-03-05 10:00');
    expect(dueAt({ unit: 'calendar-day', start, amount: 2, end: 'same-time' })).toBe(
      shanghai('2026-03-09 10:00'),
    );
  });

  test('that end at the same time begin on a rest day, too', () => {
    const start = shanghai('2026-03-07 10:00');
    expect(dueAt({ unit: 'calendar-day', start, amount: 2, end: 'same-time' })).toBe(
      shanghai('2026-03-09 10:00'),
    );
  });

  test('over the end of February in a leap year', () => {
    const always = week('Asia/Shanghai', hours(['00:00', '24:00']), 'mon-sun');
    const start = shanghai('2028-02-28 10:00');
    expect(dueAt({ unit: 'calendar-day', start, amount: 1 }, always)).toBe(shanghai('2028-03-01 00:00'));
  });

  test('end with the day they were wholly paused for moved on', () => {
    const start = shanghai('2026-03-02 10:00');
    const pauses: readonly Pause[] = [[shanghai('2026-03-03 00:00'), shanghai('2026-03-04 00:00')]];
    expect(dueAt({ unit: 'calendar-day', start, amount: 2, pauses })).toBe(shanghai('2026-03-05 17:30'));
  });
});

describe('Shares of a target', () => {
  test('are shares of the work between start and deadline', () => {
    const target: Target = {
      calendar: office,
      unit: 'working-day',
      start: shanghai('2026-03-02 08:30'),
      amount: 1,
    };
    const deadline = due(target).dueAt;
    expect(usedUp(target, deadline, 0.5)).toBe(shanghai('2026-03-02 17:30'));
    expect(usedUp(target, deadline, 1)).toBe(shanghai('2026-03-03 17:30'));
    expect(usedUp(target, deadline, 1.5)).toBe(shanghai('2026-03-04 17:30'));
  });

  test('the whole of it is the deadline, also where that was settled for a time when nobody works', () => {
    const target = {
      calendar: office,
      unit: 'working-hour',
      start: shanghai('2026-03-02 09:00'),
      amount: 8,
    } as const;
    const night = shanghai('2026-03-02 22:00');
    expect(usedUp(target, night, 1)).toBe(night);
    expect(usedUp(target, night, 0)).toBe(target.start);
  });
});

describe('Time that was used', () => {
  const used = (unit: Target['unit'], from: string, to: string) =>
    elapsed({ calendar: office, unit, start: shanghai(from), until: shanghai(to) });

  test('is worked time, and time by the clock on the wall for what is counted so', () => {
    const [friday, monday] = ['2026-03-06 17:00', '2026-03-09 09:00'];
    expect(used('working-hour', friday, monday)).toBe(hour);
    expect(used('working-day', friday, monday)).toBe(hour);
    expect(used('hour', friday, monday)).toBe(64 * hour);
    expect(used('calendar-day', friday, monday)).toBe(64 * hour);
  });

  test('is negative where the end comes first, and none between a moment and itself', () => {
    expect(used('working-hour', '2026-03-09 09:00', '2026-03-06 17:00')).toBe(-hour);
    expect(used('working-hour', '2026-03-09 09:00', '2026-03-09 09:00')).toBe(0);
  });
});

describe('Clock changes', () => {
  test('an hour of work that the night repeats is worked twice, one that it skips never', () => {
    const nights = week('Europe/Berlin', hours(['01:00', '04:00']), 'sun');
    const worked = (start: string) =>
      elapsed({
        calendar: nights,
        unit: 'working-hour',
        start: instant(start),
        until: plus(instant(start), 24 * hour),
      });
    expect(worked('2026-03-28T23:00:00Z')).toBe(2 * hour);
    expect(worked('2026-10-24T22:00:00Z')).toBe(4 * hour);
  });

  test('a minute after midnight give back an hour of the day before', () => {
    const days = week('America/St_Johns', hours(['00:00', '24:00']), 'sun');
    const start = instant('2009-10-31T12:00:00-02:30');
    // Sunday begins, one minute later it is Saturday 23:01 again, and then it is Sunday for good.
    expect(dueAt({ unit: 'working-minute', start, amount: 2 }, days)).toBe(
      instant('2009-11-01T00:01:00-03:30'),
    );
  });
});

/** A refusal says a sentence in both languages. */
const refusal = (code: string, kind: string) =>
  expect.objectContaining({
    code,
    refusal: kind,
    sentence: { en: expect.stringMatching(/\.$/), zh: expect.stringMatching(/\p{Script=Han}.*。$/u) },
  });

describe('What cannot be counted', () => {
  const never: Calendar = { ...office, week: {}, overrides: {} };
  const once: Calendar = { ...never, overrides: { '2026-03-04': { segments: [['10:00', '12:00']] } } };
  const start = shanghai('2026-03-02 10:00');

  test.each(['working-minute', 'working-day', 'calendar-day'] as const)(
    'a calendar without hours is refused in %ss, and nobody waits for ever',
    (unit) => {
      const refused = refusal('calendar-without-hours', 'refused');
      expect(() => dueBy({ unit, start, amount: 1 }, never)).toThrow(refused);
      expect(() => dueBy({ unit: 'working-hour', start, amount: -1 }, never)).toThrow(refused);
      expect(() => dueBy({ unit, start, amount: 400 }, once)).toThrow(refused);
      expect(() => dueBy({ unit: 'working-hour', start, amount: -400 }, once)).toThrow(refused);
    },
  );

  test('the hours of a single day can be used', () => {
    expect(dueAt({ unit: 'working-day', start, amount: 1 }, once)).toBe(shanghai('2026-03-04 12:00'));
    expect(dueAt({ unit: 'working-hour', start, amount: 2 }, once)).toBe(shanghai('2026-03-04 12:00'));
    expect(dueAt({ unit: 'working-hour', start: shanghai('2026-03-09 10:00'), amount: -1 }, once)).toBe(
      shanghai('2026-03-04 11:00'),
    );
  });

  test('also where its evening is the next day elsewhere, and its morning the day before', () => {
    const onceIn = (zone: string, segment: Segment): Calendar => ({
      ...never,
      zone,
      overrides: { '2026-03-04': { segments: [segment] } },
    });
    const evening = onceIn('Pacific/Pago_Pago', ['20:00', '22:00']);
    const morning = onceIn('Pacific/Kiritimati', ['10:00', '12:00']);
    expect(dueAt({ unit: 'working-hour', start, amount: 2 }, evening)).toBe(instant('2026-03-05T09:00:00Z'));
    const later = shanghai('2026-03-09 10:00');
    expect(dueAt({ unit: 'working-hour', start: later, amount: -2 }, morning)).toBe(
      instant('2026-03-03T20:00:00Z'),
    );
  });

  test('a deadline beyond all reach is refused', () => {
    const far = refusal('deadline-out-of-reach', 'refused');
    expect(() => dueBy({ unit: 'working-day', start, amount: 1e9 })).toThrow(far);
    expect(() => dueBy({ unit: 'working-hour', start, amount: -1e9 })).toThrow(far);
    expect(() => dueBy({ unit: 'hour', start, amount: 1e12 })).toThrow(far);
  });

  test('nothing is due in a year that has not four digits, and everything up to there', () => {
    const last = instant('9999-12-31T23:59:59.999Z');
    const first = instant('0000-01-01T00:00:00.000Z');
    const far = refusal('deadline-out-of-reach', 'refused');
    expect([
      dueAt({ unit: 'hour', start: last, amount: 0 }),
      dueAt({ unit: 'hour', start: first, amount: 0 }),
    ]).toEqual([last, first]);
    expect(() => dueBy({ unit: 'hour', start: last, amount: 1 })).toThrow(far);
    expect(() => dueBy({ unit: 'hour', start: first, amount: -1 })).toThrow(far);
  });

  test('an amount that is no number is refused', () => {
    for (const amount of [NaN, Infinity])
      expect(() => dueBy({ unit: 'hour', start, amount })).toThrow(
        refusal('amount-not-a-number', 'malformed'),
      );
  });

  test('days that nobody has announced yet are counted, and said to be provisional', () => {
    const eve = shanghai('2026-12-31 16:30');
    expect(dueBy({ unit: 'working-hour', start: eve, amount: 1 }).provisional).toBe(false);
    expect(dueBy({ unit: 'working-hour', start: eve, amount: 1.01 }).provisional).toBe(true);
    expect(dueBy({ unit: 'hour', start: eve, amount: 100 }).provisional).toBe(false);
    const open = { ...office, coveredUntil: null };
    expect(dueBy({ unit: 'working-day', start: eve, amount: 9 }, open).provisional).toBe(false);
  });

  test('so are days of which nobody knows any more whether they were holidays', () => {
    const known = { ...office, coveredFrom: '2026-03-02' };
    const first = shanghai('2026-03-02 09:00');
    expect(dueBy({ unit: 'working-hour', start: first, amount: 1 }, known).provisional).toBe(false);
    expect(
      dueBy({ unit: 'working-day', start: shanghai('2026-02-28 09:00'), amount: 1 }, known).provisional,
    ).toBe(true);
    expect(dueBy({ unit: 'working-day', start: first, amount: -1 }, known).provisional).toBe(true);
    expect(dueBy({ unit: 'hour', start: shanghai('2026-02-28 09:00'), amount: 1 }, known).provisional).toBe(
      false,
    );
  });

  test('a close at midnight belongs to the day it ends', () => {
    const always = week('Asia/Shanghai', hours(['00:00', '24:00']), 'mon-sun');
    const target = { unit: 'working-day', start: shanghai('2026-12-30 10:00'), amount: 1 } as const;
    expect(dueBy(target, always)).toEqual({ dueAt: shanghai('2027-01-01 00:00'), provisional: false });
    expect(plus(due({ calendar: always, ...target, amount: 2 }).dueAt, -minute)).toBe(
      shanghai('2027-01-01 23:59'),
    );
  });
});
