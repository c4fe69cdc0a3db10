/** What `mulin disputes` and `mulin dispute` say, in both languages. */
import { counted, type LocalizedText } from '@mulin/kernel';
import { disputeWordsIn } from './words.js';

type Counts = Readonly<Record<'read' | 'registered' | 'known' | 'rejected' | 'flagged' | 'seconds', number>>;
type Agreements = Readonly<Record<'recorded' | 'performed' | 'refused', number>>;

const en = {
  about: 'the disputes before the mediation committee',
  aboutOne: 'one dispute: its parties, sessions and agreement, and what is due',
  state: 'only in this state',
  colour: 'only of this risk',
  mediator: 'only what this account mediates',
  words: disputeWordsIn('en'),
  heads: ['number', 'state', 'kind', 'risk', 'where', 'mediator', 'opened'],
  importing: {
    about: 'register the disputes of a file, as the mediator who brings it',
    area: 'where they lie: town/community/village',
    account: 'the mediator who brings it; without it, whoever MULIN_TOKEN is of',
    sum: ({ read, registered, known, rejected, flagged, seconds }: Counts) =>
      `${counted(read, 'row')} read in ${seconds} s: ${registered} registered, ${known} known before, ${rejected} rejected, ${flagged} flagged.`,
    tried: ({ read, rejected, flagged, seconds }: Counts) =>
      `Nothing was registered: ${counted(read, 'row')} read in ${seconds} s, ${rejected} would be rejected, ${flagged} registered and flagged.`,
    agreements: ({ recorded, performed, refused }: Agreements, isTrial: boolean) =>
      isTrial
        ? `Agreements: ${refused} would not be recorded.`
        : `Agreements: ${performed} recorded and performed there and then, ${recorded} recorded and still to be performed, ${refused} not recorded.`,
    reason: (why: string, times: number) => `  ${times} × ${why}`,
    row: (line: number, value: string, why: string) => `  line ${line}${value && `, “${value}”`}: ${why}`,
    rejectedIn: (file: string) => `All that was not taken over, and why: ${file}`,
    notedIn: (file: string) => `Rows that were flagged: ${file}`,
    why: {
      'term-unclear': 'Of a sum nobody can say who owes it to whom, or how much it is.',
      'term-without-due': 'A term has no date.',
      'term-due-past': 'A term was due before today.',
      'no-terms': 'The agreement names no sum.',
      'not-everybody-agreed': 'Not every party is on record as having agreed.',
      'consent-missing': 'Not every party took part in the mediation.',
      'no-two-sides': 'Fewer than two parties are named.',
      'same-id-other-content': 'The same dispute was registered with other parties or facts.',
      missing: 'Something that is needed is empty.',
      'too-long': 'A text is too long.',
    } as Readonly<Record<string, string>>,
  },
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
  importing: {
    about: '由调解员导入文件中的纠纷',
    area: '纠纷所在区域：镇/社区/村',
    account: '导入文件的调解员；未指定则为 MULIN_TOKEN 所属账号',
    sum: ({ read, registered, known, rejected, flagged, seconds }) =>
      `读取 ${read} 行，用时 ${seconds} 秒：登记 ${registered} 件，此前已有 ${known} 件，拒绝 ${rejected} 行，标记 ${flagged} 行。`,
    tried: ({ read, rejected, flagged, seconds }) =>
      `试运行，未登记任何纠纷：读取 ${read} 行，用时 ${seconds} 秒；${rejected} 行将被拒绝，${flagged} 行将登记并标记。`,
    agreements: ({ recorded, performed, refused }, isTrial) =>
      isTrial
        ? `协议：${refused} 份不能记录。`
        : `协议：${performed} 份已记录并当场履行，${recorded} 份已记录待履行，${refused} 份未记录。`,
    reason: (why, times) => `  ${times} 份：${why}`,
    row: (line, value, why) => `  第 ${line} 行${value && `，“${value}”`}：${why}`,
    rejectedIn: (file) => `全部未导入的内容及原因：${file}`,
    notedIn: (file) => `被标记的行：${file}`,
    why: {
      'term-unclear': '有款项无法判断由谁向谁支付或金额多少。',
      'term-without-due': '有约定未写期限。',
      'term-due-past': '有约定的期限早于今天。',
      'no-terms': '协议中没有金额。',
      'not-everybody-agreed': '没有各方当事人均同意的记录。',
      'consent-missing': '有当事人未参加调解。',
      'no-two-sides': '当事人不足两方。',
      'same-id-other-content': '同一纠纷此前已登记，但当事人或事实不同。',
      missing: '必填内容为空。',
      'too-long': '文字过长。',
    },
  },
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
