/** A first mapping for a file that nobody has described yet: from the names of its columns, and from what is in them. */
import { looksPersonal } from '@mulin/kernel';
import type { Mapping } from './mapping.js';
import type { Opened } from './read-file.js';
import type { SourceRow } from './row.js';
import { timeReader } from './times.js';

type Role = keyof Mapping['columns'];
type Guessed = Readonly<{ name: string; guess: Role | null }>;
/** A first mapping, and what each column was taken for. */
export type Suggestion = Readonly<{ mapping: Record<string, unknown>; columns: readonly Guessed[] }>;

const sampleRows = 200;
const wordsAtMost = 40;

/** What heads say, the surest first. Each role is given to one column, `words` to several. */
const heads: readonly (readonly [Role, RegExp])[] = [
  ['dueAt', /期限|时限|截止|到期|应办结|due|target|deadline|expected|sla.*(date|time)/i],
  [
    'closedAt',
    /办结时|办结日|结案|完成时|完成日|关闭|答复时|回复时|答复日|closed|close.?d|resolved|completed|replied|end.?(date|time)/i,
  ],
  [
    'reportedAt',
    /来电时|来电日|受理时|受理日|反映时|登记时|登记日|诉求时|创建时|提交时|上报时|接件时|写信时|来信时|opened|open.?(dt|date|time)|created|requested|reported|received|submitted|start.?(date|time)/i,
  ],
  ['claim', /是否(超时|逾期|按时|超期)|按期|按时|超时情况|on.?time|overdue|sla.?status/i],
  ['phone', /电话|手机|联系方式|来电号码|主叫|phone|mobile|tel\b|telephone/i],
  ['person', /姓名|诉求人|来电人|反映人|市民|群众|联系人|申请人|投诉人|user|caller|customer|reporter|name$/i],
  ['lat', /纬度|^lat|latitude|^y$|y坐标|坐标y/i],
  ['lon', /经度|^lon|^lng|longitude|^x$|x坐标|坐标x/i],
  ['address', /地址|地点|位置|事发地|address|location|street|place/i],
  ['channel', /来源|渠道|途径|方式|channel|source|method/i],
  ['menuItem', /类别|类型|分类|事项|category|type|reason|service.?name/i],
  [
    'id',
    /编号|单号|工单|流水|案号|件号|序列号|^(?:id|_id|guid|uuid)$|case.?(id|no|number|enquiry)|ticket|request.?(id|no|number)|unique.?key|number$|_id$/i,
  ],
  [
    'words',
    /内容|诉求|描述|标题|主题|事由|详情|问题|正文|description|title|subject|details|body|text|comment|complaint|request|message/i,
  ],
];

type Column = Readonly<{ name: string; values: readonly string[]; filled: number }>;

const textOf = (value: unknown): string =>
  value instanceof Date
    ? value.toISOString()
    : typeof value === 'string' || typeof value === 'number'
      ? String(value).trim()
      : '';

const share = ({ values }: Column, isSo: (value: string) => boolean): number =>
  values.length === 0 ? 0 : values.filter(isSo).length / values.length;

const mostly = 0.7;

/** Each means something to whoever made the file, and comes again and again. */
const isOfFewWords = (column: Column): boolean => {
  const words = new Set(column.values);
  return (
    words.size <= Math.max(8, column.values.length / 3) &&
    share(column, (value) => value.length <= 40) > mostly
  );
};

/** Whether what stands in a column may be what its head says. */
const fits = (role: Role, column: Column, isTime: (value: string) => boolean): boolean => {
  const isNumber = (most: number) => (value: string) => value !== '' && Math.abs(Number(value)) <= most;
  if (column.values.length === 0) return true;
  switch (role) {
    case 'reportedAt':
    case 'closedAt':
    case 'dueAt':
      return share(column, isTime) >= mostly;
    case 'lat':
      return share(column, isNumber(90)) >= mostly;
    case 'lon':
      return share(column, isNumber(180)) >= mostly;
    case 'phone':
      return (
        share(column, (value) => /\d{5,}|\*{3,}/.test(value.normalize('NFKC').replaceAll(/[\s()-]/g, ''))) >=
        0.5
      );
    case 'claim':
    case 'channel':
    case 'menuItem':
      return isOfFewWords(column);
    case 'id':
      return new Set(column.values).size === column.values.length && share(column, isTime) < mostly;
    default:
      return share(column, isTime) < mostly;
  }
};

const sampleOf = async ({ head, lines }: Opened): Promise<readonly Column[]> => {
  const rows: SourceRow[] = [];
  for await (const line of lines()) {
    if ('row' in line) rows.push(line.row);
    if (rows.length === sampleRows) break;
  }
  const names = head?.names ?? rows.flatMap((row) => Object.keys(row));
  return [...new Set(names)]
    .filter((name) => name !== '')
    .map((name) => {
      const values = rows.map((row) => textOf(row[name])).filter((value) => value !== '');
      return { name, values, filled: values.length };
    });
};

type Roles = Map<Role, string[]>;

/** By the heads first; what is left, by the content alone. */
const rolesOf = (columns: readonly Column[], isTime: (value: string) => boolean): Roles => {
  const roles: Roles = new Map();
  const isGiven = (name: string) => [...roles.values()].some((names) => names.includes(name));
  const give = (role: Role, name: string) => roles.set(role, [...(roles.get(role) ?? []), name]);
  for (const [role, head] of heads) {
    const candidates = columns.filter(
      (it) => !isGiven(it.name) && head.test(it.name) && fits(role, it, isTime),
    );
    for (const { name } of role === 'words' ? candidates : candidates.slice(0, 1)) give(role, name);
  }
  const left = (isSo: (column: Column) => boolean) => columns.find((it) => !isGiven(it.name) && isSo(it));
  const instead: readonly (readonly [Role, (column: Column) => boolean])[] = [
    ['id', (it) => it.filled > 0 && fits('id', it, isTime)],
    ['reportedAt', (it) => it.filled > 0 && fits('reportedAt', it, isTime)],
    ['words', (it) => share(it, (value) => value.length > 8) >= 0.5],
  ];
  for (const [role, isSo] of instead) {
    const column = roles.has(role) ? undefined : left(isSo);
    if (column) give(role, column.name);
  }
  return roles;
};

const slug = (file: string): string =>
  file
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 63) || 'hotline';

/** What stands in a column of few words, for a person to say what each means. */
const wordsIn = (columns: readonly Column[], name: string | undefined): readonly string[] => {
  const words = [...new Set(columns.find((it) => it.name === name)?.values ?? [])];
  return words.length > wordsAtMost || words.some(looksPersonal) ? [] : words;
};

const late = /^(?:逾期|超时|超期|已逾期|已超时|已超期|未按时|未按期|overdue|late|breached)$/i;
const timely = /^(?:按时|按期|未超时|未逾期|未超期|ontime|on time|met|in time)$/i;
const yes = /^(?:是|true|y|yes)$/i;
const no = /^(?:否|false|n|no)$/i;

/** Which word says that it was in time, where the head asks a question that is answered by yes or no. */
const yesMeans = (head: string): 'met' | 'breached' | null => {
  const asksLate = /超时|逾期|超期|overdue|late|breach/i.test(head);
  const asksTimely = /按时|按期|on.?time|in.?time/i.test(head);
  if (asksLate === asksTimely || /[未不非]|not/i.test(head)) return null;
  return asksLate ? 'breached' : 'met';
};

/** Words that say of themselves what they mean; yes and no by what the head asks. */
const claimsOf = (head: string, words: readonly string[]): Record<string, string> => {
  const ofYes = yesMeans(head);
  const meaningOf = (word: string): string | null => {
    if (timely.test(word)) return 'met';
    if (late.test(word)) return 'breached';
    if (ofYes === null) return null;
    if (yes.test(word)) return ofYes;
    if (!no.test(word)) return null;
    return ofYes === 'met' ? 'breached' : 'met';
  };
  return Object.fromEntries(
    words.flatMap((word) => {
      const meaning = meaningOf(word);
      return meaning === null ? [] : [[word, meaning] as const];
    }),
  );
};

/** Only where the head says whose map it is; `null`: it does not. */
const datumIn = (head: string): string | null => {
  if (/百度|baidu|bd-?_?09/i.test(head)) return 'BD-09';
  return /高德|腾讯|火星|amap|gcj/i.test(head) ? 'GCJ-02' : null;
};

type Known = Readonly<{
  file: string;
  format: 'csv' | 'jsonl' | 'xlsx';
  zone: string;
  /** The local time of the call: by then the file had been exported. */
  asOf: string;
}>;

/** In the order in which a person would write them. */
const order: readonly Role[] = [
  'id',
  'reportedAt',
  'closedAt',
  'dueAt',
  'claim',
  'words',
  'lat',
  'lon',
  'address',
  'person',
  'phone',
  'channel',
  'menuItem',
];

/** The mapping is a beginning: a person reads it, says what words mean, and tries it with `import --dry-run`. */
export const suggest = async (opened: Opened, { file, format, zone, asOf }: Known): Promise<Suggestion> => {
  const read = timeReader(zone);
  const isTime = (value: string) => {
    const time = read(value);
    return !('code' in time) || time.code === 'day-or-month';
  };
  const columns = await sampleOf(opened);
  const roles = rolesOf(columns, isTime);
  const first = (role: Role) => roles.get(role)?.[0];
  const datum = datumIn(`${first('lat') ?? ''} ${first('lon') ?? ''}`);
  const roleOf = (name: string) => [...roles].find(([, names]) => names.includes(name))?.[0] ?? null;
  const named = order.flatMap((role) => {
    const names = roles.get(role);
    return names === undefined ? [] : [[role, role === 'words' ? names : names[0]] as const];
  });
  return {
    columns: columns.map(({ name }) => ({ name, guess: roleOf(name) })),
    mapping: {
      name: slug(file),
      format,
      zone,
      mode: 'archive',
      asOf,
      ...(datum === null ? {} : { datum }),
      columns: Object.fromEntries(named),
      claims: claimsOf(first('claim') ?? '', wordsIn(columns, first('claim'))),
      channels: { default: 'hotline-12345', of: {} },
      menuItems: { default: 'consultation', of: {} },
    },
  };
};
