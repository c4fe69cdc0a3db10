/** How tasks, and what has brought them, are called. */
import type { LocalizedText } from '@mulin/kernel';
import type { Task } from '../item.js';

export const taskWords: Readonly<Record<Task, LocalizedText>> = {
  take: { en: 'Take the order', zh: '接单' },
  finish: { en: 'Finish the work', zh: '办理完毕' },
  contact: { en: 'Contact whoever asked', zh: '首次联系诉求人' },
  report: { en: 'Report progress', zh: '报告进展' },
  help: { en: 'Come and help', zh: '到场协办' },
  decide: { en: 'Decide who answers', zh: '协调确定承办人' },
  verify: { en: 'Look whether it is done', zh: '核查办理结果' },
  'call-back': { en: 'Call whoever asked', zh: '电话回访' },
  conclude: { en: 'Decide: close or do it again', zh: '决定结案或重办' },
  escalation: { en: 'A deadline was missed', zh: '已超期' },
  warning: { en: 'A deadline draws near', zh: '时限将至' },
  changed: { en: 'The order was corrected', zh: '登记内容已更正' },
  unhelped: { en: 'Nobody comes to help', zh: '无人协办' },
  addition: { en: 'The resident added something', zh: '居民有补充' },
};

const reasonWords: Readonly<Record<string, LocalizedText>> = {
  registered: { en: 'a new demand', zh: '新登记的诉求' },
  returned: { en: 'somebody has returned it', zh: '他人退单后转来' },
  corrected: { en: 'what was noted of it was corrected', zh: '登记内容已更正' },
  decided: { en: 'the arbiter has decided so', zh: '经协调确定' },
  reassigned: { en: 'it was given to somebody else', zh: '改派' },
  'off-duty': { en: 'whoever had it is off duty', zh: '原承办人已离岗' },
  'account-disabled': { en: 'the account of whoever had it is disabled', zh: '原承办人账号已停用' },
  'not-taken': { en: 'nobody has taken it in time', zh: '未按时接单' },
  'taken-in-time': { en: 'you had taken it in time', zh: '您已按时接单' },
  'handed-over': { en: 'another unit has handed it over', zh: '其他单位交单' },
  redo: { en: 'whoever asked is not content', zh: '居民不满意，重办' },
  taken: { en: 'it was taken', zh: '已接单' },
  'finish-refused': { en: 'whoever looked found it not done', zh: '核查未通过' },
  'first-contact': { en: 'nobody has contacted them yet', zh: '尚未联系诉求人' },
  'next-report': { en: 'the next report is owed', zh: '应报告进展' },
  'called-in': { en: 'called in to help', zh: '吹哨请求协办' },
  'nobodys-land': { en: 'it lies in no micro-grid', zh: '不在任何微网格内' },
  'nobody-on-duty': { en: 'nobody is on duty there', zh: '当地无人值班' },
  'second-return': { en: 'it was returned twice', zh: '两次退单' },
  'place-unknown': { en: 'nobody knows where it is', zh: '地点不明' },
  'clock-missing': { en: 'its deadline cannot be computed', zh: '时限无法计算' },
  finished: { en: 'the holder says it is done', zh: '承办人报告办理完毕' },
  verified: { en: 'it was verified', zh: '核查通过' },
  'not-content': { en: 'not content after it was done again', zh: '重办后仍不满意' },
  accept: { en: 'acceptance', zh: '受理' },
  take: { en: 'taking the order', zh: '接单' },
  complete: { en: 'completion', zh: '办结' },
  arbitrate: { en: 'the arbiter’s decision', zh: '协调确定' },
  contact: { en: 'the first contact', zh: '首次联系' },
  heartbeat: { en: 'the regular report', zh: '定期反馈' },
  help: { en: 'the help', zh: '协办' },
  verify: { en: 'the verification', zh: '核查' },
  'call-back': { en: 'the call-back', zh: '回访' },
  acknowledge: { en: 'the acknowledgement', zh: '签收' },
  words: { en: 'words', zh: '文字' },
  photo: { en: 'a photo', zh: '照片' },
  note: { en: 'a note', zh: '备注' },
};

/** What a reason is called; by its code where a newer program has a new one. */
export const reasonOf = (code: string): LocalizedText =>
  (Object.hasOwn(reasonWords, code) ? reasonWords[code] : undefined) ?? { en: code, zh: code };
