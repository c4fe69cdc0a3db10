import { expect, test } from '@jest/globals';
import { translated } from './translated';

test.each<[string, readonly unknown[], boolean]>([
  ['the same in another language', ['timeline', 'mu-1', 'en'], true],
  ['another case', ['timeline', 'mu-2', 'en'], false],
  ['something else of the same case', ['dispute-timeline', 'mu-1', 'en'], false],
  ['something that is asked for otherwise', ['timeline', 'mu-1', 'all', 'en'], false],
])('%s is shown meanwhile: %j → %p', (_, queryKey, isShown) => {
  const shown = translated(['timeline', 'mu-1'], 'zh').placeholderData('words', { queryKey });
  expect(shown).toBe(isShown ? 'words' : undefined);
});

test('where nothing was shown, nothing is', () => {
  expect(translated(['timeline', 'mu-1'], 'zh').placeholderData('words', undefined)).toBeUndefined();
});
