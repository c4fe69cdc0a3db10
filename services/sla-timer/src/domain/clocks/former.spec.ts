/** What was recorded before it was recorded as now is read as it was meant. */
import { describe, expect, test } from '@jest/globals';
import { fold, hour, instant, plus } from '@mulin/kernel';
import type { Event } from './clock-events.js';
import { decider } from './clock-state.js';

const monday = instant('2026-03-02T01:00:00Z');
const at = (hours: number) => plus(monday, hours * hour);
const clock = { clock: 'complete/1', cycle: 1 };
const number = 'mu-2026-000001';

const set: Event = {
  type: 'TermsSet',
  data: {
    ...clock,
    because: 'started',
    since: monday,
    startedAt: monday,
    dueAt: at(24),
    ladder: [],
    policy: 'ordinary@1',
    calendar: 'town@1',
    provisional: false,
    owedBy: at(24),
  },
};

/** `step` was its place in the ladder. */
const raised = (step: string, to: string, hours: number, answered = false): Event => ({
  type: 'StepRaised',
  data: {
    ...clock,
    number,
    step,
    to,
    dueAt: at(24),
    owedAt: at(hours),
    raisedAt: at(hours + 1),
    lateSeconds: 3_600,
    answered,
  },
});
const revoked = (step: string, to: string): Event => ({
  type: 'StepRevoked',
  data: { ...clock, number, step, to, dueAt: at(24), endedAt: at(20) },
});

const toldBy = (...events: readonly Event[]) => fold(decider, [set, ...events]).clocks['complete/1']?.told;
const knows = (step: string, to: string, level: string, hours: number) => {
  return { [to]: { to, level, step, owedAt: at(hours), givenAt: at(hours + 1), area: null, isFormer: true } };
};

describe('A step of a ladder, told one by one', () => {
  test('before the deadline was a warning, from the deadline on more than that', () => {
    const events = [raised('1', 'grid-member', 12), raised('2', 'secretary', 24), raised('3', 'leader', 48)];
    expect(toldBy(...events)).toEqual({
      ...knows('1', 'grid-member', 'warning', 12),
      ...knows('2', 'secretary', 'escalation', 24),
      ...knows('3', 'leader', 'escalation', 48),
    });
  });

  test('was told nobody as a warning when the answer was there; as more than that it was', () => {
    const answered = [raised('1', 'grid-member', 12, true), raised('2', 'secretary', 24, true)];
    expect(toldBy(...answered)).toEqual(knows('2', 'secretary', 'escalation', 24));
  });

  test('that was taken back is known no more by whom it was told', () => {
    const before = [raised('1', 'grid-member', 12), raised('2', 'secretary', 24)];
    expect(toldBy(...before, revoked('2', 'secretary'))).toEqual(knows('1', 'grid-member', 'warning', 12));
  });
});

describe('A notice that was taken back', () => {
  const given = (to: string, addressees: readonly string[]): Event => ({
    type: 'NoticeGiven',
    data: {
      ...clock,
      number,
      step: 'complete/1/100%/secretary',
      to,
      addressees,
      level: 'escalation',
      area: null,
      dueAt: at(24),
      owedAt: at(24),
      givenAt: at(25),
      lateSeconds: 3_600,
      answered: false,
    },
  });
  const back = (left: 'nothing' | 'warning'): Event => ({
    type: 'NoticeWithdrawn',
    data: {
      ...clock,
      number,
      step: 'complete/1/100%/secretary',
      to: 'secretary',
      addressees: ['committee'],
      dueAt: at(24),
      because: 'moved',
      left,
      isSilent: false,
    },
  });
  const levels = (...events: readonly Event[]) =>
    Object.entries(toldBy(...events) ?? {}).map(([name, { level }]) => `${name} ${level}`);
  const both = given('secretary', ['committee', 'secretary']);

  test('leaves nothing, or a warning, to those for whom it was taken back', () => {
    expect(levels(both)).toEqual(['committee escalation', 'secretary escalation']);
    expect(levels(both, back('nothing'))).toEqual(['secretary escalation']);
    expect(levels(both, back('warning'))).toEqual(['committee warning', 'secretary escalation']);
  });
});

describe('Who was told where the case lay before', () => {
  const given = (area: string, hours: number, to = 'community-secretary', addressees = [to]): Event => ({
    type: 'NoticeGiven',
    data: {
      ...clock,
      number,
      step: 'complete/1/100%/community-secretary',
      to,
      addressees,
      level: 'escalation',
      area,
      dueAt: at(24),
      owedAt: at(24),
      givenAt: at(hours),
      lateSeconds: 3_600,
      answered: false,
    },
  });
  const back = (to: string, addressees: readonly string[], left: 'nothing' | 'warning'): Event => ({
    type: 'NoticeWithdrawn',
    data: {
      ...clock,
      number,
      step: 'complete/1/100%/community-secretary',
      to,
      addressees,
      dueAt: at(24),
      because: 'moved',
      left,
      isSilent: false,
    },
  });
  /** For whom who knows it, from which area and since when, by now and from before. */
  const knowing = (...events: readonly Event[]) => {
    const { told = {}, toldBefore = [] } = fold(decider, [set, ...events]).clocks['complete/1'] ?? {};
    const shown = (name: string, it: (typeof toldBefore)[number] | (typeof told)[string]) =>
      `${name}: ${it.to} ${it.area ?? ''} ${(Date.parse(it.givenAt) - Date.parse(monday)) / hour} ${it.level}`;
    return {
      now: Object.entries(told).map(([name, it]) => shown(name, it)),
      before: toldBefore.map((it) => shown(it.name, it)),
    };
  };
  const [east, west] = [given('mu/east', 25), given('mu/west', 30)];

  test('stays known beside whoever is told now', () => {
    expect(knowing(east, west)).toEqual({
      now: ['community-secretary: community-secretary mu/west 30 escalation'],
      before: ['community-secretary: community-secretary mu/east 25 escalation'],
    });
  });

  test('is known once, by what they were told last', () => {
    expect(knowing(east, given('mu/east', 27))).toEqual({
      now: ['community-secretary: community-secretary mu/east 27 escalation'],
      before: [],
    });
    expect(knowing(east, west, given('mu/east', 35))).toEqual({
      now: ['community-secretary: community-secretary mu/east 35 escalation'],
      before: ['community-secretary: community-secretary mu/west 30 escalation'],
    });
  });

  test('is known for each addressee by itself', () => {
    const forBoth = [given('mu/east', 25, 'community-secretary', ['committee']), given('mu/west', 30)];
    expect(knowing(...forBoth, given('mu/west', 31, 'community-secretary', ['committee']))).toEqual({
      now: [
        'committee: community-secretary mu/west 31 escalation',
        'community-secretary: community-secretary mu/west 30 escalation',
      ],
      before: ['committee: community-secretary mu/east 25 escalation'],
    });
    const elsewhere = given('mu/west', 30, 'community-secretary', ['committee']);
    expect(knowing(forBoth[0] ?? east, elsewhere, given('mu/east', 35)).before).toEqual([
      'committee: community-secretary mu/east 25 escalation',
    ]);
    const again = given('mu/east', 35, 'community-secretary', ['committee', 'community-secretary']);
    expect(knowing(east, west, again)).toEqual({
      now: [
        'community-secretary: community-secretary mu/east 35 escalation',
        'committee: community-secretary mu/east 35 escalation',
      ],
      before: ['community-secretary: community-secretary mu/west 30 escalation'],
    });
  });

  test('has it taken back like whoever is told now', () => {
    const leader = given('mu/west', 30, 'town-leader', ['community-secretary']);
    expect(knowing(east, leader, back('community-secretary', ['community-secretary'], 'nothing'))).toEqual({
      now: ['community-secretary: town-leader mu/west 30 escalation'],
      before: [],
    });
    expect(
      knowing(east, leader, back('community-secretary', ['community-secretary'], 'warning')).before,
    ).toEqual(['community-secretary: community-secretary mu/east 25 warning']);
    expect(knowing(east, leader, back('town-leader', ['community-secretary'], 'nothing'))).toEqual({
      now: [],
      before: ['community-secretary: community-secretary mu/east 25 escalation'],
    });
  });
});

test('History whose source noted only the day of its closing was closed on that day', () => {
  const day = { from: at(20), until: at(44) };
  const began = (archive: object): Event => ({
    type: 'CycleBegan',
    data: {
      cycle: 1,
      number,
      policy: 'ordinary',
      urgency: 'ordinary',
      beganAt: monday,
      archive: { asOf: at(100), dueAt: null, closedAt: at(43), ...archive },
    },
  });
  const endsBy = (archive: object) => fold(decider, [began(archive)]).cycles[1]?.ends;
  expect(endsBy({ closedDay: day })).toEqual([{ endedAt: at(43), because: 'closed', day }]);
  expect(endsBy({})).toEqual([{ endedAt: at(43), because: 'closed' }]);
  expect(endsBy({ closedAt: null })).toEqual([]);
});

test('A clock that was cancelled is settled so', () => {
  const cancelled: Event = {
    type: 'ClockCancelled',
    data: { ...clock, dueAt: at(24), endedAt: at(3), because: 'withdrawn' },
  };
  expect(fold(decider, [set, cancelled]).clocks['complete/1']?.settled).toEqual({
    verdict: 'cancelled',
    dueAt: at(24),
    endedAt: at(3),
  });
});
