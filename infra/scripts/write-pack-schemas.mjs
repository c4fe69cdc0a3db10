/**
 * Writes docs/schemas, one JSON Schema for each file of a pack, from the schemas in code; run by hand after one of them
 * was changed: `npx tsc -b libs/pack && node infra/scripts/write-pack-schemas.mjs`.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { packSchemas } from '../../libs/pack/dist/index.js';

const folder = new URL('../../docs/schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
const schemas = Object.entries(packSchemas());
for (const [name, schema] of schemas)
  writeFileSync(
    new URL(`${name.replace(/\.\w+$/, '')}.schema.json`, folder),
    await format(JSON.stringify(schema), { parser: 'json', printWidth: 110 }),
  );
console.log(`${schemas.length} schemas written to docs/schemas`);
