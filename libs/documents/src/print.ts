/** A document as a file. */
import { hashOf } from '@mulin/kernel';
import { cleanedIn, codePointName } from './characters.js';
import type { Block, Document } from './document.js';
import { type Faces, facesFor, type Features } from './faces.js';
import { layOut } from './layout/lay-out.js';
import { setterOf } from './layout/setter.js';
import { paintPages } from './paint.js';
import { words } from './words.js';

/** A printed document. */
export type Printed = Readonly<{
  /** The file, PDF/A-2b. The same document gives the same bytes at any time; another Node may compress them in another way. */
  bytes: Uint8Array;
  pages: number;
  /** SHA-256 of what the document says, 64 hexadecimal digits, also in the footer of each page. */
  fingerprint: string;
  /** Characters that the font lacks, each once, in the order in which they come; a box stands for each. */
  lacking: readonly string[];
}>;

/** Quotation marks of the font are as wide as ideographs, which English wants as wide as its letters. */
const featuresOf = { en: ['pwid'], zh: [] } as const satisfies Readonly<
  Record<Document['language'], Features>
>;

const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
};

/** Characters of a document that the font lacks. */
const lackingIn = (document: Document, { regular }: Faces): readonly string[] => {
  const characters = new Set(textsIn(document).flatMap((text) => Array.from(text)));
  return [...characters].filter((character) => character !== '\n' && regular.lacks(character));
};

const noteOf = ({ language }: Document, lacking: readonly string[]): readonly Block[] => {
  if (lacking.length === 0) return [];
  const points = lacking.map(codePointName).join(language === 'zh' ? '、' : ', ');
  return [{ kind: 'note', text: words[language].lacking(points) }];
};

/**
 * Prints a document on A4 in Noto Sans SC, of which the file holds the characters that it needs.
 *
 * @throws `RangeError` for a table with a row that has not one cell for each column, or with a share that is not above 0.
 */
export const printDocument = async (given: Document): Promise<Printed> => {
  const document = cleanedIn(given);
  const faces = facesFor(featuresOf[document.language]);
  const lacking = lackingIn(document, faces);
  const fingerprint = await hashOf(document);
  const noted = { ...document, blocks: [...document.blocks, ...noteOf(document, lacking)] };
  const pages = await layOut(noted, setterOf(document.language, faces), fingerprint);
  const bytes = await paintPages(document, pages, faces);
  return { bytes, pages: pages.length, fingerprint, lacking };
};
