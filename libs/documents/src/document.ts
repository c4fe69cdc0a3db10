/** What a document says: plain data, without fonts, sizes or places. */
import type { Instant, LocalizedText } from '@mulin/kernel';

/** One column of a table. */
export type Column = Readonly<{
  head: string;
  /** Of the width of the page, beside the shares of the other columns; more than 0. */
  share: number;
  /** `end` for figures; `start` where it is left out. */
  align?: 'start' | 'end';
}>;

/** A name and what stands for it in a form. */
export type Entry = Readonly<{
  key: string;
  value: string;
  /** Takes a row of its own where two entries stand beside each other. */
  wide?: boolean;
}>;

/** Who signs. */
export type Signer = Readonly<{
  /** In which capacity. */
  role: string;
  name?: string;
  /** Leaves a circle of 42 mm for a seal, the size that the State Council gives to towns (国发〔1999〕25号). */
  seal?: boolean;
}>;

/**
 * A part of a document. Texts may hold anything a person can type: what would not be seen is left out, a line feed begins
 * a new paragraph, and what the font lacks is drawn as a box with its code point.
 */
export type Block = Readonly<
  | { kind: 'title'; text: string }
  | { kind: 'subtitle'; text: string; number?: string }
  /** Stays on the page of what follows. */
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** Numbered in the manner of the language. */
  | { kind: 'terms'; items: readonly string[] }
  | { kind: 'entries'; entries: readonly Entry[]; across?: 1 | 2 }
  /** The head is repeated on each page; a cell that is taller than a page goes on there. */
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly string[])[] }
  | { kind: 'signatures'; signers: readonly Signer[] }
  | { kind: 'note'; text: string }
  | { kind: 'page-break' }
>;

/** A document, which is printed on A4. */
export type Document = Readonly<{
  language: keyof LocalizedText;
  /** In the header of each page but the first, and in the properties of the file. */
  title: string;
  /** In the footer of each page. */
  number: string;
  /** When it was drawn up: the file's date, so that the same document is the same file whenever it is made. */
  drawnUpAt: Instant;
  blocks: readonly Block[];
}>;
