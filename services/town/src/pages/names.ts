/** What people call the codes of the API. */
import type { addressees } from '@mulin/contracts';
import type { LocalizedText } from '@mulin/kernel';
import type { clockNames } from '@mulin/pack';

type Words<Code extends string> = Readonly<Record<Code, LocalizedText>>;

export const states = {
  registered: { en: 'registered', zh: '待受理' },
  offered: { en: 'offered', zh: '待接单' },
  taken: { en: 'taken', zh: '已接单' },
  'with-arbiter': { en: 'with the secretary', zh: '待协调确定' },
  finished: { en: 'to be verified', zh: '待核查' },
  verified: { en: 'to be called back', zh: '待回访' },
  closed: { en: 'closed', zh: '已办结' },
  declined: { en: 'declined', zh: '不予受理' },
  withdrawn: { en: 'withdrawn', zh: '已撤回' },
  merged: { en: 'merged', zh: '已并案' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export const ladder = {
  'hotline-clerk': { en: 'hotline clerk', zh: '热线受理台' },
  verifier: { en: 'verifier', zh: '核查员' },
  'grid-member': { en: 'grid member', zh: '网格员' },
  'grid-leader': { en: 'grid leader', zh: '网格长' },
  'village-committee': { en: 'village committee', zh: '村委会' },
  'community-secretary': { en: 'community secretary', zh: '社区书记' },
  'town-leader': { en: 'town leader', zh: '镇领导' },
} as const satisfies Words<(typeof addressees)[number]>;

/** The first part of a clock's name. */
export const clocks = {
  accept: { en: 'accept', zh: '受理' },
  take: { en: 'take', zh: '接单' },
  arbitrate: { en: 'decide who answers', zh: '协调确定' },
  complete: { en: 'complete', zh: '办结' },
  contact: { en: 'get in touch', zh: '联系' },
  heartbeat: { en: 'regular report', zh: '定期反馈' },
  help: { en: 'help', zh: '协办' },
  verify: { en: 'verify', zh: '核查' },
  'call-back': { en: 'call back', zh: '回访' },
  acknowledge: { en: 'answer of the secretary', zh: '签收' },
} as const satisfies Words<(typeof clockNames)[number]>;

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
