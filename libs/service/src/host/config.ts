/** The environment, read once: every mistake in it is named in one message. */
import { counted, type LocalizedText } from '@mulin/kernel';
import type { z } from 'zod';
import { complaintText } from '../http/validation-errors.js';

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

/**
 * Reads the environment by a schema; a variable that is empty is one that is not set.
 *
 * @throws ConfigurationError `environment-wrong`, which names every mistake.
 */
export const readConfig = <Config>(
  schema: z.ZodType<Config>,
  env: Readonly<Record<string, string | undefined>>,
): Config => {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const read = schema.safeParse(set);
  if (read.success) return read.data;
  const mistakes = read.error.issues.map((issue) => {
    const [name, text] = [issue.path.map(String).join('.'), complaintText(issue)];
    return { en: `${name}: ${text.en}`, zh: `${name}：${text.zh}` };
  });
  const places = mistakes.length === 1 ? 'one place' : counted(mistakes.length, 'place');
  throw new ConfigurationError('environment-wrong', {
    en: `The environment is wrong in ${places}: ${mistakes.map(({ en }) => en).join('; ')}`,
    zh: `环境变量有 ${mistakes.length} 处错误：${mistakes.map(({ zh }) => zh).join('；')}`,
  });
};
