/** How fields and entries of a pack are called where two packs are compared. */
import { clockWords, type LocalizedText, riskColourWords } from '@mulin/kernel';
import { z } from 'zod';
import { dateInWords, plain } from './in-words.js';
import { isJson, urgencyWords } from './value-words.js';

const both = (en: string, zh: string): LocalizedText => ({ en, zh });

/** Fields whose description tells how to fill them in, or is long. */
const fieldWords: Readonly<Record<string, LocalizedText>> = {
  area: both('area', '区域'),
  awayHours: both(
    'hours of absence after which what somebody has taken goes on to others',
    '连续离岗多少小时后已接的单转交他人',
  ),
  border: both('border', '边界'),
  calendar: both('calendar', '日历'),
  coveredFrom: both('first day whose holidays are known', '所知节假日的首日'),
  datum: both('datum of the map', '地图坐标系'),
  finish: both('asked for when it is done', '办结时须附'),
  from: both('in force from', '生效时间'),
  group: both('group', '所属分组'),
  ladder: both('who hears of a lateness', '超期提醒与升级'),
  length: both('how long', '时长'),
  map: both('map', '底图'),
  name: both('name', '名称'),
  net: both('net', '所属网'),
  office: both('office', '对口科室'),
  policy: both('deadlines by', '时限规则'),
  publicDays: both('takes the public days of', '采用法定节假日'),
  share: both('time where it is done again', '重新办理的时长'),
  source: both('where its days come from', '日期来源'),
  town: both('short name of the town', '镇的代号'),
  until: both('in force until', '失效时间'),
  urgencies: both('ladder of a demand that is raised', '诉求提高紧急程度后适用的时限规则'),
  urgency: both('urgency', '紧急程度'),
  version: both('version', '版本'),
  week: both('hours of the week', '每周工作时间'),
  when: both('applies', '适用时间'),
  zone: both('time zone', '时区'),
};

/** Of the fields that hold others, those whose own name is needed to understand what is within. */
const named: ReadonlySet<string> = new Set(['finish', 'map', 'urgencies']);

/** What a schema says of a field, up to where it goes into detail. */
const saidOf = (schema: z.ZodType | undefined): LocalizedText | null => {
  const [en, zh] = (schema?.description ?? '').split(' · ').map((it) => it.split(/[;:；：]/)[0]?.trim());
  return en === undefined || zh === undefined ? null : { en, zh };
};

const inside = (schema: z.ZodType): z.ZodType | undefined => {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
  )
    return schema.unwrap() as z.ZodType;
  return schema instanceof z.ZodPipe ? (schema.in as z.ZodType) : undefined;
};

/** Without what may be left out, and what is made of it. */
const bare = (schema: z.ZodType | undefined): z.ZodType | undefined => {
  const inner = schema === undefined ? undefined : inside(schema);
  return inner === undefined ? schema : bare(inner);
};

/** Whether its keys are entries of a list, and no fields. */
export const isRecord = (schema: z.ZodType | undefined): boolean => bare(schema) instanceof z.ZodRecord;

/** The schema of a field, or of an entry of a list or a record; absent where none is known. */
export const schemaIn = (schema: z.ZodType | undefined, key: string): z.ZodType | undefined => {
  const it = bare(schema);
  if (it instanceof z.ZodObject) return it.shape[key] as z.ZodType | undefined;
  if (it instanceof z.ZodArray) return it.element as z.ZodType;
  return it instanceof z.ZodRecord ? (it.valueType as z.ZodType) : undefined;
};

/** Of a field that no table knows and no schema explains: `hoursBetween` is `hours between`. */
const spelled = (key: string): LocalizedText => plain(key.replace(/[A-Z]/g, (it) => ` ${it.toLowerCase()}`));

const saidWithin = (schema: z.ZodType | undefined): LocalizedText | null => {
  const said = saidOf(schema);
  const inner = schema === undefined ? undefined : inside(schema);
  return said ?? (inner === undefined ? null : saidWithin(inner));
};

export const fieldLabel = (key: string, schema: z.ZodType | undefined): LocalizedText =>
  fieldWords[key] ?? saidWithin(schema) ?? spelled(key);

/** `null`: what is within is understood without it. Those of a clock are lengths, and no ladders. */
export const holderLabel = (key: string, within: readonly string[]): LocalizedText | null =>
  named.has(key) && (key !== 'urgencies' || within.length === 0) ? (fieldWords[key] ?? null) : null;

const wordIn =
  (words: Readonly<Record<string, LocalizedText>>) =>
  (id: string): LocalizedText =>
    words[id] ?? plain(id);

const colour = wordIn(riskColourWords);

/** Entries of lists that have no name of their own, by the list. */
const entryWords: Readonly<Record<string, (id: string) => LocalizedText>> = {
  areas: (id) => both(`area ${id}`, `区域“${id}”`),
  calendars: (id) => both(`Calendar “${id}”`, `日历“${id}”`),
  clocks: wordIn(clockWords),
  colours: (id) => both(`Disputes, ${colour(id).en}`, `${colour(id).zh}纠纷`),
  helpers: (id) => both(`Helper ${id}`, `协办人员 ${id}`),
  outside: (id) => both(`nobody’s land at ${id}`, `无归属地点 ${id}`),
  overrides: dateInWords,
  promises: () => both('Promises of an interview day', '接访日承诺'),
  policies: (id) => both(`Deadlines “${id}”`, `时限规则“${id}”`),
  shifts: (id) => both(`Shift “${id}”`, `班次“${id}”`),
  urgencies: wordIn(urgencyWords),
  weights: (id) => both(`Weights, version ${id}`, `权重第 ${id} 版`),
};

const groupWords = ({ en, zh }: LocalizedText): LocalizedText => both(`Group “${en}”`, `分组“${zh}”`);

const ownName = (entry: unknown): LocalizedText | null => {
  const name = isJson(entry) ? entry['name'] : null;
  return isJson(name) && typeof name['en'] === 'string' && typeof name['zh'] === 'string'
    ? { en: name['en'], zh: name['zh'] }
    : null;
};

/** @param list the field that holds it. */
export const entryLabel = (list: string, id: string, entry: unknown): LocalizedText => {
  const own = list === 'areas' || list === 'helpers' ? null : ownName(entry);
  if (own !== null) return list === 'groups' ? groupWords(own) : own;
  return entryWords[list]?.(id) ?? plain(id);
};
