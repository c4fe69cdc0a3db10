/** What people call the codes of the API. */
import type { LocalizedText } from '@mulin/kernel';

/** How a clock stands. */
export const standings = {
  running: { en: 'running', zh: '计时中' },
  met: { en: 'kept', zh: '按期' },
  breached: { en: 'missed', zh: '超期' },
  cancelled: { en: 'over', zh: '已终止' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

/** How a dispute or a promise stands. */
export const disputeStates = {
  open: { en: 'open', zh: '已受理' },
  assigned: { en: 'with a mediator', zh: '调解中' },
  agreed: { en: 'agreed', zh: '已达成协议' },
  ended: { en: 'over', zh: '已终结' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const namesIn = (
  language: keyof LocalizedText,
  names: Readonly<Record<string, LocalizedText>>,
): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(names).map(([code, name]) => [code, name[language]]));
