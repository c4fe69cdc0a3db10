/** What codes are called that towns answer with, in both languages: a code that is not here is shown as it is. */
import {
  caseStateWords,
  clockWords,
  disputeDoorWords,
  disputeKindWords,
  disputeOutcomeWords,
  disputeStateWords,
  type LocalizedText,
  partyRoleWords,
  riskColourWords,
  roleWords,
} from '@mulin/kernel';

type Language = keyof LocalizedText;
type Words = Readonly<Record<string, string>>;

const inLanguage =
  (words: Readonly<Record<string, LocalizedText>>) =>
  (language: Language): Words =>
    Object.fromEntries(Object.entries(words).map(([code, word]) => [code, word[language]]));

/** `1 agrees`, `2 agree`. */
export const doing = (count: number, verb: string): string => `${count} ${verb}${count === 1 ? 's' : ''}`;

/** Of each role, and of whose a deadline of a dispute or a promise is. */
export const rolesIn = inLanguage({ ...roleWords, holder: { en: 'holder', zh: '承办人' } });

/** Of each state of a case. */
export const statesIn = inLanguage(caseStateWords);

/** Of each clock. */
export const clocksIn = inLanguage(clockWords);

/** Of each service. */
export const servicesIn = inLanguage({
  intake: { en: 'register', zh: '登记' },
  routing: { en: 'dispatch', zh: '派单' },
  'sla-timer': { en: 'clock', zh: '时限' },
  mediation: { en: 'mediation', zh: '调解' },
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

/** Why a holder's or a helper's part of an order has ended. */
export const legEndsIn = inLanguage({
  returned: { en: 'returned', zh: '退单' },
  'handed-over': { en: 'handed over', zh: '交单' },
  'passed-on': { en: 'passed on', zh: '转派他人' },
  'left-to-arbiter': { en: 'left to the secretary', zh: '交社区协调确定' },
  finished: { en: 'finished', zh: '办理完毕' },
  over: { en: 'the case was over', zh: '案件终结' },
  overruled: { en: 'not waited for, by decision', zh: '经决定不再等待' },
  'not-needed': { en: 'not needed any more', zh: '不再需要协办' },
  'case-over': { en: 'the case was over', zh: '案件终结' },
  'off-duty': { en: 'off duty', zh: '已离岗' },
  'account-disabled': { en: 'account disabled', zh: '账号已停用' },
  'nobody-on-duty': { en: 'nobody on duty there', zh: '该单位无在岗人员' },
});

/** Why nobody had an order. */
export const unheldIn = inLanguage({
  'with-arbiter': { en: '(the secretary decides)', zh: '（待协调确定）' },
  'to-verify': { en: '(to be verified)', zh: '（待核查）' },
  verified: { en: '(to be called back)', zh: '（待回访）' },
  merged: { en: '(merged)', zh: '（已并案）' },
  'not-asked': { en: '(nobody asked yet)', zh: '（尚未派单）' },
});

/** Of what disputes are about, how grave they are, how they stand and ended, and what happened in them. */
export const disputeWordsIn = (language: Language) => ({
  kind: inLanguage(disputeKindWords)(language),
  colour: inLanguage(riskColourWords)(language),
  state: inLanguage(disputeStateWords)(language),
  outcome: inLanguage(disputeOutcomeWords)(language),
  door: inLanguage(disputeDoorWords)(language),
  role: inLanguage(partyRoleWords)(language),
  consent: inLanguage({
    given: { en: 'wants mediation', zh: '同意调解' },
    refused: { en: 'refuses it', zh: '不同意调解' },
  })(language),
  representative: inLanguage({
    general: { en: 'represented', zh: '有代理人（一般授权）' },
    special: { en: 'represented with special authority', zh: '有代理人（特别授权）' },
  })(language),
  session: inLanguage({
    planned: { en: 'planned', zh: '已安排' },
    'called-off': { en: 'called off', zh: '已取消' },
    held: { en: 'held', zh: '已举行' },
  })(language),
  form: inLanguage({
    written: { en: 'written agreement', zh: '书面协议' },
    oral: { en: 'oral agreement', zh: '口头协议' },
  })(language),
  confirmation: inLanguage({
    confirmed: { en: 'confirmed by the court', zh: '法院已确认' },
    rejected: { en: 'rejected by the court', zh: '法院驳回申请' },
    'not-accepted': { en: 'not accepted by the court', zh: '法院不予受理' },
    withdrawn: { en: 'application to the court withdrawn', zh: '申请已撤回' },
  })(language),
  otherWay: inLanguage({
    court: { en: 'court', zh: '诉讼' },
    arbitration: { en: 'arbitration', zh: '仲裁' },
    'administrative-decision': { en: 'decision of an authority', zh: '行政机关处理' },
    police: { en: 'police', zh: '公安机关' },
    petition: { en: 'petition', zh: '信访' },
  })(language),
});
