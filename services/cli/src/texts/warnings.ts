/** What `mulin warnings` says, in both languages. */
import type { LocalizedText } from '@mulin/kernel';

const en = {
  about: 'what comes again, what rises, and what is likely to be late',
  heads: ['what', 'cases', 'how likely', 'numbers', ''],
  none: 'There is nothing to warn of.',
  asOf: (at: string) => `As things stood at ${at}.`,
  at: 'as things stood at this moment',
  what: {
    'repeated-by-place': 'again at one place',
    'repeated-by-person': 'again by one person',
    rising: 'rising in a week',
    burst: 'many in a day',
    'likely-late': 'likely to be late',
  },
};

const zh: typeof en = {
  about: '重复反映、明显增多和可能超期的预警',
  heads: ['类型', '案件数', '超期概率', '编号', ''],
  none: '没有需要预警的情况。',
  asOf: (at) => `截至 ${at}。`,
  at: '按该时刻的情况',
  what: {
    'repeated-by-place': '同一地点重复',
    'repeated-by-person': '同一人重复',
    rising: '一周内增多',
    burst: '一天内集中',
    'likely-late': '可能超期',
  },
};

const texts: Readonly<Record<keyof LocalizedText, typeof en>> = { en, zh };

export const warningsIn = (language: keyof LocalizedText): typeof en => texts[language];
