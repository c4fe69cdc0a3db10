import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';

const project = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(project, file), 'utf8');
const namesOf = (lines: string): string[] =>
  [...lines.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');

describe('The environment that make-env.mjs prints for docker-compose.yml', () => {
  const printed = execFileSync(process.execPath, ['infra/containers/make-env.mjs'], {
    cwd: project,
    encoding: 'utf8',
  });

  it('has whatever the file insists on', () => {
    const needed = [...read('docker-compose.yml').matchAll(/\$\{([A-Z_]+):\?/g)].map(([, name]) => name);
    expect(needed).not.toEqual([]);
    expect(namesOf(printed)).toEqual(expect.arrayContaining(needed));
  });

  // A key that is left out would be made in each container, forgotten with it, and what is personal with it.
  it('holds no secret that the file would do without', () => {
    const secrets = namesOf(printed).filter((name) => /_(?:KEY|PASSWORD)$/.test(name));
    const compose = read('docker-compose.yml');
    expect(secrets).toContain('MULIN_MASTER_KEY');
    expect(secrets.filter((name) => !compose.includes(`\${${name}:?`))).toEqual([]);
  });

  it('names the project, since the next version lies in another folder and must find the same volumes', () => {
    expect(printed).toMatch(/^COMPOSE_PROJECT_NAME=mulin$/m);
  });

  it('is another one each time', () => {
    const again = execFileSync(process.execPath, ['infra/containers/make-env.mjs'], {
      cwd: project,
      encoding: 'utf8',
    });
    const secrets = (lines: string): string[] =>
      lines.split('\n').filter((line) => /KEY|PASSWORD/.test(line));
    expect(secrets(again).filter((line) => secrets(printed).includes(line))).toEqual([]);
  });
});

describe('The images of a closed network', () => {
  it('stand under the names that docker-compose.yml asks for', () => {
    const asked = [...read('docker-compose.yml').matchAll(/\$\{(MULIN_[A-Z_]*IMAGE)/g)].map(
      ([, name]) => name,
    );
    const own = namesOf(read('infra/containers/own-images.env'));
    expect(own).not.toEqual([]);
    expect(own.filter((name) => !asked.includes(name))).toEqual([]);
  });
});
