/** The town's words for the codes of mediation and of interview days. */
import type {
  assignmentReasons,
  commitmentAddressees,
  confirmationOutcomes,
  disputeDoors,
  disputeKinds,
  disputeOutcomes,
  otherWays,
  riskColours,
} from '@mulin/contracts';
import type { LocalizedText } from '@mulin/kernel';
import { inWords, roleOf, type Words } from '../sentences/words.js';

const kinds: Words<(typeof disputeKinds)[number]> = {
  neighbours: { en: 'between neighbours', zh: '邻里纠纷' },
  family: { en: 'in a family', zh: '婚姻家庭纠纷' },
  inheritance: { en: 'about an inheritance', zh: '继承纠纷' },
  'housing-and-land': { en: 'about a house or land', zh: '房屋宅基地与土地纠纷' },
  labour: { en: 'about work and wages', zh: '劳动争议纠纷' },
  'debt-and-contract': { en: 'about a debt or contract', zh: '债务与合同纠纷' },
  consumer: { en: 'about something bought', zh: '消费纠纷' },
  traffic: { en: 'after an accident on the road', zh: '道路交通事故纠纷' },
  injury: { en: 'about an injury', zh: '损害赔偿纠纷' },
  medical: { en: 'about a treatment', zh: '医疗纠纷' },
  school: { en: 'at a school', zh: '校园纠纷' },
  environment: { en: 'about noise, dirt or light', zh: '环境污染纠纷' },
  business: { en: 'between enterprises', zh: '生产经营纠纷' },
  other: { en: 'of another kind', zh: '其他纠纷' },
};

const colours: Words<(typeof riskColours)[number]> = {
  red: { en: 'of high risk (red)', zh: '红色（高风险）' },
  yellow: { en: 'of some risk (yellow)', zh: '黄色（中风险）' },
  green: { en: 'of low risk (green)', zh: '绿色（低风险）' },
};

const doors: Words<(typeof disputeDoors)[number]> = {
  case: { en: 'out of a case', zh: '由案件转入' },
  'walk-in': { en: 'at the counter', zh: '上门申请' },
  party: { en: 'by a party itself', zh: '当事人申请' },
  'interview-day': { en: 'on an interview day', zh: '书记接访日受理' },
  file: { en: 'in a file', zh: '文件导入' },
};

const reasons: Words<(typeof assignmentReasons)[number]> = {
  load: { en: 'as whoever has least to do there', zh: '按当前工作量指派' },
  named: { en: 'as the committee has named them', zh: '由调解委员会指定' },
  replaced: { en: 'in the place of somebody else', zh: '更换调解员' },
};

const outcomes: Words<(typeof disputeOutcomes)[number]> = {
  'agreed-and-performed': { en: 'they agreed, and did what they agreed on', zh: '达成协议并已履行' },
  'agreed-not-performed': { en: 'they agreed, and it was not all done', zh: '达成协议，未全部履行' },
  'no-agreement': { en: 'they did not agree', zh: '未达成协议' },
  refused: { en: 'a party did not want mediation', zh: '当事人不愿调解' },
  withdrawn: { en: 'it was taken back', zh: '申请人撤回' },
  'passed-on': { en: 'it was passed on to others', zh: '移送其他机关' },
  joined: { en: 'it was joined to another dispute', zh: '并入其他纠纷' },
};

const ways: Words<(typeof otherWays)[number]> = {
  court: { en: 'a court', zh: '人民法院诉讼' },
  arbitration: { en: 'an arbitration body', zh: '仲裁机构' },
  'administrative-decision': { en: 'a decision of the administration', zh: '行政处理' },
  police: { en: 'the police', zh: '公安机关' },
  petition: { en: 'the petition office', zh: '信访渠道' },
};

const confirmations: Words<(typeof confirmationOutcomes)[number]> = {
  confirmed: { en: 'the court confirmed it', zh: '法院确认有效' },
  rejected: { en: 'the court did not confirm it', zh: '法院驳回申请' },
  'not-accepted': { en: 'the court did not take it up', zh: '法院不予受理' },
  withdrawn: { en: 'the parties took the application back', zh: '当事人撤回申请' },
};

const clocks: Words<'assign' | 'consent' | 'meet' | 'settle' | 'perform' | 'confirm' | 'danger' | 'promise'> =
  {
    assign: { en: 'the choice of a mediator', zh: '指派调解员' },
    consent: { en: 'asking the parties', zh: '征求意愿' },
    meet: { en: 'the first session', zh: '首次调解' },
    settle: { en: 'the settlement', zh: '调解' },
    perform: { en: 'performance', zh: '履行' },
    confirm: { en: 'the application to the court', zh: '司法确认申请' },
    danger: { en: 'the answer to a danger', zh: '激化风险处置' },
    promise: { en: 'what was promised', zh: '承诺兑现' },
  };

export const kindOfDispute = inWords(kinds);
export const colourOf = inWords(colours);
export const disputeDoorOf = inWords(doors);
export const assignmentOf = inWords(reasons);
export const disputeOutcomeOf = inWords(outcomes);
export const otherWayOf = inWords(ways);
export const confirmationOf = inWords(confirmations);

const clockNamed = inWords(clocks);

/** `perform/1/2` is the performance of term 2; of another clock it is said from the second on which one it is. */
export const commitmentOf = (clock: string): LocalizedText => {
  const [name = clock, ordinal = '1', term] = clock.split('/');
  const { en, zh } = clockNamed(name);
  if (term !== undefined) return { en: `${en} of term ${term}`, zh: `协议第 ${term} 项${zh}` };
  return ordinal === '1' ? { en, zh } : { en: `${en} (no. ${ordinal})`, zh: `${zh}（第 ${ordinal} 次）` };
};

const holder: LocalizedText = { en: 'whoever has it', zh: '承办人' };

/** Whom one tells of a deadline of a dispute or a promise. */
export const commitmentAddresseeOf = (to: (typeof commitmentAddressees)[number] | string): LocalizedText =>
  to === 'holder' ? holder : roleOf(to);
