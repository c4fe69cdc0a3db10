/**
 * Writes down what is stored and sent between processes: `tests/architecture/data-forms.json`. After a change of it,
 * first decide whether the version before would refuse or wrongly read what this one writes, or the other way round;
 * then raise `dataVersion` of libs/service/src/host/town-tables.ts. Then `node infra/scripts/write-data-forms.mjs`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pinned = path.join(root, 'tests/architecture/data-forms.json');

const sourcesIn = (folder) =>
  readdirSync(path.join(root, folder), { withFileTypes: true, recursive: true })
    .filter((it) => it.isFile() && /(?<!\.(?:spec|testing|d))\.ts$/.test(it.name))
    .map((it) => path.relative(root, path.join(it.parentPath, it.name)))
    .sort();

/** What a pattern finds first in each place of the sources of each package that has any. */
const foundIn = (parent, part, pattern) =>
  Object.fromEntries(
    readdirSync(path.join(root, parent))
      .sort()
      .map((name) => {
        const texts = sourcesIn(`${parent}/${name}/${part}`).map((file) =>
          readFileSync(path.join(root, file), 'utf8'),
        );
        const found = texts.flatMap((text) => [...text.matchAll(pattern)].map(([, first]) => first));
        return [name, [...new Set(found)].sort()];
      })
      .filter(([, found]) => found.length > 0),
  );

/** Each read model of a service with its version. */
const readModels = () =>
  sourcesIn('services')
    .filter((file) => /^services\/[^/]+\/src\/views\//.test(file))
    .flatMap((file) => {
      const version = /^ {2}version: (\d+),$/m.exec(readFileSync(path.join(root, file), 'utf8'))?.[1];
      return version === undefined ? [] : [`${file} ${version}`];
    });

/** @param version the `dataVersion` for which all of it was written down. */
export const formsOf = (version) => ({
  dataVersion: version,
  storedEvents: foundIn('services', 'src', /\btype: '([A-Z]\w+)';\s+data/g),
  publicEvents: readdirSync(path.join(root, 'contracts/documents/schemas')).sort(),
  migrations: foundIn('libs', 'src', /\bid: '([\w-]+)',\s*(?:\/\/[^\n]*\s*)*sql:/g),
  readModels: readModels(),
});

/** The `dataVersion` of the sources. */
export const versionNow = () => {
  const text = readFileSync(path.join(root, 'libs/service/src/host/town-tables.ts'), 'utf8');
  return Number(/^export const dataVersion = (\d+);$/m.exec(text)?.[1]);
};

if (process.argv[1] === fileURLToPath(import.meta.url))
  writeFileSync(pinned, `${JSON.stringify(formsOf(versionNow()), null, 2)}\n`);
