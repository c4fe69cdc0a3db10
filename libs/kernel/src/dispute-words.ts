/** What people call the codes of disputes, in both languages; the codes are those of the contracts of mediation. */
import type { LocalizedText } from './rejection.js';

/** What a quarrel is about. */
export const disputeKindWords = {
  neighbours: { en: 'neighbours', zh: '邻里' },
  family: { en: 'marriage and family', zh: '婚姻家庭' },
  inheritance: { en: 'inheritance', zh: '继承' },
  'housing-and-land': { en: 'housing and land', zh: '房屋土地' },
  labour: { en: 'labour', zh: '劳动劳资' },
  'debt-and-contract': { en: 'debts and contracts', zh: '债务与合同' },
  consumer: { en: 'purchases and services', zh: '消费服务' },
  traffic: { en: 'traffic accident', zh: '交通事故' },
  injury: { en: 'injury', zh: '人身损害' },
  medical: { en: 'medical', zh: '医疗' },
  school: { en: 'school', zh: '校园教育' },
  environment: { en: 'environment', zh: '环境污染' },
  business: { en: 'business of a company', zh: '公司经营' },
  other: { en: 'other', zh: '其他' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** How likely it is to turn into harm. */
export const riskColourWords = {
  red: { en: 'red', zh: '红色' },
  yellow: { en: 'yellow', zh: '黄色' },
  green: { en: 'green', zh: '绿色' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** How a dispute stands. */
export const disputeStateWords = {
  opened: { en: 'without a mediator', zh: '待指派调解员' },
  'asking-consent': { en: 'parties are asked', zh: '征求意愿' },
  'in-mediation': { en: 'in mediation', zh: '调解中' },
  agreed: { en: 'agreement to be signed', zh: '协议待签署' },
  'to-perform': { en: 'agreement to be performed', zh: '协议待履行' },
  ended: { en: 'over', zh: '已结束' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** How it ended. */
export const disputeOutcomeWords = {
  'agreed-and-performed': { en: 'agreed and performed', zh: '达成协议并已履行' },
  'agreed-not-performed': { en: 'agreed, not performed', zh: '达成协议但未履行' },
  'no-agreement': { en: 'no agreement', zh: '未达成协议' },
  refused: { en: 'a party refused mediation', zh: '一方不同意调解' },
  withdrawn: { en: 'withdrawn', zh: '撤回申请' },
  'passed-on': { en: 'passed on', zh: '移送其他机关' },
  joined: { en: 'joined to another dispute', zh: '并入其他纠纷' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** By which door it came. */
export const disputeDoorWords = {
  case: { en: 'from a case', zh: '案件转入' },
  'walk-in': { en: 'at the counter', zh: '上门申请' },
  party: { en: 'by a party', zh: '当事人申请' },
  'interview-day': { en: 'the secretary’s interview day', zh: '书记接访日' },
  file: { en: 'a file', zh: '文件导入' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** On which side somebody is. */
export const partyRoleWords = {
  applicant: { en: 'applicant', zh: '申请人' },
  respondent: { en: 'respondent', zh: '被申请人' },
  'third-party': { en: 'third party', zh: '第三人' },
} as const satisfies Readonly<Record<string, LocalizedText>>;
