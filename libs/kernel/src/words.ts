/** What people call roles, states of a case and clocks, in both languages; a code is for programs. */
import type { Role } from './ports.js';
import type { LocalizedText } from './rejection.js';

/** The word for each role, in lower case and without an article. */
export const roleWords: Readonly<Record<Role, LocalizedText>> = {
  'hotline-clerk': { en: 'hotline desk', zh: '热线受理台' },
  'grid-member': { en: 'grid member', zh: '网格员' },
  'grid-leader': { en: 'grid leader', zh: '网格长' },
  'village-committee': { en: 'village committee', zh: '村委会' },
  'community-secretary': { en: 'community secretary', zh: '社区书记' },
  'town-leader': { en: 'town leader', zh: '镇领导' },
  resident: { en: 'resident', zh: '居民' },
  'office-member': { en: 'town office member', zh: '镇办工作人员' },
  verifier: { en: 'verifier', zh: '核查员' },
  helper: { en: 'helper (party member or volunteer)', zh: '协办人员（党员、志愿者）' },
  integrator: { en: 'program of another system', zh: '对接系统' },
  mediator: { en: 'mediator', zh: '调解员' },
  auditor: { en: 'auditor', zh: '审计员' },
  operator: { en: 'operator', zh: '系统管理员' },
};

/** By which door a demand came in. */
export const channelWords = {
  portal: { en: 'the residents’ portal', zh: '网上诉求' },
  'hotline-12345': { en: 'the 12345 hotline', zh: '12345热线' },
  'neighbours-hotline': { en: 'the neighbours’ hotline', zh: '牟邻热线' },
  open311: { en: 'the open interface', zh: '开放接口' },
  patrol: { en: 'a patrol of the grid', zh: '网格巡查' },
  file: { en: 'a file', zh: '文件导入' },
  'interview-day': { en: 'the secretary’s interview day', zh: '书记接访日' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** The word for each state of a case, as lists and timelines show it. */
export const caseStateWords = {
  registered: { en: 'registered', zh: '待受理' },
  offered: { en: 'offered', zh: '待接单' },
  taken: { en: 'taken', zh: '已接单' },
  'with-arbiter': { en: 'with the secretary', zh: '待协调确定' },
  finished: { en: 'to be verified', zh: '待核查' },
  verified: { en: 'to be called back', zh: '待回访' },
  closed: { en: 'closed', zh: '已办结' },
  declined: { en: 'declined', zh: '不予受理' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
  merged: { en: 'merged', zh: '已并案' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** The word for each clock: a noun, by the first part of the name of the clock. */
export const clockWords = {
  accept: { en: 'accepting', zh: '受理' },
  take: { en: 'taking', zh: '接单' },
  contact: { en: 'contact', zh: '联系' },
  heartbeat: { en: 'regular report', zh: '定期反馈' },
  help: { en: 'help', zh: '协办' },
  verify: { en: 'verification', zh: '核查' },
  'call-back': { en: 'call-back', zh: '回访' },
  arbitrate: { en: 'secretary’s decision', zh: '协调确定' },
  acknowledge: { en: 'secretary’s answer', zh: '签收' },
  complete: { en: 'completion', zh: '办结' },
  assign: { en: 'choice of a mediator', zh: '指派调解员' },
  consent: { en: 'consent of the parties', zh: '征求意愿' },
  meet: { en: 'first session', zh: '首次调解' },
  settle: { en: 'settlement', zh: '调解' },
  perform: { en: 'performance', zh: '履行' },
  confirm: { en: 'application to the court', zh: '司法确认申请' },
  danger: { en: 'answer to a danger', zh: '险情处置' },
  promise: { en: 'what was promised', zh: '承诺兑现' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** What a duty may begin with and a place end with; what a place is called is not said twice. */
const kindsOfPlace = ['网格', '社区', '村', '镇'];

/**
 * What somebody is called who has this duty in a place: `grid leader of River Head, grid 1`, `河头村第1网格长`, and not
 * `河头村第1网格网格长`.
 *
 * @param role the word for it, as in `roleWords`, or with an article.
 * @param place what the place is called.
 */
export const dutyIn = (role: LocalizedText, place: LocalizedText): LocalizedText => {
  const said = kindsOfPlace.find((kind) => place.zh.endsWith(kind) && role.zh.startsWith(kind)) ?? '';
  return { en: `${role.en} of ${place.en}`, zh: `${place.zh}${role.zh.slice(said.length)}` };
};

/**
 * What somebody is called who has this role for the whole town: `the town’s verifier`, `镇核查员`; a role that says so
 * itself, as it is: `the town leader`, `镇领导`.
 *
 * @param role the word for it, in lower case and without an article, as in `roleWords`.
 */
export const roleOfTown = ({ en, zh }: LocalizedText): LocalizedText => ({
  en: en.startsWith('town ') ? `the ${en}` : `the town’s ${en}`,
  zh: zh.startsWith('镇') ? zh : `镇${zh}`,
});
