/** The first start: an empty cluster with a password that nobody chose. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Binaries, NotHere, saidBy } from './binaries.js';
import type { Place } from './place.js';
import type { Settings } from './settings.js';

const run = promisify(execFile);

export const superuser = 'mulin';

/** Made aside and renamed into place, so that a start that was killed half-way leaves no half of a cluster. */
export const makeCluster = async (
  place: Place,
  { initdb, version }: Binaries,
  { fsync }: Settings,
): Promise<void> => {
  removeHalves(place);
  if (existsSync(place.data)) return refuseOther(place, version);

  const fresh = path.join(place.folder, `new-${process.pid}`);
  const data = path.join(fresh, 'data');
  const password = path.join(fresh, 'password');
  mkdirSync(data, { recursive: true });
  // Whatever the umask is: the user that lays out the data must get there.
  if (place.runner !== null) chmodSync(fresh, 0o711);
  writeFileSync(password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  own(place, data, password);
  const words = ['-D', data, '-U', superuser, `--pwfile=${password}`, '--auth=scram-sha-256'];
  await initialise(place, initdb, fsync === 'off' ? [...words, '--no-sync'] : words);
  // PostgreSQL has read it; from now on it is the town's alone.
  takeBack(place, password);
  renameSync(password, place.password);
  renameSync(data, place.data);
  rmSync(fresh, { recursive: true });
};

const own = ({ runner }: Place, ...files: readonly string[]) => {
  if (runner !== null) for (const file of files) chownSync(file, runner.uid, runner.gid);
};

const takeBack = ({ runner }: Place, file: string) => {
  if (runner !== null) chownSync(file, process.getuid?.() ?? 0, process.getgid?.() ?? 0);
};

const removeHalves = ({ folder }: Place) => {
  for (const name of readdirSync(folder))
    if (name.startsWith('new-')) rmSync(path.join(folder, name), { recursive: true, force: true });
};

const refuseOther = ({ data, password }: Place, version: string) => {
  const made = readFileSync(path.join(data, 'PG_VERSION'), 'utf8').trim();
  if (version.split('.')[0] !== made)
    throw new NotHere({
      en: `The data in ${data} is of PostgreSQL ${made} and this Mulin brings ${version}: export the town with the Mulin that made it and restore it with this one.`,
      zh: `${data} 中的数据属于 PostgreSQL ${made}，而本版本自带 ${version}：请用原版本导出全镇数据，再用本版本恢复。`,
    });
  if (!existsSync(password))
    throw new NotHere({
      en: `The file ${password} is gone, and without it nobody gets to the data.`,
      zh: `缺少文件 ${password}，没有它无法访问数据。`,
    });
};

/** Texts are compared by their code points, the same on every machine; upper and lower case know all letters. */
const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C', '--builtin-locale=C.UTF-8'];

const initialise = async ({ runner, folder }: Place, initdb: string, words: readonly string[]) => {
  try {
    await run(initdb, [...words, ...locale], { cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' }, ...runner });
  } catch (error) {
    throw new NotHere({
      en: `PostgreSQL could not lay out its data in ${folder}: ${saidBy(error)}`,
      zh: `PostgreSQL 无法在 ${folder} 中建立数据：${saidBy(error)}`,
    });
  }
};
