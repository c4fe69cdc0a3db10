import { expect, test } from '@jest/globals';
import { hintsIn } from './hints.js';

const url = 'http://127.0.0.1:3110';

test('whoever starts a town by npm start is told what to try next, in the language of the terminal', () => {
  const english = hintsIn({ npm_lifecycle_event: 'start', LANG: 'en_GB.UTF-8' });
  expect(english.starting).toMatch(/^Starting/);
  expect(english.next(url)).toMatch(/Open http:\/\/127\.0\.0\.1:3110 .*mulin -- demo/s);
  expect(hintsIn({ npm_lifecycle_event: 'start', LC_ALL: 'zh_CN.UTF-8' }).next(url)).toMatch(
    /^请在浏览器中打开/,
  );
});

test('a program that starts one is told nothing', () => {
  const hints = hintsIn({ LANG: 'zh_CN.UTF-8' });
  expect([hints.starting, hints.next(url)]).toEqual([null, null]);
});
