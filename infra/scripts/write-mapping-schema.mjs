// Writes the JSON Schema of mapping files, made from the schema in code, so that an editor completes them.
//   npx tsc -b services/cli && node infra/scripts/write-mapping-schema.mjs
import { writeFileSync } from 'node:fs';
import prettier from 'prettier';
import { mappingSchema } from '../../services/cli/dist/import/mapping.js';

const file = new URL('../mappings/mapping.schema.json', import.meta.url);
const options = await prettier.resolveConfig(file);
writeFileSync(file, await prettier.format(JSON.stringify(mappingSchema()), { ...options, parser: 'json' }));
process.stdout.write('infra/mappings/mapping.schema.json written\n');
