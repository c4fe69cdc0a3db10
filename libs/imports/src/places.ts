/** Where it is, in WGS 84, whatever datum the source measures in. */
import { Rejection, shownValue } from '@mulin/kernel';
import { type Datum, datumOf, toWgs84 } from '@mulin/pack';
import { RowRefused, type SourceRow, textOf } from './cells.js';
import type { Mapping } from './mapping.js';

export type Place = Readonly<{ lat?: number; lon?: number; address?: string }>;
export type Found = Readonly<{ place: Place | null; isImplausible: boolean }>;

const addressMax = 500;

/** What clerks and programs write where there is no place. */
const nowhereSaid = /^(?:无|不详|null|n\/?a|[-—/]+)$/i;

/** `36.373`, `36,373`, `36.373°`. */
const numberIn = (row: SourceRow, column: string | undefined): number | null => {
  const text = textOf(row, column);
  if (column === undefined || text === '' || nowhereSaid.test(text)) return null;
  const plain = text
    .normalize('NFKC')
    .replace(/°\s*$/, '')
    .replace(/^(-?\d+),(\d+)$/, '$1.$2');
  const value = Number(plain);
  if (Number.isFinite(value)) return value;
  throw notACoordinate(column, text, 'It is no number.', '不是数字。');
};

const notACoordinate = (column: string, text: string, en: string, zh: string): RowRefused =>
  new RowRefused(
    column,
    'not-a-coordinate',
    {
      en: `${en} A coordinate is written 36.373, and in degrees it is from -90 to 90 for a latitude, from -180 to 180 for a longitude.`,
      zh: `${zh}坐标应写作 36.373；以度为单位时纬度在 -90 至 90 之间，经度在 -180 至 180 之间。`,
    },
    shownValue(text),
  );

/** The point where equator and prime meridian meet lies in the sea: it is what programs write for "nowhere". */
const isNowhere = (lat: number, lon: number): boolean => Math.abs(lat) < 0.001 && Math.abs(lon) < 0.001;

/** A coordinate may be wrong by itself: in degrees, the latitude and the longitude have each their bounds. */
const boundedIn = (row: SourceRow, column: string | undefined, most: number): number | null => {
  const value = numberIn(row, column);
  if (value === null || column === undefined || Math.abs(value) <= most) return value;
  throw notACoordinate(
    column,
    textOf(row, column),
    'It lies beyond the poles or the date line.',
    '超出经纬度范围。',
  );
};

const pointIn = (row: SourceRow, { lat, lon }: Mapping['columns'], datum: Datum) => {
  const [northMost, eastMost] = datum.startsWith('EPSG:') ? [Infinity, Infinity] : [90, 180];
  const [north, east] = [boundedIn(row, lat, northMost), boundedIn(row, lon, eastMost)];
  if (north === null || east === null) return null;
  if (isNowhere(north, east)) return 'nowhere';
  return converted({ north, east, datum, column: lat ?? '' });
};

type Measured = Readonly<{ north: number; east: number; datum: Datum; column: string }>;

const converted = ({ north, east, datum, column }: Measured): Place => {
  try {
    return toWgs84(east, north, datum);
  } catch (error) {
    if (!(error instanceof Rejection)) throw error;
    throw new RowRefused(column, 'not-a-coordinate', error.sentence, shownValue(`${north} ${east}`));
  }
};

/** Converts from the datum that the mapping names; what cannot be a place of it is refused. */
export const placeReader = ({ columns, datum: named = 'WGS84' }: Pick<Mapping, 'columns' | 'datum'>) => {
  const datum = datumOf(named) ?? 'WGS84';
  return (row: SourceRow): Found => {
    const point = pointIn(row, columns, datum);
    // A cut may go through the middle of a character.
    const address = textOf(row, columns.address)
      .slice(0, addressMax)
      .replace(/\p{Surrogate}$/u, '');
    const isImplausible = point === 'nowhere';
    const where = {
      ...(point === null || point === 'nowhere' ? {} : point),
      ...(address === '' ? {} : { address }),
    };
    return { place: Object.keys(where).length === 0 ? null : where, isImplausible };
  };
};
