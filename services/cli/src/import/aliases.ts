/** The many spellings of one body: a file that says which of them are the same, and by which rules. */
import { refused } from '@mulin/imports';
import { lineOf, readBy } from '@mulin/pack';
import { z } from 'zod';
import { mappingText } from './files.js';

const Shape = z.strictObject({
  $schema: z.string().optional().describe('Where an editor finds the schema of this file.'),
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .describe('The name of this list.'),
  rules: z.array(z.string().min(1)).describe('By which rules somebody decided which spellings are the same.'),
  bodies: z
    .record(z.string().min(1), z.array(z.string().min(1)))
    .describe('By the name of a body, how else it is spelled. What names two bodies stands at both.'),
  nobody: z.array(z.string().min(1)).default([]).describe('Spellings that name no body.'),
});

/** Which bodies a spelling names: none, one, or several; a spelling that nobody has listed is a body of that name. */
export type Aliases = (spelling: string) => readonly string[];

/** Spaces are not told apart. */
const plain = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');

const aliasesOf = ({ bodies, nobody }: z.infer<typeof Shape>): Aliases => {
  const names = new Map<string, readonly string[]>(nobody.map((spelling) => [plain(spelling), []]));
  for (const [body, spellings] of Object.entries(bodies))
    for (const spelling of [body, ...spellings].map(plain))
      names.set(spelling, [...(names.get(spelling) ?? []), body]);
  return (spelling) => {
    const text = plain(spelling);
    return text === '' ? [] : (names.get(text) ?? [text]);
  };
};

/** JSON Schema of such a file, for editors that complete it. */
export const aliasesSchema = (): object => ({
  ...z.toJSONSchema(Shape, { io: 'input' }),
  title: 'Spellings of bodies, for a mapping of Mulin',
});

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
};

export const parseAliases = (name: string, text: string): Aliases => {
  const { value, problems } = readBy(Shape, jsonOf(text), { file: '', inChinese: {} });
  if (value !== null) return aliasesOf(value);
  const said = (language: 'en' | 'zh', between: string) =>
    problems.map((it) => lineOf(it, language)).join(between);
  throw refused('aliases-invalid', {
    en: `The list of spellings ${name} is none: ${said('en', '; ')}`,
    zh: `名称对照文件 ${name} 有误：${said('zh', '；')}`,
  });
};

/** The list that a mapping names, shipped or by path; without one each spelling is a body. Refused: `aliases-invalid`. */
export const readAliases = async (
  nameOrPath: string | undefined,
  resolve: (path: string) => string,
): Promise<Aliases> =>
  nameOrPath === undefined
    ? aliasesOf({ name: 'none', rules: [], bodies: {}, nobody: [] })
    : parseAliases(nameOrPath, await mappingText(nameOrPath, resolve));
