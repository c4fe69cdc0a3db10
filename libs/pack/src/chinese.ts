/** What a pack's files have in English, in Chinese: fields, codes, and what a schema says of a value. */
import type { core } from 'zod';
import { nearestIssue } from './english.js';

const fields: Readonly<Record<string, string>> = {
  account: '账号',
  after: '超期后',
  amount: '数量',
  atMost: '最多次数',
  attempts: '回访次数',
  area: '所属区域',
  areas: '区域',
  calendar: '日历',
  calendars: '日历',
  callBack: '回访',
  clocks: '时限',
  colours: '风险等级',
  committee: '调委会',
  coordinates: '坐标',
  coveredFrom: '起始日期',
  coveredUntil: '截止日期',
  datum: '坐标系',
  days: '天数',
  en: '英文',
  end: '截止方式',
  every: '周期',
  features: '要素',
  finish: '办结要求',
  first: '首轮开始时间',
  from: '开始时间',
  geometry: '几何图形',
  group: '分组',
  groups: '分组',
  helpers: '协办人员',
  homes: '调解场所',
  hoursBetween: '间隔小时数',
  id: '编号',
  items: '服务事项',
  ladder: '升级阶梯',
  lat: '纬度',
  leaders: '负责人',
  leave: '请假',
  length: '时长',
  lon: '经度',
  members: '网格员',
  microGrids: '微网格',
  name: '名称',
  net: '网',
  office: '对口科室',
  offices: '镇办科室',
  outside: '无归属地点',
  overrides: '特殊日期',
  path: '路径',
  photo: '照片',
  policies: '时限规则',
  policy: '时限规则',
  promises: '承诺时限',
  properties: '属性',
  public: '公共场所',
  publicDays: '公共假日',
  rating: '评价',
  reason: '原因',
  redo: '重办',
  reopen: '重新办理',
  role: '职务',
  segments: '时段',
  share: '比例',
  shift: '班次',
  shifts: '班次',
  source: '来源',
  standIn: '替班人',
  standing: '身份',
  to: '告知对象',
  town: '镇',
  turn: '轮值',
  type: '类型',
  unit: '单位',
  until: '结束时间',
  urgencies: '紧急程度',
  urgency: '紧急程度',
  version: '版本',
  week: '每周工作时间',
  when: '适用时间',
  words: '文字说明',
  zh: '中文',
  zone: '时区',
};

/** What stands before an id, and the clocks of a policy after its own. */
const kinds: Readonly<Record<string, string>> = {
  accept: '受理',
  acknowledge: '签收',
  arbitrate: '协调确定',
  assign: '指派调解员',
  'call-back': '回访',
  confirm: '司法确认',
  consent: '征求意愿',
  contact: '联系',
  danger: '险情',
  heartbeat: '定期反馈',
  help: '协办',
  meet: '首次调解',
  perform: '履行',
  promise: '承诺',
  settle: '调解期限',
  verify: '核查',
  community: '社区',
  complete: '办结',
  feature: '要素',
  grid: '网格',
  item: '项',
  menu: '服务菜单',
  'micro-grid': '微网格',
  net: '网',
  take: '接单',
  town: '镇',
  village: '村',
};

const values: Readonly<Record<string, string>> = {
  applicant: '入党申请人',
  'calendar-day': '个自然日',
  commerce: '商业网',
  'community-secretary': '社区书记',
  complex: '复杂',
  emergency: '特急',
  'grid-leader': '网格长',
  'grid-member': '网格员',
  'hotline-clerk': '热线受理员',
  helper: '协办人员',
  holder: '承办人',
  hour: '小时',
  life: '生活网',
  mediator: '调解员',
  'office-member': '镇办工作人员',
  ordinary: '一般',
  'party-member': '党员',
  production: '生产网',
  'town-leader': '镇领导',
  urgent: '紧急',
  verifier: '核查员',
  'village-committee': '村委会',
  volunteer: '志愿者',
  'working-day': '个工作日',
  'working-hour': '个工作小时',
  'working-minute': '个工作分钟',
  'working-second': '个工作秒',
};

const wordIn = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** A role, an urgency, a net, a unit or a clock as people call it; any other code as it is. */
export const inChineseWords = (code: string): string => wordIn(values, wordIn(kinds, code));

const isPath = (word: string): boolean =>
  Object.hasOwn(fields, word.split('.')[0] ?? '') && /^[A-Za-z]+([.[][\w-]+\]?)*$/.test(word);

const weekdays: Readonly<Record<string, string>> = {
  mon: '周一',
  tue: '周二',
  wed: '周三',
  thu: '周四',
  fri: '周五',
  sat: '周六',
  sun: '周日',
};

/** Under these a field of its own stands in `urgencies`, or in `colours`. */
const urgencies: Readonly<Record<string, string>> = {
  red: '红色',
  yellow: '黄色',
  green: '绿色',
  emergency: '特急',
  urgent: '紧急',
  ordinary: '一般',
  complex: '复杂',
};

const partInChinese = (part: string): string => {
  if (/^\d+$/.test(part)) return `第${Number(part) + 1}项`;
  const days = part.split('-');
  return days.every((day) => Object.hasOwn(weekdays, day))
    ? days.map((day) => weekdays[day]).join('至')
    : wordIn(urgencies, wordIn(fields, part));
};

/** `features.3.properties.net`: the fourth of the features, and in it the field. */
const pathInChinese = (path: string): string =>
  path
    .split(/[.[\]]+/)
    .filter((part) => part !== '')
    .map(partInChinese)
    .join('·')
    .replaceAll(/·(第\d+项)/g, '$1');

/** Words of ours stand before an id and at the very end; an id may be any word, and stays as it is. */
const isId = (place: number, words: readonly string[]): boolean =>
  place > 0 && Object.hasOwn(kinds, words[place - 1] ?? '') && words[place - 1] !== 'menu';

const wordInChinese = (word: string, place: number, words: readonly string[]): string => {
  if (isId(place, words)) return word;
  if (Object.hasOwn(kinds, word)) return kinds[word] ?? word;
  if (word.endsWith(',')) return `${wordInChinese(word.slice(0, -1), place, words)},`;
  return isPath(word) ? pathInChinese(word) : word;
};

/** Where a problem is, said in Chinese. */
export const placeInChinese = (at: string): string =>
  at
    .split(' ')
    .map(wordInChinese)
    .join(' ')
    .replaceAll('服务菜单 项', '服务事项')
    .replaceAll(/,\s?/g, '、')
    .replace(/ \((.*)\)/, '（$1）');

const types: Readonly<Record<string, string>> = {
  array: '列表',
  boolean: '是或否',
  date: '日期',
  int: '整数',
  null: '空值',
  number: '数字',
  object: '对象',
  record: '对象',
  string: '文本',
  tuple: '列表',
};

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    json,
  );

const sizeInChinese = (origin: string, limit: string): string =>
  origin === 'string' ? `${limit} 个字符` : origin === 'number' || origin === 'int' ? limit : `${limit} 项`;

const bounds = {
  too_small: ({ origin, minimum, inclusive }: core.$ZodIssueTooSmall): string => {
    if (origin !== 'number' && Number(minimum) === 1) return '不能为空';
    return `须${inclusive === false ? '大于' : '不小于'} ${sizeInChinese(origin, String(minimum))}`;
  },
  too_big: ({ origin, maximum, inclusive }: core.$ZodIssueTooBig): string =>
    `须${inclusive === false ? '小于' : '不大于'} ${sizeInChinese(origin, String(maximum))}`,
};

const formats: Readonly<Record<string, string>> = {
  datetime: '须为带时区的日期和时间，例如 2026-03-01T00:00:00+08:00',
  date: '须为日期，例如 2026-03-01',
};

/** A value as it must be written, and what it means. */
const explained = (code: string): string => {
  const word = inChineseWords(code);
  return word === code ? code : `${code}（${word}）`;
};

const chosen = ({ path, values }: core.$ZodIssueInvalidValue, json: unknown): string =>
  valueAt(json, path) === undefined
    ? '缺少此项'
    : `须为下列之一：${values.map(String).map(explained).join('、')}`;

const formatted = ({ format }: core.$ZodIssueInvalidStringFormat): string =>
  Object.hasOwn(formats, format) ? wordIn(formats, format) : '格式不正确';

/** What is wrong with the form of several that fits best, after the name of its field. */
const ofForms = (issue: core.$ZodIssue, json: unknown): string | undefined => {
  const nearest = issue.code === 'invalid_union' ? nearestIssue(issue.errors) : undefined;
  if (nearest === undefined) return undefined;
  const said = issueInChinese({ ...nearest, path: [...issue.path, ...nearest.path] }, json);
  return nearest.path.length === 0 ? said : `${pathInChinese(nearest.path.join('.'))}${said}`;
};

/** What a schema finds wrong with a value, in Chinese: zod's own words for it have English in them. */
export const issueInChinese = (issue: core.$ZodIssue, json: unknown): string => {
  switch (issue.code) {
    case 'invalid_type':
      return valueAt(json, issue.path) === undefined ? '缺少此项' : `须为${wordIn(types, issue.expected)}`;
    case 'invalid_value':
      return chosen(issue, json);
    case 'unrecognized_keys':
      return `无法识别的字段：${issue.keys.join('、')}`;
    case 'too_small':
      return bounds.too_small(issue);
    case 'too_big':
      return bounds.too_big(issue);
    case 'invalid_format':
      return formatted(issue);
    default:
      return ofForms(issue, json) ?? '内容不符合要求';
  }
};
