/** What is wrong with a town pack: every mistake in its file and place, in the town's two languages. */
import { Rejection, type Sentence } from '@mulin/kernel';
import { z } from 'zod';

export type PackProblem = Readonly<{
  /** A mistake makes the pack unusable; a warning is worth a look. */
  weight: 'mistake' | 'warning';
  file: string;
  /** Which feature, entry or field. */
  at: string;
  sentence: Sentence;
}>;

export const mistake = (file: string, at: string, en: string, zh: string): PackProblem => ({
  weight: 'mistake',
  file,
  at,
  sentence: { en, zh },
});

export const warning = (file: string, at: string, en: string, zh: string): PackProblem => ({
  ...mistake(file, at, en, zh),
  weight: 'warning',
});

export const isMistake = ({ weight }: PackProblem): boolean => weight === 'mistake';

export type Language = keyof Sentence;

/** One line for a reader: file, place, sentence. */
export const lineOf = ({ file, at, sentence }: PackProblem, language: Language = 'en'): string =>
  [file, at, sentence[language]].filter((part) => part !== '').join(language === 'zh' ? ':' : ': ');

const { zhCN, en } = z.locales;

type Read<Value> = Readonly<{ value: Value | null; problems: readonly PackProblem[] }>;

/** By the schema, with a mistake for every field that is not as it must be. `within` is where we are in the file. */
export const readBy = <Value>(
  schema: z.ZodType<Value>,
  json: unknown,
  file: string,
  within = '',
): Read<Value> => {
  const english = schema.safeParse(json, { error: en().localeError });
  if (english.success) return { value: english.data, problems: [] };

  const chinese = schema.safeParse(json, { error: zhCN().localeError }).error?.issues ?? [];
  const problems = english.error.issues.map(({ path, message }, place) => {
    const at = [within, path.map(String).join('.')].filter((part) => part !== '').join(' ');
    return mistake(file, at, message, chinese[place]?.message ?? message);
  });
  return { value: null, problems };
};

/** Refused (`pack-invalid`) with every mistake named; warnings refuse nothing. */
export const refuseMistakes = (problems: readonly PackProblem[]): void => {
  const mistakes = problems.filter(isMistake);
  if (mistakes.length === 0) return;
  const said = (language: Language) =>
    mistakes.map((it) => lineOf(it, language)).join(language === 'zh' ? ';' : '; ');
  throw new Rejection('pack-invalid', { en: said('en'), zh: said('zh') }, 'malformed');
};

/** A part of an area's path, and the id of a micro-grid: letters and digits of any script. */
export const isSlug = (text: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u.test(text);

export const Slug = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u);
export const Path = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]*(\/[\p{L}\p{N}][\p{L}\p{N}._-]*){0,4}$/u);
export const Name = z.strictObject({
  zh: z.string().trim().min(1).max(100),
  en: z.string().trim().min(1).max(100),
});
