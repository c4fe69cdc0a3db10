import { beforeAll, describe, expect, test } from '@jest/globals';
import { inflateSync } from 'node:zlib';
import { create } from 'fontkit';
import type { Block, Document } from './index.js';
import { printDocument, type Printed } from './index.js';
import { page } from './layout/measures.js';
import { readPdf as read, type PdfReading as Reading } from '@mulin/testing';
import { agreementInChinese, agreementInEnglish, reportOf } from './samples.testing.js';

const saying = (...blocks: readonly Block[]): Document => ({ ...agreementInChinese, blocks });
const wordsOf = (text: string) => text.replace(/\s/gu, '');

describe.each([
  ['in Chinese', agreementInChinese, 'zh-CN'],
  ['in English', agreementInEnglish, 'en'],
] as const)('An agreement %s', (_, document, tag) => {
  let printed: Printed;
  let reading: Reading;
  beforeAll(async () => {
    printed = await printDocument(document);
    reading = await read(printed.bytes);
  });

  test('takes two pages', () => {
    expect([printed.pages, reading.pages]).toEqual([2, 2]);
  });

  test('says all it was given, in order, as text that can be found and copied', () => {
    const text = wordsOf(reading.texts.join(''));
    const given = document.blocks.flatMap((block) => {
      if (block.kind === 'terms') return block.items;
      if (block.kind === 'entries') return block.entries.flatMap(({ key, value }) => [key, value]);
      if (block.kind === 'signatures') return block.signers.flatMap(({ role, name = '' }) => [role, name]);
      return 'text' in block ? [block.text] : [];
    });
    let from = 0;
    for (const said of given.map(wordsOf)) {
      expect(text.slice(from)).toContain(said);
      from = text.indexOf(said, from) + said.length;
    }
  });

  test('has title and language in its properties', () => {
    expect([reading.title, reading.language]).toEqual([document.title, tag]);
  });

  test('says on each page its number, its fingerprint and which page of how many it is', () => {
    expect(printed.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    for (const [place, text] of reading.texts.entries()) {
      expect(text).toContain(document.number);
      expect(text).toContain(printed.fingerprint);
      expect(wordsOf(text)).toContain(tag === 'en' ? `Page${place + 1}of2` : `第${place + 1}页，共2页`);
    }
  });

  test('says its title on the second page, too', () => {
    expect(reading.texts[1]?.startsWith(document.title)).toBe(true);
  });

  test('is not signed on a page of signatures alone', () => {
    const last = document.blocks.findLast(({ kind }) => kind === 'paragraph');
    expect(wordsOf(reading.texts[1] ?? '')).toContain(wordsOf(last?.kind === 'paragraph' ? last.text : '?'));
  });

  test('leaves its margins free', () => {
    for (const { x, width } of reading.placed.flat()) {
      expect(x).toBeGreaterThanOrEqual(page.left - 0.1);
      expect(x + width).toBeLessThanOrEqual(page.width - page.right + 0.1);
    }
  });
});

describe('A file', () => {
  test('is the same to the byte whenever it is made', async () => {
    const first = await printDocument(agreementInChinese);
    const again = await printDocument(structuredClone(agreementInChinese));
    expect(Buffer.from(again.bytes).equals(first.bytes)).toBe(true);
  });

  test('says what it was given, whatever was printed before it', async () => {
    // They have one glyph: a font that remembered the first would have the second file say so.
    const texts = ['•', '·'].map(async (text) => (await printDocument(saying({ kind: 'note', text }))).bytes);
    const [bullet, dot] = await Promise.all(
      texts.map(async (bytes) => (await read(await bytes)).texts[0]?.[0]),
    );
    expect([bullet, dot]).toEqual(['•', '·']);
  });

  test('is another one, with another fingerprint, where a character is another', async () => {
    const given = await printDocument(saying({ kind: 'paragraph', text: '6,800元' }));
    const other = await printDocument(saying({ kind: 'paragraph', text: '8,600元' }));
    expect(other.fingerprint).not.toBe(given.fingerprint);
    expect(Buffer.from(other.bytes).equals(given.bytes)).toBe(false);
  });

  test('holds both weights of its font, and of them no more than it needs', async () => {
    const { bytes } = await printDocument(agreementInChinese);
    const file = Buffer.from(bytes).toString('latin1');
    const names = [...file.matchAll(/\/FontName \/([A-Z]{6}\+\S+)/g)].map(([, name = '']) => name);
    expect(names.map((name) => name.slice(7)).sort()).toEqual(['NotoSansSC-Bold', 'NotoSansSC-Regular']);
    const fonts = [...file.matchAll(/\/FontFile2 (\d+) 0 R/g)].map(([, id]) => {
      const start = file.indexOf('stream\n', file.indexOf(`\n${id} 0 obj`)) + 'stream\n'.length;
      return create(inflateSync(Buffer.from(file.slice(start), 'latin1'), { finishFlush: 0 }));
    });
    expect(fonts.length).toBe(2);
    for (const font of fonts) {
      expect('numGlyphs' in font ? font.numGlyphs : 0).toBeGreaterThan(10);
      expect('numGlyphs' in font ? font.numGlyphs : 0).toBeLessThan(400);
    }
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>');
  });
});

describe('A long table', () => {
  test('has its head on each page, each row once, and none cut', async () => {
    const reading = await read((await printDocument(reportOf(297))).bytes);
    expect(reading.pages).toBeGreaterThan(5);
    for (const text of reading.texts)
      expect(wordsOf(text)).toContain('网格网格员诉求办结按时率满意率重办说明');
    const all = wordsOf(reading.texts.join(''));
    for (let nth = 1; nth <= 297; nth++) expect(all.split(`第${nth}微网格（居民生活网）`).length).toBe(2);
    expect(
      reading.texts.every((text) => wordsOf(text).split('微网格').length === text.split('居民生活网').length),
    ).toBe(true);
  });

  const columns = [
    { head: '事项', share: 1 },
    { head: '说明', share: 3 },
  ] as const;

  test('goes on over pages within a row that no page holds', async () => {
    const text = Array.from({ length: 300 }, (_, nth) => `第${nth}行`).join('\n');
    const reading = await read(
      (await printDocument(saying({ kind: 'table', columns, rows: [['甲', text]] }))).bytes,
    );
    expect(reading.pages).toBeGreaterThan(3);
    expect(wordsOf(reading.texts.join('')).match(/第\d+行/g)).toEqual(text.split('\n'));
    for (const page of reading.texts) expect(page).toContain('事项');
  });

  test('whose head takes most of a page has it once', async () => {
    const head = Array.from({ length: 40 }, () => '长').join('\n');
    const rows = Array.from({ length: 100 }, () => ['甲', '乙']);
    const table: Block = {
      kind: 'table',
      columns: [
        { head, share: 1 },
        { head: '说明', share: 1 },
      ],
      rows,
    };
    const { texts } = await read((await printDocument(saying(table))).bytes);
    expect(texts.filter((text) => text.includes('说明')).length).toBe(1);
    expect(texts.length).toBeGreaterThan(2);
  });

  test('is refused where a row has not one cell for each column, or a column no width', async () => {
    const table = (rows: string[][], share = 1): Document =>
      saying({ kind: 'table', columns: [{ head: '甲', share }], rows });
    await expect(printDocument(table([['一', '二']]))).rejects.toThrow(RangeError);
    await expect(printDocument(table([['一']], 0))).rejects.toThrow(RangeError);
    await expect(printDocument(saying({ kind: 'table', columns: [], rows: [] }))).rejects.toThrow(RangeError);
  });
});

describe('What the font lacks', () => {
  test('is said, noted by its code point, and stands in a box with it', async () => {
    const printed = await printDocument(saying({ kind: 'paragraph', text: '𠮷田、محمد' }));
    const [text = ''] = (await read(printed.bytes)).texts;
    expect(printed.lacking).toEqual(['𠮷', 'م', 'ح', 'د']);
    expect(wordsOf(text)).toContain(
      '方框代表字体中没有的字，框内为该字的统一码编号：U+20BB7、U+0645、U+062D、U+062F。',
    );
    expect(wordsOf(text)).toMatch(/^20BB7田、0645062D06450/);
  });

  test('is none of these rare characters of names and places', async () => {
    const printed = await printDocument(
      saying({ kind: 'paragraph', text: '䶮㛃㐂𬭎𬬻𫟼㙍㑇堃喆昇犇 é ü ǚ ñ ø ß' }),
    );
    expect(printed.lacking).toEqual([]);
  });

  test('can be copied as what it is', async () => {
    const printed = await printDocument(saying({ kind: 'paragraph', text: '𠮷' }));
    const file = Buffer.from(printed.bytes);
    const streams = [...file.toString('latin1').matchAll(/stream\n([\s\S]*?)\nendstream/g)].map(
      ([, body = '']) => {
        try {
          return inflateSync(Buffer.from(body, 'latin1')).toString('latin1');
        } catch {
          return body;
        }
      },
    );
    expect(streams.join('')).toContain('/ActualText (\xfe\xff\xd8\x42\xdf\xb7)');
  });
});

describe('Signatures', () => {
  test('that a page cannot hold with others begin on the next one, none cut in two', async () => {
    const signers = Array.from({ length: 30 }, (_, nth) => ({ role: `当事人${nth}`, seal: nth % 3 === 0 }));
    const { texts } = await read((await printDocument(saying({ kind: 'signatures', signers }))).bytes);
    expect(texts.length).toBeGreaterThan(2);
    for (const text of texts) expect(text.split('当事人').length).toBe(text.split('日期').length);
    expect(texts.join('').split('（盖章处）').length).toBe(11);
  });
});

describe('A line', () => {
  const widthOf = async (text: string, language: Document['language']) => {
    const printed = await printDocument({ ...saying({ kind: 'paragraph', text }), language });
    const [first = { x: 0, width: 0, size: 0 }] = (await read(printed.bytes)).placed[0] ?? [];
    return { ...first, end: first.x + first.width };
  };

  test('of a Chinese paragraph ends at the margin', async () => {
    const { end } = await widthOf('一'.repeat(60), 'zh');
    expect(Math.abs(page.width - page.right - end)).toBeLessThan(0.5);
  });

  test('of English has marks of quotation as wide as its letters, and one of Chinese as its ideographs', async () => {
    const english = await widthOf('“B’s”', 'en');
    expect(english.width / english.size).toBeLessThan(2.5);
    const chinese = await widthOf('“乙”', 'zh');
    expect(chinese.width / chinese.size).toBeCloseTo(3);
  });
});

test('a page break begins a page, and two of them leave none empty', async () => {
  const note = (text: string): Block => ({ kind: 'note', text });
  const printed = await printDocument(
    saying({ kind: 'page-break' }, note('甲'), { kind: 'page-break' }, { kind: 'page-break' }, note('乙')),
  );
  expect((await read(printed.bytes)).texts.map((text) => /[甲乙]/.exec(text)?.[0])).toEqual(['甲', '乙']);
});

test('a document without any block is a page', async () => {
  expect((await printDocument(saying())).pages).toBe(1);
});

test('a comma is copied as the one that was typed, in English beside Chinese, too', async () => {
  const said = '院墙，排水管. Zhou, to Sun, by 1,200.00.';
  const blocks = [{ kind: 'paragraph', text: said }] as const;
  const { bytes } = await printDocument({ ...agreementInEnglish, blocks });
  expect((await read(bytes)).texts[0]).toContain(said);
});
