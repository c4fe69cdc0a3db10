import { expect, test } from '@jest/globals';
import { terminalLanguage } from './foreground.js';

test('the language is that of the terminal', () => {
  expect(terminalLanguage({ LANG: 'en_GB.UTF-8' })).toBe('en');
  expect(terminalLanguage({ LANG: 'en_GB.UTF-8', LC_ALL: 'zh_CN.UTF-8' })).toBe('zh');
});
