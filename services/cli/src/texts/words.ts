/** What codes are called that towns answer with, in both languages: a code that is not here is shown as it is. */
import { type LocalizedText, type Role, roleWords } from '@mulin/kernel';

type Language = keyof LocalizedText;
type Words = Readonly<Record<string, string>>;

const inLanguage =
  (words: Readonly<Record<string, LocalizedText>>) =>
  (language: Language): Words =>
    Object.fromEntries(Object.entries(words).map(([code, word]) => [code, word[language]]));

/** Of each role. */
export const rolesIn = (language: Language): Words =>
  Object.fromEntries((Object.keys(roleWords) as Role[]).map((role) => [role, roleWords[role][language]]));

/** Of each state of a case. */
export const statesIn = inLanguage({
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
});

/** Of each clock. */
export const clocksIn = inLanguage({
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
});

/** Of each service. */
export const servicesIn = inLanguage({
  intake: { en: 'register', zh: '登记' },
  routing: { en: 'dispatch', zh: '派单' },
  'sla-timer': { en: 'clock', zh: '时限' },
  feedback: { en: 'feedback', zh: '回访' },
  audit: { en: 'record', zh: '留痕' },
});

/** Of what residents say when they rate: whether somebody got in touch, whether it is solved, how content they are. */
export const ratingsIn = inLanguage({
  responded: { en: 'somebody got in touch', zh: '已联系' },
  'not-responded': { en: 'nobody got in touch', zh: '未联系' },
  solved: { en: 'solved', zh: '已解决' },
  'partly-solved': { en: 'partly solved', zh: '部分解决' },
  'not-solved': { en: 'not solved', zh: '未解决' },
  'very-satisfied': { en: 'very satisfied', zh: '非常满意' },
  satisfied: { en: 'satisfied', zh: '满意' },
  'fairly-satisfied': { en: 'fairly satisfied', zh: '基本满意' },
  dissatisfied: { en: 'dissatisfied', zh: '不满意' },
  'very-dissatisfied': { en: 'very dissatisfied', zh: '非常不满意' },
});
