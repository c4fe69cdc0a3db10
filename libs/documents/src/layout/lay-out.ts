/** Puts the blocks of a document on pages, and header and footer around them. */
import type { Block, Document } from '../document.js';
import { words } from '../words.js';
import { type Flow, fullPage, startFlow } from './flow.js';
import type { Mark } from './marks.js';
import { mm, page, textWidth } from './measures.js';
import type { Setter } from './setter.js';
import { putSignatures } from './signatures.js';
import { putEntries, putTable } from './tables.js';
import { putHeading, putNote, putParagraph, putSubtitle, putTerms, putTitle } from './text-blocks.js';

const putBlock = (setter: Setter, flow: Flow, block: Block): void => {
  switch (block.kind) {
    case 'title':
      return putTitle(setter, flow, block.text);
    case 'subtitle':
      return putSubtitle(setter, flow, block.text, block.number);
    case 'heading':
      return putHeading(setter, flow, block.text);
    case 'paragraph':
      return putParagraph(setter, flow, block.text);
    case 'terms':
      return putTerms(setter, flow, block.items);
    case 'entries':
      return putEntries(setter, flow, block.entries, block.across ?? 1);
    case 'table':
      return putTable(setter, flow, block.columns, block.rows);
    case 'signatures':
      return putSignatures(setter, flow, block.signers);
    case 'note':
      return putNote(setter, flow, block.text);
    case 'page-break':
      return flow.newPage();
  }
};

const rule = (y: number): Mark => ({
  kind: 'rule',
  x: page.left,
  y,
  toX: page.left + textWidth,
  toY: y,
  tone: 'rule',
});

const headerY = 14 * mm;
const footerY = page.height - 18 * mm;

const headerOf = (setter: Setter, { title }: Document): readonly Mark[] => {
  const { leading } = setter.typeOf('margin');
  const line = setter.cut('margin', title, textWidth);
  return [
    setter.mark('margin', line, { x: page.left, y: headerY, width: textWidth, tone: 'grey' }),
    rule(headerY + leading + 2),
  ];
};

const footerOf = (
  setter: Setter,
  { number }: Document,
  fingerprint: string,
  ofPages: string,
): readonly Mark[] => {
  const { leading } = setter.typeOf('margin');
  const place = { x: page.left, width: textWidth, tone: 'grey' } as const;
  const pages = setter.cut('margin', ofPages, textWidth);
  const spoken = words[setter.language];
  const numberText = `${spoken.number} ${number}`.replace('： ', '：');
  const numberLine = setter.cut('margin', numberText, textWidth - pages.width - 4 * mm);
  const printed = setter.cut('margin', `${spoken.fingerprint} ${fingerprint}`, textWidth);
  return [
    rule(footerY - 3),
    setter.mark('margin', numberLine, { ...place, y: footerY }),
    setter.mark('margin', pages, { ...place, y: footerY, align: 'end' }),
    setter.mark('margin', printed, { ...place, y: footerY + leading }),
  ];
};

/** How much of an empty page some blocks take, in points. */
const heightOf = (setter: Setter, blocks: readonly Block[]): number => {
  const flow = startFlow();
  for (const block of blocks) putBlock(setter, flow, block);
  return (flow.pages().length - 1) * fullPage + flow.y() - page.top;
};

/** Nobody signs a page that says nothing: the last paragraph goes with its signatures, where one page holds both. */
const keepWithSignatures = (setter: Setter, flow: Flow, block: Block, next: Block | undefined) => {
  if (next?.kind !== 'signatures' || block.kind === 'page-break') return;
  const gap = setter.typeOf('body').leading / 2;
  flow.keep(heightOf(setter, [block, next]) + gap);
};

const nextTurn = () => new Promise<void>((resolve) => void setImmediate(resolve));

/**
 * @param fingerprint what is printed in the footer of each page.
 * @returns the marks of each page. Between blocks others get their turn: a long report does not hold up a town.
 */
export const layOut = async (
  document: Document,
  setter: Setter,
  fingerprint: string,
): Promise<readonly (readonly Mark[])[]> => {
  const flow = startFlow();
  for (const [place, block] of document.blocks.entries()) {
    keepWithSignatures(setter, flow, block, document.blocks[place + 1]);
    putBlock(setter, flow, block);
    await nextTurn();
  }
  const bodies = flow.pages();
  return bodies.map((marks, place) => [
    ...(place === 0 ? [] : headerOf(setter, document)),
    ...marks,
    ...footerOf(setter, document, fingerprint, words[setter.language].pageOf(place + 1, bodies.length)),
  ]);
};
