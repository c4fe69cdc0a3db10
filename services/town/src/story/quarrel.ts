/** A quarrel of two neighbours beside the demand: asked, heard, agreed in writing, performed, and asked about once more. */
import { day, hour, instant, minute, plus, upTo } from '@mulin/kernel';
import { step, type Step } from './acts.js';
import type { Dispute, Play } from './play.js';
import { hasMediators, somebody } from './who.js';

const facts = '两家共用的院墙翻修后向东移了二十公分，雨水流到邻居院内。';
const minutes = '双方各自说明了经过，到现场量了院墙，同意由东家承担疏通排水的费用。';
const owed = '疏通院墙外排水沟并支付邻居墙面修补费。';
const cents = 80_000;

const sittingMs = 2 * hour;
const untilSitting = 5 * hour;
const term = 7 * day;

const mediatorOf = (play: Play, { mediator }: Pick<Dispute, 'mediator'>): string =>
  somebody(mediator, { en: 'mediator', zh: '调解员' }, play);

const act = (play: Play, account: string, what: string, body: object) =>
  play.post(account, `/api/v1/disputes/DISPUTE/${what}`, body);

const byMediator = async (play: Play, what: string, body: object) =>
  act(play, mediatorOf(play, play.dispute()), what, body);

const open = async (play: Play): Promise<void> => {
  await play.work(1);
  const { area } = await play.order();
  await play.openDispute(play.cast.clerk, {
    kind: 'neighbours',
    colour: 'yellow',
    area: upTo('village', area),
    door: 'walk-in',
    facts,
    parties: [
      { role: 'applicant', name: '孙桂兰' },
      { role: 'respondent', name: '周永福' },
    ],
  });
};

/** One of them by word of mouth, the other one from home, by number and code. */
const consent = async (play: Play): Promise<void> => {
  await play.work(1);
  const [one, other] = play.dispute().parties;
  await byMediator(play, `parties/${one.party}/consent`, { isGiven: true });
  await play.postAsParty(other, `/api/v1/disputes/DISPUTE/parties/${other.party}/consent`, { isGiven: true });
};

const plan = async (play: Play): Promise<void> => {
  await play.work(1);
  const from = plus(play.now(), untilSitting);
  const place = play.pack.mediation.homes[0]?.id ?? 'elsewhere';
  await byMediator(play, 'sessions', { from, until: plus(from, sittingMs), place });
};

const hold = async (play: Play): Promise<void> => {
  const read = await play.read(play.cast.auditor, '/api/v1/disputes/DISPUTE');
  const [session] = read['sessions'] as readonly { from: string }[];
  await play.until(plus(instant(session?.from ?? play.now()), minute));
  await play.work(1);
  const present = play.dispute().parties.map(({ party }) => party);
  await byMediator(play, 'sessions/1/minutes', { present, minutes });
};

const sign = async (play: Play): Promise<void> => {
  await play.work(1);
  const [one, other] = play.dispute().parties;
  const terms = [
    { party: other.party, toParty: one.party, what: owed, amount: cents, dueAt: plus(play.now(), term) },
  ];
  await byMediator(play, 'agreement', { form: 'written', facts, terms });
  for (const { party } of play.dispute().parties)
    await byMediator(play, 'signatures', { version: 1, by: 'party', party, as: 'fingerprint' });
  await byMediator(play, 'signatures', { version: 1, by: 'mediator', as: 'signature' });
  const committee = play.cast.committeeOf((await play.order()).area);
  const sealing = somebody(committee, { en: 'village committee', zh: '村委会' }, play);
  await act(play, sealing, 'signatures', { version: 1, by: 'committee', as: 'seal' });
};

const perform = async (play: Play): Promise<void> => {
  await play.work(1);
  const [one] = play.dispute().parties;
  await play.postAsParty(one, '/api/v1/disputes/DISPUTE/performance', { term: 1, isWhole: true });
};

const callBack = async (play: Play): Promise<void> => {
  await play.work(1);
  const [one] = play.dispute().parties;
  await byMediator(play, 'call-backs', { party: one.party, isKept: true });
};

/** In a town without mediators there is no quarrel to tell of. */
const whereMediated = (it: Step): Step => ({ ...it, isTold: ({ pack }) => hasMediators(pack) });

export const quarrel = {
  begun: whereMediated(
    step(
      '两位邻居为院墙来到受理台，纠纷登记后指派给承办最少的调解员',
      'Two neighbours quarrel about a wall: the desk registers it, and the mediator who has least to do has it',
      open,
    ),
  ),
  asked: [
    step(
      '双方均同意调解：一方当面表示，一方在家凭编号和查询码表示',
      'Both want mediation: one says so to the mediator, the other from home, by number and code',
      consent,
    ),
    step('调解员约定当天下午调解', 'The mediator plans a session for the afternoon', plan),
  ].map(whereMediated),
  heard: [
    step('双方到场调解', 'Both are heard in the session', hold),
    step(
      '达成书面协议：双方按指印，调解员签名，调委会盖章后生效',
      'They agree in writing: both parties and the mediator sign, the committee seals it, and it has effect',
      sign,
    ),
  ].map(whereMediated),
  kept: whereMediated(
    step(
      '对方已履行协议，邻居在家确认，纠纷结束',
      'The agreement is performed, the neighbour confirms it from home, and the quarrel is over',
      perform,
    ),
  ),
  calledBack: whereMediated(
    step('调解员回访：协议仍在遵守', 'The mediator asks once more: it holds', callBack),
  ),
} as const satisfies Readonly<Record<string, Step | readonly Step[]>>;
