/**
 * Writes `kafka/jars.txt`: what `kafka/pom.xml` resolves to, each with its place in a Maven repository and its SHA-512.
 * Needs Maven. Run after a change of the pom, and look at `git diff`: tests that have no Maven download just this.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('kafka/', import.meta.url));
const lib = mkdtempSync(path.join(tmpdir(), 'mulin-jars-'));
const maven = (...goal) =>
  execFileSync('mvn', ['-B', '-f', path.join(here, 'pom.xml'), ...goal], { encoding: 'utf8' });

try {
  maven('-q', 'dependency:copy-dependencies', `-DoutputDirectory=${lib}`);
  const named = maven('dependency:list').matchAll(/^\[INFO\] +([\w.-]+):([\w.-]+):jar:([\w.-]+):\w+/gm);
  const lines = [...named].map(([, group, name, version]) => {
    const file = `${name}-${version}.jar`;
    const sum = createHash('sha512')
      .update(readFileSync(path.join(lib, file)))
      .digest('hex');
    return `${group.replaceAll('.', '/')}/${name}/${version}/${file} ${sum}\n`;
  });
  writeFileSync(path.join(here, 'jars.txt'), lines.sort().join(''));
  console.log(`${lines.length} jars`);
} finally {
  rmSync(lib, { recursive: true, force: true });
}
