/**
 * Leaves of each workspace nothing but its manifest, so that packages are installed anew only when one of them changes.
 * Run in the Dockerfile, in a folder that is thrown away.
 */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const isOfNode = (error) => error instanceof Error && 'code' in error && error.code === 'ENOTDIR';

for (const group of ['libs', 'services'])
  for (const name of readdirSync(group)) {
    const folder = path.join(group, name);
    try {
      for (const entry of readdirSync(folder))
        if (entry !== 'package.json') rmSync(path.join(folder, entry), { recursive: true });
    } catch (error) {
      if (!isOfNode(error)) throw error;
    }
  }

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));
manifest.workspaces = manifest.workspaces.filter((workspace) => workspace !== 'tests');
writeFileSync('package.json', JSON.stringify(manifest, null, 2));
