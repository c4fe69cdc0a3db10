/** Secrets that lie in files, as Docker and Kubernetes hand them to a program: `NAME_FILE` names the file of `NAME`. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LocalizedText } from '@mulin/kernel';

/** Variables that hold a secret, or an address that may hold a password, or certificates. Each may be given as `NAME_FILE`. */
const secretVariables = [
  'MULIN_MASTER_KEY',
  'MULIN_SIGNING_KEY',
  'MULIN_LOCAL_KEY',
  'MULIN_TOKEN',
  'MULIN_SMTP_URL',
  'DATABASE_URL',
  'MULIN_OWNER_URL',
  'REDIS_URL',
  'KAFKA_BROKERS',
  'KAFKA_CA',
  'KAFKA_USERNAME',
  'KAFKA_PASSWORD',
  'KURRENTDB_URL',
] as const;

/** No secret is as large, in bytes: somebody named another file. */
const largest = 65_536;

type Variables = Readonly<Record<string, string | undefined>>;
/** Of one variable, by the name under which it was given. */
type Mistake = Readonly<{ name: string; text: LocalizedText }>;
type Read = Readonly<{
  variables: Variables;
  mistakes: readonly Mistake[];
  /** By which name each variable was given that came from a file, or should have. */
  givenAs: ReadonlyMap<string, string>;
}>;

const absent = (file: string): LocalizedText => ({
  en: `there is no file ${file}`,
  zh: `文件 ${file} 不存在`,
});
const unreadable = (file: string, code: string): LocalizedText => ({
  en: `${file} cannot be read (${code})`,
  zh: `无法读取 ${file}（${code}）`,
});
const empty = (file: string): LocalizedText => ({ en: `${file} is empty`, zh: `文件 ${file} 是空的` });
const noSecret = (file: string): LocalizedText => ({
  en: `${file} cannot be used: it must be one text in UTF-8 of at most ${largest} bytes`,
  zh: `${file} 的内容无效：应为不超过 ${largest} 字节的 UTF-8 文本`,
});
const twice = (name: string): LocalizedText => ({
  en: `stands beside ${name}: give one of the two`,
  zh: `与 ${name} 同时设置：请只保留其一`,
});

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'UNKNOWN';

const textOf = (file: string): Readonly<{ text: string } | { mistake: LocalizedText }> => {
  try {
    if (statSync(file).size > largest) return { mistake: noSecret(file) };
    const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
    // Editors and `echo` end a file with a line break that belongs to no secret.
    const secret = text.replace(/[\r\n]+$/, '');
    return secret.trim() === '' ? { mistake: empty(file) } : { text: secret };
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { mistake: noSecret(file) };
    return { mistake: code === 'ENOENT' ? absent(file) : unreadable(file, code) };
  }
};

const oneOf = (env: Variables, variable: string, file: string) =>
  (env[variable] ?? '') === ''
    ? textOf(path.resolve(env['INIT_CWD'] ?? '', file))
    : { mistake: twice(variable) };

/**
 * The environment with what lies in files in its place. What a file holds is in no sentence; a variable whose file
 * cannot be had is not set.
 *
 * @param env an empty variable is one that is not set; a relative path is meant from `INIT_CWD` (where npm was
 *   called), else from the working directory.
 */
export const readSecretFiles = (env: Variables): Read => {
  const variables: Record<string, string | undefined> = { ...env };
  const mistakes: Mistake[] = [];
  const givenAs = new Map<string, string>();
  for (const variable of secretVariables) {
    const name = `${variable}_FILE`;
    const named = env[name];
    if (named === undefined || named === '') continue;
    givenAs.set(variable, name);
    const read = oneOf(env, variable, named);
    variables[variable] = 'text' in read ? read.text : undefined;
    if ('mistake' in read) mistakes.push({ name, text: read.mistake });
  }
  return { variables, mistakes, givenAs };
};
