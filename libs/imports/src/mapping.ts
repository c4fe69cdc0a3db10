/** How the columns of somebody else's file become demands of this town. */
import { channels, Verdict } from '@mulin/contracts';
import { breakIn, datumOf, lineOf, readBy, requireDatum } from '@mulin/pack';
import { localMoment } from '@mulin/working-time';
import { z } from 'zod';
import { refused } from './refused.js';
import { isTimeFormat } from './times.js';

const Column = z
  .string()
  .trim()
  .min(1)
  .describe('The head of a column (csv, xlsx) or the name of a field (jsonl).');
const localTimeWanted = 'a local time is written 2016-01-12T16:00';
const encodingWanted = 'an encoding is named as browsers name it, such as gb18030, utf-8, utf-16le or big5';
const datumWanted = 'a datum is WGS84, GCJ-02, BD-09 or EPSG: and a number';
const endOfDayWanted = 'the end of a day of business is written 17:30';
const formatWanted =
  'a way of writing times is put in the tokens of Luxon, says which day of which year it is, and has other letters in quotes: d/M/yyyy H:mm';
const asOfWanted = 'an archive is judged as of a moment: when was the file exported?';

const nameWanted = 'a source is called by a-z, 0-9 and dashes, 63 characters at most';
const local = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/, localTimeWanted);

const isEncoding = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
};

const Columns = z.strictObject({
  id: Column.describe('What tells the rows of this source apart, for ever: its own number of the demand.'),
  sourceNumber: Column.optional().describe(
    'The number that people at the source know the demand by, where that is not `id`. Kept, shown and searchable.',
  ),
  reportedAt: Column.describe('When it was reported.'),
  closedAt: Column.optional().describe('When the source closed it; an empty cell: it is open.'),
  dueAt: Column.optional().describe('By when the source owed it.'),
  claim: Column.optional().describe(
    'Whether the source says that it was in time; its words are in `claims`.',
  ),
  words: z.array(Column).min(1).describe('What was said; several columns are put below each other.'),
  lat: Column.optional().describe('Latitude in degrees, or the northing where `datum` is a projected one.'),
  lon: Column.optional().describe('Longitude in degrees, or the easting where `datum` is a projected one.'),
  address: Column.optional().describe('Words for the place.'),
  person: Column.optional().describe(
    'Who asked, in the words of the source: the same word is the same person.',
  ),
  phone: Column.optional().describe(
    'The phone of whoever asked; with it the person is the phone, as at the desk.',
  ),
  channel: Column.optional().describe('By which door it came; its words are in `channels.of`.'),
  menuItem: Column.optional().describe('What it is about; its words are in `menuItems.of`.'),
  answeredBy: Column.optional().describe('Which body answered; for `--report bodies`.'),
  handedTo: Column.optional().describe('To which body, or list of bodies, it was handed; for the same.'),
});

const Shape = z.strictObject({
  $schema: z.string().optional().describe('Where an editor finds the schema of this file.'),
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, nameWanted)
    .describe('The name of the source. With a row’s id it makes the case, so it must never change.'),
  format: z
    .enum(['csv', 'jsonl', 'xlsx'])
    .describe(
      'A table as text, one JSON object on each line, or a workbook. A workbook is known by its content.',
    ),
  encoding: z
    .string()
    .refine(isEncoding, encodingWanted)
    .optional()
    .describe('How the text is encoded, where it is not found out: `gb18030`, `big5`, `windows-1252`, ….'),
  delimiter: z
    .string()
    .length(1)
    .optional()
    .describe('What stands between two cells of a csv, where it is not found out.'),
  sheet: z.string().min(1).optional().describe('The sheet of a workbook; the first one where none is named.'),
  zone: z
    .string()
    .min(1)
    .describe('IANA zone of the times in the file that name none, such as Asia/Shanghai.'),
  datum: z
    .string()
    .refine((name) => datumOf(name) !== null, datumWanted)
    .optional()
    .describe('What `lat` and `lon` are measured in; WGS84 where none is named.'),
  timeFormats: z
    .array(z.string().min(1).refine(isTimeFormat, formatWanted))
    .optional()
    .describe(
      'Further ways in which this file writes times, tried first, in the tokens of Luxon: d/M/yyyy H:mm, MM-dd-yy h:mm a, ….',
    ),
  dayEnds: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, endOfDayWanted)
    .optional()
    .describe('When a day without a time ends, for deadlines and closings; midnight where none is named.'),
  mode: z
    .enum(['archive', 'live'])
    .describe('`archive`: history, judged as of `asOf`. `live`: what is open must be answered by this town.'),
  asOf: local.optional().describe('When the file was exported, in `zone`. An archive needs it.'),
  columns: Columns,
  aliases: z
    .string()
    .min(1)
    .optional()
    .describe('The list of spellings of the bodies in `answeredBy` and `handedTo`, by its name or path.'),
  claims: z
    .record(z.string(), Verdict)
    .default({})
    .describe('What the words of the `claim` column mean; others mean that the source does not say.'),
  channels: z.strictObject({
    default: z.enum(channels).describe('The door of rows that name none, or another one.'),
    of: z
      .record(z.string(), z.enum(channels))
      .default({})
      .describe('The source’s word for a door, and ours.'),
  }),
  menuItems: z.strictObject({
    default: z.string().min(1).describe('The menu item of rows that name none, or another one.'),
    of: z
      .record(z.string(), z.string().min(1))
      .default({})
      .describe('The source’s word, and the id of our menu item.'),
  }),
});

/** The shape of a mapping file: what each column is, what words mean, and from when the rows are. */
export const Mapping = Shape.refine(({ mode, asOf }) => mode === 'live' || asOf !== undefined, {
  path: ['asOf'],
  message: asOfWanted,
});
/** A mapping file, read and checked. */
export type Mapping = z.infer<typeof Mapping>;

/** Every column that a mapping names, with what it is for. */
export const columnsNamed = ({ columns }: Pick<Mapping, 'columns'>): readonly string[] => [
  ...new Set(Object.values(columns).flatMap((it) => it ?? [])),
];

/** JSON Schema of a mapping file, for editors that complete it. */
export const mappingSchema = (): object => ({
  ...z.toJSONSchema(Shape, { io: 'input' }),
  title: 'A mapping of Mulin',
  if: { properties: { mode: { const: 'archive' } } },
  then: { required: ['asOf'] },
});

/** A mapping out of its JSON. Refused: `mapping-not-json`, `mapping-invalid`, `mapping-zone-unknown`, and as its datum is. */
export const parseMapping = (name: string, text: string): Mapping => {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    const { line, column } = breakIn(text.replace(/^\uFEFF/, ''));
    throw refused('mapping-not-json', {
      en: `The mapping ${name} is not JSON; look at line ${line}, column ${column}.`,
      zh: `映射文件 ${name} 不是有效的 JSON，请看第 ${line} 行第 ${column} 列。`,
    });
  }
  const { value, problems } = readBy(Mapping, json, { file: '', inChinese: ownSentences });
  if (value !== null) return knownDatum(knownZone(name, value));
  const said = (language: 'en' | 'zh', between: string) =>
    problems.map((it) => lineOf(it, language)).join(between);
  throw refused('mapping-invalid', {
    en: `The mapping ${name} is not one: ${said('en', '; ')}`,
    zh: `映射文件 ${name} 有误：${said('zh', '；')}`,
  });
};

/** The sentences of the schema above, in Chinese. */
const ownSentences: Readonly<Record<string, string>> = {
  [localTimeWanted]: '本地时间应写作 2016-01-12T16:00',
  [encodingWanted]: '编码应使用浏览器通用名称，如 `gb18030`、`utf-8`、`utf-16le`、`big5`',
  [datumWanted]: '坐标系应为 WGS84、GCJ-02、BD-09，或 EPSG 加编号',
  [nameWanted]: '须由小写字母、数字和连字符组成，不超过63个字符',
  [formatWanted]:
    '时间写法须使用 `Luxon` 标记，能确定是哪年哪月哪日，其他字母须加单引号，例如 `d/M/yyyy H:mm`',
  [endOfDayWanted]: '每日办公结束时间应写作 17:30',
  [asOfWanted]: '历史档案须注明导出时间（asOf）',
};

/** Refused (`Rejection`) where nobody can convert from it. */
const knownDatum = (mapping: Mapping): Mapping => {
  const datum = datumOf(mapping.datum ?? 'WGS84');
  if (datum !== null) requireDatum(datum);
  return mapping;
};

const knownZone = (name: string, mapping: Mapping): Mapping => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: mapping.zone });
    return mapping;
  } catch {
    throw refused('mapping-zone-unknown', {
      en: `The mapping ${name} names a zone that does not exist: ${mapping.zone}.`,
      zh: `映射文件 ${name} 中的时区不存在：${mapping.zone}。`,
    });
  }
};

/** As of when an archive is judged; `null`: the file is live. Refused: `mapping-as-of-unknown`. */
export const asOfOf = ({ mode, zone, asOf }: Mapping): string | null => {
  if (mode === 'live' || asOf === undefined) return null;
  const at = localMoment(zone, asOf);
  if (at !== null) return at;
  throw refused('mapping-as-of-unknown', {
    en: `The mapping's asOf ${asOf} is not a time.`,
    zh: `映射中的 asOf“${asOf}”不是有效时间。`,
  });
};
