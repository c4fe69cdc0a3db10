/** What `mulin clocks` says, in both languages. */
import { counted, type LocalizedText } from '@mulin/kernel';
import { doing } from './words.js';

const en = {
  clocksCheck: {
    sum: (checked: number, agreeing: number, disagreeing: number) =>
      `${counted(checked, 'deadline')} checked: ${doing(agreeing, 'agree')}, ${disagreeing} ${disagreeing === 1 ? 'does' : 'do'} not.`,
    heads: ['id', 'expected', 'computed'],
  },
  clocksExplain: {
    due: (clock: string, due: string, standing: string) => `${clock} · due ${due} · ${standing}`,
    length: (amount: number, unit: string) => `${amount} ${unit}`,
    heads: ['from', 'to', 'counts', 'why'],
    counts: 'yes',
    none: 'This case has no deadlines.',
    units: {
      'working-second': 'working seconds',
      'working-minute': 'working minutes',
      'working-hour': 'working hours',
      'working-day': 'working days',
      'calendar-day': 'calendar days',
      hour: 'hours around the clock',
    },
  },
};

const zh: typeof en = {
  clocksCheck: {
    sum: (checked, agreeing, disagreeing) =>
      `核对时限 ${checked} 条：${agreeing} 条一致，${disagreeing} 条不一致。`,
    heads: ['编号', '应为', '算得'],
  },
  clocksExplain: {
    due: (clock, due, standing) => `${clock} · 到期时间 ${due} · ${standing}`,
    length: (amount, unit) => `${amount} ${unit}`,
    heads: ['开始', '结束', '计入', '原因'],
    counts: '是',
    none: '该案件没有时限。',
    units: {
      'working-second': '工作秒',
      'working-minute': '工作分钟',
      'working-hour': '工作时',
      'working-day': '工作日',
      'calendar-day': '自然日',
      hour: '小时（昼夜连续）',
    },
  },
};

/** In a language. */
export const clocksSayIn = (language: keyof LocalizedText): typeof en => (language === 'zh' ? zh : en);
