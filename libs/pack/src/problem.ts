/** What is wrong with a file of a town pack, in the town's two languages: one shape for every service that reads one. */
import { Rejection, type LocalizedText } from '@mulin/kernel';
import type { z } from 'zod';
import { issueInChinese, placeInChinese } from './chinese.js';
import { formsInChinese, issueInEnglish } from './english.js';

/**
 * A mistake makes the pack unusable: a town does not start with it, whenever it is tried. A warning is about what
 * works and will be missed by somebody; it may depend on the present moment. A note is tolerated, and counted.
 */
export type Severity = 'mistake' | 'warning' | 'note';

/** Where on the ground and how much of it, or when. */
export type Where = Readonly<{
  place?: Readonly<{ lat: number; lon: number }>;
  squareMetres?: number;
  metres?: number;
  /** RFC 3339; `null` is open. */
  since?: string | null;
  until?: string | null;
}>;

/** One thing that is wrong with a pack, with its place. */
export type PackProblem = Readonly<{
  severity: Severity;
  /** Stable, kebab-case: for programs. */
  code: string;
  file: string;
  /** Which feature, entry or field. */
  at: string;
  sentence: LocalizedText;
}> &
  Where;

/** The languages in which a problem is said. */
type Language = keyof LocalizedText;

type Say = (code: string, at: string, sentence: LocalizedText, where?: Where) => PackProblem;

const saying =
  (severity: Severity, file: string): Say =>
  (code, at, sentence, where = {}) => ({ severity, code, file, at, sentence, ...where });

/** Makes the problems of one file. */
export const problemsIn = (file: string) => ({
  mistake: saying('mistake', file),
  warning: saying('warning', file),
  note: saying('note', file),
});

/** Whether a problem keeps a town from starting. */
export const isMistake = ({ severity }: PackProblem): boolean => severity === 'mistake';

/** Where in a file a problem is, for a reader. Default: in English. */
export const placeOf = ({ at }: PackProblem, language: Language = 'en'): string =>
  language === 'zh' ? placeInChinese(at) : at;

/** One line for a reader: file, place, sentence. Default: in English. */
export const lineOf = (problem: PackProblem, language: Language = 'en'): string =>
  [problem.file, placeOf(problem, language), problem.sentence[language]]
    .filter((part) => part !== '')
    .join(language === 'zh' ? '\uFF1A' : ': ');

type Read<Value> = Readonly<{ value: Value | null; problems: readonly PackProblem[] }>;

type Within = Readonly<{
  file: string;
  /** Where in the file the value stands. */
  at?: string;
  /** What schemas of ours say in English, in Chinese. */
  inChinese?: Readonly<Record<string, string>>;
}>;

/** Reads by the schema, with a mistake (`malformed`) for every field that is not as it must be. */
export const readBy = <Value>(
  schema: z.ZodType<Value>,
  json: unknown,
  { file, at: within = '', inChinese = {} }: Within,
): Read<Value> => {
  const english = schema.safeParse(json, { error: issueInEnglish });
  if (english.success) return { value: english.data, problems: [] };

  const problems = english.error.issues.map((issue) => {
    const { path, message } = issue;
    const at = [within, path.map(String).join('.')].filter((part) => part !== '').join(' ');
    const zh = inChinese[message] ?? formsInChinese[message] ?? issueInChinese(issue, json);
    return problemsIn(file).mistake('malformed', at, { en: message, zh });
  });
  return { value: null, problems };
};

/**
 * Refuses where there is any mistake; warnings and notes refuse nothing.
 *
 * @throws `Rejection` `pack-invalid`, with every mistake named.
 */
export const refuseMistakes = (problems: readonly PackProblem[]): void => {
  const mistakes = problems.filter(isMistake);
  if (mistakes.length === 0) return;
  const said = (language: Language, between: string) =>
    mistakes.map((it) => lineOf(it, language)).join(between);
  throw new Rejection('pack-invalid', { en: said('en', '; '), zh: said('zh', '\uFF1B') }, 'malformed');
};
