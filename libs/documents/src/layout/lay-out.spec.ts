import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cleanedIn } from '../characters.js';
import type { Block, Document } from '../document.js';
import { facesFor } from '../faces.js';
import { agreementInChinese } from '../samples.testing.js';
import { layOut } from './lay-out.js';
import type { Mark } from './marks.js';
import { mm, page, types } from './measures.js';
import { setterOf } from './setter.js';

const faces = facesFor([]);

/** Left, top, right and bottom of what a mark inks. */
const edgesOf = (mark: Mark): readonly [number, number, number, number] => {
  switch (mark.kind) {
    case 'text': {
      const { x, y, size, text, weight, spread } = mark;
      const width = faces[weight].widthOf(text) * size + spread * (Array.from(text).length - 1);
      return [x, y - 0.9 * size, x + width, y + 0.25 * size];
    }
    case 'rule':
      return [mark.x, mark.y, mark.toX, mark.toY];
    case 'area':
      return [mark.x, mark.y, mark.x + mark.width, mark.y + mark.height];
    case 'circle':
      return [mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius];
  }
};

/** Whatever people type: of every script, with what controls it, and very long words. */
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 120 }),
  fc.string({ unit: fc.constantFrom('一', '。', '“', '\u202e', 'م', '𠮷', ' ', '\n', 'a'), maxLength: 120 }),
  fc.nat(3_000).map((length) => 'W'.repeat(length)),
  fc.nat(3_000).map((length) => '永'.repeat(length)),
);

const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  typed.map((text): Block => ({ kind: 'title', text })),
  fc.tuple(typed, typed).map(([text, number]): Block => ({ kind: 'subtitle', text, number })),
  typed.map((text): Block => ({ kind: 'heading', text })),
  typed.map((text): Block => ({ kind: 'paragraph', text })),
  typed.map((text): Block => ({ kind: 'note', text })),
  fc.array(typed, { maxLength: 5 }).map((items): Block => ({ kind: 'terms', items })),
  fc
    .tuple(
      fc.array(fc.record({ key: typed, value: typed, wide: fc.boolean() }), { maxLength: 5 }),
      fc.boolean(),
    )
    .map(([entries, two]): Block => ({ kind: 'entries', entries, across: two ? 2 : 1 })),
  fc.tuple(typed, fc.array(fc.tuple(typed, typed, typed), { maxLength: 4 })).map(([head, rows]): Block => ({
    kind: 'table',
    columns: [
      { head, share: 1 },
      { head: '甲', share: 1, align: 'end' },
      { head, share: 2 },
    ],
    rows,
  })),
  fc
    .array(fc.record({ role: typed, name: typed, seal: fc.boolean() }), { maxLength: 4 })
    .map((signers): Block => ({ kind: 'signatures', signers })),
  fc.constant<Block>({ kind: 'page-break' }),
);

test('whatever is typed, nothing lies outside the margins, and no page is without a footer', async () => {
  const anyDocument = fc.record({
    language: fc.constantFrom('zh' as const, 'en' as const),
    title: typed,
    number: typed,
    drawnUpAt: fc.constant(agreementInChinese.drawnUpAt),
    blocks: fc.array(anyBlock, { maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(anyDocument, async (given: Document) => {
      const document = cleanedIn(given);
      const pages = await layOut(document, setterOf(document.language, faces), 'f'.repeat(64));
      for (const marks of pages) {
        expect(marks.some((mark) => mark.kind === 'text' && mark.text.includes('f'.repeat(64)))).toBe(true);
        for (const mark of marks) {
          const [left, top, right, bottom] = edgesOf(mark);
          expect(left).toBeGreaterThanOrEqual(page.left - 0.1);
          expect(right).toBeLessThanOrEqual(page.width - page.right + 0.1);
          expect(top).toBeGreaterThanOrEqual(10 * mm);
          expect(bottom).toBeLessThanOrEqual(page.height - 9 * mm);
        }
      }
    }),
    // Made shorter, a failure would take longer than a test may.
    { numRuns: 40, endOnFailure: true },
  );
});

test('no line of a body reaches into the footer, nor one line of another on its page', async () => {
  const text = '一'.repeat(4_000);
  const document: Document = { ...agreementInChinese, blocks: [{ kind: 'paragraph', text }] };
  const pages = await layOut(document, setterOf('zh', faces), '');
  const lines = pages.flatMap((marks) =>
    marks.filter((mark) => mark.kind === 'text' && /^一+$/.test(mark.text)),
  );
  expect(pages.length).toBeGreaterThan(1);
  for (const line of lines) expect(edgesOf(line)[3]).toBeLessThanOrEqual(page.height - page.bottom);
});

test('a table whose first row no page holds begins where its head has room', async () => {
  const filling: Block = { kind: 'paragraph', text: Array(31).fill('满').join('\n') };
  const columns = [{ head: '头\n头\n头\n头', share: 1 }];
  const table: Block = { kind: 'table', columns, rows: [[Array(200).fill('长').join('\n')]] };
  const pages = await layOut({ ...agreementInChinese, blocks: [filling, table] }, setterOf('zh', faces), '');
  const heads = pages.map(
    (marks) => marks.filter((mark) => mark.kind === 'text' && mark.text === '头').length,
  );
  expect(heads[0]).toBe(0);
  expect(heads.slice(1).every((count) => count === 4)).toBe(true);
});

/** A paragraph of so many lines, which begins with so many lines left on the page. */
const split = async (lines: number, left: number): Promise<readonly number[]> => {
  const perLine = 39;
  const filling: readonly Block[] = [{ kind: 'paragraph', text: Array(80).fill('满').join('\n') }];
  const before = await layOut({ ...agreementInChinese, blocks: filling }, setterOf('zh', faces), '');
  const onFirst = (before[0] ?? []).filter((mark) => mark.kind === 'text' && mark.text === '满').length;
  const fill: Block = {
    kind: 'paragraph',
    text: Array(onFirst - left)
      .fill('满')
      .join('\n'),
  };
  const document: Document = {
    ...agreementInChinese,
    blocks: [fill, { kind: 'paragraph', text: '一'.repeat(perLine * lines - 4) }],
  };
  const pages = await layOut(document, setterOf('zh', faces), '');
  return pages.map((marks) => marks.filter((mark) => mark.kind === 'text' && /^一+$/.test(mark.text)).length);
};

test('no line of a paragraph stands alone on a page, at its beginning or at its end', async () => {
  expect(await split(6, 1)).toEqual([0, 6]);
  expect(await split(6, 3)).toEqual([3, 3]);
  expect(await split(6, 5)).toEqual([4, 2]);
  expect(await split(3, 2)).toEqual([0, 3]);
});

test('the label of a term stands on the page of its first line', async () => {
  const labels = async (filled: number) => {
    const filling: Block = { kind: 'paragraph', text: Array(filled).fill('满').join('\n') };
    const terms: Block = { kind: 'terms', items: ['款'.repeat(100)] };
    const pages = await layOut(
      { ...agreementInChinese, blocks: [filling, terms] },
      setterOf('zh', faces),
      '',
    );
    const has = (marks: readonly Mark[], text: string) =>
      marks.some((mark) => mark.kind === 'text' && mark.text.startsWith(text));
    return pages.map((marks) => [has(marks, '一、'), has(marks, '款')]);
  };
  for (let filled = 20; filled < 40; filled++)
    for (const [label, term] of await labels(filled)) if (label === true) expect(term).toBe(true);
});

/** How far the first line of a cell of one line lies below that of the cell beside it, which has so many. */
const dropBeside = async (lines: number): Promise<number> => {
  const rows = [['短', Array(lines).fill('长').join('\n')]];
  const columns = ['甲', '乙'].map((head) => ({ head, share: 1 }));
  const document: Document = { ...agreementInChinese, blocks: [{ kind: 'table', columns, rows }] };
  const [marks = []] = await layOut(document, setterOf('zh', faces), '');
  const yOf = (text: string) =>
    marks.flatMap((mark) => (mark.kind === 'text' && mark.text === text ? [mark.y] : []));
  return (yOf('短')[0] ?? NaN) - (yOf('长')[0] ?? NaN);
};

test('a short cell stands in the middle of its row, and at the top of a tall one', async () => {
  const { leading } = types.zh.table;
  expect(await dropBeside(1)).toBe(0);
  expect(await dropBeside(3)).toBeCloseTo(leading);
  expect(await dropBeside(9)).toBe(0);
});
