import { describe, expect, test } from '@jest/globals';
import { parseTown, readTown } from './town.js';

const town = {
  town: 'mu',
  name: { zh: '牟邻镇', en: 'Mulin' },
  zone: 'Asia/Shanghai',
  areas: [{ path: 'mu/dongguan' }],
};
const map = {
  tiles: 'https://tiles.example/{z}/{x}/{y}.png',
  attribution: '© Example',
  datum: 'gcj02',
} as const;
const problemsOf = (changed: object) =>
  readTown({ ...town, map: { ...map, ...changed } }).problems.map(({ at, code }) => [at, code]);

describe('The map of a town', () => {
  test('is as the pack names it; a town that names none has none', () => {
    expect(parseTown({ ...town, map }).map).toEqual(map);
    expect(parseTown(town).map).toBeNull();
  });

  test('may come from the server of the town', () => {
    expect(problemsOf({ tiles: '/tiles/{z}/{x}/{y}.png' })).toEqual([]);
    expect(problemsOf({ tiles: 'https://tiles.example/t?x={x}&y={y}&l={z}' })).toEqual([]);
  });

  test.each([
    ['without TLS', 'http://tiles.example/{z}/{x}/{y}.png'],
    ['from another host that looks like a path', '//tiles.example/{z}/{x}/{y}.png'],
    ['of one picture', 'https://tiles.example/{z}/{x}.png'],
    ['with a part that nobody fills in', 'https://tiles.example/{s}/{z}/{x}/{y}.png'],
    ['that is a script', 'javascript:{z}/{x}/{y}'],
  ])('is refused %s', (_, tiles) => {
    expect(problemsOf({ tiles })).toEqual([['map.tiles', expect.any(String)]]);
  });

  test('is refused in a datum in which no browser draws', () => {
    expect(problemsOf({ datum: 'bd09' })).toEqual([['map.datum', expect.any(String)]]);
  });
});
