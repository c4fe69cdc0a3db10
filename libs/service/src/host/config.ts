/** The environment, read once: every mistake in it is named in one message. */
import { counted, type LocalizedText } from '@mulin/kernel';
import type { z } from 'zod';
import { complaintText } from '../http/validation-errors.js';
import { readSecretFiles } from './secret-files.js';

/** What was configured cannot be: one sentence for whoever started the program; its message is the English one. */
export class ConfigurationError extends Error {
  override readonly name = 'Misconfigured';

  /** @param code stable, kebab-case: which mistake it is. */
  constructor(
    readonly code: string,
    readonly sentence: LocalizedText,
  ) {
    super(sentence.en);
  }
}

type Variables = Readonly<Record<string, string | undefined>>;
type Mistake = Readonly<{ name: string; text: LocalizedText }>;

const refuse = (found: readonly Mistake[]): never => {
  const mistakes = found.map(({ name, text }) => ({
    en: `${name}: ${text.en}`,
    zh: `${name}：${text.zh}`,
  }));
  const places = mistakes.length === 1 ? 'one place' : counted(mistakes.length, 'place');
  throw new ConfigurationError('environment-wrong', {
    en: `The environment is wrong in ${places}: ${mistakes.map(({ en }) => en).join('; ')}`,
    zh: `环境变量有 ${mistakes.length} 处错误：${mistakes.map(({ zh }) => zh).join('；')}`,
  });
};

/**
 * Reads the environment by a schema; a variable that is empty is one that is not set. A secret may be given as
 * `NAME_FILE`, the file in which it lies (`secret-files.ts` says which); the schema sees it as `NAME`.
 *
 * @throws ConfigurationError `environment-wrong`, which names every mistake, and nothing of what a variable or a file
 *   holds.
 */
export const readConfig = <Config>(schema: z.ZodType<Config>, env: Variables): Config => {
  const { variables, mistakes, givenAs } = readSecretFiles(env);
  const set = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(set);
  if (read.success && mistakes.length === 0) return read.data;
  const ofFiles = new Set(mistakes.map(({ name }) => name));
  const ofValues = (read.error?.issues ?? []).map((issue) => {
    const name = issue.path.map(String).join('.');
    return { name: givenAs.get(name) ?? name, text: complaintText(issue) };
  });
  // What could not be read is not complained of once more, as something that is missing.
  return refuse([...mistakes, ...ofValues.filter(({ name }) => !ofFiles.has(name))]);
};

/**
 * The environment with each secret that was given as `NAME_FILE` in its place, for a program that checks its variables
 * by itself.
 *
 * @throws ConfigurationError `environment-wrong`, as `readConfig`.
 */
export const withSecretFiles = (env: Variables): Variables => {
  const { variables, mistakes } = readSecretFiles(env);
  return mistakes.length === 0 ? variables : refuse(mistakes);
};
