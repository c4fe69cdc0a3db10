/** Sizes of the page and of the type, in points. */
import type { LocalizedText } from '@mulin/kernel';

/** One millimetre. */
export const mm = 72 / 25.4;

/** A4, upright (ISO 216). Margins leave room for a punch on the left and for header and footer. */
export const page = {
  width: 210 * mm,
  height: 297 * mm,
  left: 25 * mm,
  right: 22 * mm,
  top: 24 * mm,
  bottom: 25 * mm,
} as const;

/** Between the margins. */
export const textWidth = page.width - page.left - page.right;

/** Size of the type, and from one baseline to the next. */
export type Type = Readonly<{ size: number; leading: number }>;

export type Kind = 'title' | 'subtitle' | 'heading' | 'body' | 'form' | 'table' | 'note' | 'margin';

/** Chinese is set larger and wider apart, as its characters are denser. 12 points are the 小四 of office documents. */
export const types: Readonly<Record<keyof LocalizedText, Readonly<Record<Kind, Type>>>> = {
  zh: {
    title: { size: 20, leading: 30 },
    subtitle: { size: 11, leading: 17 },
    heading: { size: 12, leading: 20 },
    body: { size: 11.5, leading: 20 },
    form: { size: 10, leading: 15 },
    table: { size: 9, leading: 13 },
    note: { size: 8.5, leading: 12.5 },
    margin: { size: 8, leading: 11 },
  },
  en: {
    title: { size: 19, leading: 25 },
    subtitle: { size: 11, leading: 15 },
    heading: { size: 11.5, leading: 17 },
    body: { size: 10.5, leading: 15.5 },
    form: { size: 9.5, leading: 13 },
    table: { size: 8.5, leading: 11.5 },
    note: { size: 8, leading: 11 },
    margin: { size: 7.5, leading: 10 },
  },
};

/** Where in a line of 1 em the baseline lies, below its upper edge: the ideographs of the font reach from 0.12 above to 0.88. */
const baselineShare = 0.88;

/** How far below the upper edge of a line its baseline lies. */
export const baselineOf = ({ size, leading }: Type): number => (leading - size) / 2 + baselineShare * size;
