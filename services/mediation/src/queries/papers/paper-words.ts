/** What stands on the papers of a dispute in both languages; the headings are those in use (司法部's forms of 2010). */
import type { LocalizedText } from '@mulin/kernel';

const words = {
  agreement: { en: 'Mediation agreement', zh: '人民调解协议书' },
  file: { en: 'File of a dispute', zh: '人民调解卷宗' },
  number: { en: 'Number', zh: '编号' },
  kind: { en: 'Kind', zh: '纠纷类型' },
  colour: { en: 'Risk', zh: '风险等级' },
  door: { en: 'Came by', zh: '来源' },
  openedAt: { en: 'Registered', zh: '受理时间' },
  mediator: { en: 'Mediator', zh: '调解员' },
  committee: { en: 'Mediation committee', zh: '人民调解委员会' },
  parties: { en: 'Parties', zh: '当事人' },
  name: { en: 'Name', zh: '姓名（名称）' },
  phone: { en: 'Phone', zh: '联系电话' },
  address: { en: 'Address', zh: '住址' },
  application: { en: 'Application and registration', zh: '申请与受理登记' },
  facts: { en: 'Facts and what is in dispute', zh: '纠纷主要事实、争议事项' },
  will: { en: 'Whether the parties want mediation', zh: '当事人调解意愿' },
  given: { en: 'wants mediation', zh: '同意调解' },
  refused: { en: 'does not want mediation', zh: '不同意调解' },
  unsaid: { en: 'has not said', zh: '尚未表态' },
  statements: { en: 'Statements', zh: '调查（陈述）记录' },
  sessions: { en: 'Sessions', zh: '调解记录' },
  proposals: { en: 'Proposals', zh: '调解方案' },
  agreedAs: {
    en: 'By mediation the parties have agreed of their own free will:',
    zh: '经调解，各方当事人自愿达成如下协议：',
  },
  responsibility: { en: 'Facts and who answers for what', zh: '事实与责任' },
  performance: { en: 'Performance', zh: '履行情况' },
  term: { en: 'Term', zh: '约定' },
  who: { en: 'Owed by', zh: '履行方' },
  toWhom: { en: 'Owed to', zh: '权利人' },
  due: { en: 'Due', zh: '期限' },
  done: { en: 'Performed', zh: '履行时间' },
  notDone: { en: 'not yet', zh: '未履行' },
  inPart: { en: 'in part', zh: '部分履行' },
  callBacks: { en: 'Call-backs', zh: '回访记录' },
  kept: { en: 'says that it is kept', zh: '反馈已履行' },
  notKept: { en: 'says that it is not kept', zh: '反馈未履行' },
  outcome: { en: 'Outcome', zh: '调解结果' },
  goesOn: { en: 'goes on', zh: '调解中' },
  effect: {
    en: 'This agreement has effect from when the parties have signed, sealed or fingerprinted it, the mediator has signed it and the committee has sealed it (People’s Mediation Law, article 30).',
    zh: '本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效（《人民调解法》第三十条）。',
  },
  oral: {
    en: 'Agreed by word of mouth and recorded by the mediator; it has effect from the day on which it was agreed (article 30).',
    zh: '本协议为口头协议，由调解员记录，自各方达成协议之日起生效（《人民调解法》第三十条）。',
  },
  court: {
    en: 'Within thirty days of then, the parties may ask the people’s court together to confirm it (article 33). Who does not keep it may be sued for it (article 32).',
    zh: '各方当事人可自协议生效之日起三十日内共同向人民法院申请司法确认（第三十三条）；一方不履行的，另一方可向人民法院起诉（第三十二条）。',
  },
  erased: { en: '(erased)', zh: '（已删除）' },
  body: { en: 'legal person or body', zh: '法人或其他组织' },
  nobody: { en: 'nobody yet', zh: '待指派' },
  representatives: { en: 'Representatives', zh: '代理人' },
  special: { en: 'special authority', zh: '特别授权' },
  general: { en: 'general authority', zh: '一般授权' },
  representative: { en: 'with a representative', zh: '有代理人' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export type Language = keyof LocalizedText;

/** The words of one language. */
export const paperWords = (language: Language): Readonly<Record<keyof typeof words, string>> =>
  // The keys are those of `words`.
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, text[language]])) as Record<
    keyof typeof words,
    string
  >;

/** Of each party one copy, and one of the committee (People's Mediation Law, article 30). */
export const copiesText = (language: Language, parties: number): string =>
  language === 'zh'
    ? `本协议一式 ${parties + 1} 份，各方当事人各执一份，人民调解委员会留存一份。`
    : `Made out ${parties + 1} times: one copy for each party, and one for the committee.`;
