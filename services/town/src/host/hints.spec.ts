import { expect, test } from '@jest/globals';
import { hintsIn, terminalLanguage } from './hints.js';

const url = 'http://127.0.0.1:3110';

test('whoever starts a town by npm start is told what to try next, in either language', () => {
  const { starting, next } = hintsIn({ npm_lifecycle_event: 'start' });
  expect(starting?.en).toMatch(/^Starting/);
  expect(next(url)?.en).toMatch(/Open http:\/\/127\.0\.0\.1:3110 .*mulin -- demo/s);
  expect(next(url)?.zh).toMatch(/^请在浏览器中打开/);
});

test('the language is that of the terminal', () => {
  expect(terminalLanguage({ LANG: 'en_GB.UTF-8' })).toBe('en');
  expect(terminalLanguage({ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh');
});

test('a program that starts one is told nothing', () => {
  const hints = hintsIn({ LANG: 'zh_CN.UTF-8' });
  expect([hints.starting, hints.next(url)]).toEqual([null, null]);
});
