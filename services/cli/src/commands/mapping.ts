/** `mulin mapping suggest FILE`. */
import { statSync } from 'node:fs';
import { noFile, openFile, suggest, type Suggestion } from '@mulin/imports';
import type { LocalizedText } from '@mulin/kernel';
import { localText } from '@mulin/working-time';
import { fileSource, inLanguage } from '../import/files.js';
import type { Surroundings } from '../surroundings.js';
import { exits, type Language, type Outcome, table } from '../terminal.js';

/** What each field of a mapping's columns is called, for those who read no English. */
const inChinese: Readonly<Record<string, string>> = {
  id: '编号',
  sourceNumber: '来源编号',
  reportedAt: '反映时间',
  closedAt: '办结时间',
  dueAt: '办理期限',
  claim: '是否按期',
  words: '诉求内容',
  lat: '纬度',
  lon: '经度',
  address: '地址',
  person: '诉求人',
  phone: '电话',
  channel: '渠道',
  menuItem: '服务事项',
  answeredBy: '答复单位',
  handedTo: '转办单位',
};

const named = (field: string, language: Language): string =>
  language === 'zh' ? `${inChinese[field] ?? field}（${field}）` : field;

type Options = Readonly<{ zone?: string; lang?: string }>;

export const mappingSuggestCommand = async (
  surroundings: Surroundings,
  file: string,
  options: Options,
): Promise<Outcome> => {
  const language = surroundings.language(options.lang);
  return suggesting(surroundings, file, options)
    .then(({ suggestion, written }) => outcomeOf(suggestion, written, language))
    .catch(inLanguage(language));
};

const suggesting = async (
  surroundings: Surroundings,
  file: string,
  { zone = 'Asia/Shanghai' }: Options,
): Promise<Readonly<{ suggestion: Suggestion; written: LocalizedText }>> => {
  const path = surroundings.resolve(file);
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw noFile(file);
  const isLines = /\.(?:jsonl|ndjson)$/i.test(file);
  const opened = await openFile(fileSource(path), { wanted: [], format: isLines ? 'jsonl' : 'csv' });
  const format = isLines ? 'jsonl' : opened.isWorkbook ? 'xlsx' : 'csv';
  const asOf = localText(zone, Date.parse(surroundings.now())).slice(0, 16);
  return {
    suggestion: await suggest(opened, { file, format, zone, asOf }),
    written: opened.written,
  };
};

const lacking = ({ mapping }: Suggestion): readonly string[] =>
  ['id', 'reportedAt', 'words'].filter((role) => !Object.hasOwn(mapping['columns'] as object, role));

/** Says first how the file was read: of a workbook from which sheet, and which others there are. */
const outcomeOf = (it: Suggestion, written: LocalizedText, language: Language): Outcome => {
  const isZh = language === 'zh';
  const missing = lacking(it);
  const head = isZh ? ['列', '推测为'] : ['column', 'taken for'];
  const none = isZh ? '（不使用）' : '(not used)';
  return {
    json: it,
    lines: [
      isZh ? `文件：${written.zh}。` : `The file: ${written.en}.`,
      '',
      ...table(
        head,
        it.columns.map(({ name, guess }) => [name, guess === null ? none : named(guess, language)]),
      ),
      '',
      JSON.stringify(it.mapping, null, 2),
      '',
      ...(missing.length > 0
        ? [
            isZh
              ? `未能判断哪一列是${missing.map((it) => named(it, language)).join('、')}，请自行填写。`
              : `Nothing tells which column is ${missing.join(', ')}: name it yourself.`,
          ]
        : []),
      isZh
        ? '请核对后保存为文件，填写 channels 和 menuItems 中各词的含义，再用 mulin import --dry-run 试运行。'
        : 'Read it, save it, say what words mean in channels and menuItems, and try it with mulin import --dry-run.',
    ],
    exit: missing.length > 0 ? exits.notAsItShould : exits.done,
  };
};
