/** Which datum a place is written in, and where that is in WGS 84, the one datum in which Mulin keeps places. */
import { type LocalizedText, Rejection } from '@mulin/kernel';
import gcoordModule from 'gcoord';
import proj4 from 'proj4';

/** `WGS84`, `GCJ02`, `BD09`, or a coordinate reference system by its EPSG code. */
export type Datum = 'WGS84' | 'GCJ02' | 'BD09' | `EPSG:${number}`;

/** How people and programs write each of them, without spaces and punctuation, in capitals. */
const spellings: Readonly<Record<string, Datum>> = {
  WGS84: 'WGS84',
  WGS1984: 'WGS84',
  CRS84: 'WGS84',
  OGC13CRS84: 'WGS84',
  OGCCRS84: 'WGS84',
  EPSG4326: 'WGS84',
  GPS: 'WGS84',
  GCJ02: 'GCJ02',
  GCJ: 'GCJ02',
  AMAP: 'GCJ02',
  GAODE: 'GCJ02',
  TENCENT: 'GCJ02',
  火星坐标: 'GCJ02',
  火星坐标系: 'GCJ02',
  国测局坐标: 'GCJ02',
  国测局坐标系: 'GCJ02',
  高德: 'GCJ02',
  腾讯: 'GCJ02',
  BD09: 'BD09',
  BD09LL: 'BD09',
  BAIDU: 'BD09',
  百度: 'BD09',
  百度坐标: 'BD09',
  百度坐标系: 'BD09',
  CGCS2000: 'EPSG:4490',
  国家2000: 'EPSG:4490',
  国家大地2000: 'EPSG:4490',
  '2000国家大地坐标系': 'EPSG:4490',
};

/** `EPSG:4549`, `urn:ogc:def:crs:EPSG::4549`, `http://www.opengis.net/def/crs/EPSG/0/4549` or the number alone. */
const epsgPattern = /^(?:.*EPSG[:/]+(?:[\d.]*[:/])?)?(\d{4,6})$/i;

/** The datum that somebody means by a word or by an OGC name; `null`: none that is known. */
export const datumOf = (text: string): Datum | null => {
  const name = text.trim().replace(/^(urn:ogc:def:crs:|https?:\/\/www\.opengis\.net\/def\/crs\/)/i, '');
  const known = spellings[name.toUpperCase().replace(/[\s\-_:./]+/g, '')];
  if (known !== undefined) return known;
  const [, code] = epsgPattern.exec(name) ?? [];
  return code === undefined ? null : code === '4326' ? 'WGS84' : `EPSG:${Number(code)}`;
};

/** What the EPSG index says of one system, as far as it is used here. */
type Entry = Readonly<{
  kind: string;
  name: string;
  proj4: string | null;
  /** The area in which it is used: north, west, south, east, in degrees. */
  bbox: readonly [number, number, number, number];
}>;

type System = Readonly<{ name: string; bbox: Entry['bbox']; isDegrees: boolean; converter: proj4.Converter }>;

const refused = (code: string, sentence: LocalizedText): Rejection =>
  new Rejection(code, sentence, 'malformed');

const unknownDatum = (datum: string): Rejection =>
  refused('datum-unknown', {
    en: `${datum} is no datum that is known: write WGS84, GCJ02, BD09 or the EPSG code of a system, such as EPSG:4549.`,
    zh: `无法识别坐标系 ${datum}：请写 WGS84、GCJ02、BD09 或坐标系的 EPSG 代码（如 EPSG:4549）。`,
  });

const notExact = (datum: string, name: string): Rejection =>
  refused('datum-not-exact', {
    en: `${name} (${datum}) cannot be converted to WGS 84 to the metre without parameters of the place: have it exported in CGCS2000 or WGS 84.`,
    zh: `${datum} 坐标系（${name}）没有公开的精确转换参数：请以 CGCS2000 或 WGS 84 坐标系重新导出。`,
  });

type Modules = Readonly<{ createRequire: (from: string) => (name: string) => unknown }>;
type Engine = { process?: { getBuiltinModule?: (name: string) => Modules | undefined } };

/** The index of systems is large and stays on the disk, where Node reads it; a browser has none. */
const indexed = (() => {
  const native = (globalThis as Engine).process?.getBuiltinModule?.('node:module');
  return native?.createRequire(import.meta.url) ?? null;
})();

const notHere = (datum: string): Rejection =>
  refused('datum-not-here', {
    en: `A browser converts WGS84, GCJ-02 and BD-09 alone, and not ${datum}: use the command line on the town's machine.`,
    zh: `浏览器只能转换 WGS84、GCJ-02 和 BD-09，无法转换 ${datum}：请在系统所在的机器上用命令行处理。`,
  });

const entryOf = (datum: Datum): Entry => {
  if (indexed === null) throw notHere(datum);
  try {
    return indexed(`epsg-index/s/${datum.slice('EPSG:'.length)}.json`) as Entry;
  } catch {
    throw unknownDatum(datum);
  }
};

/**
 * Whether a definition says how its datum lies to WGS 84: it is one of the realisations that agree with it to less than
 * a metre (GRS 80: CGCS2000, ETRS89, TWD97), or it names the shift. A shift that stands in a grid file is not at hand.
 */
const isExact = ({ proj4: text }: Entry): boolean =>
  text !== null &&
  (/\+nadgrids=@null/.test(text) ||
    (!/\+nadgrids=/.test(text) && /\+(towgs84=|datum=WGS84|ellps=(GRS80|WGS84))/.test(text)));

const systemOf = (datum: Datum): System => {
  const entry = entryOf(datum);
  const { kind, name, bbox, proj4: text } = entry;
  if (text === null || !['CRS-PROJCRS', 'CRS-GEOGCRS'].includes(kind)) throw unknownDatum(datum);
  if (!isExact(entry)) throw notExact(datum, name);
  return { name, bbox, isDegrees: kind === 'CRS-GEOGCRS', converter: proj4(text, 'WGS84') };
};

const systems = new Map<Datum, System>();

const knownSystem = (datum: Datum): System => {
  const known = systems.get(datum) ?? systemOf(datum);
  systems.set(datum, known);
  return known;
};

/** So many degrees beyond its area a system may be used: half the width of a zone of three degrees. */
const beyond = 1.5;

/** Across the antimeridian a system's west is larger than its east. */
const isBetween = (lon: number, west: number, east: number): boolean =>
  west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;

const isWithin = (
  { bbox: [north, west, south, east] }: System,
  [lon = NaN, lat = NaN]: readonly number[],
): boolean => lat >= south - beyond && lat <= north + beyond && isBetween(lon, west - beyond, east + beyond);

const forward = ({ converter }: System, x: number, y: number): readonly number[] => {
  try {
    return converter.forward([x, y]);
  } catch {
    return [];
  }
};

/** Gauss–Krüger of CGCS2000 with the zone's number before the easting: zones of 3 degrees, then of 6. */
const zonedSystem = (easting: number): Datum | null => {
  const zone = Math.floor(easting / 1_000_000);
  if (zone >= 25 && zone <= 45) return `EPSG:${4513 + zone - 25}`;
  return zone >= 13 && zone <= 23 ? `EPSG:${4491 + zone - 13}` : null;
};

/** Why a place lies outside of the area of its system, as far as one can guess. */
const guess = (system: System, x: number, y: number): LocalizedText => {
  if (isWithin(system, forward(system, y, x)))
    return {
      en: '; its two numbers seem to be swapped: easting or longitude comes first',
      zh: '，疑似两个数颠倒：东坐标或经度应在前',
    };
  const zoned = [x, y].map(zonedSystem).find((it) => it !== null) ?? null;
  if (zoned !== null && isWithin(knownSystem(zoned), forward(knownSystem(zoned), x, y)))
    return { en: `; did you mean ${zoned}?`, zh: `，是否应为 ${zoned}？` };
  const isMetres = Math.max(Math.abs(x), Math.abs(y)) > 1_000;
  if (system.isDegrees === isMetres)
    return isMetres
      ? { en: '; these look like metres of a projection', zh: '，疑似投影坐标（米）' }
      : { en: '; these look like degrees', zh: '，疑似经纬度' };
  return { en: '', zh: '' };
};

const outside = (datum: Datum, [x, y]: readonly [number, number], because: LocalizedText): Rejection =>
  refused('outside-datum', {
    en: `[${x}, ${y}] lies outside of the area of ${datum}${because.en}.`,
    zh: `坐标 ${x}，${y} 不在 ${datum} 的适用范围内${because.zh}。`,
  });

const isDegrees = (lng: number, lat: number): boolean => Math.abs(lng) <= 180 && Math.abs(lat) <= 90;

type Systems = 'GCJ02' | 'BD09' | 'WGS84';
type Converter = Readonly<Record<Systems, string>> &
  Readonly<{ transform: (place: [number, number], from: string, to: string) => [number, number] }>;

/** What Node loads is CommonJS, what a bundler loads an ES module: the types of its `default` differ. */
const gcoord = gcoordModule as unknown as Converter;

const ofChina = (lng: number, lat: number, datum: 'GCJ02' | 'BD09') => {
  const [lon, north] = gcoord.transform([lng, lat], gcoord[datum], gcoord.WGS84);
  return { lat: north, lon };
};

const fromSystem = (x: number, y: number, datum: Datum) => {
  const system = knownSystem(datum);
  const found = forward(system, x, y);
  if (!isWithin(system, found)) throw outside(datum, [x, y], guess(system, x, y));
  const [lon = 0, lat = 0] = found;
  return { lat, lon };
};

const inDegrees: System = {
  name: '',
  bbox: [90, -180, -90, 180],
  isDegrees: true,
  converter: proj4('WGS84'),
};

/**
 * Where a place lies in WGS 84.
 *
 * @param lng longitude in degrees, or of a projected system the easting in its unit (metres): GeoJSON's first number
 * @param lat latitude in degrees, or the northing: GeoJSON's second number
 * @param datum as `datumOf` reads it. GCJ-02 and BD-09 are the datums of Chinese map services; outside of China both
 *   are the same as WGS 84 (BD-09 but for its own offset)
 * @returns degrees of WGS 84; from GCJ-02 to less than a metre, from CGCS2000 to less than a decimetre
 * @throws Rejection `datum-unknown`, `datum-not-exact` (Xian 1980, whose shift to WGS 84 is not public) or
 *   `outside-datum` (a place where the system is not used, as metres are in degrees); nothing else
 */
export const toWgs84 = (
  lng: number,
  lat: number,
  datum: Datum = 'WGS84',
): Readonly<{ lat: number; lon: number }> => {
  if (datum.startsWith('EPSG:')) return fromSystem(lng, lat, datum);
  if (!isDegrees(lng, lat)) throw outside(datum, [lng, lat], guess(inDegrees, lng, lat));
  return datum === 'GCJ02' || datum === 'BD09' ? ofChina(lng, lat, datum) : { lat, lon: lng };
};

/** Whether a datum can be converted from; refused as `toWgs84` refuses it. */
export const requireDatum = (datum: Datum): void => {
  if (datum.startsWith('EPSG:')) knownSystem(datum);
};
