import { expect, test } from '@jest/globals';
import { hintsIn } from './hints.js';

const url = 'http://127.0.0.1:3110';

test('whoever starts a town by npm start is told what to try next, in either language', () => {
  const { starting, next } = hintsIn({ npm_lifecycle_event: 'start' });
  expect(starting?.en).toMatch(/^Starting/);
  expect(next(url)?.en).toMatch(/Open http:\/\/127\.0\.0\.1:3110 .*mulin -- demo/s);
  expect(next(url)?.zh).toMatch(/^请在浏览器中打开/);
});

test('who started a second town is told to name it to the command line, too', () => {
  const { next } = hintsIn({ npm_lifecycle_event: 'start', MULIN_HOME: '.my-town', MULIN_PORT: '3111' });
  expect(next(url)?.en).toMatch(/In another terminal with the same MULIN_HOME, MULIN_PORT, try:/);
  expect(next(url)?.zh).toMatch(/另开一个终端（设置相同的 MULIN_HOME、MULIN_PORT），可以试试：/);
});

test('a program that starts one is told nothing', () => {
  const hints = hintsIn({ LANG: 'zh_CN.UTF-8' });
  expect([hints.starting, hints.next(url)]).toEqual([null, null]);
});
