/** What libraries export says what it promises, and whatever is exported is used. */
import { expect, test } from '@jest/globals';
import {
  allModules,
  declarationOf,
  type Exported,
  type Module,
  moduleOf,
  namesFrom,
  type Project,
  projectOf,
} from './exports.js';

const frontDoor = /^libs\/[\w-]+\/src\/index\.ts$/;
const isTest = (file: string): boolean => /\.(?:spec|testing)\.ts$|^tests\/|^libs\/testing\//.test(file);

/** `file:line name` of everything that a library gives and that has no documentation comment. */
const undocumented = (project: Project): readonly string[] =>
  [...project.keys()]
    .filter((file) => frontDoor.test(file))
    .flatMap((door) => namesFrom(project, door).map((name) => declarationOf(project, door, name)))
    .filter((found) => found !== null && !found.exported.isDocumented)
    .flatMap((found) =>
      found === null ? [] : [`${found.file}:${found.exported.line} ${found.exported.name}`],
    );

type Users = ReadonlyMap<string, readonly string[]>;

/** By `file name`: the other files that use what is declared there. */
const usersIn = (project: Project): Users => {
  const users = new Map<string, string[]>();
  const note = (user: string, file: string, name: string) => {
    const found = declarationOf(project, file, name);
    if (found === null || found.file === user) return;
    const key = `${found.file} ${found.exported.name}`;
    users.set(key, [...(users.get(key) ?? []), user]);
  };
  for (const { file, uses } of project.values())
    for (const use of uses)
      for (const name of use.name === '*' ? namesFrom(project, use.file) : [use.name])
        note(file, use.file, name);
  return users;
};

/** Types that a front door names belong to what it gives: the compiler writes them into declarations of others. */
const givenTypes = (project: Project): ReadonlySet<string> =>
  new Set(
    [...project.keys()]
      .filter((file) => file.endsWith('/src/index.ts'))
      .flatMap((door) => namesFrom(project, door).map((name) => declarationOf(project, door, name)))
      .flatMap((found) => (found?.exported.isType === true ? [`${found.file} ${found.exported.name}`] : [])),
  );

const declaredIn = ({ file, exports }: Module): readonly Readonly<{ file: string; exported: Exported }>[] =>
  file.endsWith('.mjs')
    ? []
    : exports
        .filter(({ origin }) => origin === undefined || origin.file === file)
        .map((exported) => ({ file, exported }));

/** `file:line name` of every export that no other file uses. */
const dead = (project: Project): readonly string[] => {
  const [users, given] = [usersIn(project), givenTypes(project)];
  return [...project.values()]
    .flatMap(declaredIn)
    .filter(({ file, exported: { name } }) => !users.has(`${file} ${name}`) && !given.has(`${file} ${name}`))
    .map(({ file, exported: { name, line } }) => `${file}:${line} ${name}`);
};

/** `file:line name` of every value that runs in tests alone: exported for them, and not used in its own file either. */
const onlyTested = (project: Project): readonly string[] => {
  const users = usersIn(project);
  return [...project.values()]
    .filter(({ file }) => !isTest(file))
    .flatMap((module) => declaredIn(module).map((it) => ({ ...it, words: module.words })))
    .filter(({ file, exported: { name, isType }, words }) => {
      const those = users.get(`${file} ${name}`) ?? [];
      return !isType && those.length > 0 && those.every(isTest) && words.get(name) === 1;
    })
    .map(({ file, exported: { name, line } }) => `${file}:${line} ${name}`);
};

const real = projectOf(allModules());
const planted = (...plants: readonly (readonly [file: string, text: string])[]): Project =>
  projectOf([...real.values(), ...plants.map(([file, text]) => moduleOf(file, text))]);

test('every export of a library says what it promises', () => {
  expect(undocumented(real)).toEqual([]);
});

test('an export without a comment is found, also one that is passed on, and one under a plain comment', () => {
  const project = planted(
    ['libs/plant/src/index.ts', "export { bare as given } from './plant.js';\nexport * from './more.js';"],
    ['libs/plant/src/plant.ts', 'export const bare = 1;\n/** Said. */\nexport const said = 2;'],
    ['libs/plant/src/more.ts', '// Not for readers of the API.\nexport type More = 1;'],
  );
  expect(undocumented(project)).toEqual(['libs/plant/src/plant.ts:1 bare', 'libs/plant/src/more.ts:2 More']);
});

test('whatever is exported is used by another file', () => {
  expect(dead(real)).toEqual([]);
});

test('an export that nobody uses is found, also one that a front door passes on to nobody', () => {
  const project = planted(
    ['libs/plant/src/index.ts', "export { type Given, given } from './plant.js';"],
    ['libs/plant/src/plant.ts', 'export const given = 1;\nexport type Given = 1;\nexport const own = 2;'],
  );
  expect(dead(project).filter((it) => it.startsWith('libs/plant/'))).toEqual([
    'libs/plant/src/plant.ts:1 given',
    'libs/plant/src/plant.ts:3 own',
  ]);
});

test('a script imports only what is there', () => {
  const lost = [...real.values()]
    .filter(({ file }) => file.endsWith('.mjs'))
    .flatMap(({ file, uses }) => uses.map((use) => ({ ...use, script: file })))
    .filter(({ file, name }) => (name === '*' ? !real.has(file) : declarationOf(real, file, name) === null));
  expect(lost).toEqual([]);
});

/** Kept all the same, each with its reason. */
const reasons: Readonly<Record<string, string>> = {
  'libs/identity/src/memory-accounts.ts memoryAccounts':
    'the memory adapter of its port, for specs without a database',
  'libs/kernel/src/projection.ts rebuild':
    'what a projection makes of a log, in one call: specs of projections need it',
  'libs/pack/src/read/read-pack.ts packIn':
    'a pack without the seconds of its check, for specs and benchmarks',
  'libs/postgres/src/embedded/start.ts leaveRunning': 'the server that all specs share',
  'libs/postgres/src/faults-in-chinese.ts saidInChinese': 'compared with `saidOfWaiting`',
  'libs/postgres/src/faults.ts knownClasses': 'compared with the list of the server',
  'libs/postgres/src/faults.ts saidOfWaiting': 'compared with `saidInChinese`',
  'services/sla-timer/src/sla-timer.module.ts openSlaTimer':
    'the service without its routes, for specs in virtual time',
};

test('nothing runs in tests alone', () => {
  const names = onlyTested(real).map((it) => it.replace(/:\d+ /, ' '));
  expect([...names].sort()).toEqual(Object.keys(reasons).sort());
});

test('what only a spec uses is found', () => {
  const project = planted(
    ['libs/plant/src/plant.ts', 'export const tried = 1;\nexport const used = 2;\nconst more = used + 1;'],
    ['libs/plant/src/plant.spec.ts', "import { tried, used } from './plant.js';"],
  );
  expect(onlyTested(project).filter((it) => it.startsWith('libs/plant/'))).toEqual([
    'libs/plant/src/plant.ts:1 tried',
  ]);
});
