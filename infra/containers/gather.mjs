/** Copies what runs into a folder: what was built, and the files that programs read. `node gather.mjs FOLDER`. */
import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const [target] = process.argv.slice(2);
if (target === undefined) throw new Error('Name a folder.');

const workspaces = [
  'contracts',
  ...['libs', 'services'].flatMap((group) => readdirSync(group).map((it) => `${group}/${it}`)),
];

/** Declarations and maps are for whoever builds on it. */
const runs = (file) => !/\.(d\.ts|map|tsbuildinfo)$|\.(spec|testing)\.js$/.test(file);

for (const workspace of workspaces) {
  if (workspace === 'libs/testing' || !existsSync(path.join(workspace, 'package.json'))) continue;
  for (const part of ['package.json', 'dist', 'browser', 'documents', 'samples'])
    if (existsSync(path.join(workspace, part)))
      cpSync(path.join(workspace, part), path.join(target, workspace, part), {
        recursive: true,
        filter: runs,
      });
}
for (const part of [
  'package.json',
  'LICENSE',
  'infra/packs',
  'infra/calendars',
  'infra/mappings',
  'infra/containers/healthy.mjs',
  'infra/containers/make-env.mjs',
  'infra/containers/set-up.sh',
])
  cpSync(part, path.join(target, part), { recursive: true });
