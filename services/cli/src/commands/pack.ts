/** `mulin pack build` and `mulin pack check`: the files that describe a town. */
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { instant, type LocalizedText } from '@mulin/kernel';
import { buildPack, isMistake, lineOf, type PackProblem, problemsOfPack, type Severity } from '@mulin/pack';
import { isZone } from '@mulin/working-time';
import type { Surroundings } from '../surroundings.js';
import { exits, type Language, type Outcome, WrongCall } from '../terminal.js';
import { readJson } from './read-json.js';

type Build = Readonly<{
  grids: string;
  id: string;
  name: string;
  zone: string;
  out: string;
  community?: string;
  town?: string;
  lang?: string;
}>;

const severities: Readonly<Record<Severity, LocalizedText>> = {
  mistake: { en: 'mistake', zh: '错误' },
  warning: { en: 'warning', zh: '提醒' },
  note: { en: 'note', zh: '说明' },
};

const shown = (problem: PackProblem, language: Language): string =>
  `${severities[problem.severity][language]}  ${lineOf(problem, language)}`;

/** For programs: `text` is the line in the language asked for. */
const told = (problem: PackProblem, language: Language) => ({ ...problem, text: lineOf(problem, language) });

/** What is tolerated is no problem, and is left out where there is nothing of it. */
const fieldsOf = (found: readonly PackProblem[], language: Language) => {
  const isNote = ({ severity }: PackProblem) => severity === 'note';
  const notes = found.filter(isNote).map((it) => told(it, language));
  return {
    problems: found.filter((it) => !isNote(it)).map((it) => told(it, language)),
    ...(notes.length > 0 ? { notes } : {}),
  };
};

const written = (grids: number, communities: number, out: string): LocalizedText => ({
  en: `${grids} micro-grids in ${communities} communities written to ${out}.`,
  zh: `已写入 ${out}：${communities} 个社区，${grids} 个微网格。`,
});

const nextStep = (hasMistakes: boolean, out: string): LocalizedText =>
  hasMistakes
    ? {
        en: `A town does not start with it before the mistakes are mended: then try mulin pack check ${out}.`,
        zh: `须先改正上述错误，城镇方能启动：改正后请运行 mulin pack check ${out}。`,
      }
    : {
        en: `Start a town with it: MULIN_PACK=${out} npm start`,
        zh: `用它启动城镇：MULIN_PACK=${out} npm start`,
      };

const refuseUnusable = (name: string, problems: readonly PackProblem[], language: Language): never => {
  const why = problems.map((it) => lineOf(it, language)).join('; ');
  throw new WrongCall(`${name} holds no micro-grid that can be used: ${why}`);
};

/** Says of what it made what a check of it would say, and what it left out. */
export const packBuildCommand = async (surroundings: Surroundings, options: Build): Promise<Outcome> => {
  const { resolve, now } = surroundings;
  const language = surroundings.language(options.lang);
  const folder = resolve(options.out);
  if (!isZone(options.zone))
    throw new WrongCall(`${options.zone} is no time zone: give an IANA name, such as Asia/Shanghai.`);
  const { files, grids, communities, ...built } = buildPack({
    grids: await readJson(resolve(options.grids), options.grids),
    idField: options.id,
    nameField: options.name,
    zone: options.zone,
    town: options.town ?? slugOf(path.basename(folder)),
    ...(options.community === undefined ? {} : { communityField: options.community }),
  });
  if (grids === 0) refuseUnusable(options.grids, built.problems, language);

  await mkdir(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const inPack = problemsOfPack(folder, instant(now()));
  const found = [...built.problems, ...inPack];
  const fields = fieldsOf(found, language);
  return {
    json: { grids, communities, ...fields },
    lines: [
      written(grids, communities, options.out)[language],
      ...found.map((it) => shown(it, language)),
      nextStep(inPack.some(isMistake), options.out)[language],
    ],
    exit: fields.problems.length > 0 ? exits.notAsItShould : exits.done,
  };
};

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '') || 'town';

const allGood = (folder: string): LocalizedText => ({
  en: `${folder} describes a town, and nothing is wrong with it.`,
  zh: `${folder} 描述了一个城镇，没有发现问题。`,
});

/** Mistakes, warnings and what is tolerated; done (0) only where there is neither mistake nor warning. */
export const packCheckCommand = async (
  surroundings: Surroundings,
  folder: string,
  { lang }: Readonly<{ lang?: string }> = {},
): Promise<Outcome> => {
  const { resolve, now } = surroundings;
  const language = surroundings.language(lang);
  if (!existsSync(resolve(folder))) throw new WrongCall(`There is no folder ${folder}.`);
  const found = problemsOfPack(resolve(folder), instant(now()));
  const fields = fieldsOf(found, language);
  const ok = fields.problems.length === 0;
  return {
    json: { ok, ...fields },
    lines: [...found.map((it) => shown(it, language)), ...(ok ? [allGood(folder)[language]] : [])],
    exit: ok ? exits.done : exits.notAsItShould,
  };
};
