/** What a schema says of a value, in English, and how what people choose freely is written, in both languages. */
import type { core } from 'zod';

/**
 * How ids and names are written: the messages of their patterns, with their Chinese. zod would show the pattern,
 * which clerks do not read.
 */
export const forms = {
  account: {
    en: 'must be an account: up to 400 characters without spaces',
    zh: '账号须为400个以内的字符，不含空格',
  },
  word: {
    en: 'must be a short name of a-z, 0-9 and single dashes, and begin with a letter',
    zh: '须由小写字母、数字和连字符组成，以字母开头',
  },
  town: {
    en: 'must begin with a-z and hold a-z, 0-9 and dashes, 31 characters at most',
    zh: '须以小写字母开头，由小写字母、数字和连字符组成，不超过31个字符',
  },
  slug: {
    en: 'must begin with a letter or digit of any script and hold these, “.”, “_” and “-”, 64 characters at most',
    zh: '须以文字或数字开头，由文字、数字、“.”、“_”、“-”组成，不超过64个字符',
  },
  tiles: {
    en: 'must be an address of pictures with {z}, {x} and {y}, which begins with https:// or /',
    zh: '须为含 {z}、{x}、{y} 的瓦片地址，以 https:// 或 / 开头',
  },
  path: {
    en: 'must be an area from the town down, such as mu/dongguan/hetou',
    zh: '须为自镇向下的路径（镇/社区/村/网格/微网格）',
  },
} as const;

/** The messages of `forms`, in Chinese. */
export const formsInChinese: Readonly<Record<string, string>> = Object.fromEntries(
  Object.values(forms).map(({ en, zh }) => [en, zh]),
);

const types: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  date: 'a date',
  int: 'a whole number',
  number: 'a number',
  object: 'an object',
  record: 'an object',
  string: 'text',
  tuple: 'a list',
};

const formats: Readonly<Record<string, string>> = {
  datetime: 'must be a time with its offset, such as 2026-03-01T00:00:00+08:00',
  date: 'must be a date, such as 2026-03-01',
};

const counted = (origin: string, limit: string): string => {
  if (origin === 'number' || origin === 'int') return limit;
  const one = origin === 'string' ? 'character' : 'entry';
  const several = origin === 'string' ? 'characters' : 'entries';
  return `${limit} ${limit === '1' ? one : several}`;
};

const sized = (issue: core.$ZodRawIssue<core.$ZodIssueTooSmall | core.$ZodIssueTooBig>): string => {
  const { origin, inclusive } = issue;
  const isStrict = inclusive === false;
  if (issue.code === 'too_big')
    return `must be ${isStrict ? 'less than' : 'at most'} ${counted(origin, String(issue.maximum))}`;
  if (origin !== 'number' && Number(issue.minimum) === 1) return 'must not be empty';
  return `must be ${isStrict ? 'more than' : 'at least'} ${counted(origin, String(issue.minimum))}`;
};

/** By the number of what is wrong; of two alike the one that has at least the right type. */
const farness = (issues: readonly core.$ZodIssue[]): number =>
  issues.length + (issues[0]?.code === 'invalid_type' ? 0.5 : 0);

/** Of the several forms that a value may have, the first thing wrong with the one that fits best. */
export const nearestIssue = (forms: readonly (readonly core.$ZodIssue[])[]): core.$ZodIssue | undefined =>
  [...forms].sort((one, other) => farness(one) - farness(other))[0]?.[0];

const typed = ({ input, expected }: core.$ZodRawIssue<core.$ZodIssueInvalidType>): string =>
  input === undefined ? 'is missing' : `must be ${types[expected] ?? expected}`;

const ofForms = (issue: core.$ZodRawIssue): string | undefined => {
  const nearest = issue.code === 'invalid_union' ? nearestIssue(issue.errors) : undefined;
  return nearest && [...nearest.path, nearest.message].join(' ');
};

/**
 * A sentence for people of what a schema finds wrong with a value, for `error` of a parse: what would be right, and
 * nothing of zod's types. A schema's own message comes before it.
 */
export const issueInEnglish = (issue: core.$ZodRawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return typed(issue);
    case 'invalid_value':
      return issue.input === undefined
        ? 'is missing'
        : `must be one of: ${issue.values.map(String).join(', ')}`;
    case 'unrecognized_keys':
      return `has no field that is called ${issue.keys.join(', ')}`;
    case 'too_small':
    case 'too_big':
      return sized(issue);
    case 'invalid_format':
      return formats[issue.format] ?? 'has the wrong form';
    case 'invalid_key':
      return issue.issues[0]?.message ?? 'has the wrong form';
    default:
      return ofForms(issue) ?? 'is not as it must be';
  }
};
