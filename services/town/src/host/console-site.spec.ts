import { expect, test } from '@jest/globals';
import { consoleOf } from './console-site.js';

const map = (tiles: string) => ({ map: { tiles, attribution: 'x', datum: 'wgs84' as const } });

test.each([
  ['no pictures', { map: null }, undefined],
  ['pictures of another host', map('https://tiles.example/{z}/{x}/{y}.png'), 'https://tiles.example'],
  [
    'pictures of another port',
    map('https://tiles.example:8443/t?x={x}&y={y}&l={z}'),
    'https://tiles.example:8443',
  ],
  ['pictures of its own', map('/tiles/{z}/{x}/{y}.png'), undefined],
])('a town with %s lets its console load from there and nowhere else', (_, town, from) => {
  expect(consoleOf(town).picturesFrom).toBe(from);
});
