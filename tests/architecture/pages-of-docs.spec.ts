/** Pages of docs that are made from code say what the code says now, and each page is found from README in one step. */
import { execFile, execFileSync } from 'node:child_process';
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

const sources = execFileSync('git', ['ls-files', 'services/*/src/*.ts', 'libs/*/src/*.ts'], {
  cwd: root,
  encoding: 'utf8',
})
  .trim()
  .split('\n')
  .filter((file) => !/\.(spec|testing)\.ts$/.test(file));
const running = readFileSync(path.join(root, 'docs/running.md'), 'utf8');

test('docs/running.md names every variable of the environment that the code reads', () => {
  const named = /\b(?:MULIN|OTEL|REDIS|KAFKA|KURRENTDB|DATABASE)_[A-Z][A-Z_]*\b/g;
  const read = sources.flatMap((file) => readFileSync(path.join(root, file), 'utf8').match(named) ?? []);

  expect(new Set(read).size).toBeGreaterThan(10);
  expect([...new Set(read)].filter((name) => !running.includes(`\`${name}\``))).toEqual([]);
});

test('docs/running.md says what every metric means', () => {
  const meter = readFileSync(path.join(root, 'libs/service/src/observability/meter.ts'), 'utf8');
  const platform = readFileSync(path.join(root, 'libs/service/src/platform/platform.ts'), 'utf8');
  const gauges = meter.match(/(?<=name: ')mulin_\w+/g) ?? [];
  const union = (type: string): readonly string[] =>
    new RegExp(`type ${type} =([^;]+);`).exec(platform)?.[1]?.match(/(?<=')\w+/g) ?? [];
  const all = [
    ...gauges,
    ...union('CounterName').map((name) => `mulin_${name}_total`),
    ...union('HistogramName').map((name) => `mulin_${name}`),
    ...union('GaugeName').map((name) => `mulin_${name}`),
  ];

  expect(all.length).toBeGreaterThan(10);
  expect(all.filter((name) => !running.includes(`\`${name}\``))).toEqual([]);
});

test.each([
  ['an alarm', 'alarms.yml'],
  ['the dashboard', 'dashboard.json'],
])('each metric that %s asks for is one that docs/running.md explains', (_, file) => {
  const text = readFileSync(path.join(root, 'infra/running', file), 'utf8');
  const asked = new Set(text.match(/\bmulin_[a-z_]+/g));
  const explained = (name: string) => running.includes(`| \`${name.replace(/_bucket$/, '')}\``);

  expect(asked.size).toBeGreaterThan(4);
  expect([...asked].filter((name) => !explained(name))).toEqual([]);
});

test('the systemd unit that docs/running.md shows is the one that is copied', () => {
  const unit = readFileSync(path.join(root, 'infra/running/mulin.service'), 'utf8');
  const lines = unit.split('\n').filter((line) => line !== '' && !line.startsWith('#'));

  expect(lines.filter((line) => !running.includes(`${line}\n`))).toEqual([]);
});
