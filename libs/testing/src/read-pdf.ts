/** Reads printed files with another library than the one that writes them. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text as it lies on a page: points from the lower left corner. */
type Placed = Readonly<{ text: string; x: number; y: number; width: number; size: number }>;

/** What can be asked of a file. */
export type PdfReading = Readonly<{
  pages: number;
  title: string;
  language: string | null;
  /** Text of each page, without the ends of its lines. */
  texts: readonly string[];
  placed: readonly (readonly Placed[])[];
}>;

const placedOn = async (file: PDFDocumentProxy, place: number): Promise<readonly Placed[]> => {
  const { items } = await (await file.getPage(place)).getTextContent({ disableNormalization: true });
  return items.flatMap((item) => {
    if (!('str' in item) || item.str === '') return [];
    const [size = 0, , , , x = 0, y = 0] = item.transform as readonly number[];
    return [{ text: item.str, x, y, width: item.width, size }];
  });
};

/** What a file says, page by page. */
export const readPdf = async (bytes: Uint8Array): Promise<PdfReading> => {
  // Read only where a document is: it is large, and everybody else does without.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // It takes over the bytes that it is given.
  const task = getDocument({ data: Uint8Array.from(bytes), verbosity: 0, useSystemFonts: false });
  const file = await task.promise;
  const { info } = await file.getMetadata();
  const placed = await Promise.all(
    Array.from({ length: file.numPages }, (_, place) => placedOn(file, place + 1)),
  );
  const { Title, Language } = info as Readonly<{ Title: string; Language: string | null }>;
  await task.destroy();
  return {
    pages: placed.length,
    title: Title,
    language: Language,
    placed,
    texts: placed.map((items) => items.map(({ text }) => text).join('')),
  };
};
