/** Writes pages as a file of PDF/A-2b, which archives keep: fonts within, nothing from outside. */
import type { Document } from './document.js';
import { codePointName } from './characters.js';
import PDFDocument from 'pdfkit';
import type { Faces } from './faces.js';
import type { Mark, Tone } from './layout/marks.js';
import { page } from './layout/measures.js';

/** Black on paper, and three greys that also a copier keeps apart. */
const colours: Readonly<Record<Tone, string>> = {
  black: '#000000',
  grey: '#555555',
  rule: '#8a8a8a',
  tint: '#efefef',
};

const ruleWidth = 0.5;

type Paper = Readonly<{ pdf: PDFKit.PDFDocument; faces: Faces }>;

type TextMark = Extract<Mark, { kind: 'text' }>;

/** The digits of a code point in a box: in two rows, so that also five or six can be read. */
const paintBox = ({ pdf }: Paper, character: string, x: number, { y, size, tone }: TextMark) => {
  const digits = codePointName(character).slice(2);
  const half = Math.ceil(digits.length / 2);
  const [left, top, side] = [x + 0.06 * size, y - 0.84 * size, 0.88 * size];
  pdf.lineWidth(0.4).strokeColor(colours[tone]).rect(left, top, side, side).stroke();
  pdf.font('regular').fontSize(0.38 * size);
  for (const [row, text] of [digits.slice(0, half), digits.slice(half)].entries()) {
    const width = pdf.widthOfString(text);
    pdf.text(text, left + (side - width) / 2, top + (0.4 + 0.42 * row) * size, {
      lineBreak: false,
      baseline: 'alphabetic',
    });
  }
};

const paintText = (paper: Paper, mark: TextMark) => {
  const { pdf, faces } = paper;
  let { x } = mark;
  pdf.fillColor(colours[mark.tone]);
  for (const { text, isLacking, width, features } of faces[mark.weight].runsOf(mark.text)) {
    if (isLacking) {
      // Whoever copies the text, or has it read aloud, gets the character itself.
      pdf.markContent('Span', { actual: text });
      paintBox(paper, text, x, mark);
      pdf.endMarkedContent();
    } else {
      pdf.font(mark.weight).fontSize(mark.size);
      pdf.text(text, x, mark.y, {
        lineBreak: false,
        baseline: 'alphabetic',
        characterSpacing: mark.spread,
        features: [...features],
      });
    }
    x += width * mark.size + mark.spread * Array.from(text).length;
  }
};

const paint = (paper: Paper, mark: Mark): void => {
  const { pdf } = paper;
  switch (mark.kind) {
    case 'text':
      return paintText(paper, mark);
    case 'rule':
      pdf.lineWidth(ruleWidth).strokeColor(colours[mark.tone]);
      pdf.moveTo(mark.x, mark.y).lineTo(mark.toX, mark.toY).stroke();
      return;
    case 'area':
      pdf.rect(mark.x, mark.y, mark.width, mark.height).fill(colours[mark.tone]);
      return;
    case 'circle':
      pdf.save().lineWidth(ruleWidth).strokeColor(colours[mark.tone]).dash(3, { space: 3 });
      pdf.circle(mark.x, mark.y, mark.radius).stroke().restore();
      return;
  }
};

const tags = { en: 'en', zh: 'zh-CN' } as const;

/** Everything that pdfkit would else take from a clock is given: the same document is the same bytes. */
const fileFor = ({ title, number, language, drawnUpAt }: Document): PDFKit.PDFDocument =>
  new PDFDocument({
    size: [page.width, page.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    subset: 'PDF/A-2b',
    lang: tags[language],
    displayTitle: true,
    info: {
      Title: title,
      Subject: number,
      Producer: 'Mulin',
      Creator: 'Mulin',
      CreationDate: new Date(drawnUpAt),
      ModDate: new Date(drawnUpAt),
    },
  });

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/** @returns the bytes of the file. Between pages others get their turn. */
export const paintPages = async (
  document: Document,
  pages: readonly (readonly Mark[])[],
  faces: Faces,
): Promise<Uint8Array> => {
  const pdf = fileFor(document);
  const chunks: Uint8Array[] = [];
  pdf.on('data', (chunk: Uint8Array) => void chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => void pdf.on('end', resolve).on('error', reject));
  for (const weight of ['regular', 'bold'] as const)
    // Typed as bytes or a path; a font that was opened is taken as well, and so is not opened twice.
    pdf.registerFont(weight, faces[weight].font as unknown as Buffer);
  for (const marks of pages) {
    pdf.addPage();
    for (const mark of marks) paint({ pdf, faces }, mark);
    await nextTurn();
  }
  pdf.end();
  await ended;
  return Buffer.concat(chunks);
};
