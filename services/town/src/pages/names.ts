/** What people call the codes of the API. */
import type { LocalizedText } from '@mulin/kernel';

/** How a clock stands. */
export const standings = {
  running: { en: 'running', zh: '计时中' },
  met: { en: 'kept', zh: '按期' },
  breached: { en: 'missed', zh: '超期' },
  cancelled: { en: 'over', zh: '已终止' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const namesIn = (
  language: keyof LocalizedText,
  names: Readonly<Record<string, LocalizedText>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(names).map(([code, name]) => [code, name[language]]));
