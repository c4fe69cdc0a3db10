/** How long it takes to print a monthly report: one table of all micro-grids, and a page for each of them. */
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { type Block, type Column, type Document, printDocument } from '@mulin/documents';
import { instant } from '@mulin/kernel';

/** As many as the town has. */
const grids = 297;

const columns: readonly Column[] = [
  { head: '网格', share: 3 },
  { head: '网格员', share: 1.6 },
  { head: '诉求', share: 1, align: 'end' },
  { head: '办结', share: 1, align: 'end' },
  { head: '按时率', share: 1.2, align: 'end' },
  { head: '满意率', share: 1.2, align: 'end' },
  { head: '重办', share: 1, align: 'end' },
  { head: '说明', share: 2.4 },
];

/** Names are drawn from the 3,500 characters that come first in Unicode, as real ones come from many. */
const nameOf = (nth: number): string =>
  Array.from({ length: 3 }, (_, place) =>
    String.fromCodePoint(0x4e00 + ((nth * 7 + place * 1_171) % 3_500)),
  ).join('');

const rowOf = (nth: number): readonly string[] => [
  `前河社区东二区第${nth + 1}微网格（居民生活网）`,
  nameOf(nth),
  String(7 + (nth % 23)),
  String(5 + (nth % 19)),
  `${(82 + (nth % 18)).toFixed(1)}%`,
  `${(88 + (nth % 12)).toFixed(1)}%`,
  String(nth % 4),
  nth % 5 === 0 ? '两件待部门答复，已延期一次' : '',
];

const rows = Array.from({ length: grids }, (_, nth) => rowOf(nth));

const reportOf = (blocks: readonly Block[]): Document => ({
  language: 'zh',
  title: '网格办理情况月报',
  number: '牟报〔2026〕11号',
  drawnUpAt: instant('2026-11-01T00:00:00Z'),
  blocks: [{ kind: 'title', text: '网格办理情况月报' }, ...blocks],
});

/** A page of a grid: its figures, those of sixteen others beside it, and a sentence on them. */
const pageOf = (row: readonly string[]): readonly Block[] => [
  { kind: 'page-break' },
  { kind: 'heading', text: row[0] ?? '' },
  {
    kind: 'entries',
    across: 2,
    entries: columns.map(({ head }, place) => ({ key: head, value: row[place] ?? '' })),
  },
  { kind: 'table', columns, rows: rows.slice(0, 16) },
  { kind: 'paragraph', text: '本月诉求均已按时限受理，未办结的已告知反映人，并将在下月报告中继续说明。' },
];

const measured = async (name: string, document: Document): Promise<Readonly<Record<string, number>>> => {
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const start = performance.now();
  const { pages, bytes } = await printDocument(document);
  delays.disable();
  return {
    [`documents.${name}.seconds`]: (performance.now() - start) / 1_000,
    // How long others in the process wait for their turn at the most.
    [`documents.${name}.longestTurnMs`]: delays.max / 1_000_000,
    [`documents.${name}.pages`]: pages,
    [`documents.${name}.kilobytes`]: bytes.length / 1_000,
  };
};

export const benchDocuments = async (): Promise<Readonly<Record<string, number>>> => ({
  // The first one also reads the font.
  ...(await measured('table', reportOf([{ kind: 'table', columns, rows }]))),
  ...(await measured('pages', reportOf(rows.flatMap(pageOf)))),
});
