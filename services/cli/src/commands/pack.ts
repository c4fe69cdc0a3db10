/** `mulin pack build` and `mulin pack check`: the files that describe a town. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { counted, instant, type LocalizedText } from '@mulin/kernel';
import {
  buildPack,
  type Built,
  editedFiles,
  filesOf,
  isMistake,
  mapIn,
  type PackProblem,
  problemsOfFiles,
  problemsOfPack,
  writePack,
} from '@mulin/pack';
import { isZone } from '@mulin/working-time';
import type { Surroundings } from '../surroundings.js';
import { exits, type Language, type Outcome, WrongCall } from '../terminal.js';
import { fieldsOf, linesOf, sentencesOf } from './pack-lines.js';

type Build = Readonly<{
  grids: string;
  id: string;
  name: string;
  zone: string;
  out: string;
  community?: string;
  town?: string;
  datum?: string;
  /** Writes a pack with which no town starts. */
  draft?: boolean;
  /** Writes over files that were edited by hand. */
  force?: boolean;
  lang?: string;
}>;

const wrong = (language: Language, sentence: LocalizedText): WrongCall => new WrongCall(sentence[language]);

type Said = Readonly<{ grids: number; communities: number; out: string }>;

const written = ({ grids, communities, out }: Said): LocalizedText => ({
  en: `${counted(grids, 'micro-grid')} in ${counted(communities, 'community', 'communities')} written to ${out}.`,
  zh: `已写入 ${out}：${communities} 个社区，${grids} 个微网格。`,
});

const notWritten = ({ grids, communities }: Said): LocalizedText => ({
  en: `Nothing was written: ${counted(grids, 'micro-grid')} in ${counted(communities, 'community', 'communities')}, and a town would not start with that. Mend the map, or write them all the same with --draft and mend the files.`,
  zh: `未写入任何文件：共 ${communities} 个社区、${grids} 个微网格，但城镇无法据此启动。请先修改地图；如需先写入再修改文件，请加 --draft。`,
});

const nextStep = (hasMistakes: boolean, { out }: Said): LocalizedText =>
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
  const why = sentencesOf(problems.filter(isMistake), language);
  throw wrong(language, {
    en: `${name} holds no micro-grid that can be used: ${why.join('; ')}`,
    zh: `${name} 中没有可用的微网格：${why.join('；')}`,
  });
};

const refuseEdited = (names: readonly string[], out: string, language: Language): never => {
  throw wrong(language, {
    en: `Nothing was written: ${names.join(', ')} of ${out} ${names.length === 1 ? 'was' : 'were'} edited by hand, or by another program. Write to another folder, or over them with --force.`,
    zh: `未写入任何文件：${out} 中的 ${names.join('、')} 已被手工或其他程序修改。请另选文件夹；如需覆盖，请加 --force。`,
  });
};

const mapOf = async (file: string, name: string, language: Language) => {
  const bytes = await readFile(file).catch(() => {
    throw wrong(language, { en: `There is no file ${name}.`, zh: `没有文件 ${name}。` });
  });
  const { map, problems } = mapIn(bytes);
  if (problems.some(isMistake)) refuseUnusable(name, problems, language);
  return { map, problems };
};

const refuseZone = (zone: string, language: Language): void => {
  if (isZone(zone)) return;
  throw wrong(language, {
    en: `${zone} is no time zone: give an IANA name, such as Asia/Shanghai.`,
    zh: `${zone} 不是有效时区：请写时区名称，例如 Asia/Shanghai。`,
  });
};

const builtFrom = async ({ resolve }: Surroundings, options: Build, language: Language): Promise<Built> => {
  const { community, datum } = options;
  const { map, problems } = await mapOf(resolve(options.grids), options.grids, language);
  const built = buildPack({
    grids: map,
    idField: options.id,
    nameField: options.name,
    zone: options.zone,
    town: options.town ?? slugOf(path.basename(resolve(options.out))),
    ...(community === undefined ? {} : { communityField: community }),
    ...(datum === undefined ? {} : { datum }),
  });
  if (built.grids === 0) refuseUnusable(options.grids, built.problems, language);
  return { ...built, problems: [...problems, ...built.problems] };
};

/**
 * Says of what it made what a check of it would say, and what it left out. Writes nothing with which a town would not
 * start, unless it is asked for a draft, and never over what was edited by hand, unless it is forced.
 */
export const packBuildCommand = async (surroundings: Surroundings, options: Build): Promise<Outcome> => {
  const language = surroundings.language(options.lang);
  const folder = surroundings.resolve(options.out);
  refuseZone(options.zone, language);
  const { files, grids, communities, problems } = await builtFrom(surroundings, options, language);
  const inPack = problemsOfFiles(filesOf(files), instant(surroundings.now()));
  const isUsable = !inPack.some(isMistake);
  const isWritten = isUsable || options.draft === true;

  const edited = options.force === true ? [] : editedFiles(folder, files);
  if (isWritten && edited.length > 0) refuseEdited(edited, options.out, language);
  if (isWritten) writePack(folder, files);

  const found = [...problems, ...inPack];
  const fields = fieldsOf(found, language);
  const said = { grids, communities, out: options.out };
  return {
    json: { grids, communities, written: isWritten, ...fields },
    lines: isWritten
      ? [written(said)[language], ...linesOf(found, language), nextStep(!isUsable, said)[language]]
      : [...linesOf(found, language), notWritten(said)[language]],
    exit: fields.problems.length > 0 ? exits.notAsItShould : exits.done,
  };
};

const slugOf = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[-0-9]+|-+$/g, '')
    .slice(0, 31)
    .replace(/-+$/, '') || 'town';

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
  if (!existsSync(resolve(folder)))
    throw wrong(language, { en: `There is no folder ${folder}.`, zh: `没有文件夹 ${folder}。` });
  const found = problemsOfPack(resolve(folder), instant(now()));
  const fields = fieldsOf(found, language);
  const ok = fields.problems.length === 0;
  return {
    json: { ok, ...fields },
    lines: [...linesOf(found, language), ...(ok ? [allGood(folder)[language]] : [])],
    exit: ok ? exits.done : exits.notAsItShould,
  };
};
