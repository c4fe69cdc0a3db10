/**
 * Draws the made-up town of infra/packs/sample from a fixed seed: `node infra/scripts/write-sample-pack.mjs [FOLDER]`,
 * after a build (the menu is the one that any town begins with). The same seed gives the same files to the byte, and a
 * test holds the committed ones to it. Policies, calendars, feedback and terms of mediation are small enough to be written by
 * hand, here.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { defaultMenu } from '../../libs/pack/dist/build/defaults/menu.js';
import { chanceOf } from './sample-town/chance.mjs';
import { mediation } from './sample-town/mediation.mjs';
import { both, peopleBy } from './sample-town/names.mjs';
import { calendars, feedback, menuOf, policies } from './sample-town/rules.mjs';
import { rostersBy } from './sample-town/rosters.mjs';
import { territoryBy } from './sample-town/territory.mjs';

const seed = 297;
const own = fileURLToPath(new URL('../packs/sample', import.meta.url));

/** The texts of the pack's files, by their names. */
const sampleTown = async () => {
  const territory = territoryBy(chanceOf(seed));
  const rosters = rostersBy(chanceOf(seed + 1), territory, peopleBy(chanceOf(seed + 2)));
  const town = {
    town: 'mu',
    name: both('牟邻镇（示例）', 'Mulin town (sample)'),
    zone: 'Asia/Shanghai',
    areas: territory.areas,
  };
  const options = { ...(await resolveConfig(path.join(own, 'town.json'))), parser: 'json' };
  const pretty = (value) => format(JSON.stringify(value), options);
  const features = territory.features.map((it) => JSON.stringify(it)).join(',\n');
  return {
    'town.json': await pretty(town),
    'menu.json': await format(JSON.stringify(menuOf(defaultMenu), null, 2), options),
    'policies.json': await pretty(policies),
    'calendars.json': await pretty(calendars),
    'feedback.json': await pretty(feedback),
    'mediation.json': await pretty(mediation),
    'rosters.json': await pretty(rosters),
    'grids.geojson': `{"type":"FeatureCollection","features":[\n${features}\n]}\n`,
  };
};

const folder = process.argv[2] ?? own;
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(await sampleTown())) writeFileSync(path.join(folder, name), text);
