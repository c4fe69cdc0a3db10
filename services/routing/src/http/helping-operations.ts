/** What the routes of helpers promise. */
import type { Operation } from '@mulin/service';
import { about, ended, example, missing, timing } from './operations.js';

const called = {
  call: 1,
  unit: 'office:urban-works',
  member: 'office-member@mu/urban-works',
  state: 'called',
} as const;
const noCall = [...missing, 'no-such-call'];

export const callingIn: Operation = {
  ...about,
  summary: { en: 'Call in somebody to help', zh: '吹哨请求协办' },
  description: {
    en: 'Whoever has taken it, or may give it to somebody else, calls in a unit: a micro-grid, the leaders of an area, an office (`office:` and its id) or the helpers of an area (`helpers:` and its path). Who is on duty there is asked; the holder stays responsible, and does not finish before them. `task`: what they are to do.',
    zh: '承办人（或有权协调确定该单的人员）吹哨，请其他微网格、各级负责人、镇办科室（`office` 加冒号和编号）或某区域的协办人员（`helpers` 加冒号和区域路径）协办，由该单位在岗人员报到。承办人仍负首责，协办未完成前不得报告办理完毕。`task` 为请求事项。',
  },
  example: { ...example, state: 'taken', helpers: [called] },
  refusals: {
    403: ['not-your-order'],
    404: [...missing, 'no-such-unit'],
    409: [...ended, 'with-arbiter', 'not-taken', 'already-called', 'nobody-in-unit'],
  },
};

export const joining: Operation = {
  ...about,
  summary: { en: 'Say that one has come to help', zh: '协办报到' },
  description: {
    en: 'Whoever was called in, or is on duty in that unit, has come. `call`: the number of the call, from 1, in the answer of the order. `at`: when, by the clock of the device.',
    zh: '被请求协办的人员或该单位在岗人员报到。`call` 为协办请求的序号（从 1 起，见派单信息）；`at` 为设备时间。',
  },
  example: { ...example, state: 'taken', helpers: [{ ...called, state: 'joined' }] },
  refusals: {
    403: ['not-called'],
    404: noCall,
    409: ['archived-case', 'helper-over', 'helper-has-come', ...timing],
  },
};

export const finishingHelp: Operation = {
  ...about,
  summary: { en: 'Say that one’s help is finished', zh: '完成协办' },
  description: {
    en: 'Whoever has come, or is on duty in that unit, has done its part. `at`: when, by the clock of the device.',
    zh: '已报到的人员或该单位在岗人员完成协办事项；`at` 为设备时间。',
  },
  example: { ...example, state: 'taken', helpers: [{ ...called, state: 'finished' }] },
  refusals: {
    403: ['not-called'],
    404: noCall,
    409: ['archived-case', 'helper-over', 'not-joined', ...timing],
  },
};

export const releasing: Operation = {
  ...about,
  summary: { en: 'Wait for a helper no more', zh: '解除协办' },
  description: {
    en: 'The holder releases who has not come yet (`not-needed`); who may decide about the order, or was told that this help is late, also whoever has come (`overruled`).',
    zh: '承办人可解除尚未报到的协办（`not-needed`）；有权协调确定该单或收到该协办超期升级的人员可决定不再等待已报到的协办（`overruled`）。',
  },
  example: { ...example, state: 'taken', helpers: [{ ...called, state: 'released' }] },
  refusals: {
    403: ['not-your-order', 'may-not-overrule'],
    404: noCall,
    409: ['archived-case', 'helper-over', 'helper-has-come'],
  },
};
