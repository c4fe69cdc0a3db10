/** Pages of docs that are made from code say what the code says now, and each page is found from README in one step. */
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);
const readme = readFileSync(path.join(root, 'README.md'), 'utf8');

test.each(['write-roles.mjs', 'write-error-codes.mjs'])(
  'the page that %s writes is what the code says',
  async (script) => {
    const { stderr } = await run(process.execPath, [path.join(root, 'infra/scripts', script), '--check']);

    expect(stderr).toBe('');
  },
);

test('README leads to each page of docs', () => {
  const pages = readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'));

  expect(pages.filter((name) => !readme.includes(`](docs/${name})`))).toEqual([]);
});

test('each picture and page that README or docs lead to is there', () => {
  const pages = ['README.md', ...readdirSync(path.join(root, 'docs')).map((name) => `docs/${name}`)].filter(
    (name) => name.endsWith('.md'),
  );
  const lost = pages.flatMap((page) => {
    const text = readFileSync(path.join(root, page), 'utf8');
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)].map(([, link = '']) => link);
    const there = new Set(
      links.filter((link) => {
        const file = path.join(root, path.dirname(page), link);
        return readdirSync(path.dirname(file), { withFileTypes: true }).some(
          ({ name }) => name === path.basename(file),
        );
      }),
    );
    return links.filter((link) => !there.has(link)).map((link) => `${page}: ${link}`);
  });

  expect(lost).toEqual([]);
});
