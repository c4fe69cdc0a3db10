/** `mulin rates`, asked of a town in memory. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readPdf } from '@mulin/testing';
import { exits } from '../terminal.js';
import { en } from '../texts/en.js';
import { zh } from '../texts/zh.js';
import { disputeTown, type DisputeTown } from './dispute-town.testing.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-rates-'));
let town: DisputeTown;
beforeAll(async () => {
  town = await disputeTown();
});
afterAll(async () => {
  await town.close();
  rmSync(folder, { recursive: true, force: true });
});

const month = ['rates', 'report', '--month', '2026-03'] as const;
const fileOf = (name: string) => path.join(folder, name);
const byteOrderMark = [0xef, 0xbb, 0xbf];

describe('The report of a month', () => {
  test('is written as a spreadsheet, with its byte order mark', async () => {
    const out = fileOf('report.csv');
    const { out: said } = await town.mulin(...month, '--out', out, '--lang', 'zh');
    expect(said).toBe(`${zh.rates.written(out)}\n`);
    const bytes = readFileSync(out);
    expect([...bytes.subarray(0, 3)]).toEqual(byteOrderMark);
    expect(bytes.toString('utf8')).toContain('2026年3月“三率”月报');
  });

  test('and on paper, byte for byte as the town printed it, in the language of the call', async () => {
    const out = fileOf('report.pdf');
    const called = await town.mulin(...month, '--format', 'pdf', '--out', out, '--json', '--lang', 'zh');
    const bytes = readFileSync(out);
    expect(JSON.parse(called.out)).toEqual({ file: out, month: '2026-03', bytes: bytes.length });
    const { title, texts } = await readPdf(bytes);
    expect(title).toBe('2026年3月“三率”月报');
    expect(texts.join('')).toContain('本月没有可统计的案件');

    await town.mulin(...month, '--format', 'pdf', '--out', out, '--lang', 'en');
    expect((await readPdf(readFileSync(out))).title).toBe('Rates of 2026-03');
  });

  test('of what is no month, in no known form or without a file is refused, and nothing is written', async () => {
    const out = fileOf('never');
    for (const wrong of [
      ['--month', '2026-13', '--format', 'pdf', '--out', out],
      ['--month', '2026-13', '--out', out],
      ['--month', '2026-03', '--format', 'doc', '--out', out],
    ]) {
      const { exit, err } = await town.mulin('rates', 'report', ...wrong);
      expect({ wrong, exit, err }).toEqual({
        wrong,
        exit: exits.wrong,
        err: expect.stringContaining('malformed'),
      });
    }
    for (const wrong of [
      ['--month', '2026-03', '--format', 'pdf'],
      ['--out', out],
    ])
      expect((await town.mulin('rates', 'report', ...wrong)).err).toContain(en.rates.monthMissing);
    expect(() => readFileSync(out)).toThrow('ENOENT');
  });
});
