/** What `mulin disputes` and `mulin dispute` say, in both languages. */
import type { LocalizedText } from '@mulin/kernel';
import { disputeWordsIn } from './words.js';

const en = {
  about: 'the disputes before the mediation committee',
  aboutOne: 'one dispute: its parties, sessions and agreement, and what is due',
  state: 'only in this state',
  colour: 'only of this risk',
  mediator: 'only what this account mediates',
  words: disputeWordsIn('en'),
  heads: ['number', 'state', 'kind', 'risk', 'where', 'mediator', 'opened'],
  none: 'There are no such disputes.',
  nobody: 'nobody yet',
  openedBy: (at: string, door: string) => `Opened ${at}, ${door}.`,
  fromCase: (number: string) => `From the case ${number}.`,
  mediatedBy: (account: string) => `Mediated by ${account}.`,
  challenged: 'A challenge of the mediator waits for the committee.',
  endedAt: (at: string, outcome: string) => `Over ${at}: ${outcome}.`,
  otherWays: (ways: readonly string[]) => `What else is open to the parties: ${ways.join(', ')}.`,
  partyHeads: ['party', 'role', 'consent', ''],
  notAsked: 'has not said',
  body: 'a body',
  sessionHeads: ['session', '', 'from', 'until', 'present'],
  agreementOf: (form: string, version: number, effectAt: string | null) =>
    effectAt === null
      ? `Version ${version} of a ${form}, not in effect yet.`
      : `An ${form} of ${effectAt}, version ${version}.`.replace('An written', 'A written'),
  soughtAt: (at: string) => `A court was asked ${at}.`,
  termHeads: ['term', 'party', 'owes party', 'yuan', 'due', 'performed'],
  inPart: 'in part',
  advised: 'not performed; told of the court',
  danger: (nth: number, at: string, takenUpAt: string | null) =>
    takenUpAt === null
      ? `Danger ${nth}, reported ${at}: nobody has taken it up.`
      : `Danger ${nth}, reported ${at}: taken up ${takenUpAt}.`,
};

const zh: typeof en = {
  about: '查看提交调委会的纠纷',
  aboutOne: '查看一件纠纷的当事人、调解安排、协议和期限',
  state: '只看这一状态的',
  colour: '只看这一风险等级的',
  mediator: '只看这个账号承办的',
  words: disputeWordsIn('zh'),
  heads: ['编号', '状态', '类型', '风险', '区域', '调解员', '登记时间'],
  none: '没有这样的纠纷。',
  nobody: '尚未指派',
  openedBy: (at, door) => `登记时间：${at}（${door}）。`,
  fromCase: (number) => `来源案件：${number}。`,
  mediatedBy: (account) => `调解员：${account}。`,
  challenged: '当事人申请调解员回避，待调委会决定。',
  endedAt: (at, outcome) => `结束时间：${at}（${outcome}）。`,
  otherWays: (ways) => `已告知的其他解决途径：${ways.join('、')}。`,
  partyHeads: ['当事人', '身份', '意愿', ''],
  notAsked: '尚未表明',
  body: '单位',
  sessionHeads: ['调解', '', '开始', '结束', '到场人数'],
  agreementOf: (form, version, effectAt) =>
    effectAt === null
      ? `${form}（第 ${version} 稿），尚未生效。`
      : `${form}（第 ${version} 稿），生效时间：${effectAt}。`,
  soughtAt: (at) => `已申请司法确认：${at}。`,
  termHeads: ['约定', '履行方', '权利方', '金额（元）', '期限', '履行时间'],
  inPart: '部分履行',
  advised: '未履行，已告知可起诉',
  danger: (nth, at, takenUpAt) =>
    takenUpAt === null
      ? `险情 ${nth}：${at} 上报，尚无人签收。`
      : `险情 ${nth}：${at} 上报，${takenUpAt} 签收。`,
};

const texts: Readonly<Record<keyof LocalizedText, typeof en>> = { en, zh };

export const disputesIn = (language: keyof LocalizedText): typeof en => texts[language];
