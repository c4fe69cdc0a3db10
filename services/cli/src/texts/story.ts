/** What `mulin story` says, in both languages. */
import { counted, type LocalizedText } from '@mulin/kernel';
import { ratingsIn } from './words.js';

const en = {
  passed: (days: number, hours: number) =>
    `${counted(days, 'day')} and ${counted(hours, 'hour')} of made-up time`,
  clocks: 'Its clocks:',
  clockHeads: ['clock', 'runs from', 'due', 'verdict'],
  ratings: 'What the resident said:',
  cycle: (cycle: number) => `cycle ${cycle}`,
  rating: ratingsIn('en'),
  ok: 'All of it was done by the public routes, with the rights of the people in it, and every clock is as it must be.',
  notOk: 'The story did not come to its end as it must:',
};

const zh: typeof en = {
  passed: (days, hours) => `历时 ${days} 天 ${hours} 小时（虚拟时间）`,
  clocks: '各项时限：',
  clockHeads: ['时限', '开始时间', '到期时间', '结果'],
  ratings: '居民评价：',
  cycle: (cycle) => `第 ${cycle} 轮`,
  rating: ratingsIn('zh'),
  ok: '以上每一步均由相应人员通过公开接口、按本人权限完成，各项时限的计时和判定均符合规则。',
  notOk: '未能按规则走完全程：',
};

const texts: Readonly<Record<keyof LocalizedText, typeof en>> = { en, zh };

export const storyIn = (language: keyof LocalizedText): typeof en => texts[language];
