/** What `mulin rosters` says, in both languages. */
import type { LocalizedText } from '@mulin/kernel';

const en = {
  about:
    'who is on duty where; a place is the id of a micro-grid, the path of an area, or office: and the id of an office',
  list: 'who is on duty in each place; with --place, each duty there',
  add: 'put somebody on duty in a place, to be asked last there',
  remove: 'take somebody off duty in a place, with all that they do there',
  asInPack: 'go back to what the town pack says of a place',
  place: 'only this place, with each duty there',
  changed: 'only what somebody has changed in the running town',
  role: 'as what, such as grid-member (default: the only role that people have there)',
  onlyRole: 'only what they do there as this, such as grid-member',
  first: 'to be asked first there, and not last',
  shift: 'in these hours, as the town pack calls them (default: round the clock)',
  from: 'from this moment on, such as 2026-03-05T08:00:00+08:00 (default: at once)',
  until: 'until this moment, such as 2026-03-05T08:00:00+08:00 (default: until further notice)',
  empty: 'that nobody is left there is meant so',
  heads: ['place', 'name', 'kind', 'on duty', ''],
  dutyHeads: ['account', 'name', 'role', 'standing', 'shift', 'turn', 'from', 'until'],
  kinds: { 'micro-grid': 'micro-grid', area: 'area', office: 'office' },
  standings: { 'party-member': 'party member', volunteer: 'volunteer', applicant: 'applicant for the party' },
  name: ({ en: name }: LocalizedText) => name,
  title: (name: string, kind: string, place: string) => `${name} (${kind}, ${place})`,
  turn: (days: number, every: number, first: string) => `${days} of every ${every} days from ${first}`,
  fromMoment: (moment: string) => `from ${moment}`,
  untilMoment: (moment: string) => `until ${moment}`,
  within: (name: string, terms: readonly string[]) => `${name} (${terms.join(', ')})`,
  several: (names: readonly string[]) => names.join(', '),
  changedBy: (name: string) => `changed by ${name}`,
  nobody: 'Nobody is on duty here.',
  noneChanged: 'Nothing was changed: all is as the town pack has it.',
  noPlace: '--place takes the id of a micro-grid, the path of an area, or office: and the id of an office.',
  whichRole: (place: string, roles: readonly string[]) =>
    `People have several roles in ${place}: name one by --role: ${roles.join(', ')}.`,
  notThere: (account: string, place: string) => `${account} is not on duty in ${place}.`,
  notThereAs: (account: string, place: string, role: string) =>
    `${account} is not on duty in ${place} as ${role}.`,
};

const zh: typeof en = {
  about: '值班名册：各地由谁值班；地点为微网格编号、区域路径或科室编号（前加 `office` 和冒号）',
  list: '查看各地值班人员；加 `--place` 逐条列出一地的值班安排',
  add: '在一地增加值班人员，派单顺序排在最后',
  remove: '撤下一地的某个值班人员及其在该地的全部安排',
  asInPack: '将一地恢复为镇域配置的值班安排',
  place: '仅此地，逐条列出',
  changed: '仅已调整的',
  role: '角色，例如 `grid-member`（默认为该地唯一的角色）',
  onlyRole: '仅撤下此角色的安排，例如 `grid-member`',
  first: '派单顺序排在最前',
  shift: '班次，按镇域配置的名称（默认全天）',
  from: '开始时间，例如 2026-03-05T08:00:00+08:00（默认立即）',
  until: '结束时间，例如 2026-03-05T08:00:00+08:00（默认至另行通知）',
  empty: '注明确需无人值班',
  heads: ['地点', '名称', '类型', '值班人员', ''],
  dutyHeads: ['账号', '姓名', '角色', '身份', '班次', '轮值', '开始', '结束'],
  kinds: { 'micro-grid': '微网格', area: '区域', office: '科室' },
  standings: { 'party-member': '党员', volunteer: '志愿者', applicant: '入党申请人' },
  name: ({ zh: name }) => name,
  title: (name, kind, place) => `${name}（${kind}，${place}）`,
  turn: (days, every, first) => `每${every}天值${days}天，自 ${first} 起`,
  fromMoment: (moment) => `${moment} 起`,
  untilMoment: (moment) => `${moment} 止`,
  within: (name, terms) => `${name}（${terms.join('，')}）`,
  several: (names) => names.join('、'),
  changedBy: (name) => `已调整，由 ${name} 操作`,
  nobody: '无人值班。',
  noneChanged: '未作调整，均与镇域配置一致。',
  noPlace: '`--place` 后接微网格编号、区域路径或科室编号（前加 `office` 和冒号）。',
  whichRole: (place, roles) => `${place} 有多种角色，请用 \`--role\` 指定：${roles.join('、')}。`,
  notThere: (account, place) => `${account} 不在 ${place} 值班。`,
  notThereAs: (account, place, role) => `${account} 不在 ${place} 以 ${role} 角色值班。`,
};

const texts: Readonly<Record<keyof LocalizedText, typeof en>> = { en, zh };

export const rostersIn = (language: keyof LocalizedText): typeof en => texts[language];
