import { describe, expect, test } from '@jest/globals';
import {
  anyEvent,
  assignmentReasons,
  channels,
  commitmentAddressees,
  confirmationOutcomes,
  contracts,
  declineReasons,
  disputeDoors,
  disputeKinds,
  disputeOutcomes,
  doors,
  flags,
  addressees,
  cancelReasons,
  missingReasons,
  nets,
  offerReasons,
  otherWays,
  outcomes,
  type PublicEvent,
  reclassifyReasons,
  returnReasons,
  riskColours,
  urgencies,
} from '@mulin/contracts';
import { sample } from '@mulin/testing';
import { dutiesAlone, followNames } from '../../reference-data/follow-names.js';
import * as mediation from '../mediation-sentences/mediation-words.js';
import { personOf } from './persons.js';
import { sentenceOf } from './sentences.js';
import * as words from './words.js';

const event = (name: string): PublicEvent => anyEvent.parse(sample(name)) as PublicEvent;
const shown = (moment: string) => `<${moment}>`;
const { names: noNames } = followNames();
const telling = { shown, names: noNames };
const hasHan = (text: string) => /\p{Script=Han}/u.test(text);

const names = [
  ...contracts.map(({ type }) => type),
  'intake.case-registered.v1.archive',
  'mediation.dispute-opened.v1.case',
  'mediation.mediator-assigned.v1.replaced',
  'mediation.deadline-set.v1.agreed',
];

describe('What happened is told in both languages', () => {
  test.each(names)('%s', (name) => {
    const { en, zh } = sentenceOf(event(name), telling);
    expect(en).toMatch(/^[A-Zm].{10,}\.$/u);
    expect(zh).toMatch(/^.{5,}。$/u);
    expect({ en: hasHan(en), zh: hasHan(zh) }).toEqual({ en: false, zh: true });
    expect(`${en}${zh}`).not.toMatch(/undefined|null|\[object|NaN/);
  });

  test.each(names.filter((name) => 'dueAt' in (event(name).data as object) && !name.includes('cancelled')))(
    '%s names its deadline',
    (name) => {
      const { dueAt } = event(name).data as { dueAt: string };
      const { en, zh } = sentenceOf(event(name), telling);
      const part = name.includes('merged') || name.includes('revoked') ? '' : shown(dueAt);
      expect([en.includes(part), zh.includes(part)]).toEqual([true, true]);
    },
  );
});

test('no two types are told in the same words', () => {
  const told = names.map((name) => sentenceOf(event(name), telling).en);
  expect(new Set(told).size).toBe(names.length);
});

test('what was said and then turns out otherwise is told otherwise', () => {
  const breached = event('sla-timer.verdict-given.v1');
  const met = { ...breached, data: { ...(breached.data as object), verdict: 'met', endedAt: breached.time } };
  expect(sentenceOf(breached, telling).en).toContain('missed');
  expect(sentenceOf(met, telling).en).toContain('kept');
});

test.each(['sla-timer.breach-revoked.v1', 'sla-timer.escalation-revoked.v1'])(
  '%s tells a moved deadline from a late answer',
  (name) => {
    const answered = event(name);
    const moved = { ...answered, data: { ...(answered.data as object), endedAt: null } };
    expect(sentenceOf(answered, telling).en).not.toContain('moved');
    expect(sentenceOf(moved, telling)).toMatchObject({
      en: expect.stringContaining('was moved'),
      zh: expect.stringContaining('调整'),
    });
  },
);

test('who is called in is told by the name of the unit, whatever kind of unit that is', () => {
  const area = (path: string) => (path === 'meixi/liutang' ? { en: 'Willow Pond', zh: '柳塘社区' } : null);
  const known = {
    ...noNames,
    area,
    unit: (id: string) => (id === 'xinhe-2-05' ? { en: 'Xinhe 2-05', zh: '新河村第2网格05' } : area(id)),
  };
  const called = event('routing.helper-called.v1');
  const told = (unit: string) =>
    sentenceOf({ ...called, data: { ...(called.data as object), unit } }, { shown, names: known });
  expect(told('xinhe-2-05')).toEqual({
    en: 'member-0231 called in Xinhe 2-05 to help; member-0417 is asked to come.',
    zh: 'member-0231吹哨，请新河村第2网格05协办，由member-0417报到。',
  });
  expect(told('meixi/liutang').en).toContain('called in Willow Pond to help');
  expect(told('helpers:meixi/liutang')).toMatchObject({
    en: expect.stringContaining('called in the helpers of Willow Pond to help'),
    zh: expect.stringContaining('请柳塘社区协办人员协办'),
  });
});

test('an event of a type that has no contract here is told by its type', () => {
  const unknown = { ...event('intake.case-withdrawn.v1'), type: 'console.page-shown.v1' };
  expect(sentenceOf(unknown, telling)).toEqual({
    en: 'console.page-shown.v1',
    zh: 'console.page-shown.v1',
  });
});

describe('Units and people are called by their names and duties', () => {
  const known = followNames();
  const roster = event('routing.roster-posted.v1');
  const office = {
    place: 'office:urban-construction',
    name: { en: 'Urban Construction Office', zh: '城建办公室' },
    version: 1,
    since: null,
    duties: [{ account: 'office-1', role: 'office-member', from: null, until: null }],
  };
  known.apply({ ...roster, data: office });
  known.apply(event('routing.micro-grid-drawn.v1'));
  const drawn = event('routing.micro-grid-drawn.v1').data as Readonly<{ id: string; name: { zh: string } }>;
  const handed = event('routing.order-handed-over.v1');
  const handedTo = (to: string, more: object = {}) =>
    sentenceOf(
      { ...handed, ...more, data: { ...(handed.data as object), to } },
      { shown, names: known.names },
    );

  test.each([
    ['somebody who has changed it', 'office-1', 'office-1', /changed the roster/, /调整了/],
    ['routing, after somebody has changed it', 'routing', 'office-1', /^A roster was posted/, /^已公布/],
    [
      'somebody who goes back to the pack',
      'office-1',
      undefined,
      /went back to the roster/,
      /恢复为镇域配置/,
    ],
    ['routing, as the pack has it', 'routing', undefined, /^A roster was posted/, /^已公布/],
  ])('a roster that is posted by %s', (_, actor, by, en, zh) => {
    const told = { ...roster, actor, data: { ...office, ...(by === undefined ? {} : { by }) } };
    expect(sentenceOf(told, { shown, names: known.names })).toEqual({
      en: expect.stringMatching(en),
      zh: expect.stringMatching(zh),
    });
  });

  test('an office that is handed an order, and whoever works there', () => {
    expect(handedTo('office:urban-construction').zh).toContain('单交由城建办公室办理');
    expect(handedTo('office:urban-construction').en).toContain('to Urban Construction Office');
    const { zh } = handedTo(drawn.id, { actor: 'office-1' });
    expect(zh).toContain('城建办公室镇办工作人员');
  });

  test('a micro-grid by its name, and an office of which an older town has not said how it is called', () => {
    expect(handedTo(drawn.id).zh).toContain(`单交由${drawn.name.zh}办理`);
    expect(handedTo('office:police')).toMatchObject({
      en: expect.stringContaining('an office of the town'),
      zh: expect.stringContaining('镇办科室'),
    });
  });

  test('whoever decides that an order goes elsewhere, and whose it was', () => {
    const { en, zh } = handedTo('office:urban-construction', { actor: 'community-secretary@meixi/liutang' });
    expect(zh).toMatch(/^.*社区书记.*将member-0231的单交由城建办公室办理/u);
    expect(en).toMatch(/secretary.* handed the order of member-0231 over to Urban Construction Office/u);
  });

  test('whoever is on no roster, by the role of the account', () => {
    const made = event('feedback.call-back-made.v1');
    const by = (caller: string) =>
      sentenceOf({ ...made, data: { ...(made.data as object), caller } }, { shown, names: known.names });
    expect(by('hotline-clerk@mu').zh).toContain('（热线受理台）');
    expect(by('hotline-clerk@mu').en).not.toContain('@');
    expect(by('clerk-7').zh).toContain('（clerk-7）');
  });
});

describe('Every code has its words', () => {
  test.each<[string, readonly string[], (code: string) => Readonly<{ en: string; zh: string }>]>([
    ['a channel', channels, words.channelOf],
    ['an urgency', urgencies, words.urgencyOf],
    ['a net', nets, words.netOf],
    ['an outcome', outcomes, words.outcomeOf],
    ['a reason to decline', declineReasons, words.declineOf],
    ['a door', doors, words.doorOf],
    ['a reason to reclassify', reclassifyReasons, words.reclassifyOf],
    ['a reason to return', returnReasons, words.returnOf],
    ['whom one tells', addressees, words.roleOf],
    ['why nobody kept or missed a deadline', cancelReasons, words.cancelOf],
    ['what a deadline lacks', missingReasons, words.missingOf],
    ['why somebody is asked', offerReasons.filter((it) => it !== 'registered'), words.offerOf],
    ['a flag', flags, words.flagOf],
    ['what a dispute is about', disputeKinds, mediation.kindOfDispute],
    ['how grave it is', riskColours, mediation.colourOf],
    ['how it came', disputeDoors, mediation.disputeDoorOf],
    ['why somebody mediates', assignmentReasons, mediation.assignmentOf],
    ['how it ended', disputeOutcomes, mediation.disputeOutcomeOf],
    ['what else is open to parties', otherWays, mediation.otherWayOf],
    ['what a court said', confirmationOutcomes, mediation.confirmationOf],
    ['whom one tells of a deadline of it', commitmentAddressees, mediation.commitmentAddresseeOf],
  ])('%s', (_title, codes, inWords) => {
    expect(codes.filter((code) => !hasHan(inWords(code).zh) || inWords(code).en === code)).toEqual(
      codes.filter((code) =>
        ['urgent', 'ordinary', 'complex', 'life', 'production', 'commerce'].includes(code),
      ),
    );
  });

  test('a code that came later is shown as it is', () => {
    expect(words.channelOf('kiosk')).toEqual({ en: 'kiosk', zh: 'kiosk' });
    expect(words.channelOf('toString')).toEqual({ en: 'toString', zh: 'toString' });
  });

  test('a clock is called by its name, and by its cycle from the second on', () => {
    expect(words.clockOf('complete/1')).toEqual({ en: 'completion', zh: '办结' });
    expect(words.clockOf('take/2/3')).toEqual({ en: 'taking (cycle 2)', zh: '接单（第 2 轮）' });
  });
});

describe('Whoever serves for the whole town, or helps in an area, is called without any code', () => {
  const followed = followNames();
  const hear = (name: string, data: object) => {
    const told = event(name);
    followed.apply({ ...told, data: { ...(told.data as object), ...data } });
  };
  const duty = (account: string, role: string) => ({
    account,
    role,
    name: { zh: '高明', en: 'Gao Ming' },
    from: null,
    until: null,
  });
  hear('routing.area-named.v1', { path: 'mu/dongguan', name: { zh: '东关社区', en: 'East Gate' } });
  hear('routing.roster-posted.v1', {
    place: 'mu',
    duties: [duty('gao', 'verifier'), duty('kong', 'town-leader')],
  });
  hear('routing.roster-posted.v1', { place: 'mu/dongguan', duties: [duty('sun', 'community-secretary')] });
  hear('routing.roster-posted.v1', { place: 'helpers:mu/dongguan', duties: [duty('ding', 'helper')] });

  test.each([
    ['gao', 'the town’s verifier', '镇核查员'],
    ['kong', 'the town leader', '镇领导'],
    ['sun', 'the community secretary of East Gate', '东关社区书记'],
    ['community-secretary@mu/dongguan', 'the holder', '承办人'],
    ['ding', expect.stringMatching(/ of East Gate$/), expect.stringMatching(/^东关社区/)],
  ])('%s', (account, en, zh) => {
    expect(personOf(dutiesAlone(followed.names), account)).toEqual({ en, zh });
  });

  test('staff read their names beside', () => {
    expect(personOf(followed.names, 'gao')).toEqual({
      en: 'Gao Ming, the town’s verifier',
      zh: '镇核查员高明',
    });
  });

  test('what is handed over to the town itself is told so', () => {
    expect(followed.names.unit('mu')).toEqual({ en: 'the town', zh: '镇' });
  });
});

describe('Whoever stands in for somebody who is away', () => {
  const posting = (place: string, duty: object) => ({
    place,
    version: 1,
    since: null,
    duties: [
      { account: 'wu', role: 'grid-member', name: { zh: '吴', en: 'Wu' }, from: null, until: null, ...duty },
    ],
  });
  const own = posting('hetou-1-b', {});
  const anothers = posting('hetou-1-a', { standsInFor: 'li' });
  const heard = (...postings: readonly object[]) => {
    const followed = followNames();
    const told = event('routing.roster-posted.v1');
    for (const data of postings) followed.apply({ ...told, data });
    return followed.names;
  };

  test.each([
    ['before', [anothers, own]],
    ['after', [own, anothers]],
  ])('is called by their own duty, heard %s the other', (_, postings) => {
    expect(heard(...postings).dutyOf('wu')).toMatchObject({ place: 'hetou-1-b' });
  });

  test('and who has none, by that of the other', () => {
    expect(heard(anothers).dutyOf('wu')).toMatchObject({ place: 'hetou-1-a' });
  });

  test('is named with whoever is away, until when, in both languages', () => {
    const away = event('routing.leave-recorded.v1');
    const told = (more: object) =>
      sentenceOf(
        { ...away, data: { ...(away.data as object), account: 'li', ...more } },
        { shown, names: heard(own) },
      );
    expect(told({ standIn: 'wu' })).toEqual({
      en: expect.stringMatching(/^li is away from .+ until further notice; Wu, .+ stands in\.$/),
      zh: expect.stringMatching(/^li自 .+ 请假至另行通知，由.*吴.*替班。$/),
    });
    expect(told({ standIn: undefined, until: '2026-03-06T01:00:00.000Z' })).toEqual({
      en: expect.stringMatching(/ until .+; nobody stands in\.$/),
      zh: expect.stringMatching(/请假至 .+，无人替班。$/),
    });
    const back = event('routing.leave-ended.v1');
    expect(sentenceOf({ ...back, data: { ...(back.data as object), account: 'li' } }, telling)).toEqual({
      en: 'The leave of li was ended early.',
      zh: 'li提前销假。',
    });
  });
});

describe('Of a dispute is told what happened, and not who the parties are', () => {
  const told = (name: string, data: object = {}) => {
    const it = event(name);
    return sentenceOf({ ...it, data: { ...(it.data as object), ...data } }, telling);
  };
  const parties = (name: string): readonly string[] =>
    JSON.stringify(event(name).data).match(/[0-9a-f]{8}-[0-9a-f-]{27}/g) ?? [];

  test.each(contracts.flatMap(({ type }) => (type.startsWith('mediation.') ? [type] : [])))('%s', (name) => {
    const { en, zh } = told(name);
    expect(parties(name).filter((id) => `${en}${zh}`.includes(id))).toEqual([]);
  });

  test('a party that agrees, the last one that agrees, and one that does not', () => {
    const consent = 'mediation.consent-given.v1';
    expect(
      [
        { isGiven: true, isEverybodys: false },
        { isGiven: true, isEverybodys: true },
        { isGiven: false, isEverybodys: false },
      ].map((data) => told(consent, data).zh),
    ).toEqual(['一方当事人同意调解。', '一方当事人同意调解，各方均已同意。', '一方当事人不愿调解。']);
  });

  test('a deadline by what it is of: a term of an agreement by its number', () => {
    expect(['settle/1', 'meet/2', 'perform/1/2', 'toString/1'].map(mediation.commitmentOf)).toEqual([
      { en: 'the settlement', zh: '调解' },
      { en: 'the first session (no. 2)', zh: '首次调解（第 2 次）' },
      { en: 'performance of term 2', zh: '协议第 2 项履行' },
      { en: 'toString', zh: 'toString' },
    ]);
  });

  test('a lateness by who is told of it, and for whom', () => {
    const notice = 'sla-timer.commitment-notice.v1';
    const holders = { to: 'holder', insteadOf: [], level: 'warning' };
    expect(told(notice).zh).toMatch(/^超期告知社区书记（代村委会）：调解时限为/);
    expect(told(notice, holders).en).toMatch(/^A reminder went to mediator-tang: the settlement is due /);
    expect(told(notice, { lateSeconds: 60 }).en).toContain('should have been told');
    expect(told(notice, { answered: true }).zh).toContain('已超期办理');
  });

  test('a verdict by what it is, and when it ended', () => {
    const of = (verdict: string, endedAt: string | null) =>
      told('sla-timer.commitment-judged.v1', { verdict, endedAt }).en;
    expect(of('breached', null)).toMatch(/was missed\.$/);
    expect(of('met', '2026-04-01T00:00:00.000Z')).toMatch(
      /was kept; it ended at <2026-04-01T00:00:00\.000Z>\.$/,
    );
    expect(of('cancelled', '2026-04-01T00:00:00.000Z')).toContain('not owed any more');
  });
});
