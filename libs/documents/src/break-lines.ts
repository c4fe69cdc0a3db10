/** Where a text goes on in the next line. */
import type { LocalizedText } from '@mulin/kernel';
import LineBreaker from 'linebreak';
import type { Face } from './faces.js';

export type Line = Readonly<{
  text: string;
  /** In points. */
  width: number;
  /** Points between its characters by which it fills the line; 0 in the last line of a paragraph. */
  spread: number;
}>;

/** How a paragraph is set. Lengths are in points. */
export type Setting = Readonly<{
  face: Face;
  size: number;
  width: number;
  language: keyof LocalizedText;
  /** Of the first line. */
  indent?: number;
  /** Whether lines fill the width, as Chinese is set; a table's cell is too narrow for it. */
  fills?: boolean;
}>;

/** What cannot be broken, and the spaces after it, which a line that ends there drops. */
type Piece = Readonly<{ word: string; spaces: string }>;

/**
 * Unicode lets a line begin with these; GB/T 15834-2011, 5.1 does not (marks of connection, separation and the dot in
 * names), nor do the words of a name that a dot joins.
 */
const neverFirst = /^[·・‧～~／/—–-]/u;

/**
 * Unicode does not know which way a curly mark of quotation looks, and breaks on neither side. In Chinese it is a bracket:
 * the breaker is given one, but for an apostrophe.
 */
const brackets: Readonly<Record<string, string>> = { '“': '「', '”': '」', '‘': '『', '’': '』' };
const quotationMarks = /[“”‘]|(?<!\p{Script=Latin})’|’(?!\p{Script=Latin})/gu;

const asBroken = (paragraph: string, language: Setting['language']): string =>
  language === 'zh' ? paragraph.replace(quotationMarks, (mark) => brackets[mark] ?? mark) : paragraph;

const piecesOf = (paragraph: string, language: Setting['language']): readonly Piece[] => {
  const breaker = new LineBreaker(asBroken(paragraph, language));
  const pieces: Piece[] = [];
  let from = 0;
  for (let next = breaker.nextBreak(); next !== null; next = breaker.nextBreak()) {
    if (neverFirst.test(paragraph.slice(next.position))) continue;
    const piece = paragraph.slice(from, next.position);
    const word = piece.replace(/ +$/u, '');
    pieces.push({ word, spaces: piece.slice(word.length) });
    from = next.position;
  }
  return pieces;
};

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** No word of any language is longer; what is, need not be measured to be broken. */
const longestWord = 200;

/** A word that is wider than a line is broken wherever it has to be. */
const fittingPieces = (paragraph: string, { face, size, width, language }: Setting): readonly Piece[] =>
  piecesOf(paragraph, language).flatMap((piece) => {
    if (piece.word.length <= longestWord && face.widthOf(piece.word) * size <= width) return [piece];
    const parts = Array.from(graphemes.segment(piece.word), ({ segment }) => ({ word: segment, spaces: '' }));
    return [...parts, { word: '', spaces: piece.spaces }];
  });

/** More than this between two characters, in em, is seen: such a line stays short. */
const spreadAtMost = 0.12;

const spreadOf = (text: string, left: number, { size, language, fills = false }: Setting): number => {
  if (!fills || language !== 'zh' || left <= 0) return 0;
  const gaps = Array.from(text).length - 1;
  const spread = gaps > 0 ? left / gaps : 0;
  return spread <= spreadAtMost * size ? spread : 0;
};

const linesOfParagraph = (paragraph: string, setting: Setting): readonly Line[] => {
  const { face, size, width, indent = 0 } = setting;
  const lines: Line[] = [];
  let [text, used, pending, pendingWidth] = ['', 0, '', 0];
  const room = () => width - (lines.length === 0 ? indent : 0);
  const end = (isLast: boolean) => {
    lines.push({ text, width: used, spread: isLast ? 0 : spreadOf(text, room() - used, setting) });
    [text, used, pending, pendingWidth] = ['', 0, '', 0];
  };
  for (const { word, spaces } of fittingPieces(paragraph, setting)) {
    const wordWidth = face.widthOf(word) * size;
    if (text !== '' && used + pendingWidth + wordWidth > room()) end(false);
    text += pending + word;
    used += pendingWidth + wordWidth;
    [pending, pendingWidth] = [spaces, face.widthOf(spaces) * size];
  }
  end(true);
  return lines;
};

/** @returns for each paragraph (a line feed ends one) its lines, at least one. */
export const breakParagraphs = (text: string, setting: Setting): readonly (readonly Line[])[] =>
  text.split('\n').map((paragraph) => linesOfParagraph(paragraph, setting));

/** All lines of a text; each paragraph begins a line. */
export const breakLines = (text: string, setting: Setting): readonly Line[] =>
  breakParagraphs(text, setting).flat();

const ellipsis = '…';

/** As much of a text as fits one line; what was left out is marked. */
export const cutToLine = (text: string, { face, size, width }: Setting): Line => {
  const whole = text.replace(/\n/g, ' ');
  const fits = (it: string) => face.widthOf(it) * size <= width;
  if (fits(whole)) return { text: whole, width: face.widthOf(whole) * size, spread: 0 };
  const characters = Array.from(whole);
  let [enough, tooMany] = [0, characters.length];
  while (tooMany - enough > 1) {
    const tried = Math.floor((enough + tooMany) / 2);
    if (fits(characters.slice(0, tried).join('') + ellipsis)) enough = tried;
    else tooMany = tried;
  }
  const cut = characters.slice(0, enough).join('') + ellipsis;
  return { text: cut, width: face.widthOf(cut) * size, spread: 0 };
};
