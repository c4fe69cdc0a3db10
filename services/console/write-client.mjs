/** Writes the types of the API, from its description; leaves them where they are newer. */
import { existsSync, statSync, writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const description = new URL('../../contracts/documents/openapi.en.json', import.meta.url);
const types = new URL('src/api/schema.d.ts', import.meta.url);
const age = (file) => statSync(file).mtimeMs;

if (!existsSync(types) || age(types) < age(description))
  writeFileSync(types, astToString(await openapiTS(description)));
