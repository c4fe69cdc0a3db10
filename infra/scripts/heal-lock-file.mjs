/**
 * npm leaves binaries of other platforms out of package-lock.json now and then, and `npm ci` then refuses the file.
 * Run by hand after a dependency has changed: `node infra/scripts/heal-lock-file.mjs`. Adds what is missing.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/** Where a package that stands at `place` would find `name`, from the inside out. */
const foundFrom = (place, name) => {
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const candidate = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`;
    if (lock.packages[candidate]) return lock.packages[candidate];
    if (at === '' || !at.includes('node_modules')) return lock.packages[`node_modules/${name}`];
  }
};

const systems = [
  'aix',
  'android',
  'darwin',
  'freebsd',
  'linux',
  'netbsd',
  'openbsd',
  'openharmony',
  'sunos',
  'win32',
];
const processors = [
  'arm64',
  'arm',
  'x64',
  'ia32',
  'ppc64',
  's390x',
  'riscv64',
  'loong64',
  'mips64el',
  'wasm32',
];
const libraries = { gnu: 'glibc', gnueabihf: 'glibc', musl: 'musl', musleabihf: 'musl' };

/** What such packages say of themselves in their names: `…-linux-arm64-musl`. */
const fromName = (name) => {
  const words = name.split(/[-/]/);
  const [os, cpu] = [systems.find((it) => words.includes(it)), processors.find((it) => words.includes(it))];
  const libc = Object.entries(libraries).find(([word]) => words.includes(word))?.[1];
  return {
    ...(os && { os: [os] }),
    ...(cpu && { cpu: [cpu] }),
    ...(os === 'linux' && libc && { libc: [libc] }),
  };
};

const listed = (value) => (value === undefined ? undefined : [value].flat());

/** From the registry where it has the package, which it need not for a platform that is not this one. */
const described = (name, version) => {
  try {
    const asked = ['view', `${name}@${version}`, 'os', 'cpu', 'libc', 'dist.integrity', '--json'];
    const {
      'dist.integrity': integrity,
      os,
      cpu,
      libc,
    } = JSON.parse(execFileSync('npm', asked, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { version, integrity, os: listed(os), cpu: listed(cpu), libc: listed(libc), optional: true };
  } catch {
    return { version, ...fromName(name), optional: true };
  }
};

let added = 0;
for (const [place, { optionalDependencies = {} }] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const found = foundFrom(place, name);
    if (!exact.test(version) || found?.version === version) continue;
    const target = found ? `${place}/node_modules/${name}` : `node_modules/${name}`;
    lock.packages[target] = described(name, version);
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
if (added > 0) writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${added} entries added\n`);
