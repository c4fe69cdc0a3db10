/** The town's words for the codes that events carry. A code without a word here is shown as it is. */
import type {
  addressees,
  cancelReasons,
  channels,
  declineReasons,
  erasureReasons,
  flags,
  missingReasons,
  nets,
  offerReasons,
  outcomes,
  reclassifyReasons,
  returnReasons,
  urgencies,
} from '@mulin/contracts';
import { channelWords, type LocalizedText, roleWords as nameOfRole } from '@mulin/kernel';

export type Words<Code extends string> = Readonly<Record<Code, LocalizedText>>;

export const inWords =
  <Code extends string>(words: Words<Code>) =>
  (code: string): LocalizedText => {
    const known: Readonly<Partial<Record<string, LocalizedText>>> = words;
    return (Object.hasOwn(known, code) ? known[code] : undefined) ?? { en: code, zh: code };
  };

export const urgencyWords: Words<(typeof urgencies)[number]> = {
  emergency: { en: 'an emergency', zh: '特急' },
  urgent: { en: 'urgent', zh: '紧急' },
  ordinary: { en: 'ordinary', zh: '一般' },
  complex: { en: 'complex', zh: '复杂' },
};

export const netWords: Words<(typeof nets)[number]> = {
  life: { en: 'life', zh: '生活' },
  production: { en: 'production', zh: '生产' },
  commerce: { en: 'commerce', zh: '商业' },
};

export const outcomeWords: Words<(typeof outcomes)[number]> = {
  done: { en: 'it is done', zh: '已办结' },
  explained: { en: 'it was explained', zh: '已解释说明' },
  declined: { en: 'it was not taken up', zh: '不予受理' },
  withdrawn: { en: 'it was taken back', zh: '已撤回' },
  duplicate: { en: 'it was a repetition', zh: '重复诉求' },
};

export const erasureWords: Words<(typeof erasureReasons)[number]> = {
  'asked-for': { en: 'they asked for it', zh: '本人申请' },
  'consent-withdrawn': { en: 'they took their consent back', zh: '本人撤回同意' },
  'no-longer-needed': { en: 'nobody needs it any more', zh: '处理目的已实现，不再需要' },
  'kept-unlawfully': { en: 'it should not have been kept', zh: '不应保存' },
};
export const erasureOf = inWords(erasureWords);

/** What somebody opens the words of a resident for; a purpose of a service is called by its code. */
export const purposeWords = {
  answering: { en: 'to answer it', zh: '办理诉求' },
  'call-back': { en: 'to call back', zh: '回访' },
  verification: { en: 'to look whether it is solved', zh: '核查' },
  supervision: { en: 'because they were told of a deadline', zh: '督办' },
  correction: { en: 'to correct it', zh: '更正' },
  'own-case': { en: 'to see one’s own case', zh: '诉求人查看本人案件' },
  'erasure/asked-for': { en: 'erased: they asked for it', zh: '删除：本人申请' },
  'erasure/consent-withdrawn': { en: 'erased: they took their consent back', zh: '删除：本人撤回同意' },
  'erasure/no-longer-needed': { en: 'erased: nobody needs it any more', zh: '删除：不再需要' },
  'erasure/kept-unlawfully': { en: 'erased: it should not have been kept', zh: '删除：不应保存' },
} as const satisfies Words<string>;
export const purposeOf = inWords(purposeWords);

/** Kinds of personal content, as the vault keeps them. */
export const kindWords = {
  words: { en: 'what was said', zh: '诉求原文' },
  place: { en: 'the place', zh: '地点' },
  contact: { en: 'the contact', zh: '联系方式' },
  note: { en: 'a note', zh: '备注' },
  photo: { en: 'a photo', zh: '照片' },
  report: { en: 'what was reported of the work', zh: '办理情况说明' },
  letter: { en: 'the letter that closed it', zh: '结案告知书' },
} as const satisfies Words<string>;
export const kindOf = inWords(kindWords);

export const declineWords: Words<(typeof declineReasons)[number]> = {
  'not-of-this-town': { en: 'it is not a matter of this town', zh: '不属本镇管辖' },
  'before-a-court': { en: 'it is before a court', zh: '已进入司法程序' },
  'already-decided': { en: 'it was decided before', zh: '此前已有处理结论' },
  'not-a-public-matter': { en: 'it is not a public matter', zh: '不属公共事务' },
  'not-understandable': { en: 'it could not be understood', zh: '诉求内容不明' },
};

export const reclassifyWords: Words<(typeof reclassifyReasons)[number]> = {
  'wrong-menu-item': { en: 'the menu item was wrong', zh: '服务事项有误' },
  'wrong-place': { en: 'the place was wrong', zh: '地点有误' },
  'wrong-urgency': { en: 'the urgency was wrong', zh: '紧急程度有误' },
  'wrong-person': { en: 'the person was wrong', zh: '诉求人有误' },
};

export const returnWords: Words<(typeof returnReasons)[number]> = {
  'not-my-area': { en: 'it is not in this area', zh: '不在本网格' },
  'not-my-power': { en: 'it is beyond these powers', zh: '超出职权' },
  'needs-other-unit': { en: 'it needs another unit', zh: '需其他单位办理' },
  'place-not-found': { en: 'the place was not found', zh: '找不到地点' },
};

const withArticle = ({ en, zh }: LocalizedText): LocalizedText => ({ en: `the ${en}`, zh });

export const roleWords: Words<
  | (typeof addressees)[number]
  | 'resident'
  | 'office-member'
  | 'mediator'
  | 'verifier'
  | 'helper'
  | 'auditor'
  | 'operator'
  | 'integrator'
> = {
  resident: withArticle(nameOfRole['resident']),
  'hotline-clerk': withArticle(nameOfRole['hotline-clerk']),
  mediator: withArticle(nameOfRole['mediator']),
  auditor: withArticle(nameOfRole['auditor']),
  operator: withArticle(nameOfRole['operator']),
  'grid-member': withArticle(nameOfRole['grid-member']),
  'grid-leader': withArticle(nameOfRole['grid-leader']),
  'village-committee': withArticle(nameOfRole['village-committee']),
  'community-secretary': withArticle(nameOfRole['community-secretary']),
  'town-leader': withArticle(nameOfRole['town-leader']),
  'office-member': withArticle(nameOfRole['office-member']),
  verifier: withArticle(nameOfRole['verifier']),
  helper: withArticle(nameOfRole['helper']),
  integrator: withArticle(nameOfRole['integrator']),
};

export const flagWords: Words<(typeof flags)[number]> = {
  'closed-before-opened': { en: 'closed before it was opened', zh: '办结早于受理' },
  'unknown-menu-item': { en: 'a menu item nobody knows', zh: '服务事项不明' },
  'no-place': { en: 'no place', zh: '没有地点' },
  'place-outside-town': { en: 'a place outside the town', zh: '地点在镇外' },
  'date-without-time': { en: 'a date without a time', zh: '只有日期没有时间' },
  'implausible-time': { en: 'a closing or deadline that cannot be', zh: '办结时间或期限不可能成立' },
  'implausible-place': { en: 'a place that cannot be', zh: '坐标不可能成立' },
  'closed-on-due-day': { en: 'closed on the day it was due, at no known hour', zh: '到期当日办结，时刻不明' },
  'due-before-reported': { en: 'due before it was reported', zh: '期限早于反映时间' },
  'masked-phone': { en: 'a phone whose digits are covered', zh: '电话已被遮盖' },
};

export const arbiterWords = {
  'nobodys-land': { en: 'no micro-grid holds the place', zh: '该地点不属任何微网格' },
  'nobody-on-duty': { en: 'nobody is on duty there', zh: '当地无人值班' },
  'second-return': { en: 'it was returned twice', zh: '已被两次退回' },
  'place-unknown': { en: 'nobody knows where it is', zh: '地点不明' },
} as const;

export const doorWords = {
  'government-hotline': { en: 'the government hotline 12345', zh: '12345政务服务便民热线' },
  'county-department': { en: 'the department of the county', zh: '县级主管部门' },
  'county-court': { en: 'the court of the county', zh: '县人民法院' },
  police: { en: 'the police', zh: '公安机关' },
  'labour-arbitration': { en: 'labour arbitration', zh: '劳动人事争议仲裁委员会' },
  'petition-office': { en: 'the petition office', zh: '信访局' },
  'neighbouring-town': { en: 'the neighbouring town', zh: '相邻乡镇' },
  'utility-company': { en: 'the utility company', zh: '水电气热经营单位' },
} as const;

export const cancelWords: Words<(typeof cancelReasons)[number]> = {
  withdrawn: { en: 'the demand was taken back', zh: '诉求已撤回' },
  merged: { en: 'the case was merged into another', zh: '案件已并入他案' },
  declined: { en: 'the demand was not taken up', zh: '诉求不予受理' },
  returned: { en: 'the order was returned', zh: '单已退回' },
  moved: { en: 'somebody else is asked now', zh: '已转由他人办理' },
  closed: { en: 'the case was closed', zh: '案件已办结' },
  released: { en: 'the help is not needed any more', zh: '不再需要协办' },
  'closed-on-due-day': {
    en: 'it was closed on the day it was due, at no known hour',
    zh: '到期当日办结，时刻不明',
  },
};

/** Why somebody is asked, where it is not that a demand came in. */
export const offerWords: Words<Exclude<(typeof offerReasons)[number], 'registered'>> = {
  returned: { en: 'after it was returned', zh: '退单后改派' },
  corrected: { en: 'after a correction', zh: '更正后改派' },
  decided: { en: 'by the decision of the secretary', zh: '书记协调确定' },
  reassigned: { en: 'by whoever was told that it is late', zh: '因超期改派' },
  'off-duty': { en: 'because the duty of who had it has ended', zh: '原承办人已离岗，改派' },
  'account-disabled': { en: 'because the account of who had it is disabled', zh: '原承办人账号已停用，改派' },
  'not-taken': { en: 'because whoever was asked did not take it in time', zh: '未按时接单，改派' },
  'taken-in-time': {
    en: 'because they had taken it in time, without a signal, before it went on',
    zh: '原被派单人已按时接单，因无信号迟报，仍由其承办',
  },
  'handed-over': { en: 'after it was handed over', zh: '交单' },
  redo: { en: 'to be done again', zh: '重办' },
};

export const missingWords: Words<(typeof missingReasons)[number]> = {
  'no-policy': { en: 'the town has no such policy', zh: '没有对应的时限规则' },
  'no-calendar': { en: 'the town has no such calendar', zh: '没有对应的工作日历' },
  uncountable: { en: 'its calendar never comes so far', zh: '按其工作日历无法计算' },
};

export const serviceWords: Words<'intake' | 'routing' | 'sla-timer' | 'mediation' | 'feedback' | 'audit'> = {
  intake: { en: 'the register of cases', zh: '登记系统' },
  routing: { en: 'the dispatch of orders', zh: '派单系统' },
  'sla-timer': { en: 'the clock of the town', zh: '时限系统' },
  mediation: { en: 'the mediation committee', zh: '调解系统' },
  feedback: { en: 'the call-back desk', zh: '回访系统' },
  audit: { en: 'the record of the town', zh: '留痕系统' },
};

export const resultWords = {
  solved: { en: 'it is solved', zh: '已解决' },
  explained: { en: 'it was explained', zh: '已解释说明' },
} as const;

const clockNames: Words<
  | 'accept'
  | 'take'
  | 'contact'
  | 'complete'
  | 'arbitrate'
  | 'heartbeat'
  | 'acknowledge'
  | 'help'
  | 'verify'
  | 'call-back'
> = {
  accept: { en: 'accepting', zh: '受理' },
  take: { en: 'taking', zh: '接单' },
  contact: { en: 'contact', zh: '联系' },
  complete: { en: 'completion', zh: '办结' },
  arbitrate: { en: 'the decision of the secretary', zh: '协调确定' },
  heartbeat: { en: 'the regular report', zh: '定期反馈' },
  acknowledge: { en: 'acknowledgement', zh: '签收' },
  help: { en: 'help', zh: '协办' },
  verify: { en: 'verification', zh: '核查' },
  'call-back': { en: 'the call-back', zh: '回访' },
};

export const channelOf = inWords<(typeof channels)[number]>(channelWords);
export const urgencyOf = inWords(urgencyWords);
export const netOf = inWords(netWords);
export const outcomeOf = inWords(outcomeWords);
export const declineOf = inWords(declineWords);
export const doorOf = inWords(doorWords);
export const reclassifyOf = inWords(reclassifyWords);
export const returnOf = inWords(returnWords);
export const roleOf = inWords(roleWords);
export const offerOf = inWords(offerWords);
export const missingOf = inWords(missingWords);
export const serviceOf = inWords(serviceWords);
export const flagOf = inWords(flagWords);
export const arbiterOf = inWords(arbiterWords);
export const cancelOf = inWords(cancelWords);
export const resultOf = inWords(resultWords);

const nameOf = inWords(clockNames);

/** A clock as people call it: `complete/1` is completion, `complete/2` completion in the second cycle. */
export const clockOf = (clock: string): LocalizedText => {
  const [name = clock, cycle = '1'] = clock.split('/');
  const { en, zh } = nameOf(name);
  return cycle === '1' ? { en, zh } : { en: `${en} (cycle ${cycle})`, zh: `${zh}（第 ${cycle} 轮）` };
};
