/** Sets text of a kind in the language and the font of a document. */
import type { Document } from '../document.js';
import { breakLines, breakParagraphs, cutToLine, type Line, type Setting } from '../break-lines.js';
import type { Faces, Weight } from '../faces.js';
import type { Mark, Tone } from './marks.js';
import { baselineOf, type Kind, type Type, types } from './measures.js';

export type Align = 'start' | 'middle' | 'end';

/** Where a line goes: its upper edge, and the width that it is aligned in. */
type Place = Readonly<{ x: number; y: number; width: number; align?: Align; weight?: Weight; tone?: Tone }>;

export type Setter = Readonly<{
  language: Document['language'];
  typeOf: (kind: Kind) => Type;
  /** In points. */
  widthOf: (kind: Kind, text: string, weight?: Weight) => number;
  lines: (kind: Kind, text: string, width: number, weight?: Weight) => readonly Line[];
  /** Lines that fill their width, by paragraph. */
  paragraphs: (kind: Kind, text: string, width: number, indent: number) => readonly (readonly Line[])[];
  /** One line; what does not fit is left out, which `…` tells. */
  cut: (kind: Kind, text: string, width: number, weight?: Weight) => Line;
  mark: (kind: Kind, line: Line, place: Place) => Mark;
}>;

const shares: Readonly<Record<Align, number>> = { start: 0, middle: 0.5, end: 1 };

export const setterOf = (language: Document['language'], faces: Faces): Setter => {
  const typeOf = (kind: Kind) => types[language][kind];
  const settingOf = (kind: Kind, width: number, weight: Weight = 'regular'): Setting => ({
    face: faces[weight],
    size: typeOf(kind).size,
    width,
    language,
  });
  return {
    language,
    typeOf,
    widthOf: (kind, text, weight = 'regular') => faces[weight].widthOf(text) * typeOf(kind).size,
    lines: (kind, text, width, weight) => breakLines(text, settingOf(kind, width, weight)),
    paragraphs: (kind, text, width, indent) =>
      breakParagraphs(text, { ...settingOf(kind, width), indent, fills: true }),
    cut: (kind, text, width, weight) => cutToLine(text, settingOf(kind, width, weight)),
    mark: (kind, line, { x, y, width, align = 'start', weight = 'regular', tone = 'black' }) => {
      const type = typeOf(kind);
      return {
        kind: 'text',
        x: x + shares[align] * (width - line.width),
        y: y + baselineOf(type),
        text: line.text,
        size: type.size,
        spread: line.spread,
        weight,
        tone,
      };
    },
  };
};
