/** What a map says of its own datum, and its geometry in WGS 84. */
import { Rejection } from '@mulin/kernel';
import { type Datum, datumOf, requireDatum, toWgs84 } from '../datum.js';
import type { Finding } from '../geometry/finding.js';

const textIn = (crs: unknown): string => {
  if (typeof crs === 'string') return crs;
  const { type, properties } = (crs ?? {}) as { type?: unknown; properties?: Record<string, unknown> | null };
  const { name, code, href } = properties ?? {};
  if (type === 'EPSG' && code !== undefined) return `EPSG:${String(code)}`;
  return [name, href].find((it): it is string => typeof it === 'string') ?? JSON.stringify(crs);
};

/** The member `crs` of a GeoJSON file as it was usual before RFC 7946; `null`: it has none. */
const declaredIn = (map: unknown): string | null => {
  const { crs } = (map ?? {}) as { crs?: unknown };
  return crs === undefined || crs === null ? null : textIn(crs);
};

const mistake = (code: string, en: string, zh: string): Finding => ({
  severity: 'mistake',
  code,
  sentence: { en, zh },
  where: {},
});

/** A refusal as part of a line: without its full stop. */
const findingOf = (error: unknown): Finding => {
  if (!(error instanceof Rejection)) throw error;
  const { en, zh } = error.sentence;
  return mistake(error.code, en.replace(/\.$/, ''), zh.replace(/。$/, ''));
};

type Chosen = Readonly<{ datum: Datum; finding: Finding | null }>;

const readable = (datum: Datum): Chosen => {
  try {
    requireDatum(datum);
    return { datum, finding: null };
  } catch (error) {
    return { datum, finding: findingOf(error) };
  }
};

/** A datum that a person or a file names; absent: WGS 84, as GeoJSON has it. */
export const datumNamed = (text: string | undefined): Chosen => {
  if (text === undefined) return { datum: 'WGS84', finding: null };
  const datum = datumOf(text);
  if (datum !== null) return readable(datum);
  const finding = mistake(
    'datum-unknown',
    `${text} is no datum that is known: write WGS84, GCJ02, BD09 or the EPSG code of a system, such as EPSG:4549`,
    `无法识别坐标系 ${text}：请写 WGS84、GCJ02、BD09 或坐标系的 EPSG 代码（如 EPSG:4549）`,
  );
  return { datum: 'WGS84', finding };
};

/** No program of map makers knows GCJ-02 and BD-09: their files say WGS 84, and a person knows better. */
const maySayWgs84 = (datum: Datum): boolean => datum === 'GCJ02' || datum === 'BD09';

/**
 * The datum of a map: what somebody says of it (`told`), else what the map declares, else WGS 84. A mistake where the two
 * disagree, or where what is declared is not known.
 */
export const datumOfMap = (map: unknown, told: Datum | null): Chosen => {
  const declared = declaredIn(map);
  if (declared === null) return readable(told ?? 'WGS84');
  const known = datumNamed(declared);
  if (told === null || known.datum === told) return known;
  if (known.finding === null && known.datum === 'WGS84' && maySayWgs84(told)) return readable(told);
  const finding = mistake(
    'two-datums',
    `the map itself says ${declared}, and not ${told}`,
    `地图自身声明的坐标系为 ${declared}，而非 ${told}`,
  );
  return { datum: told, finding };
};

const isPosition = (value: readonly unknown[]): boolean => typeof value[0] === 'number';

/** Hundredths of a millimetre: corners that were one stay one. */
const decimals = 1e10;
const rounded = (degrees: number): number => Math.round(degrees * decimals) / decimals;

const converted = (value: unknown, datum: Datum): unknown => {
  if (!Array.isArray(value)) return value;
  if (!isPosition(value)) return value.map((it: unknown) => converted(it, datum));
  const [x, y] = value as readonly unknown[];
  const { lat, lon } = toWgs84(Number(x), Number(y), datum);
  return [rounded(lon), rounded(lat)];
};

/** A geometry with every position in WGS 84; a mistake where one of them cannot be in its datum. */
export const geometryInWgs84 = (
  geometry: unknown,
  datum: Datum,
): Readonly<{ geometry: unknown; finding: Finding | null }> => {
  if (datum === 'WGS84' || typeof geometry !== 'object' || geometry === null)
    return { geometry, finding: null };
  const { coordinates } = geometry as { coordinates?: unknown };
  try {
    return { geometry: { ...geometry, coordinates: converted(coordinates, datum) }, finding: null };
  } catch (error) {
    return { geometry, finding: findingOf(error) };
  }
};
