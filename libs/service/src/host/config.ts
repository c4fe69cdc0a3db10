/** The environment, read once: every mistake in it is named in one message. */
import type { z } from 'zod';

/** What was configured cannot be; the message is for whoever started the program. */
export class ConfigurationError extends Error {
  override readonly name = 'Misconfigured';
}

/**
 * Reads the environment by a schema; a variable that is empty is one that is not set.
 *
 * @throws `ConfigurationError` that names every mistake in one message.
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
  const mistakes = read.error.issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`);
  const places = mistakes.length === 1 ? 'one place' : `${mistakes.length} places`;
  throw new ConfigurationError(`The environment is wrong in ${places}: ${mistakes.join('; ')}`);
};
