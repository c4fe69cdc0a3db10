/** The files of a town pack: whether they are there, and are JSON. */
import { type PackProblem, problemsIn } from '../problem.js';
import { breakIn } from './json.js';

/** The files of a pack, by what they hold. */
export const packFiles = {
  town: 'town.json',
  menu: 'menu.json',
  policies: 'policies.json',
  calendars: 'calendars.json',
  grids: 'grids.geojson',
  rosters: 'rosters.json',
  feedback: 'feedback.json',
  mediation: 'mediation.json',
} as const;

/** Files that a pack may leave out: without them the town does not ask for feedback, and mediates as most do. */
const optional: ReadonlySet<string> = new Set([packFiles.feedback, packFiles.mediation]);

/** The JSON of each file; `null` where there is none. */
export type PackFiles = Readonly<Record<keyof typeof packFiles, unknown>>;

type Read = Readonly<{ json: unknown; problems: readonly PackProblem[] }>;

/** The text of a file of a pack; `null` where there is none that can be read. */
export type TextOf = (name: string) => string | null;

const readJson = (textOf: TextOf, name: string): Read => {
  const text = textOf(name)?.replace(/^\uFEFF/, '') ?? null;
  const wrong = (code: string, en: string, zh: string): Read => ({
    json: null,
    problems: [problemsIn(name).mistake(code, '', { en, zh })],
  });
  if (text === null && optional.has(name)) return { json: null, problems: [] };
  if (text === null)
    return wrong('no-file', `the pack has no file ${name} that can be read`, `没有可读取的文件 ${name}`);
  try {
    const json: unknown = JSON.parse(text);
    // `null` stands for a file that is not there, which this one is.
    return { json: json ?? {}, problems: [] };
  } catch {
    const { line, column } = breakIn(text);
    return wrong(
      'no-json',
      `it is not JSON: it breaks at line ${line}, column ${column}`,
      `不是有效的 JSON：第 ${line} 行第 ${column} 列有误`,
    );
  }
};

/** Said once, where the folder is none of a pack or is not there. */
const noPack = problemsIn('').mistake('no-pack', '', {
  en: `it has no file ${packFiles.town} that can be read, nor any other file of a pack`,
  zh: `没有可读取的文件 ${packFiles.town}，也没有配置包的其他文件`,
});

/**
 * The files of a pack that was built and is not written yet.
 *
 * @param texts file name to JSON; one that is missing is `null`.
 * @throws `SyntaxError` for what is no JSON, which `buildPack` never gives.
 */
export const filesOf = (texts: Readonly<Record<string, string>>): PackFiles =>
  // The keys are those of `packFiles`.
  Object.fromEntries(
    Object.entries(packFiles).map(([key, name]) => [key, JSON.parse(texts[name] ?? 'null') as unknown]),
  ) as PackFiles;

/** Every file, and what is wrong with those that cannot be read: `null` is in their place. */
export const readFiles = (textOf: TextOf): { files: PackFiles; problems: readonly PackProblem[] } => {
  const read = Object.entries(packFiles).map(([key, name]) => ({ key, ...readJson(textOf, name) }));
  const problems = read.flatMap((it) => it.problems);
  const isNone = problems.filter(({ code }) => code === 'no-file').length === read.length - optional.size;
  return {
    // The keys are those of `packFiles`.
    files: Object.fromEntries(read.map(({ key, json }) => [key, json])) as PackFiles,
    problems: isNone ? [noPack] : problems,
  };
};
