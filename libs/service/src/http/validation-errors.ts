/** One sentence that names every field that is not as its schema wants it, in two languages. */
import { Rejection, type LocalizedText } from '@mulin/kernel';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;

/** Fields that one sentence names: more than anybody corrects at once. */
const most = 20;

const size = (origin: string, limit: number | bigint, least: boolean): LocalizedText => {
  const [en, zh] = least ? ['at least', '至少'] : ['at most', '至多'];
  const plural = Number(limit) === 1 ? '' : 's';
  if (origin === 'string') return { en: `${en} ${limit} character${plural}`, zh: `${zh} ${limit} 个字符` };
  if (origin === 'array' || origin === 'set')
    return { en: `${en} ${limit} item${plural}`, zh: `${zh} ${limit} 项` };
  return { en: `${en} ${limit}`, zh: `${zh} ${limit}` };
};

const words: Readonly<Record<string, LocalizedText>> = {
  string: { en: 'must be text', zh: '应为文本' },
  number: { en: 'must be a number', zh: '应为数字' },
  int: { en: 'must be a whole number', zh: '应为整数' },
  boolean: { en: 'must be true or false', zh: '应为 true 或 false' },
  array: { en: 'must be a list', zh: '应为列表' },
  object: { en: 'must be an object', zh: '应为对象' },
  record: { en: 'must be an object', zh: '应为对象' },
  null: { en: 'must be null', zh: '应为空值' },
};

const formats: Readonly<Record<string, LocalizedText>> = {
  uuid: { en: 'must be a UUID', zh: '应为 UUID' },
  datetime: { en: 'must be a time with its offset (RFC 3339)', zh: '应为带时区的时间（RFC 3339）' },
};

const listed = (values: readonly unknown[], between = ', '): string => values.map(String).join(between);

/** What schemas say of their own, in Chinese, by its English. */
const chinese = new Map<string, string>();

/**
 * The message of a check in a schema (`regex`, `refine`, …), which people read in either language.
 *
 * @returns the English, as zod takes it; the Chinese is said wherever zod answers with this message.
 */
export const inBothLanguages = (en: string, zh: string): string => {
  chinese.set(en, zh);
  return en;
};

type Complaints = {
  readonly [Code in Issue['code']]?: (issue: Extract<Issue, { code: Code }>) => LocalizedText;
};

const complaints: Complaints = {
  invalid_type: ({ expected }) => words[expected] ?? { en: `must be ${expected}`, zh: '类型不对' },
  too_small: ({ origin, minimum }) => size(origin, minimum, true),
  too_big: ({ origin, maximum }) => size(origin, maximum, false),
  invalid_format: ({ format }) => formats[format] ?? { en: 'has the wrong form', zh: '格式不对' },
  invalid_value: ({ values }) => ({
    en: `must be one of: ${listed(values)}`,
    zh: `只能是：${listed(values, '、')}`,
  }),
  invalid_union: () => ({ en: 'fits none of the allowed forms', zh: '不符合任何一种允许的形式' }),
};

/** Not what zod would say: a sentence for people, and nothing of what was sent. */
export const complaintText = (issue: Issue): LocalizedText => {
  const own = chinese.get(issue.message);
  if (own !== undefined) return { en: issue.message, zh: own };
  // Each complaint is typed by its own code, which is the key it was found by.
  const complain = complaints[issue.code] as ((issue: Issue) => LocalizedText) | undefined;
  return complain?.(issue) ?? { en: 'is not allowed', zh: '不被接受' };
};

const nameOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');

const partsOf = (issue: Issue, whole: LocalizedText): readonly LocalizedText[] => {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => {
      const name = nameOf([...issue.path, key]).slice(0, 100);
      return { en: `${name} (no such field)`, zh: `${name}（没有此字段）` };
    });
  const { en, zh } = complaintText(issue);
  const name = nameOf(issue.path);
  return [{ en: `${name || whole.en} (${en})`, zh: `${name || whole.zh}（${zh}）` }];
};

/**
 * One sentence that names at most 20 fields and how they should be, and nothing of what was sent.
 *
 * @param whole how the value itself is called. Default: the request.
 */
export const validationErrorsText = (
  issues: readonly Issue[],
  whole: LocalizedText = { en: 'the request', zh: '请求' },
): LocalizedText => {
  const parts = issues.flatMap((issue) => partsOf(issue, whole));
  const more = parts.length > most ? parts.length - most : 0;
  const said = parts.slice(0, most);
  return {
    en: `Please correct: ${said.map(({ en }) => en).join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    zh: `请更正：${said.map(({ zh }) => zh).join('；')}${more > 0 ? `；另有 ${more} 处` : ''}。`,
  };
};

/** The refusal of what does not fit its schema: code `malformed` (400). */
export const validationErrors = (issues: readonly Issue[]): Rejection =>
  new Rejection('malformed', validationErrorsText(issues), 'malformed');
