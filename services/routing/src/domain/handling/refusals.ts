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
    zh: '该类事项办结须附办理结果照片，请一并提交。',
  });

export const finishNeedsWords = () =>
  new Rejection('finish-needs-words', {
    en: 'This kind of demand is finished with words about what was done; write them with it.',
    zh: '该类事项办结须附办理情况文字说明，请一并填写。',
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
