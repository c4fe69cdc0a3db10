// Writes the JSON Schemas of mapping files, for demands and for disputes, and of lists of spellings, made from the schema in code, so that an editor completes them.
//   npx tsc -b services/cli && node infra/scripts/write-mapping-schema.mjs
import { writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { aliasesSchema } from '../../services/cli/dist/import/aliases.js';
import { disputeMappingSchema } from '../../services/cli/dist/import/disputes/dispute-mapping.js';
import { mappingSchema } from '../../libs/imports/dist/index.js';

const schemas = {
  mapping: mappingSchema(),
  'dispute-mapping': disputeMappingSchema(),
  aliases: aliasesSchema(),
};
for (const [name, schema] of Object.entries(schemas)) {
  const file = new URL(`../mappings/${name}.schema.json`, import.meta.url);
  const options = await prettier.resolveConfig(file);
  writeFileSync(file, await prettier.format(JSON.stringify(schema), { ...options, parser: 'json' }));
  process.stdout.write(`infra/mappings/${name}.schema.json written\n`);
}
