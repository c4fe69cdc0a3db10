/** What ARCHITECTURE says of where a rule is decided: the file is there, and what it names stands in it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const textOf = (file: string): string => readFileSync(`${root}${file}`, 'utf8');

const section = (text: string, title: string): string =>
  text.split(`## ${title}\n`)[1]?.split('\n## ')[0] ?? '';

const signposts = section(textOf('ARCHITECTURE.md'), 'Where a rule is decided')
  .split('\n')
  .flatMap((line): readonly (readonly [string, string])[] => {
    const [, file = '', name = ''] = /\| `([^`]+)`\s+\| `([^`]+)`\s+\|$/.exec(line) ?? [];
    return file === '' ? [] : [[file, name]];
  });

test('there are signposts', () => {
  expect(signposts.length).toBeGreaterThan(15);
});

test.each(signposts)('%s decides it at %s', (file, name) => {
  expect(existsSync(`${root}${file}`)).toBe(true);
  expect(textOf(file)).toMatch(new RegExp(`\\b(?:const|function|type) ${name}\\b|^\\s+${name}[:(]`, 'm'));
});

/** Files that the papers for newcomers name in backquotes, from the root. */
const named = ['README.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'AGENTS.md'].flatMap((paper) =>
  [
    ...textOf(paper).matchAll(
      /`((?:services|libs|contracts|tests|infra|docs)\/[\w./-]+\.(?:ts|mjs|js|md|json))`/g,
    ),
  ].map(([, file = '']): readonly [string, string] => [paper, file]),
);

test.each(named)('%s names %s, which is there', (_, file) => {
  expect(existsSync(`${root}${file}`)).toBe(true);
});

/** Files that the README of a service names in backquotes, from its own src or from the root. */
const namedByServices = readdirSync(`${root}services`).flatMap((service) => {
  const paper = `services/${service}/README.md`;
  if (!existsSync(`${root}${paper}`)) return [];
  return [...textOf(paper).matchAll(/`([\w./-]+\.ts)`/g)].map(
    ([, file = '']) => [paper, service, file] as const,
  );
});

test.each(namedByServices)('%s: %s has %s, or the project has', (_, service, file) => {
  expect([`services/${service}/src/${file}`, file].some((it) => existsSync(`${root}${it}`))).toBe(true);
});
