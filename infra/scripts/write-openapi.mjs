/**
 * Writes contracts/documents/openapi.en.json and .zh.json, the description of the API as a town serves it at
 * `/openapi.json`; run by hand after a route or a body was changed:
 * `npx tsc -b && node infra/scripts/write-openapi.mjs`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { instant } from '../../libs/kernel/dist/index.js';
import { memoryPlatform, openTown, readPack } from '../../services/town/dist/index.js';

const root = new URL('../../', import.meta.url);
const pack = readPack(fileURLToPath(new URL('infra/packs/small', root)));
const { town, zone } = pack.town;
const { platform } = memoryPlatform({ town, zone, now: () => instant(new Date().toISOString()) });
const { url, close } = await openTown(platform, pack);
for (const language of ['en', 'zh']) {
  const description = await (await fetch(`${url}/openapi.json?lang=${language}`)).json();
  const file = `contracts/documents/openapi.${language}.json`;
  writeFileSync(
    new URL(file, root),
    await format(JSON.stringify(description), { parser: 'json', printWidth: 110 }),
  );
  console.log(`${file} written`);
}
await close();
