import { describe, expect, test } from '@jest/globals';
import { fold, hour, instant, type Instant, plus } from '@mulin/kernel';
import { scenarios } from '@mulin/testing';
import type { Deadline, DeadlineQuery } from '../clocks/terms.js';
import * as Commitment from './commitment.js';
import type { Notice, Setting } from './commitment-events.js';

const scenario = scenarios(Commitment.decider);

const monday = instant('2026-03-02T01:00:00Z');
const at = (hours: number): Instant => plus(monday, hours * hour);
const justAfter = (hours: number): Instant => plus(at(hours), 1);

const area = 'mu/c1/v1/g1';
const number = 'mu-T2026-000001';
const about = { clock: 'settle/1', number, of: 'dispute' };

/** Ten hours; the mediator hears half-way and when it is missed, the committee a day later, then the town. */
const calculate = ({ startedAt, dueAt: settled, policy, at: of }: DeadlineQuery): Deadline => {
  const dueAt = settled ?? plus(startedAt, 10 * hour);
  return {
    dueAt,
    ladder: [
      { at: plus(dueAt, -5 * hour), to: 'holder', threshold: '50%' },
      { at: dueAt, to: 'holder', threshold: '100%' },
      { at: dueAt, to: 'village-committee', threshold: '100%' },
      { at: plus(dueAt, 24 * hour), to: 'town-leader', threshold: '+24hour' },
    ],
    policy: `${policy}@${of < at(100) ? 1 : 2}`,
    calendar: 'town@1',
    provisional: false,
  };
};
const rules: Commitment.Rules = { calculate, isHeld: () => true };
const lacking: Commitment.Rules = { ...rules, calculate: () => ({ missing: 'no-calendar' }) };
const without = (...roles: readonly string[]): Commitment.Rules => ({
  ...rules,
  isHeld: (role) => !roles.includes(role),
});

const setting: Setting = { ...about, policy: 'mediation-yellow', since: monday, area, holder: 'tang' };
const { holder: _, ...nobodys } = setting;

const set = (data: Setting = setting): Commitment.Event => ({ type: 'DeadlineSet', data });
const step = (what: string) => `settle/1/${what}`;
const started = (data: Setting = setting): Commitment.Event => {
  const { clock, since, dueAt } = data;
  const deadline = calculate({
    name: 'settle',
    policy: data.policy,
    urgency: 'ordinary',
    startedAt: since,
    at: since,
    ...(dueAt === undefined ? {} : { dueAt }),
  });
  const ladder = deadline.ladder.map(({ at: moment, to, threshold }) => ({
    step: `${clock}/${threshold}/${to}`,
    at: moment,
    to,
  }));
  return { type: 'CommitmentStarted', data: { ...about, since, ...deadline, ladder } };
};
const ended = (hours: number, end: 'answered' | 'cancelled' = 'answered') => ({
  clock: 'settle/1',
  end,
  at: at(hours),
});
const end = (hours: number, how: 'answered' | 'cancelled' = 'answered'): Commitment.Event => ({
  type: 'DeadlineEnded',
  data: ended(hours, how),
});
const judged = (
  verdict: 'met' | 'breached' | 'cancelled',
  hours: number | null,
  due = 10,
): Commitment.Event => ({
  type: 'CommitmentJudged',
  data: { ...about, verdict, dueAt: at(due), endedAt: hours === null ? null : at(hours) },
});
const handedOver = (hours: number, holder = 'ye'): Commitment.Event => ({
  type: 'DeadlineHandedOver',
  data: { clock: 'settle/1', holder, at: at(hours) },
});
const missing: Commitment.Event = {
  type: 'CommitmentMissing',
  data: { ...about, since: monday, because: 'no-calendar' },
};

const notice = (
  what: string,
  to: string,
  owed: number,
  given: number,
  rest: Partial<Notice> = {},
): Commitment.Event => ({
  type: 'CommitmentNoticeGiven',
  data: {
    ...about,
    level: owed < 10 ? 'warning' : 'escalation',
    step: step(what),
    steps: [step(what)],
    to,
    addressees: [to],
    holder: 'tang',
    area,
    dueAt: at(10),
    owedAt: at(owed),
    givenAt: justAfter(given),
    lateSeconds: (given - owed) * 3_600,
    answered: false,
    ...rest,
  },
});
const warned = notice('50%/holder', 'holder', 5, 5);
const missed = [
  judged('breached', null),
  notice('100%/holder', 'holder', 10, 10),
  notice('100%/village-committee', 'village-committee', 10, 10),
];

describe('What mediation owes', () => {
  scenario('runs by the policy of its moment')
    .given()
    .at(at(1))
    .whenLooking(Commitment.set(setting, rules))
    .then(set(), started());

  const later = { ...setting, since: at(120) };
  scenario('runs by the version that was in force when it was set, however late that is heard')
    .given()
    .at(at(121))
    .whenLooking(Commitment.set(later, rules))
    .then(set(later), started(later));

  const agreed = { ...setting, dueAt: at(50) };
  scenario('is due when that was agreed')
    .given()
    .at(at(1))
    .whenLooking(Commitment.set(agreed, rules))
    .then(set(agreed), started(agreed));

  scenario('heard twice is set once')
    .given(set(), started())
    .at(at(1))
    .whenLooking(Commitment.set(setting, rules))
    .thenEcho();

  scenario('is met where the answer came in time')
    .given(set(), started())
    .at(at(3))
    .when(Commitment.end(ended(3), rules))
    .then(end(3), judged('met', 3));

  scenario('is met to the last moment')
    .given(set(), started())
    .at(at(10))
    .when(Commitment.end(ended(10), rules))
    .then(end(10), judged('met', 10));

  scenario('may have been answered before anybody heard that it was owed')
    .given(end(3))
    .at(at(30))
    .when(Commitment.set(setting, rules))
    .then(set(), started(), judged('met', 3));

  scenario('that ended twice ended with the earlier end')
    .given(set(), started(), end(4), judged('met', 4))
    .at(at(5))
    .when(Commitment.end(ended(3, 'cancelled'), rules))
    .then(end(3, 'cancelled'), judged('cancelled', 3));

  scenario('that was answered and cancelled in one moment was answered')
    .given(set(), started(), end(4, 'cancelled'), judged('cancelled', 4))
    .at(at(5))
    .when(Commitment.end(ended(4), rules))
    .then(end(4), judged('met', 4));

  scenario('and is not owed any more is nobody’s fault')
    .given(set(), started())
    .at(at(3))
    .when(Commitment.end(ended(3, 'cancelled'), rules))
    .then(end(3, 'cancelled'), judged('cancelled', 3));
});

describe('Whoever is slow', () => {
  scenario('is warned half-way')
    .given(set(), started())
    .at(justAfter(5))
    .whenLooking(Commitment.evaluate(rules))
    .then(warned);

  scenario('is told when it is missed, and so is the committee')
    .given(set(), started(), warned)
    .at(justAfter(10))
    .whenLooking(Commitment.evaluate(rules))
    .then(...missed);

  scenario('is not warned of what is missed already')
    .given(set(), started())
    .at(justAfter(10))
    .whenLooking(Commitment.evaluate(rules))
    .then(...missed);

  scenario('is not warned of what is answered')
    .given(set(), end(6))
    .at(at(7))
    .when(Commitment.evaluate(rules))
    .then(started(), judged('met', 6));

  scenario('answers late: what was owed before is told, and that it is answered')
    .given(set(), started())
    .at(justAfter(40))
    .when(Commitment.end(ended(20), rules))
    .then(
      end(20),
      judged('breached', 20),
      notice('100%/holder', 'holder', 10, 40, { answered: true }),
      notice('100%/village-committee', 'village-committee', 10, 40, { answered: true }),
    );

  scenario('hears no step that was owed after the answer')
    .given(set(), started(), ...missed)
    .at(justAfter(40))
    .when(Commitment.end(ended(33), rules))
    .then(end(33), judged('breached', 33));

  scenario('was missed by the time it was cancelled')
    .given(set(), started(), ...missed)
    .at(at(30))
    .when(Commitment.end(ended(20, 'cancelled'), rules))
    .then(end(20, 'cancelled'), judged('breached', 20));

  scenario('was in time after all, where the answer is heard late')
    .given(set(), started(), ...missed)
    .at(at(30))
    .when(Commitment.end(ended(9), rules))
    .then(end(9), judged('met', 9));
});

describe('Who hears', () => {
  scenario('of what nobody has yet is the committee, once')
    .given(set(nobodys), started())
    .at(justAfter(10))
    .whenLooking(Commitment.evaluate(rules))
    .then(
      judged('breached', null),
      (() => {
        const all = notice('100%/village-committee', 'village-committee', 10, 10, {
          steps: [step('100%/holder'), step('100%/village-committee')],
          addressees: ['holder', 'village-committee'],
        });
        const { holder: __, ...data } = all.data as Notice;
        return { type: 'CommitmentNoticeGiven', data } as const;
      })(),
    );

  scenario('where a village has no committee is the next above')
    .given(set(), started(), warned)
    .at(justAfter(10))
    .whenLooking(Commitment.evaluate(without('village-committee')))
    .then(
      judged('breached', null),
      notice('100%/holder', 'holder', 10, 10),
      notice('100%/village-committee', 'community-secretary', 10, 10, { addressees: ['village-committee'] }),
    );

  scenario('where nobody at all is above is whom the ladder names')
    .given(set(), started(), warned)
    .at(justAfter(10))
    .whenLooking(Commitment.evaluate(without('village-committee', 'community-secretary', 'town-leader')))
    .then(...missed);

  scenario('is whoever it was handed over to')
    .given(set(), started(), warned, handedOver(6))
    .at(justAfter(10))
    .whenLooking(Commitment.evaluate(rules))
    .then(
      judged('breached', null),
      notice('100%/holder', 'holder', 10, 10, { holder: 'ye' }),
      notice('100%/village-committee', 'village-committee', 10, 10, { holder: 'ye' }),
    );

  scenario('is not told anew because it was handed over')
    .given(set(), started(), ...missed)
    .at(justAfter(20))
    .whenLooking(Commitment.handOver({ clock: 'settle/1', holder: 'ye', at: at(20) }, rules))
    .then(handedOver(20));

  scenario('is whose it was when it was answered, whoever has the rest of it since')
    .given(set(), started(), handedOver(25))
    .at(justAfter(40))
    .when(Commitment.end(ended(20), rules))
    .then(
      end(20),
      judged('breached', 20),
      notice('100%/holder', 'holder', 10, 40, { answered: true }),
      notice('100%/village-committee', 'village-committee', 10, 40, { answered: true }),
    );

  scenario('is the last of two to whom it was handed in one moment')
    .given(
      { type: 'DeadlineHandedOver', data: { clock: 'settle/1', holder: 'wu', at: at(1), sequence: '3' } },
      { type: 'DeadlineHandedOver', data: { clock: 'settle/1', holder: 'ye', at: at(1), sequence: '2' } },
      set(),
      started(),
    )
    .at(justAfter(5))
    .whenLooking(Commitment.evaluate(rules))
    .then(notice('50%/holder', 'holder', 5, 5, { holder: 'wu' }));
});

describe('What cannot be computed', () => {
  scenario('is told').given().at(at(1)).when(Commitment.set(setting, lacking)).then(set(), missing);

  scenario('is told once').given(set(), missing).at(at(2)).when(Commitment.evaluate(lacking)).thenEcho();

  scenario('is tried again, and judged as if it had always been there')
    .given(set(), missing, end(20))
    .at(justAfter(30))
    .when(Commitment.evaluate(rules))
    .then(
      started(),
      judged('breached', 20),
      notice('100%/holder', 'holder', 10, 30, { answered: true }),
      notice('100%/village-committee', 'village-committee', 10, 30, { answered: true }),
    );

  scenario('is a clock that its policy does not name')
    .given()
    .at(at(1))
    .when(Commitment.set(setting, { ...rules, calculate: () => null }))
    .then(set(), { type: 'CommitmentMissing', data: { ...about, since: monday, because: 'no-policy' } });

  const unheardOf = { ...setting, clock: 'sing/1' };
  scenario('is a clock that nobody here knows')
    .given()
    .at(at(1))
    .when(Commitment.set(unheardOf, rules))
    .then(set(unheardOf), {
      type: 'CommitmentMissing',
      data: { ...about, clock: 'sing/1', since: monday, because: 'no-policy' },
    });

  test.each<[string, readonly Commitment.Event[], boolean]>([
    ['is lacking', [set(), missing], true],
    ['and was mended lacks nothing', [set(), missing, started()], false],
  ])('%s', (_title, events, isLacking) => {
    expect(Commitment.lacksTerms(fold(Commitment.decider, events))).toBe(isLacking);
  });
});

describe('The next look', () => {
  const nextAfter = (...events: readonly Commitment.Event[]) =>
    Commitment.nextEvaluation(fold(Commitment.decider, events));

  test.each<[string, readonly Commitment.Event[], Instant | null]>([
    ['is just after the first warning', [set(), started()], justAfter(5)],
    ['is just after it is due', [set(), started(), warned], justAfter(10)],
    ['is just after the next step of the ladder', [set(), started(), ...missed], justAfter(34)],
    [
      'skips a warning that nobody needs any more',
      [set(), started(), judged('breached', null)],
      justAfter(10),
    ],
    ['is none once it is answered', [set(), started(), end(3), judged('met', 3)], null],
    ['is none where nobody knows by when it is owed', [set(), missing], null],
    ['is none before it is set', [end(3)], null],
  ])('%s', (_title, events, next) => {
    expect(nextAfter(...events)).toBe(next);
  });
});
