/** Why somebody is told no when they say what was done about an order. */
import { type LocalizedText, Rejection } from '@mulin/kernel';

export const deviceTime = () =>
  new Rejection('device-time', {
    en: 'The time of your device is more than 72 hours ago or 5 minutes ahead; set its clock, or leave the time out.',
    zh: '设备时间早于 72 小时前或超前 5 分钟以上，请校准设备时间或不填写时间。',
  });

export const beforeItBegan = () =>
  new Rejection('before-it-began', {
    en: 'The time of your device lies before what this follows on.',
    zh: '设备时间早于前一环节的时间，请核对。',
  });

export const takenByOther = ({ en, zh }: LocalizedText) =>
  new Rejection('taken-by-other', {
    en: `This order has been taken already, by ${en}.`,
    zh: `该单已由${zh}接单。`,
  });

export const finishNeedsPhoto = () =>
  new Rejection('finish-needs-photo', {
    en: 'This kind of demand is finished with a photo of the work; send one with it.',
    zh: '该类事项报告办理完毕时须附办理结果照片，请一并提交。',
  });

export const finishNeedsNewPhoto = () =>
  new Rejection('finish-needs-new-photo', {
    en: 'These photos were shown before the work was last found not to be done; send one that was taken since.',
    zh: '所附照片为上次核查退回或重办之前已提交的照片，请提交此后新拍摄的照片。',
  });

export const finishNeedsWords = () =>
  new Rejection('finish-needs-words', {
    en: 'This kind of demand is finished with words about what was done; write them with it.',
    zh: '该类事项报告办理完毕时须附办理情况文字说明，请一并填写。',
  });

export const verifiesOwnWork = () =>
  new Rejection(
    'verifies-own-work',
    {
      en: 'You had a hand in this work, or confirmed it before; somebody else must look.',
      zh: '您参与过办理或已核查过该单，须由其他人员核查。',
    },
    'forbidden',
  );

export const notFinished = () =>
  new Rejection('not-finished', {
    en: 'This order is not finished yet; there is nothing to look at.',
    zh: '该单尚未办理完毕，无需核查。',
  });

export const alreadyVerified = () =>
  new Rejection('order-verified', {
    en: 'Somebody has confirmed already that it is done.',
    zh: '该单已核查通过。',
  });

export const nobodyInUnit = () =>
  new Rejection('nobody-in-unit', {
    en: 'Nobody who could be asked is on duty in that unit; name another one.',
    zh: '该单位现无可承办的在岗人员，请另选单位。',
  });

export const noSuchUnit = () =>
  new Rejection('no-such-unit', { en: 'There is no such unit.', zh: '没有该单位。' }, 'unknown');

export const photoUnknown = () =>
  new Rejection(
    'photo-unknown',
    { en: 'There is no such photo of this case.', zh: '该案件没有这张照片。' },
    'unknown',
  );

export const noSuchCall = () =>
  new Rejection(
    'no-such-call',
    { en: 'Nobody was called in under this number.', zh: '没有该编号的协办请求。' },
    'unknown',
  );

export const alreadyCalled = () =>
  new Rejection('already-called', {
    en: 'Somebody of that unit is called in already, and the order waits for them.',
    zh: '该单位已有人员被请求协办，尚未完成协办。',
  });

export const notCalled = () =>
  new Rejection(
    'not-called',
    {
      en: 'You were not called in to help with this order, and are not on duty in the unit that was.',
      zh: '您未被请求协办该单，也不是被请求单位的在岗人员。',
    },
    'forbidden',
  );

export const notJoined = () =>
  new Rejection('not-joined', { en: 'Say first that you have come.', zh: '请先报到。' });

export const helperHasCome = () =>
  new Rejection('helper-has-come', {
    en: 'Somebody has come to help already.',
    zh: '协办人员已报到。',
  });

export const helperOver = () =>
  new Rejection('helper-over', {
    en: 'This help is finished, or nobody waits for it any more.',
    zh: '该项协办已完成或已解除。',
  });

export const helpersNotDone = () =>
  new Rejection('helpers-not-done', {
    en: 'Somebody who was called in has not finished yet; wait for them, or release who has not come.',
    zh: '尚有协办人员未完成协办，请待其完成，或解除尚未报到的协办。',
  });

export const mayNotOverrule = () =>
  new Rejection(
    'may-not-overrule',
    {
      en: 'Only who may decide about this order can overrule a helper; release who has not come as not needed.',
      zh: '仅有权协调确定该单的人员可决定不再等待协办；尚未报到的协办请按无需协办解除。',
    },
    'forbidden',
  );
