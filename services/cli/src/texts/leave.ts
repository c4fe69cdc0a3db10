/** What `mulin leave` says, in both languages. */
import type { LocalizedText } from '@mulin/kernel';

const en = {
  about: 'who is away: list; add ACCOUNT; end ACCOUNT (or the id of one leave)',
  standIn: 'the account that has all their duties meanwhile',
  nobody: 'that nobody stands in is meant so',
  from: 'from this moment on, such as 2026-03-05T08:00:00+08:00 (default: now)',
  until: 'until this moment, such as 2026-03-05T08:00:00+08:00 (default: until further notice)',
  heads: ['account', 'name', 'from', 'until', 'stands in', '', 'id'],
  openEnd: 'further notice',
  nobodyStandsIn: 'nobody',
  away: 'away',
  ahead: 'ahead',
  ofThePack: 'rosters.json',
  none: 'Nobody is away, and nobody will be as far as it is known.',
  name: ({ en: name }: LocalizedText) => name,
  usage: 'leave takes list, add ACCOUNT or end ACCOUNT.',
  notAway: (name: string) => `No leave of ${name} was recorded that goes on or lies ahead.`,
  several: (name: string) => `${name} has several leaves: name one by its id.`,
};

const zh: typeof en = {
  about: '请假：`list` 查看，`add` 账号 登记，`end` 账号（或请假编号）提前销假',
  standIn: '替班人账号，期间承担其全部职责',
  nobody: '注明确无替班人',
  from: '开始时间，例如 2026-03-05T08:00:00+08:00（默认现在）',
  until: '结束时间，例如 2026-03-05T08:00:00+08:00（默认至另行通知）',
  heads: ['账号', '姓名', '开始', '结束', '替班人', '', '编号'],
  openEnd: '另行通知',
  nobodyStandsIn: '无人替班',
  away: '请假中',
  ahead: '未开始',
  ofThePack: 'rosters.json',
  none: '当前及已知的今后无人请假。',
  name: ({ zh: name }) => name,
  usage: '`leave` 的用法：`list`、`add` 账号、`end` 账号。',
  notAway: (name) => `没有 ${name} 正在进行或即将开始的请假登记。`,
  several: (name) => `${name} 有多次请假，请用请假编号指定。`,
};

const texts: Readonly<Record<keyof LocalizedText, typeof en>> = { en, zh };

export const leaveIn = (language: keyof LocalizedText): typeof en => texts[language];
