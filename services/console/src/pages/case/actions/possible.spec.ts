import { describe, expect, test } from '@jest/globals';
import { possible, type Standing } from './possible';

const clerk = { role: 'hotline-clerk', account: 'hotline-clerk-1@mu', area: 'mu' } as const;
const secretary = { role: 'community-secretary', account: 'secretary@mu/east', area: 'mu/east' } as const;
const leader = { role: 'town-leader', account: 'leader@mu', area: 'mu' } as const;
const auditor = { role: 'auditor', account: 'auditor@mu', area: 'mu' } as const;

const standing: Standing = {
  caseId: '0198a000-0000-7000-8000-000000000001',
  number: 'mu-2026-000001',
  state: 'offered',
  listed: null,
  order: null,
  tasks: [],
  late: [],
  feedback: null,
  exemption: undefined,
};
const order = (some: Partial<NonNullable<Standing['order']>>): Standing['order'] => ({
  caseId: standing.caseId,
  number: standing.number,
  cycle: 1,
  menuItem: 'manhole-covers',
  net: 'life',
  urgency: 'ordinary',
  state: 'taken',
  area: 'mu/east/north/n-1/n-1-a',
  microGrid: 'n-1-a',
  member: 'grid-member@mu/east/north/n-1/n-1-a',
  leg: 1,
  final: false,
  forArbiter: false,
  because: null,
  helpers: [],
  result: null,
  finishNeeds: { photo: false, words: false },
  notTaken: [],
  ...some,
});
const late = (clock: string, to: string, level: 'warning' | 'escalation' = 'escalation') => ({
  clock,
  level,
  to,
});

describe('The desk', () => {
  test('declines only what nobody has taken', () => {
    expect(possible(standing, clerk)).toContain('decline');
    expect(possible({ ...standing, state: 'taken' }, clerk)).not.toContain('decline');
  });

  test('takes up again what is over, and does nothing else with it', () => {
    expect(possible({ ...standing, state: 'closed' }, clerk)).toEqual(['reopen']);
    expect(possible({ ...standing, state: 'merged' }, clerk)).toEqual(['unmerge']);
  });

  test('verifies first what waits to be verified', () => {
    const finished = { ...standing, state: 'finished', order: order({ state: 'finished' }) } as const;
    expect(possible(finished, clerk)[0]).toBe('verify');
  });
});

describe('A secretary', () => {
  test('decides who answers where the case waits for that, before everything else', () => {
    const asked = { what: 'decide', whyName: '', until: null, kind: 'decide' } as const;
    const it = { ...standing, state: 'with-arbiter', tasks: [asked] } as const;
    expect(possible(it, secretary)[0]).toBe('arbitrate');
    expect(possible({ ...standing, state: 'taken', order: order({}) }, secretary)).toEqual([]);
  });

  test('gives an order to somebody else once told that it is late, and not when warned', () => {
    const taken = { ...standing, state: 'taken', order: order({}) } as const;
    const told = { ...taken, late: [late('complete/1', 'community-secretary')] };
    expect(possible(told, secretary)).toEqual(['arbitrate', 'hand-over', 'call-in', 'note']);
    const warned = { ...taken, late: [late('complete/1', 'community-secretary', 'warning')] };
    expect(possible(warned, secretary)).toEqual(['note']);
  });

  test('answers for a missed contact without taking the order away', () => {
    const it = {
      ...standing,
      state: 'taken',
      order: order({}),
      late: [late('contact/1', 'community-secretary')],
    } as const;
    const waits = { what: 'escalation', whyName: '', until: null, kind: 'decide' } as const;
    expect(possible({ ...it, tasks: [waits] }, secretary)).toEqual(['acknowledge', 'note']);
    // Once answered it stays late, and waits for nobody's word.
    expect(possible(it, secretary)).toEqual(['note']);
  });

  test('does what a holder does with what they hold themselves', () => {
    const it = { ...standing, state: 'taken', order: order({ member: secretary.account }) } as const;
    expect(possible(it, secretary)).toEqual(['work', 'hand-over', 'call-in', 'note']);
  });
});

describe('An exemption', () => {
  const exemption = (some: Partial<NonNullable<Standing['exemption']>>): Standing['exemption'] => ({
    caseId: standing.caseId,
    number: standing.number,
    cycle: 1,
    area: 'mu/east/north/n-1',
    office: null,
    reason: 'duplicate',
    state: 'asked',
    granted: null,
    askedBy: 'member',
    askedAt: '2026-05-06T09:00:00+08:00',
    decidedBy: null,
    decidedAt: null,
    appealedBy: null,
    appealedAt: null,
    settledBy: null,
    settledAt: null,
    ...some,
  });
  const closed = { ...standing, state: 'closed' } as const;

  test('is decided by the desk or a secretary of elsewhere, and settled by a town leader', () => {
    const asked = { ...closed, exemption: exemption({}) };
    expect(possible(asked, clerk)).toContain('exemption-decide');
    expect(possible(asked, secretary)).toEqual([]);
    expect(possible(asked, { ...secretary, area: 'mu/west' })).toContain('exemption-decide');
    const appealed = { ...closed, exemption: exemption({ state: 'appealed', decidedBy: clerk.account }) };
    expect(possible(appealed, leader)).toEqual(['exemption-settle']);
  });

  test('is asked for once, when the case is closed', () => {
    expect(possible({ ...closed, exemption: null }, secretary)).toEqual(['exemption-ask']);
    expect(possible(closed, secretary)).toEqual([]);
  });
});

test('who only looks on has nothing to do', () => {
  expect(possible({ ...standing, late: [late('take/1/1', 'community-secretary')] }, auditor)).toEqual([]);
});
