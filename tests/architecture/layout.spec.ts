/** The same things lie in the same places of every service: "A new service" in CONTRIBUTING says what each place is for. */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));

type Scheme = Readonly<{
  /** The files at the top of src, `<service>` being the name of the service. */
  top: readonly string[];
  /** The folders beside them, each with what its files may be called. */
  folders: Readonly<Record<string, RegExp>>;
  /** Folders that may be grouped once more: by aggregate, or by what is made there. */
  grouped: readonly string[];
}>;

const anything = /^/;

const service: Scheme = {
  top: ['index.ts', 'main.ts', '<service>.module.ts', 'dependencies.ts', 'publish.ts'],
  folders: {
    domain: anything,
    commands: anything,
    queries: anything,
    reactions: /^(?:when|record)-|-process\.ts$/,
    'reference-data': /^(?:load|follow|publish)-/,
    jobs: anything,
    views: anything,
    http: /\.controller\.ts$|(?:^|-)operations\.ts$|(?:^|-)bodies\.ts$|^fields\.ts$/,
    adapters: anything,
  },
  grouped: ['domain', 'queries', 'http'],
};

/** The host puts services together and has no domain of its own. */
const host: Scheme = {
  top: ['index.ts', 'main.ts', '<service>.module.ts', 'dependencies.ts'],
  folders: { host: anything, http: anything, pages: anything, demo: anything, story: anything },
  grouped: ['http', 'demo'],
};

/** More files than that in one folder are found by nobody. Specs and recorded stories are not counted. */
const filesAtMost = 12;

const isCounted = (file: string): boolean => /\.ts$/.test(file) && !/\.(?:spec|testing)\.ts$/.test(file);

/** What is wrong with a file of this folder, which is named from src; `null`: it lies where it belongs. */
const straynessIn = (
  { folders, grouped }: Scheme,
  [folder, ...deeper]: Path,
  file: string,
): string | null => {
  const called = Object.hasOwn(folders, folder) ? folders[folder] : undefined;
  if (called === undefined) return `${folder} is no folder of a service`;
  if (deeper.length > (grouped.includes(folder) ? 1 : 0)) return `${file} lies too deep`;
  return called.test(path.basename(file)) ? null : `${file} is not called as what ${folder} holds`;
};

type Path = readonly [folder: string, ...deeper: string[]];

const strayness = (scheme: Scheme, name: string, file: string): string | null => {
  const [folder, ...deeper] = file.split('/').slice(0, -1);
  if (folder !== undefined) return straynessIn(scheme, [folder, ...deeper], file);
  const isAtTop = scheme.top.includes(file.replace(name, '<service>'));
  return isAtTop ? null : `${file} has no place at the top of src`;
};

const crowded = (files: readonly string[]): readonly string[] => {
  const counts = new Map<string, number>();
  for (const file of files) {
    const folder = file.split('/').slice(0, -1).join('/');
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].flatMap(([folder, count]) =>
    count > filesAtMost ? [`${folder} has ${count} files, and ${filesAtMost} are the most`] : [],
  );
};

/** Everything that does not follow the scheme, in a list of files that are named from src. */
const strays = (scheme: Scheme, name: string, files: readonly string[]): readonly string[] => {
  const counted = files.filter(isCounted);
  const found = counted.flatMap((file) => strayness(scheme, name, file) ?? []);
  return [...new Set([...found, ...crowded(counted)])];
};

const filesOf = (name: string): readonly string[] =>
  execFileSync('git', ['ls-files', '-co', '--exclude-standard', `services/${name}/src`], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file !== '' && existsSync(`${root}${file}`))
    .map((file) => file.slice(`services/${name}/src/`.length));

const names = execFileSync('git', ['ls-files', 'services/*/package.json'], { cwd: root, encoding: 'utf8' })
  .split('\n')
  .flatMap((file) => file.split('/')[1] ?? []);
/** The command line and the console are programs of their own kind, and no services. */
const services = names.filter((name) => !['cli', 'console', 'gateway', 'town'].includes(name));

test('there are services', () => {
  expect(services).toEqual(expect.arrayContaining(['intake', 'routing', 'sla-timer', 'audit']));
});

test.each(services)('%s has its files where every service has them', (name) => {
  expect(strays(service, name, filesOf(name))).toEqual([]);
});

test.each(['town', 'gateway'])('The host %s has its files where they belong', (name) => {
  expect(strays(host, name, filesOf(name))).toEqual([]);
});

describe('A file that does not follow the scheme is found', () => {
  const found = (...files: string[]) => strays(service, 'intake', files);

  test('at the top of src', () => {
    expect(found('desk.ts')).toEqual(['desk.ts has no place at the top of src']);
    expect(found('routing.module.ts')).toEqual(['routing.module.ts has no place at the top of src']);
  });

  test('in a folder of its own, also one that is called as something of JavaScript', () => {
    expect(found('helpers/text.ts')).toEqual(['helpers is no folder of a service']);
    expect(found('constructor/text.ts')).toEqual(['constructor is no folder of a service']);
  });

  test('in a group of groups, or of what is not grouped', () => {
    expect(found('domain/case/closing/close.ts')).toEqual(['domain/case/closing/close.ts lies too deep']);
    expect(found('views/cases/rows.ts')).toEqual(['views/cases/rows.ts lies too deep']);
  });

  test('under a name that says something else', () => {
    expect(found('reactions/handling.ts')).toEqual([
      'reactions/handling.ts is not called as what reactions holds',
    ]);
    expect(found('http/helpers.ts')).toEqual(['http/helpers.ts is not called as what http holds']);
  });

  test('among more than a dozen', () => {
    const many = Array.from({ length: 13 }, (_, nth) => `domain/rule-${nth}.ts`);
    expect(found(...many)).toEqual(['domain has 13 files, and 12 are the most']);
    expect(found(...many.slice(1), 'domain/rule.spec.ts')).toEqual([]);
  });

  test('and one that follows it is not', () => {
    const good = ['intake.module.ts', 'index.ts', 'publish.spec.ts', 'domain/case/case.ts', 'http/fields.ts'];
    expect(found(...good, 'reactions/clocks-process.ts', 'views/cases.story.jsonl')).toEqual([]);
  });
});
