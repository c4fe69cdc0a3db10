/** What stands in a field of a pack, in words of both languages. */
import type { LocalizedText } from '@mulin/kernel';
import type { Segment } from '@mulin/working-time';
import type { Length, Rung } from '../read/rules.js';
import {
  dateInWords,
  hoursInWords,
  inTurn,
  ladderInWords,
  lengthInWords,
  listed,
  percentInWords,
  plain,
  weekInWords,
} from './in-words.js';

export type Json = Readonly<Record<string, unknown>>;
export const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Words = Readonly<Record<string, LocalizedText>>;

export const urgencyWords: Words = {
  emergency: { en: 'emergency', zh: '特急' },
  urgent: { en: 'urgent', zh: '紧急' },
  ordinary: { en: 'ordinary', zh: '一般' },
  complex: { en: 'complex', zh: '复杂' },
};

/** By the field, what its codes mean. */
const codes: Readonly<Record<string, Words>> = {
  urgency: urgencyWords,
  net: {
    life: { en: 'life', zh: '生活网' },
    production: { en: 'production', zh: '生产网' },
    commerce: { en: 'commerce', zh: '商业网' },
  },
  standing: {
    'party-member': { en: 'party member', zh: '党员' },
    volunteer: { en: 'volunteer', zh: '志愿者' },
    applicant: { en: 'applicant for the party', zh: '入党申请人' },
  },
  when: {
    open: { en: 'in the hours of the calendar', zh: '日历的工作时间内' },
    closed: { en: 'in all other hours', zh: '日历的工作时间以外' },
  },
  publicDays: { cn: { en: 'China', zh: '中国' } },
  datum: {
    wgs84: plain('WGS 84'),
    gcj02: plain('GCJ-02'),
  },
};

const isName = (value: Json): boolean => typeof value['zh'] === 'string' && typeof value['en'] === 'string';

const hoursOfDay = ({ segments, reason, source }: Json): LocalizedText => {
  const hours = hoursInWords(segments as readonly Segment[]);
  const more = [reason, source].filter((it) => typeof it === 'string');
  return more.length === 0
    ? hours
    : { en: `${hours.en} (${more.join('; ')})`, zh: `${hours.zh}（${more.join('；')}）` };
};

const pointWords = ({ lat, lon, name }: Json): LocalizedText => {
  const at = `${String(lat)}, ${String(lon)}`;
  if (!isJson(name)) return plain(at);
  return { en: `${String(name['en'])} (${at})`, zh: `${String(name['zh'])}（${at}）` };
};

/** Things that are said as one, by what they look like. */
const forms: readonly (readonly [(value: Json) => boolean, (value: Json) => LocalizedText])[] = [
  [isName, (it) => it as unknown as LocalizedText], // both are texts
  [(it) => 'unit' in it && 'amount' in it, (it) => lengthInWords(it as unknown as Length)], // so a length
  [(it) => Array.isArray(it['segments']), hoursOfDay],
  [(it) => 'lat' in it && 'lon' in it, pointWords],
];

const textInWords = (text: string, key: string): LocalizedText => {
  const known = codes[key];
  if (known !== undefined && Object.hasOwn(known, text)) return known[text] ?? plain(text);
  return /^\d{4}-\d\d-\d\d$/.test(text) ? dateInWords(text) : plain(text);
};

const scalarInWords = (value: unknown, key: string): LocalizedText => {
  if (typeof value === 'boolean') return value ? { en: 'yes', zh: '是' } : { en: 'no', zh: '否' };
  if (typeof value === 'number') return plain(key === 'share' ? percentInWords(value) : String(value));
  return typeof value === 'string' ? textInWords(value, key) : plain(JSON.stringify(value));
};

const listInWords = (list: readonly unknown[], key: string): LocalizedText | null => {
  if (key === 'ladder') return ladderInWords(list as readonly Rung[]);
  if (list.some(isJson)) return null;
  return list.some(Array.isArray)
    ? inTurn(list.map((it) => plain(JSON.stringify(it))))
    : listed(list.map((it) => scalarInWords(it, key)));
};

/**
 * @param key the field in which it stands.
 * @returns `null` where it has parts that are said one by one.
 */
export const valueInWords = (value: unknown, key: string): LocalizedText | null => {
  if (Array.isArray(value)) return listInWords(value, key);
  if (!isJson(value)) return scalarInWords(value, key);
  if (key === 'week') return weekInWords(value as Readonly<Record<string, readonly Segment[]>>);
  return forms.find(([isOne]) => isOne(value))?.[1](value) ?? null;
};
