import { expect, test } from '@jest/globals';
import { RowRefused } from './cells.js';
import { placeReader } from './places.js';

const columns = { id: 'id', reportedAt: 't', words: ['w'], lat: 'lat', lon: 'lon', address: 'where' };
const read = (row: Record<string, unknown>, datum?: string) =>
  placeReader({ columns, ...(datum === undefined ? {} : { datum }) })(row).place;

/** Tiananmen, as the datums have it. */
const north = 39.90733;
const east = 116.391266;

test.each([
  ['WGS 84', String(north), String(east), undefined],
  ['WGS 84, with signs around it', ` ${north}°`, String(east).replace('.', ','), 'WGS84'],
  ['GCJ-02', '39.908734', '116.397508', 'GCJ-02'],
  ['BD-09', '39.915088', '116.403875', 'BD-09'],
  ['CGCS2000 in degrees', String(north), String(east), 'EPSG:4490'],
])('a place is kept in WGS 84: %s', (_, lat, lon, datum) => {
  const place = read({ lat, lon }, datum);
  expect(place?.lat).toBeCloseTo(north, 4);
  expect(place?.lon).toBeCloseTo(east, 4);
});

test('a place in metres is kept in degrees', () => {
  const place = read({ lat: '4027443.5', lon: '477000' }, 'EPSG:4549');
  expect(place?.lat).toBeGreaterThan(36);
  expect(place?.lon).toBeCloseTo(119.7, 0);
});

test('metres are no place in degrees, and degrees none in metres', () => {
  expect(() => read({ lat: '4027443.5', lon: '477000' })).toThrow(RowRefused);
  expect(() => read({ lat: '36.3', lon: '119.7' }, 'EPSG:4549')).toThrow(RowRefused);
});

test('where half of it or nothing is said there is no point', () => {
  expect(read({ lat: '36.3', lon: '', where: '村口' })).toEqual({ address: '村口' });
  expect(read({ lat: '无', lon: '-' })).toBeNull();
});
