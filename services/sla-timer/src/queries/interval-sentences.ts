/** What is said of a stretch of a deadline, in the words of a clerk. */
import type { LocalizedText } from '@mulin/kernel';
import type { ExplainedClock } from './explain-clocks.js';

type Stretch = ExplainedClock['intervals'][number];

const sentences: Readonly<Record<Stretch['why'], LocalizedText>> = {
  'working-hours': { en: 'Working hours: they count.', zh: '工作时间，计入。' },
  'around-the-clock': { en: 'Every hour counts, day and night.', zh: '昼夜连续计时，计入。' },
  'working-day': { en: 'A working day: it counts.', zh: '工作日，计入。' },
  'calendar-day': { en: 'A calendar day: it counts.', zh: '自然日，计入。' },
  'make-up-day': { en: 'Worked to make up for a holiday: it counts.', zh: '调休上班日，计入。' },
  'part-of-day': {
    en: 'Working hours of the part of a day: they count.',
    zh: '不足一日部分的工作时间，计入。',
  },
  'outside-hours': { en: 'Outside working hours: not counted.', zh: '非工作时间，不计入。' },
  'rest-day': { en: 'A day of rest: not counted.', zh: '休息日，不计入。' },
  holiday: { en: 'A holiday: not counted.', zh: '节假日，不计入。' },
  paused: { en: 'Paused: not counted.', zh: '中止计时，不计入。' },
  'start-day': { en: 'The day it began: not counted.', zh: '起算当日，不计入。' },
  'rolled-forward': {
    en: 'The last day is one of rest: it is due on the next working day.',
    zh: '最后一日为休息日，顺延至下一工作日。',
  },
  'set-moment': {
    en: 'Not counted: the moment was set where the case comes from, or is that of another report of the same thing.',
    zh: '未经推算：到期时间由来源系统给定，或沿用并案案件的到期时间。',
  },
  'rules-unknown': {
    en: 'The rules by which it was counted are not on record here any more.',
    zh: '当时据以计算的时限规则已无记录。',
  },
};

/** With the name of a holiday, or of what a make-up day makes up for, as the calendar calls it. */
export const sentenceOf = ({ why, name }: Stretch): LocalizedText => {
  const { en, zh } = sentences[why];
  return name === undefined ? { en, zh } : { en: `${name}. ${en}`, zh: `${name}：${zh}` };
};
