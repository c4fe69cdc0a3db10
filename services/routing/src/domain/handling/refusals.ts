/** Why somebody is told no when they say what was done about an order. */
import { Rejection } from '@mulin/kernel';

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
