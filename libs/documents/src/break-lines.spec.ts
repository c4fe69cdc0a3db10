import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { breakLines, breakParagraphs, cutToLine, type Setting } from './break-lines.js';
import { facesFor } from './faces.js';

const face = facesFor([]).regular;
/** Ten ideographs in a line. */
const ten: Setting = { face, size: 10, width: 100, language: 'zh' };
const textsOf = (text: string, setting = ten) => breakLines(text, setting).map((line) => line.text);

describe('Chinese', () => {
  test('is broken between any two ideographs', () => {
    expect(textsOf('一二三四五六七八九十一二三')).toEqual(['一二三四五六七八九十', '一二三']);
  });

  test.each(['、', '。', '，', '；', '：', '？', '！', '）', '》', '”', '…', '·', '～'])(
    'begins no line with %s',
    (mark) => {
      expect(textsOf(`一二三四五六七八九十${mark}一二`)).toEqual(['一二三四五六七八九', `十${mark}一二`]);
    },
  );

  test.each(['（', '《', '“'])('ends no line with %s', (mark) => {
    expect(textsOf(`一二三四五六七八九${mark}一二`)).toEqual(['一二三四五六七八九', `${mark}一二`]);
  });

  test('takes no apostrophe for a mark of quotation', () => {
    expect(textsOf('一二三四五六七八O’Brien')).toEqual(['一二三四五六七八', 'O’Brien']);
  });

  test('keeps two dashes and two dots of an ellipsis together', () => {
    expect(textsOf('一二三四五六七八九——一')[0]).toBe('一二三四五六七八');
    expect(textsOf('一二三四五六七八九……一')[0]).toBe('一二三四五六七八');
  });

  test('keeps a figure with what belongs to it', () => {
    expect(textsOf('一二三四五六七八九十95.2%')).toEqual(['一二三四五六七八九十', '95.2%']);
    expect(textsOf('一二三四五六七八6,800元')[0]).toBe('一二三四五六七八');
  });
});

describe('Latin', () => {
  test('words are not broken, and a line drops the spaces at its end', () => {
    const setting: Setting = { ...ten, language: 'en' };
    expect(textsOf('The parties have agreed', setting)).toEqual(['The parties have', 'agreed']);
    expect(textsOf('The parties have      agreed', setting)).toEqual(['The parties have', 'agreed']);
  });

  test('a word that is wider than a line is broken, and no line is wider for it', () => {
    const lines = breakLines('x'.repeat(1_000), ten);
    expect(lines.map(({ text }) => text).join('')).toBe('x'.repeat(1_000));
    expect(Math.max(...lines.map(({ width }) => width))).toBeLessThanOrEqual(ten.width);
  });
});

test('a paragraph ends where a line feed stands, and one without text is an empty line', () => {
  expect(textsOf('甲\n\n乙')).toEqual(['甲', '', '乙']);
  expect(textsOf('')).toEqual(['']);
});

test('the first line leaves room for its indent, also in the next paragraph', () => {
  const text = '一二三四五六七八九十一\n一二三四五六七八九十';
  const found = breakParagraphs(text, { ...ten, indent: 20 }).map((lines) => lines.map((it) => it.text));
  expect(found).toEqual([
    ['一二三四五六七八', '九十一'],
    ['一二三四五六七八', '九十'],
  ]);
});

describe('A Chinese line', () => {
  const full = { ...ten, width: 208, fills: true };

  test('fills its width, but the last one', () => {
    const [first, last] = breakLines('一'.repeat(21), full);
    expect(first?.spread).toBeCloseTo(8 / 19);
    expect(last?.spread).toBe(0);
  });

  test('stays short where the distance would be seen, and where nobody asked for it', () => {
    expect(breakLines('一'.repeat(11), { ...full, width: 109 }).map(({ spread }) => spread)).toEqual([1, 0]);
    expect(breakLines('一二三四五六七八九十', { ...full, width: 58 })[0]?.spread).toBe(0);
    expect(breakLines('一'.repeat(21), { ...full, fills: false })[0]?.spread).toBe(0);
    expect(breakLines('一'.repeat(21), { ...full, language: 'en' })[0]?.spread).toBe(0);
  });
});

describe('A text that is cut', () => {
  test('stays whole where it fits', () => {
    expect(cutToLine('一二三', ten).text).toBe('一二三');
  });

  test('says that something is left out, and is as long as the line lets it be', () => {
    expect(cutToLine('一二三四五六七八九十一', ten).text).toBe('一二三四五六七八九…');
    expect(cutToLine('一二\n三', ten).text).toBe('一二 三');
  });
});

test('no text loses a character but spaces at the ends of lines, and no line but one of a single character is too wide', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.integer({ min: 5, max: 300 }),
      (text, width) => {
        const lines = breakLines(text, { ...ten, width });
        expect(
          lines
            .map((it) => it.text)
            .join('')
            .replace(/ /g, ''),
        ).toBe(text.replace(/[ \n]/g, ''));
        const one = new Intl.Segmenter();
        for (const line of lines)
          if ([...one.segment(line.text.trim())].length > 1)
            expect(line.width).toBeLessThanOrEqual(width + 0.001);
      },
    ),
  );
});
