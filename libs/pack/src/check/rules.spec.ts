import { describe, expect, test } from '@jest/globals';
import { instant } from '@mulin/kernel';
import { ownCalendarsIn, parseRules } from '../read/rules.js';
import { warningsOfRules } from './rules.js';
import { ladderRolesIn } from './ladders.js';

const publicDays = {
  cn: {
    coveredUntil: '2026-12-31',
    source: 'State Council',
    off: { '2026-10-01': '国庆节' },
    makeUp: { '2026-10-10': '国庆节' },
  },
};
const now = instant('2026-06-01T00:00:00Z');

const calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: {
    'mon-fri': [
      ['08:30', '12:00'],
      ['14:00', '17:30'],
    ],
  },
  publicDays: 'cn',
};
const hours = (amount: number) => ({ unit: 'hour', amount });
const days = (amount: number) => ({ unit: 'working-day', amount });
const clock = (name: string, length: object, more: object = {}) => ({ name, length, ...more });
const policy = {
  id: 'ordinary',
  calendar: 'town',
  clocks: [
    clock(
      'take',
      { unit: 'working-hour', amount: 4 },
      { urgencies: { emergency: hours(0.5), urgent: hours(2) } },
    ),
    clock('complete', days(5), { urgencies: { emergency: hours(2), urgent: hours(24) } }),
  ],
};

const found = (policies: readonly object[], calendars: readonly object[] = [calendar], at = now) => {
  const files = { policies: { policies }, calendars: { calendars } };
  return warningsOfRules(parseRules(files, publicDays), ownCalendarsIn(files.calendars), at);
};
const lines = (...given: Parameters<typeof found>) =>
  found(...given).map(({ severity, code, at, sentence }) => `${severity} ${code} ${at}: ${sentence.en}`);
const withLadder = (ladder: readonly object[]) => lines([{ ...policy, ladder }]);

test('Rules that say what somebody can mean have nothing to be found', () => {
  expect(found([policy])).toEqual([]);
});

test('Whatever is found is said in English and in Chinese', () => {
  const { publicDays: _, ...own } = calendar;
  const strange = found([{ ...policy, ladder: [] }], [{ ...own, coveredUntil: '2026-01-01' }]);
  expect(strange.length).toBeGreaterThan(1);
  for (const { sentence } of strange) expect(sentence.zh).toMatch(/\p{Script=Han}/u);
});

describe('A ladder', () => {
  test('that is empty reaches nobody', () => {
    expect(withLadder([])).toEqual([
      'warning empty-ladder ordinary: its ladder is empty: nobody hears of a lateness',
    ]);
    const [take, complete] = policy.clocks;
    expect(lines([{ ...policy, clocks: [{ ...take, ladder: [] }, complete] }])).toEqual([
      'warning empty-ladder ordinary take: its ladder is empty: nobody hears of a lateness',
    ]);
  });

  test('of a policy whose clocks all have their own is nobody’s business', () => {
    const own = [{ share: 1, to: 'town-leader' }];
    const clocks = policy.clocks.map((it) => ({ ...it, ladder: own }));
    expect(lines([{ ...policy, clocks, ladder: [] }])).toEqual([]);
  });

  test.each([
    ['in one step', [{ share: 1, to: ['grid-leader', 'grid-leader'] }], 'grid-leader, 100%'],
    [
      'in two',
      [
        { share: 0.5, to: 'grid-member' },
        { share: 0.5, to: ['grid-leader', 'grid-member'] },
      ],
      'grid-member, 50%',
    ],
    [
      'in other words',
      [
        { share: 1, to: 'grid-leader' },
        { after: hours(0), to: 'grid-leader' },
      ],
      'grid-leader, 100%',
    ],
  ])('names nobody twice at one moment: %s', (_, ladder, step) => {
    // prettier-ignore
    expect(withLadder(ladder)).toEqual([
      `warning ladder-step-twice ordinary: its ladder has one step twice: ${step}`,
    ]);
  });

  test('may tell one role again later, and two at one moment', () => {
    const ladder = [
      { share: 0.5, to: 'grid-member' },
      { share: 1, to: ['grid-member', 'grid-leader'] },
      { after: hours(4), to: 'grid-leader' },
    ];
    expect(withLadder(ladder)).toEqual([]);
  });

  test.each([
    [
      'by shares',
      [
        { share: 0.8, to: 'grid-leader' },
        { share: 0.5, to: 'grid-member' },
      ],
    ],
    [
      'from after the due moment to before it',
      [
        { after: hours(1), to: 'grid-leader' },
        { share: 1, to: 'grid-member' },
      ],
    ],
    [
      'after the due moment',
      [
        { after: days(2), to: 'grid-leader' },
        { after: hours(3), to: 'grid-member' },
      ],
    ],
  ])('goes up and not down: %s', (_, ladder) => {
    // prettier-ignore
    expect(withLadder(ladder)).toEqual([
      expect.stringMatching(/^warning ladder-goes-backwards ordinary: .*grid-member .* stands after grid-leader .* hears before$/),
    ]);
  });

  test('does not warn of what has not begun', () => {
    const ladder = [{ after: { unit: 'calendar-day', amount: -30 }, to: 'grid-member' }];
    expect(withLadder(ladder)).toEqual([expect.stringMatching(/^warning ladder-before-start ordinary/)]);
  });

  test('names the roles that somebody must hold', () => {
    const [take, complete] = policy.clocks;
    const clocks = [{ ...take, ladder: [{ share: 1, to: 'village-committee' }] }, complete];
    const files = {
      policies: {
        policies: [{ ...policy, clocks, ladder: [{ share: 1, to: ['grid-leader', 'town-leader'] }] }],
      },
      calendars: { calendars: [calendar] },
    };
    expect([...ladderRolesIn(parseRules(files, publicDays).policies)].sort()).toEqual([
      'grid-leader',
      'town-leader',
      'village-committee',
    ]);
  });
});

describe('What lies with the community secretary', () => {
  const complete = clock('complete', days(5));
  const notAtOnce =
    'warning arbiter-not-told ordinary arbitrate: its ladder does not tell the community secretary at once of what lies with them: begin it with community-secretary at share 0';
  const arbitrateBy = (more: object) =>
    lines([{ ...policy, clocks: [...policy.clocks, clock('arbitrate', hours(4), more)] }]);
  const secretaryAt = (share: number) => ({ share, to: ['community-secretary'] });
  const atOnce = { ladder: [secretaryAt(0), { share: 1, to: 'town-leader' }] };

  test('is told to them by a policy that says nothing of it', () => {
    for (const name of ['accept', 'take', 'arbitrate'])
      expect(
        lines([{ ...policy, clocks: [complete, clock(name, hours(4), name === 'arbitrate' ? atOnce : {})] }]),
      ).toEqual([]);
  });

  test.each([
    ['only the town leader', { ladder: [{ share: 1, to: 'town-leader' }] }],
    ['the secretary half-way', { ladder: [secretaryAt(0.5), secretaryAt(1)] }],
    ['whom every other clock tells', {}],
  ])('is told to them at once, and not by a ladder that tells %s', (_, more) => {
    expect(arbitrateBy(more)).toEqual([notAtOnce]);
  });
});

describe('Targets', () => {
  const complete = (urgencies: object) => [clock('complete', days(5), { urgencies })];

  test('are not longer for what is more urgent', () => {
    expect(lines([{ ...policy, clocks: complete({ emergency: hours(48), urgent: hours(24) }) }])).toEqual([
      'warning slower-when-more-urgent ordinary complete: what is emergency may take 48 hour, longer than the 24 hour of what is urgent',
    ]);
    expect(lines([{ ...policy, clocks: complete({ urgent: days(9) }) }])).toEqual([
      'warning slower-when-more-urgent ordinary complete: what is urgent may take 9 working-day, longer than the 5 working-day of what is ordinary',
    ]);
  });

  test('of an urgency that no clock names are those of everything else', () => {
    expect(lines([{ ...policy, clocks: complete({ urgent: hours(24) }) }])).toEqual([
      'warning slower-when-more-urgent ordinary complete: what is emergency may take 5 working-day, longer than the 24 hour of what is urgent',
    ]);
  });

  test('of policies that are an urgency’s own are compared, too', () => {
    const urgent = { id: 'urgent', calendar: 'town', clocks: [clock('complete', days(9))] };
    expect(lines([policy, urgent])).toEqual([
      'warning slower-when-more-urgent urgent complete: what is urgent may take 9 working-day, longer than the 5 working-day of what is ordinary',
    ]);
  });

  test('counted in other units are compared by when they fall due', () => {
    expect(
      lines([
        {
          ...policy,
          clocks: complete({ emergency: hours(12), urgent: { unit: 'working-hour', amount: 7 } }),
        },
      ]),
    ).toEqual([]);
  });

  test('of what comes first are not longer than the whole', () => {
    const clocks = [clock('take', days(6)), clock('complete', days(5))];
    expect(lines([{ ...policy, clocks }])).toEqual([
      'warning longer-than-complete ordinary take: to take what is emergency may take 6 working-day, longer than the 5 working-day to complete it',
    ]);
  });
});

describe('A calendar', () => {
  const { publicDays: _, ...own } = calendar;
  const at = 'calendars.0 (town)';

  test('by which nobody works for a year is told', () => {
    const closed = {
      ...own,
      week: {},
      overrides: { '2026-01-05': [['09:00', '17:00']], '2028-01-03': [['09:00', '17:00']] },
    };
    expect(lines([policy], [closed])).toEqual([
      expect.stringMatching(
        /^warning calendar-without-hours calendars\.0 \(town\): nobody works by it within a year/,
      ),
    ]);
  });

  test('whose overrides are all past is told, unless a country’s days go on', () => {
    const overrides = { '2025-10-01': [], '2026-05-01': [] };
    expect(lines([policy], [{ ...own, overrides }])).toEqual([
      `warning overrides-past ${at}: all its overrides are past, the last is of 2026-05-01: from then on it knows no holiday`,
    ]);
    expect(lines([policy], [{ ...own, overrides: { ...overrides, '2026-10-01': [] } }])).toEqual([]);
    expect(lines([policy], [{ ...calendar, overrides }])).toEqual([]);
  });

  test('whose days are known until yesterday is told; a country’s are noted, for the town can announce nothing', () => {
    expect(lines([policy], [{ ...own, coveredUntil: '2026-05-31' }])).toEqual([
      `warning cover-past ${at}: its days are known until 2026-05-31 only: every deadline is provisional`,
    ]);
    const nextYear = instant('2027-02-01T00:00:00Z');
    expect(lines([policy], [calendar], nextYear)).toEqual([expect.stringMatching(/^note cover-past/)]);
  });

  test('that no policy counts by is told', () => {
    expect(lines([policy], [calendar, { ...calendar, id: 'spare' }])).toEqual([
      'warning calendar-never-used spare: no policy, no shift and no terms of mediation count by it',
    ]);
  });
});
