/** The town's words for what happens between taking an order and closing the case: contact, help, verification, rating. */
import type {
  additionKinds,
  callBackOutcomes,
  conclusionReasons,
  contactManners,
  exemptionReasons,
  handOverReasons,
  ratingChannels,
  refusalReasons,
  releaseReasons,
  reopenReasons,
  reportContents,
  resolutions,
  responses,
  satisfactions,
  secretaryDecisions,
} from '@mulin/contracts';
import { inWords, type Words } from './words.js';

const contactWords: Words<(typeof contactManners)[number]> = {
  'face-to-face': { en: 'met the resident', zh: '已上门见面' },
  phone: { en: 'talked to the resident by phone', zh: '已电话联系诉求人' },
  message: { en: 'wrote to the resident', zh: '已发消息联系诉求人' },
  'nobody-there': { en: 'went there and met nobody', zh: '上门未遇' },
};

const reportWords: Words<(typeof reportContents)[number]> = {
  none: { en: 'still working on it', zh: '仍在办理' },
  text: { en: 'with words', zh: '附文字' },
  photo: { en: 'with photos', zh: '附照片' },
  'text-and-photo': { en: 'with words and photos', zh: '附文字和照片' },
};

const handOverWords: Words<(typeof handOverReasons)[number]> = {
  'needs-other-unit': { en: 'another unit must do it', zh: '需其他单位办理' },
  'beyond-my-power': { en: 'it is beyond these powers', zh: '超出职权' },
  'needs-several': { en: 'it takes several units', zh: '需多方协同' },
  leave: { en: 'the holder is on leave', zh: '承办人休假' },
};

const releaseWords: Words<(typeof releaseReasons)[number]> = {
  overruled: { en: 'it was decided to go on without them', zh: '经决定不再等待' },
  'not-needed': { en: 'they are not needed any more', zh: '不再需要协办' },
  'case-over': { en: 'the case is over', zh: '案件已终结' },
  'off-duty': {
    en: 'they are off duty, and somebody else of their unit is asked',
    zh: '其已离岗，改请同单位在岗人员',
  },
  'account-disabled': {
    en: 'their account is disabled, and somebody else of their unit is asked',
    zh: '其账号已停用，改请同单位在岗人员',
  },
  'nobody-on-duty': { en: 'nobody of their unit is on duty', zh: '该单位当前无在岗人员' },
};

const refusalWords: Words<(typeof refusalReasons)[number]> = {
  'not-done': { en: 'it is not done', zh: '未办理' },
  'partly-done': { en: 'only a part is done', zh: '仅部分办理' },
  'wrong-place': { en: 'it was done at another place', zh: '办理地点不符' },
  'no-proof': { en: 'nothing shows that it is done', zh: '缺少办理佐证' },
};

const decisionWords: Words<(typeof secretaryDecisions)[number]> = {
  noted: { en: 'it is being looked into', zh: '已知悉并督办' },
  ruled: { en: 'it was decided who answers', zh: '已确定承办人' },
  'handed-over': { en: 'it is handed over', zh: '已交办' },
  'called-in': { en: 'other units are called in', zh: '已吹哨调度' },
  interview: { en: 'whoever asked is invited to the interview day', zh: '已约书记接访日面谈' },
};

const callBackWords: Words<(typeof callBackOutcomes)[number]> = {
  reached: { en: 'the resident was reached', zh: '已接通' },
  'no-answer': { en: 'nobody answered', zh: '无人接听' },
  'wrong-number': { en: 'the number is wrong', zh: '号码有误' },
  'call-later': { en: 'the resident asks to be called later', zh: '居民要求改时再打' },
  refused: { en: 'the resident does not want to talk about it', zh: '居民不愿接受回访' },
};

const ratingChannelWords: Words<(typeof ratingChannels)[number]> = {
  link: { en: 'by the link', zh: '评价链接' },
  portal: { en: 'in the portal', zh: '网上' },
  desk: { en: 'to the desk', zh: '电话回访' },
};
const responseWords: Words<(typeof responses)[number]> = {
  responded: { en: 'somebody got in touch', zh: '已联系' },
  'not-responded': { en: 'nobody got in touch', zh: '未联系' },
};
const resolutionWords: Words<(typeof resolutions)[number]> = {
  solved: { en: 'it is solved', zh: '已解决' },
  'partly-solved': { en: 'it is partly solved', zh: '部分解决' },
  'not-solved': { en: 'it is not solved', zh: '未解决' },
};
const satisfactionWords: Words<(typeof satisfactions)[number]> = {
  'very-satisfied': { en: 'very satisfied', zh: '非常满意' },
  satisfied: { en: 'satisfied', zh: '满意' },
  'fairly-satisfied': { en: 'fairly satisfied', zh: '基本满意' },
  dissatisfied: { en: 'dissatisfied', zh: '不满意' },
  'very-dissatisfied': { en: 'very dissatisfied', zh: '非常不满意' },
};

const conclusionWords: Words<(typeof conclusionReasons)[number]> = {
  satisfied: { en: 'the resident is content', zh: '居民表示满意' },
  'no-rating': { en: 'no rating came in time', zh: '到期未评价' },
  'not-reached': { en: 'the resident could not be reached', zh: '多次回访未能联系到居民' },
  'secretary-decided': { en: 'the secretary decided so', zh: '书记决定' },
};

const reopenWords: Words<(typeof reopenReasons)[number]> = {
  redo: { en: 'the resident is not content', zh: '居民不满意，退回重办' },
  'asked-again': { en: 'the resident asked again', zh: '居民再次反映' },
  'closed-by-mistake': { en: 'it was closed by mistake', zh: '误结案' },
};

const additionWords: Words<(typeof additionKinds)[number]> = {
  words: { en: 'more words of the resident', zh: '居民补充说明' },
  photo: { en: 'a photo', zh: '照片' },
  note: { en: 'a note', zh: '备注' },
};

const exemptionWords: Words<(typeof exemptionReasons)[number]> = {
  'no-competence': { en: 'the unit has no competence for it', zh: '不属于该单位职权' },
  'against-law-or-policy': { en: 'what was asked is against law or policy', zh: '诉求不符合法律法规或政策' },
  'force-majeure': { en: 'force majeure', zh: '不可抗力' },
  'complainant-unreachable': { en: 'whoever asked could not be reached', zh: '无法联系诉求人' },
  duplicate: { en: 'it was asked twice', zh: '重复诉求' },
  'other-owner': { en: 'somebody else is the owner', zh: '产权或责任主体为他方' },
};

export const contactOf = inWords(contactWords);
export const reportOf = inWords(reportWords);
export const handOverOf = inWords(handOverWords);
export const releaseOf = inWords(releaseWords);
export const refusalOf = inWords(refusalWords);
export const decisionOf = inWords(decisionWords);
export const callBackOf = inWords(callBackWords);
export const ratingChannelOf = inWords(ratingChannelWords);
export const responseOf = inWords(responseWords);
export const resolutionOf = inWords(resolutionWords);
export const satisfactionOf = inWords(satisfactionWords);
export const conclusionOf = inWords(conclusionWords);
export const exemptionOf = inWords(exemptionWords);
export const reopenOf = inWords(reopenWords);
export const additionOf = inWords(additionWords);
