/** What the routes of the work on an order promise. */
import type { Operation } from '@mulin/service';
import { about, ended, example, missing, timing } from './operations.js';

export const taking: Operation = {
  ...about,
  summary: { en: 'Take an order', zh: '接单' },
  description: {
    en: 'Whoever it was offered to answers for it from now on. An emergency is offered to all on duty there: the first has it, and the others are told whose duty that is (`taken-by-other`). `at`: when, by the clock of the device, at most 72 hours ago.',
    zh: '被派单人接单，自此由其负责办理。特急事项同时派给当地全部在岗人员，先接者办理，其余人员会被告知由何职务的人员接单（`taken-by-other`）。`at` 为设备时间，限 72 小时内。',
  },
  example: { ...example, state: 'taken' },
  refusals: {
    403: ['not-your-order'],
    404: missing,
    409: [...ended, 'with-arbiter', 'taken-by-other', ...timing],
  },
};

export const contacting: Operation = {
  ...about,
  summary: { en: 'Say that whoever asked was contacted', zh: '首次联系' },
  description: {
    en: 'Whoever has taken it got in touch, and how; `nobody-there` is an attempt. `at`: when, by the clock of the device.',
    zh: '承办人已联系诉求人及联系方式；`nobody-there` 表示未能见到或接通。`at` 为设备时间。',
  },
  example: { ...example, state: 'taken' },
  refusals: {
    403: ['not-your-order'],
    404: missing,
    409: [...ended, 'with-arbiter', 'not-taken', ...timing],
  },
};

export const reporting: Operation = {
  ...about,
  summary: { en: 'Report progress', zh: '报告进展' },
  description: {
    en: 'Whoever has taken it says how it stands. A report counts that has words or photos; the same words for the third time running do not.',
    zh: '承办人报告进展。附文字或照片方为有效；连续三次内容相同的不计为有效进展。',
  },
  example: { ...example, state: 'taken' },
  refusals: {
    403: ['not-your-order'],
    404: [...missing, 'photo-unknown'],
    409: [...ended, 'with-arbiter', 'not-taken', ...timing],
  },
};

export const finishing: Operation = {
  ...about,
  summary: { en: 'Finish an order', zh: '办理完毕' },
  description: {
    en: 'Whoever has taken it says that it is done, and how. `words` and photos show it, and some menu items demand them (`finishNeeds` of the order; after a refusal, or in the next cycle, a new photo); `at`: when, by the clock of the device. Whoever asked is heard afterwards, when it is verified and called back.',
    zh: '承办人报告已办理完毕及办理结果，可附文字与照片，部分事项必须附（见派单的 `finishNeeds`；核查退回或重办后须附新拍摄的照片）；`at` 为设备时间。诉求人意见在核查和回访时听取。',
  },
  example: { ...example, state: 'finished', result: 'solved' },
  refusals: {
    403: ['not-your-order'],
    404: [...missing, 'photo-unknown'],
    409: [
      ...ended,
      'with-arbiter',
      'not-taken',
      'finish-needs-photo',
      'finish-needs-new-photo',
      'finish-needs-words',
      'helpers-not-done',
      ...timing,
    ],
  },
};

export const verifying: Operation = {
  ...about,
  summary: { en: 'Say whether the work is done', zh: '核查办理结果' },
  description: {
    en: 'Somebody who had no hand in it confirms, or refuses with a reason; refused, it goes on in the hands of its holder.',
    zh: '由未参与办理的人员核查：通过，或说明原因予以退回；退回后由原承办人继续办理。',
  },
  example: { ...example, state: 'verified', result: 'solved' },
  refusals: {
    403: ['not-your-area', 'verifies-own-work'],
    404: missing,
    409: ['not-finished', 'order-verified', 'order-over', 'archived-case'],
  },
};

export const handingOver: Operation = {
  ...about,
  summary: { en: 'Hand an order over to another unit', zh: '交单' },
  description: {
    en: 'Whoever has it, or a community secretary or town leader who was told that it is late, gives it to a micro-grid, the leaders of an area, or an office (`office:` and its id); who is on duty there is asked.',
    zh: '承办人（或收到超期升级的社区书记、镇领导）将单交给其他微网格、各级负责人或镇办科室（`office` 加冒号和编号），由该单位在岗人员接单。',
  },
  example: { ...example, leg: 2 },
  refusals: {
    403: ['not-your-order'],
    404: [...missing, 'no-such-unit'],
    409: [...ended, 'with-arbiter', 'decided-for-good', 'already-theirs', 'nobody-in-unit'],
  },
};
