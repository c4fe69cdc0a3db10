/** The town's words for the codes of its decisions, in both languages, as one chooses them in a form. */
import type { LocalizedText } from '@mulin/kernel';
import { useLanguage } from '../app/texts';

const codes = {
  urgency: {
    emergency: { en: 'Emergency', zh: '特急' },
    urgent: { en: 'Urgent', zh: '紧急' },
    ordinary: { en: 'Ordinary', zh: '一般' },
    complex: { en: 'Complex', zh: '复杂' },
  },
  net: {
    life: { en: 'life', zh: '生活网' },
    production: { en: 'production', zh: '生产网' },
    commerce: { en: 'commerce', zh: '商业网' },
  },
  decline: {
    'not-of-this-town': { en: 'It is not a matter of this town', zh: '不属本镇管辖' },
    'before-a-court': { en: 'It is before a court', zh: '已进入司法程序' },
    'already-decided': { en: 'It was decided before', zh: '此前已有处理结论' },
    'not-a-public-matter': { en: 'It is not a public matter', zh: '不属公共事务' },
    'not-understandable': { en: 'It could not be understood', zh: '诉求内容不明' },
  },
  door: {
    'government-hotline': { en: 'The government hotline 12345', zh: '12345政务服务便民热线' },
    'county-department': { en: 'The department of the county', zh: '县级主管部门' },
    'county-court': { en: 'The court of the county', zh: '县人民法院' },
    police: { en: 'The police', zh: '公安机关' },
    'labour-arbitration': { en: 'Labour arbitration', zh: '劳动人事争议仲裁委员会' },
    'petition-office': { en: 'The petition office', zh: '信访局' },
    'neighbouring-town': { en: 'The neighbouring town', zh: '相邻乡镇' },
    'utility-company': { en: 'The utility company', zh: '水电气热经营单位' },
  },
  reclassify: {
    'wrong-menu-item': { en: 'The menu item was wrong', zh: '服务事项有误' },
    'wrong-place': { en: 'The place was wrong', zh: '地点有误' },
    'wrong-urgency': { en: 'The urgency was wrong', zh: '紧急程度有误' },
    'wrong-person': { en: 'The person was wrong', zh: '诉求人有误' },
  },
  outcome: {
    done: { en: 'It is done', zh: '已办结' },
    explained: { en: 'It was explained', zh: '已解释说明' },
  },
  reopen: {
    'asked-again': { en: 'The resident asked again', zh: '居民再次反映' },
    'closed-by-mistake': { en: 'It was ended by mistake', zh: '误结案' },
  },
  erase: {
    'asked-for': { en: 'They asked for it', zh: '本人申请' },
    'consent-withdrawn': { en: 'They took their consent back', zh: '本人撤回同意' },
    'no-longer-needed': { en: 'Nobody needs it any more', zh: '处理目的已实现，不再需要' },
    'kept-unlawfully': { en: 'It should not have been kept', zh: '不应保存' },
  },
  handOver: {
    'needs-other-unit': { en: 'Another unit must do it', zh: '需其他单位办理' },
    'beyond-my-power': { en: 'It is beyond these powers', zh: '超出职权' },
    'needs-several': { en: 'It takes several units', zh: '需多方协同' },
    leave: { en: 'The holder is on leave', zh: '承办人休假' },
  },
  refusal: {
    'not-done': { en: 'It is not done', zh: '未办理' },
    'partly-done': { en: 'Only a part is done', zh: '仅部分办理' },
    'wrong-place': { en: 'It was done at another place', zh: '办理地点不符' },
    'no-proof': { en: 'Nothing shows that it is done', zh: '缺少办理佐证' },
  },
  decision: {
    noted: { en: 'I look into it', zh: '已知悉并督办' },
    ruled: { en: 'I have decided who answers', zh: '已确定承办人' },
    'handed-over': { en: 'It is handed over', zh: '已交办' },
    'called-in': { en: 'Other units are called in', zh: '已吹哨调度' },
    interview: { en: 'Invited to the interview day', zh: '已约书记接访日面谈' },
  },
  callBack: {
    reached: { en: 'Reached', zh: '已接通' },
    'no-answer': { en: 'Nobody answered', zh: '无人接听' },
    'wrong-number': { en: 'The number is wrong', zh: '号码有误' },
    'call-later': { en: 'Call again later', zh: '要求改时再打' },
    refused: { en: 'Does not want to talk', zh: '不愿接受回访' },
  },
  response: {
    responded: { en: 'Somebody got in touch', zh: '已联系' },
    'not-responded': { en: 'Nobody got in touch', zh: '未联系' },
  },
  resolution: {
    solved: { en: 'Solved', zh: '已解决' },
    'partly-solved': { en: 'Partly solved', zh: '部分解决' },
    'not-solved': { en: 'Not solved', zh: '未解决' },
  },
  satisfaction: {
    'very-satisfied': { en: 'Very satisfied', zh: '非常满意' },
    satisfied: { en: 'Satisfied', zh: '满意' },
    'fairly-satisfied': { en: 'Fairly satisfied', zh: '基本满意' },
    dissatisfied: { en: 'Dissatisfied', zh: '不满意' },
    'very-dissatisfied': { en: 'Very dissatisfied', zh: '非常不满意' },
  },
  conclusion: {
    close: { en: 'Close the case', zh: '结案' },
    redo: { en: 'Have it done once more', zh: '退回重办' },
  },
  exemption: {
    'no-competence': { en: 'The unit has no competence for it', zh: '不属于该单位职权' },
    'against-law-or-policy': {
      en: 'What was asked is against law or policy',
      zh: '诉求不符合法律法规或政策',
    },
    'force-majeure': { en: 'Force majeure', zh: '不可抗力' },
    'complainant-unreachable': { en: 'Whoever asked could not be reached', zh: '无法联系诉求人' },
    duplicate: { en: 'It was asked twice', zh: '重复诉求' },
    'other-owner': { en: 'Somebody else is the owner', zh: '产权或责任主体为他方' },
  },
  verdict: {
    confirmed: { en: 'It is done', zh: '已办好' },
    refused: { en: 'It is not done', zh: '没有办好' },
  },
  grant: {
    yes: { en: 'Grant it', zh: '准予' },
    no: { en: 'Refuse it', zh: '不予' },
  },
  release: {
    'not-needed': { en: 'They are not needed any more', zh: '不再需要协办' },
    overruled: { en: 'It goes on without them', zh: '经决定不再等待' },
  },
  report: {
    progress: { en: 'How it stands', zh: '进展' },
    finish: { en: 'Finish', zh: '办理完毕' },
    confirmation: { en: 'Verified', zh: '核查通过' },
    refusal: { en: 'Not done, says who looked', zh: '核查未通过' },
    help: { en: 'Asked of helpers', zh: '协办事项' },
  },
  addition: {
    words: { en: 'Words of the resident', zh: '居民补充' },
    photo: { en: 'Photo', zh: '照片' },
    note: { en: 'Note of staff', zh: '工作人员备注' },
  },
  unheld: {
    'with-arbiter': { en: 'With the secretary', zh: '待协调确定' },
    'to-verify': { en: 'To be verified', zh: '待核查' },
    verified: { en: 'Verified', zh: '核查通过' },
    merged: { en: 'Merged', zh: '已并案' },
    'not-asked': { en: 'Nobody was asked', zh: '尚未派单' },
  },
  ended: {
    returned: { en: 'given back', zh: '退单' },
    'handed-over': { en: 'handed over', zh: '交单' },
    'passed-on': { en: 'went on', zh: '改派' },
    'left-to-arbiter': { en: 'left to the secretary', zh: '交书记协调' },
    finished: { en: 'finished', zh: '办理完毕' },
    over: { en: 'over', zh: '终结' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, LocalizedText>>>>;

export type Family = keyof typeof codes;
export type Code<Of extends Family> = Extract<keyof (typeof codes)[Of], string>;

/** Words of codes in the reader's language; one that has none is shown as it is. */
export const useCodes = () => {
  const language = useLanguage();
  const wordOf = (family: Family, code: string): string => {
    const words: Readonly<Record<string, LocalizedText>> = codes[family];
    return Object.hasOwn(words, code) ? (words[code]?.[language] ?? code) : code;
  };
  const allOf = <Of extends Family>(family: Of): readonly { value: Code<Of>; label: string }[] =>
    (Object.keys(codes[family]) as Code<Of>[]) // the keys are those of the table
      .map((value) => ({ value, label: wordOf(family, value) }));
  return { wordOf, allOf };
};
