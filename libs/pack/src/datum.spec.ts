import { describe, expect, test } from '@jest/globals';
import { type Datum, datumOf, toWgs84 } from './datum.js';

/** Metres, near enough: a degree of latitude is 111 km. */
const metresBetween = (one: { lat: number; lon: number }, other: { lat: number; lon: number }): number =>
  Math.hypot(
    (one.lon - other.lon) * 111_195 * Math.cos((one.lat * Math.PI) / 180),
    (one.lat - other.lat) * 111_195,
  );

const refusalOf = (lng: number, lat: number, datum: Datum): { code?: string; message?: string } => {
  try {
    toWgs84(lng, lat, datum);
    return {};
  } catch (error) {
    return error as { code: string; message: string };
  }
};

describe('a place in another datum', () => {
  // Published by the authors of coordtransform: WGS 84 [116.404, 39.915] in GCJ-02.
  test('of GCJ-02 is found in WGS 84, to the metre', () => {
    const found = toWgs84(116.41024449916938, 39.91640428150164, 'GCJ02');
    expect(metresBetween(found, { lat: 39.915, lon: 116.404 })).toBeLessThan(1);
  });

  test('of BD-09 lies where its GCJ-02 lies', () => {
    const [fromBaidu, fromGcj] = [
      toWgs84(116.404, 39.915, 'BD09'),
      toWgs84(116.39762729119315, 39.90865673957631, 'GCJ02'),
    ];
    expect(metresBetween(fromBaidu, fromGcj)).toBeLessThan(1);
  });

  test('outside of China GCJ-02 is WGS 84', () => {
    expect(toWgs84(-71.06, 42.36, 'GCJ02')).toEqual({ lat: 42.36, lon: -71.06 });
  });

  // The meridian arc from the equator to 45 degrees of the ellipsoid GRS 80 is 4,984,944.378 m long.
  test.each([
    ['without the zone’s number', 500_000, 'EPSG:4549'],
    ['with the zone’s number', 40_500_000, 'EPSG:4528'],
  ] as const)('of CGCS2000 Gauss-Krüger %s is found on its meridian', (_, easting, datum) => {
    const found = toWgs84(easting, 4_984_944.378, datum);
    expect(metresBetween(found, { lat: 45, lon: 120 })).toBeLessThan(0.01);
  });

  test('of CGCS2000 in degrees is the same place', () => {
    const found = toWgs84(119.1, 36.7, 'EPSG:4490');
    expect(metresBetween(found, { lat: 36.7, lon: 119.1 })).toBeLessThan(0.01);
  });

  test('of WGS 84 is as it was', () => {
    expect(toWgs84(119.1, 36.7)).toEqual({ lat: 36.7, lon: 119.1 });
  });
});

describe('a place that cannot be in that datum is refused', () => {
  test.each([
    ['metres as degrees', 500_000, 4_000_000, 'WGS84', /metres of a projection/],
    ['metres as GCJ-02', 500_000, 4_000_000, 'GCJ02', /metres of a projection/],
    ['latitude first', 36.7, 119.1, 'WGS84', /swapped/],
    ['northing first', 4_000_000, 500_000, 'EPSG:4549', /swapped/],
    ['degrees as metres', 119.1, 36.7, 'EPSG:4549', /look like degrees/],
    ['another way of numbering', 40_500_000, 4_000_000, 'EPSG:4549', /did you mean EPSG:4528/],
    ['metres as degrees of CGCS2000', 500_000, 4_000_000, 'EPSG:4490', /metres of a projection/],
  ] as const)('%s', (_, lng, lat, datum, sentence) => {
    const { code, message } = refusalOf(lng, lat, datum);
    expect(code).toBe('outside-datum');
    expect(message).toMatch(sentence);
  });

  test('a number that is none', () => {
    expect(refusalOf(NaN, 36, 'WGS84').code).toBe('outside-datum');
    expect(refusalOf(NaN, 4_000_000, 'EPSG:4549').code).toBe('outside-datum');
  });
});

test.each([
  ['EPSG:1', 'datum-unknown'],
  ['EPSG:5773', 'datum-unknown'],
  ['EPSG:2385', 'datum-not-exact'],
  ['EPSG:27700', 'datum-not-exact'],
] as const)('%s cannot be converted: %s', (datum, code) => {
  expect(refusalOf(500_000, 4_000_000, datum).code).toBe(code);
});

test.each([
  ['WGS 84', 'WGS84'],
  ['urn:ogc:def:crs:OGC:1.3:CRS84', 'WGS84'],
  ['urn:ogc:def:crs:OGC::CRS84', 'WGS84'],
  ['http://www.opengis.net/def/crs/OGC/1.3/CRS84', 'WGS84'],
  ['epsg:4326', 'WGS84'],
  ['gcj-02', 'GCJ02'],
  ['火星坐标系', 'GCJ02'],
  ['bd09ll', 'BD09'],
  ['CGCS2000', 'EPSG:4490'],
  ['EPSG:4549', 'EPSG:4549'],
  ['4549', 'EPSG:4549'],
  ['urn:ogc:def:crs:EPSG::4549', 'EPSG:4549'],
  ['urn:ogc:def:crs:EPSG:9.8.1:4549', 'EPSG:4549'],
  ['http://www.opengis.net/def/crs/EPSG/0/4549', 'EPSG:4549'],
  ['somewhere', null],
  ['', null],
  ['constructor', null],
])('%s is read as %s', (text, datum) => {
  expect(datumOf(text)).toBe(datum);
});
