import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Head, tally } from './copy.js';
import { checkPair, headOf } from './read-copy.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-copy-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

const write = (...lines: readonly string[]): string => {
  const file = path.join(folder, `copy-${++files}`);
  writeFileSync(file, gzipSync(`${lines.join('\n')}\n`));
  return file;
};

const footOf = (lines: readonly string[]) => {
  const counted = tally();
  for (const line of lines) counted.line(line);
  return counted.foot();
};

const head = (holds: Head['holds']) =>
  JSON.stringify({ mulin: 1, holds, town: 'mu', at: '2026-03-02T01:00:00.000Z' });
const row = '{"table":"intake.facts","rows":[{"data":"a line\u2028that goes on"}]}';

const town = [head('town'), row];
const keysFor = (sha256: string) => [
  head('keys'),
  '{"file":"local.key","text":"secret"}',
  `{"opens":"${sha256}"}`,
];
const whole = (lines: readonly string[]) => [...lines, JSON.stringify(footOf(lines))];

const copy = write(...whole(town));
const keys = write(...whole(keysFor(footOf(town).sha256)));

test('a copy and the keys that were written with it belong together', async () => {
  await expect(checkPair(copy, keys)).resolves.toEqual({
    foot: {
      ...footOf(town),
      facts: 1,
      logs: { intake: { facts: 1, sha256: expect.stringMatching(/^[\da-f]{64}$/) } },
    },
    keys: [{ file: 'local.key', text: 'secret' }],
    // It says no positions, so that nobody knows its order.
    unordered: new Set(['intake']),
    isLocked: false,
  });
});

test('keys that were written with another copy are refused, also those of the same town', async () => {
  const others = write(...whole(keysFor(footOf([...town, row]).sha256)));
  await expect(checkPair(copy, others)).rejects.toThrow(/does not open/);
});

test('what was cut off anywhere, changed, or is something else is refused, in head and whole', async () => {
  const text = readFileSync(copy);
  // The last few bytes are gzip's own sum, which nobody needs who has counted for himself.
  const cut = Array.from({ length: text.length - 12 }, (_, size) => text.subarray(0, size));
  for (const [size, part] of cut.entries()) {
    const file = path.join(folder, `cut-${size}`);
    writeFileSync(file, part);
    await expect(checkPair(file, keys)).rejects.toThrow(/no whole copy/);
    await headOf(file, 'town').catch((error: unknown) => expect(String(error)).toMatch(/no whole copy/));
  }
  const foot = JSON.stringify(footOf(town));
  for (const wrong of [
    write(head('town'), row.replace('a line', 'no line'), foot),
    write(...town),
    write('not JSON', foot),
  ])
    await expect(checkPair(wrong, keys)).rejects.toThrow(/no whole copy/);
  await expect(headOf(copy, 'keys')).rejects.toThrow(/no whole copy/);
  await expect(headOf(folder, 'town')).rejects.toThrow(/no whole copy/);
  await expect(headOf(path.join(folder, 'none'), 'town')).rejects.toThrow(/no file/);
});
