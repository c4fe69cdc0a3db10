/**
 * Writes contracts/documents from the contracts; run by hand after a contract was added or widened:
 * `npx tsc -b contracts && node infra/scripts/write-contract-documents.mjs`. A published schema is replaced only
 * by one that keeps all it promised; what does not is refused, and nothing is written.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { breaches } from '../../contracts/dist/compatible.js';
import { asyncapi, meaningsIn, schemaOf } from '../../contracts/dist/documents.js';
import { contracts } from '../../contracts/dist/index.js';

const folder = new URL('../../contracts/', import.meta.url);
const read = (path) => readFileSync(new URL(path, folder), 'utf8');
const write = async (path, value) =>
  writeFileSync(
    new URL(path, folder),
    await format(JSON.stringify(value), { parser: 'json', printWidth: 110 }),
  );
const schemaPath = (type) => `documents/schemas/${type}.json`;

const refused = contracts
  .filter(({ type }) => existsSync(new URL(schemaPath(type), folder)))
  .flatMap((contract) =>
    breaches(JSON.parse(read(schemaPath(contract.type))), schemaOf(contract), contract.type),
  );

if (refused.length > 0) {
  console.error(
    `Refused: a contract may only get optional fields; make a new version beside it.\n${refused.join('\n')}`,
  );
  process.exitCode = 1;
} else {
  const meanings = readdirSync(new URL('src/', folder))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => meaningsIn(read(`src/${file}`)));
  const samples = readdirSync(new URL('samples/', folder)).sort();
  const told = contracts.map((contract) => ({
    contract,
    meaning: meanings.map((some) => some.get(contract.type)).find((text) => text !== undefined) ?? '',
    samples: samples
      .filter((file) => file.startsWith(`${contract.type}.`))
      .map((file) => JSON.parse(read(`samples/${file}`))),
  }));

  mkdirSync(new URL('documents/schemas/', folder), { recursive: true });
  for (const contract of contracts) await write(schemaPath(contract.type), schemaOf(contract));
  await write('documents/asyncapi.json', asyncapi(told, JSON.parse(read('package.json')).version));
  console.log(`${contracts.length} contracts written to contracts/documents`);
}
