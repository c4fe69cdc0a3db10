/** What a pack's files have in English, in Chinese: fields, codes, and what a schema says of a value. */
import type { core } from 'zod';
import { fields, kinds, types, urgencies, values, weekdays } from './chinese-words.js';
import { nearestIssue } from './english.js';

const wordIn = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] ?? code) : code;

/** A role, an urgency, a net, a unit or a clock as people call it; any other code as it is. */
export const inChineseWords = (code: string): string => wordIn(values, wordIn(kinds, code));

const isPath = (word: string): boolean =>
  Object.hasOwn(fields, word.split('.')[0] ?? '') && /^[A-Za-z]+([.[][\w-]+\]?)*$/.test(word);

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
