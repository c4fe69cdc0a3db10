/** Titles, headings, paragraphs, terms and notes. */
import type { Line } from '../break-lines.js';
import { words } from '../words.js';
import type { Flow } from './flow.js';
import { type Kind, page, textWidth } from './measures.js';
import type { Setter } from './setter.js';

type Style = Readonly<{
  kind: Kind;
  x: number;
  width: number;
  indent?: number;
  align?: 'start' | 'middle' | 'end';
  weight?: 'regular' | 'bold';
  tone?: 'black' | 'grey';
}>;

/** So many lines of a paragraph stay together at its beginning and at its end. */
const together = 2;

const putLine = (setter: Setter, flow: Flow, line: Line, { kind, indent = 0, ...style }: Style) => {
  const place = { ...style, x: style.x + indent, width: style.width - indent, y: flow.y() };
  flow.put(setter.mark(kind, line, place));
  flow.advance(setter.typeOf(kind).leading);
};

/** How many lines, from this place on, have to stand on one page. */
const keptFrom = (place: number, count: number): number => {
  const left = count - place;
  if (place === 0) return left <= together + 1 ? left : together;
  return left === together ? together : 1;
};

/** A paragraph, no line of which stands alone on a page. */
const putLines = (setter: Setter, flow: Flow, lines: readonly Line[], { indent = 0, ...style }: Style) => {
  const { leading } = setter.typeOf(style.kind);
  for (const [place, line] of lines.entries()) {
    flow.keep(keptFrom(place, lines.length) * leading);
    putLine(setter, flow, line, place === 0 ? { ...style, indent } : style);
  }
};

const putWhole = (setter: Setter, flow: Flow, text: string, style: Style) => {
  const lines = setter.lines(style.kind, text, style.width, style.weight);
  putLines(setter, flow, lines, style);
};

export const putTitle = (setter: Setter, flow: Flow, text: string) => {
  flow.gap(18);
  putWhole(setter, flow, text, {
    kind: 'title',
    x: page.left,
    width: textWidth,
    align: 'middle',
    weight: 'bold',
  });
  flow.advance(2);
};

export const putSubtitle = (setter: Setter, flow: Flow, text: string, number: string | undefined) => {
  const style = { kind: 'subtitle', x: page.left, width: textWidth } as const;
  if (text !== '') putWhole(setter, flow, text, { ...style, align: 'middle' });
  flow.advance(4);
  if (number !== undefined)
    putWhole(setter, flow, `${words[setter.language].number} ${number}`.replace('： ', '：'), {
      ...style,
      align: 'end',
      tone: 'grey',
    });
};

/** Room for a heading and two lines of what follows. */
export const putHeading = (setter: Setter, flow: Flow, text: string) => {
  const { leading } = setter.typeOf('heading');
  const style = { kind: 'heading', x: page.left, width: textWidth, weight: 'bold' } as const;
  const lines = setter.lines('heading', text, textWidth, 'bold');
  flow.gap(8);
  flow.keep(lines.length * leading + 3 * setter.typeOf('body').leading);
  putLines(setter, flow, lines, style);
  flow.advance(2);
};

/** Chinese paragraphs begin with two characters of space; English ones are set apart. */
const indentCharacters = 2;

export const putParagraph = (setter: Setter, flow: Flow, text: string) => {
  const isChinese = setter.language === 'zh';
  const indent = isChinese ? indentCharacters * setter.typeOf('body').size : 0;
  for (const lines of setter.paragraphs('body', text, textWidth, indent)) {
    flow.gap(isChinese ? 1 : 5);
    putLines(setter, flow, lines, { kind: 'body', x: page.left, width: textWidth, indent });
  }
};

/** Labels stand in the indent of their terms. */
export const putTerms = (setter: Setter, flow: Flow, items: readonly string[]) => {
  const { termLabel } = words[setter.language];
  const { size } = setter.typeOf('body');
  const labels = items.map((_, place) => termLabel(place + 1));
  const widest = Math.max(...labels.map((label) => setter.widthOf('body', label)), 0);
  const indent = Math.max(indentCharacters * size, widest + (setter.language === 'en' ? 0.4 * size : 0));
  for (const [place, item] of items.entries()) {
    const [first = [], ...more] = setter.paragraphs('body', item, textWidth - indent, 0);
    flow.gap(3);
    // As much as the lines will keep: a label goes with its term.
    flow.keep(keptFrom(0, first.length) * setter.typeOf('body').leading);
    const label = setter.cut('body', labels[place] ?? '', indent);
    flow.put(setter.mark('body', label, { x: page.left, y: flow.y(), width: indent }));
    for (const lines of [first, ...more])
      putLines(setter, flow, lines, { kind: 'body', x: page.left + indent, width: textWidth - indent });
  }
};

export const putNote = (setter: Setter, flow: Flow, text: string) => {
  flow.gap(6);
  putWhole(setter, flow, text, { kind: 'note', x: page.left, width: textWidth, tone: 'grey' });
};
