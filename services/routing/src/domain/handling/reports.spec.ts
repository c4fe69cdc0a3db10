/** What a report says and shows, when it is the same as another, and what a finish lacks. */
import { describe, expect, test } from '@jest/globals';
import {
  contentOf,
  hasSubstance,
  inNextCycle,
  isNothing,
  isSame,
  lackOf,
  nothingReported,
  type Report,
  substanceOf,
  withRefusal,
  withReport,
  withShown,
} from './reports.js';

const words: Report = { wordsId: 'words-1', wordsHash: 'h1' };
const photos: Report = { photoIds: ['p1', 'p2'] };

describe('A report', () => {
  test.each<[string, Report, ReturnType<typeof contentOf>, boolean]>([
    ['nothing', {}, 'none', true],
    ['no photo', { photoIds: [] }, 'none', true],
    ['words', words, 'text', false],
    ['photos', photos, 'photo', false],
    ['both', { ...words, ...photos }, 'text-and-photo', false],
  ])('of %s is called so', (_, report, content, nothing) => {
    expect(contentOf(report)).toBe(content);
    expect(isNothing(report)).toBe(nothing);
  });

  test('is the same as one that says and shows the same, in whatever order', () => {
    expect(isSame({ ...words, ...photos }, { ...words, photoIds: ['p2', 'p1'] })).toBe(true);
    expect(isSame(words, { ...words, wordsId: 'words-2' })).toBe(true);
    expect(isSame(words, { ...words, wordsHash: 'h2' })).toBe(false);
    expect(isSame({ ...words, ...photos }, words)).toBe(false);
    expect(isSame(photos, { photoIds: ['p1', 'p3'] })).toBe(false);
    expect(isSame({}, { photoIds: [] })).toBe(true);
  });

  test('says the same in other letters of the same kind, and with other dots', () => {
    expect(substanceOf('Done,  at ９!')).toBe('doneat9');
    expect(substanceOf('已 处理。')).toBe('已处理');
    expect(substanceOf('…')).toBe('');
  });

  test('counts with other words than the last two times, or with a photo that was not shown', () => {
    const once = withReport(nothingReported, words);
    const twice = withReport(once, words);
    expect([nothingReported, once, twice].map((before) => hasSubstance(before, words))).toEqual([
      true,
      true,
      false,
    ]);
    expect(hasSubstance(twice, { wordsHash: 'h2' })).toBe(true);
    expect(hasSubstance(twice, { ...words, photoIds: ['p9'] })).toBe(true);
    expect(hasSubstance(withReport(nothingReported, photos), photos)).toBe(false);
    expect(hasSubstance(nothingReported, {})).toBe(false);
    expect(hasSubstance(withReport(twice, photos), words)).toBe(false);
  });
});

describe('A finish', () => {
  const both = { photo: true, words: true };

  test('lacks what is demanded and is not there, the photo first', () => {
    expect(lackOf({}, {}, [])).toBeNull();
    expect(lackOf(both, {}, [])).toBe('photo');
    expect(lackOf(both, photos, [])).toBe('words');
    expect(lackOf(both, { ...words, ...photos }, [])).toBeNull();
    expect(lackOf({ words: true }, { wordsId: 'words-1' }, [])).toBe('words');
    expect(lackOf({ photo: true }, words, [])).toBe('photo');
  });

  test('shows at least one photo that was not shown of an attempt before', () => {
    expect(lackOf({ photo: true }, photos, ['p1'])).toBeNull();
    expect(lackOf({ photo: true }, photos, ['p2', 'p1'])).toBe('new-photo');
    const shown = withShown(nothingReported, photos);
    expect(shown.stale).toEqual([]);
    expect(withRefusal(shown).stale).toEqual(['p1', 'p2']);
  });

  test('of the next cycle begins anew, with what was shown before as old', () => {
    const before = withReport(withReport(nothingReported, { ...words, ...photos }), words);
    expect(before).toMatchObject({ wordsHash: 'h1', running: 2, photoIds: ['p1', 'p2'] });
    expect(inNextCycle(before)).toEqual({
      wordsHash: null,
      running: 0,
      photoIds: ['p1', 'p2'],
      stale: ['p1', 'p2'],
    });
  });
});
