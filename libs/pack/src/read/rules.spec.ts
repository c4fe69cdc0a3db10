import { describe, expect, test } from '@jest/globals';
import { lineOf } from '../problem.js';
import { parseRules, problemsOfRules } from './rules.js';

const days = {
  coveredUntil: '2026-12-31',
  source: 'State Council',
  off: { '2026-02-17': '春节' },
  makeUp: { '2026-02-14': '春节' },
};
const publicDays = { cn: days };

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
const policy = {
  id: 'ordinary',
  calendar: 'town',
  clocks: [
    {
      name: 'complete',
      length: { unit: 'working-hour', amount: 7 },
      urgencies: { emergency: { unit: 'hour', amount: 2 } },
    },
  ],
};
const files = { policies: { policies: [policy] }, calendars: { calendars: [calendar] } };

const withPolicy = (change: object) => ({ ...files, policies: { policies: [{ ...policy, ...change }] } });
const withCalendar = (change: object) => ({
  ...files,
  calendars: { calendars: [{ ...calendar, ...change }] },
});
const withClock = (change: object) => withPolicy({ clocks: [{ ...policy.clocks[0], ...change }] });

describe('The rules of a pack', () => {
  test('are the policies, with the usual ladder where they name none, and the calendars with their holidays', () => {
    const { policies, calendars } = parseRules(files, publicDays);
    expect(policies[0]?.ladder.map(({ to }) => to)).toEqual([
      ['grid-member'],
      ['grid-leader'],
      ['village-committee', 'community-secretary'],
      ['town-leader'],
    ]);
    expect(calendars[0]).toMatchObject({
      coveredUntil: '2026-12-31',
      overrides: {
        '2026-02-14': { segments: calendar.week['mon-fri'], reason: '春节' },
        '2026-02-17': { segments: [] },
      },
    });
  });

  test.each([
    ['no policies', { ...files, policies: {} }, 'policies.json: policies'],
    [
      'two of one name',
      { ...files, policies: { policies: [policy, policy] } },
      'ordinary stands there twice',
    ],
    ['a calendar nobody knows', withPolicy({ calendar: 'moon' }), 'there is no calendar moon'],
    ['a clock nobody keeps', withClock({ name: 'lunch' }), 'clocks.0.name'],
    [
      'reports that follow each other faster than anybody writes',
      withClock({ name: 'heartbeat', length: { unit: 'working-second', amount: 0.0001 } }),
      'must be a minute at least between two reports',
    ],
    [
      'one clock twice',
      withPolicy({ clocks: [...policy.clocks, ...policy.clocks] }),
      'complete stands there twice',
    ],
    [
      'no time for the whole case',
      withClock({ name: 'take' }),
      'policies.json: ordinary: it has no clock complete',
    ],
    ['no time at all', withClock({ length: { unit: 'hour', amount: 0 } }), 'more than nothing'],
    ['more than ten years', withClock({ length: { unit: 'working-day', amount: 9_999 } }), 'ten years'],
    ['a role on no ladder', withPolicy({ ladder: [{ share: 1, to: 'mayor' }] }), 'policies.json'],
    ['a zone that is none', withCalendar({ zone: 'Mars' }), 'calendars.0.zone'],
    [
      'hours that overlap',
      withCalendar({
        week: {
          mon: [
            ['08:00', '12:00'],
            ['11:00', '13:00'],
          ],
        },
      }),
      'week.mon',
    ],
    ['a calendar by which nobody works', withCalendar({ week: {} }), 'nobody ever works'],
    ['holidays of no country', withCalendar({ publicDays: 'atlantis' }), 'atlantis is not known'],
    [
      'one calendar twice',
      { ...files, calendars: { calendars: [calendar, calendar] } },
      'town stands there twice',
    ],
    ['no calendars', { ...files, calendars: [] }, 'calendars.json'],
    ['a calendar that is none', { ...files, calendars: { calendars: [null] } }, 'calendars.json'],
  ])('with %s are refused, with the place', (_, wrong, place) => {
    const problems = problemsOfRules(wrong, publicDays);
    expect(problems.map((it) => lineOf(it)).join()).toContain(place);
    for (const { sentence } of problems) expect(sentence.zh).toMatch(/\p{Script=Han}/u);
    expect(() => parseRules(wrong, publicDays)).toThrow(expect.objectContaining({ code: 'pack-invalid' }));
  });
});

test('A calendar that tells the time of another place than the town’s is refused', () => {
  const wrong = 'calendars.json: calendars.0.zone: Asia/Shanghai is not the zone of the town, Asia/Tokyo';
  expect(problemsOfRules(files, publicDays, 'Asia/Tokyo').map((it) => lineOf(it))).toEqual([wrong]);
  expect(() => parseRules(files, publicDays, 'Asia/Tokyo')).toThrow(wrong);
  expect(problemsOfRules(files, publicDays, 'Asia/Shanghai')).toEqual([]);
  expect(problemsOfRules(withCalendar({ zone: 'Mars' }), publicDays, 'Asia/Tokyo')).toHaveLength(1);
});
