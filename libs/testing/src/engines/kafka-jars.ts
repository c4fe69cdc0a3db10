/** The jars of an Apache Kafka broker, which `infra/native/kafka/pom.xml` pins: downloaded once for this checkout. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { canHaveProgram, ensureProgram } from './debian.js';
import { NoEngine } from './engine.js';

const project = fileURLToPath(new URL('../../../../', import.meta.url));
const recipe = path.join(project, 'infra/native/kafka');
const cache = path.join(project, 'node_modules/.cache/mulin-engines');
/** Many more would be refused. */
const atOnce = 8;

type Jar = Readonly<{ place: string; sum: string }>;

const jarsWanted = (): readonly Jar[] =>
  readFileSync(path.join(recipe, 'jars.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [place = '', sum = ''] = line.split(' ');
      return { place, sum };
    });

const assertIs = (bytes: Uint8Array, { place, sum }: Jar) => {
  const found = createHash('sha512').update(bytes).digest('hex');
  if (found !== sum)
    throw new NoEngine(`${path.basename(place)} is not what was pinned: its SHA-512 is ${found}`);
};

/** The program that fetches them, where no repository is named. */
const maven = { command: 'mvn', args: ['--version'], debian: 'maven' };

const byMaven = (folder: string): void => {
  ensureProgram(maven);
  const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`];
  const said = spawnSync('mvn', ['-q', '-B', '-f', path.join(recipe, 'pom.xml'), ...goal], {
    encoding: 'utf8',
  });
  if (said.status !== 0) throw new NoEngine(`Maven could not bring the jars of Apache Kafka: ${said.stdout}`);
  for (const jar of jarsWanted()) {
    const file = path.join(folder, path.basename(jar.place));
    if (!existsSync(file)) throw new NoEngine(`Maven did not bring ${path.basename(jar.place)}`);
    assertIs(readFileSync(file), jar);
  }
};

const downloaded = async (repository: string, jar: Jar, folder: string) => {
  const answer = await fetch(`${repository}/${jar.place}`);
  if (!answer.ok)
    throw new NoEngine(`${path.basename(jar.place)} could not be downloaded (${answer.status})`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  assertIs(bytes, jar);
  writeFileSync(path.join(folder, path.basename(jar.place)), bytes);
};

const overHttps = async (repository: string, folder: string) => {
  const waiting = [...jarsWanted()];
  const next = async () => {
    for (let jar = waiting.pop(); jar !== undefined; jar = waiting.pop())
      await downloaded(repository, jar, folder);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
};

const fetchInto = async (lib: string) => {
  const folder = `${lib}.${process.pid}`;
  mkdirSync(folder, { recursive: true });
  try {
    process.stderr.write('Downloading the jars of Apache Kafka (56 MB, once), for tests on a real engine.\n');
    const repository = process.env['MULIN_MAVEN_URL'];
    if (repository === undefined) byMaven(folder);
    else await overHttps(repository, folder);
    // Somebody else may have been faster.
    if (!existsSync(lib)) renameSync(folder, lib);
  } catch (error) {
    if (error instanceof NoEngine) throw error;
    throw new NoEngine(`the jars of Apache Kafka could not be downloaded (${String(error)})`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** One process downloads, the others wait; who died while downloading is not waited for. */
const inTurn = async (lib: string, work: () => Promise<void>) => {
  const lock = `${lib}.lock`;
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch {
      const owner = existsSync(lock) ? readFileSync(lock, 'utf8') : '';
      if (existsSync(lib)) return;
      if (owner !== '' && !existsSync(`/proc/${owner}`)) rmSync(lock, { force: true });
      await pause(200);
    }
  }
  await work().finally(() => rmSync(lock, { force: true }));
};

const folderOfJars = (): string => {
  const pinned = createHash('sha512')
    .update(readFileSync(path.join(recipe, 'jars.txt')))
    .digest('hex');
  return path.join(cache, `kafka-${pinned.slice(0, 12)}`);
};

/** Whether the jars are here, or there is a way to fetch them. */
export const canHaveJars = (): boolean =>
  existsSync(folderOfJars()) || process.env['MULIN_MAVEN_URL'] !== undefined || canHaveProgram(maven);

/**
 * The folder with the jars. Where it is not there, they are downloaded by Maven (which a Debian is given), or over HTTPS
 * from the repository that `MULIN_MAVEN_URL` names, such as Maven Central; each must have the SHA-512 of
 * `infra/native/kafka/jars.txt`.
 *
 * @throws `NoEngine` where they cannot be had, or are others than those that were pinned.
 */
export const kafkaJars = async (): Promise<string> => {
  const lib = folderOfJars();
  mkdirSync(cache, { recursive: true });
  if (!existsSync(lib)) await inTurn(lib, () => fetchInto(lib));
  return lib;
};
