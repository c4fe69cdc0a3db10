/** Takes the pictures that the stories of the console have kept (`build/pictures`) into `docs/pictures`, smaller. */
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
// It is intake's own.
const sharp = createRequire(path.join(root, 'services/intake/package.json'))('sharp');

/** Picture of the README to the story's. */
const taken = {
  'zh-desk': 'desk-new-zh',
  'zh-case': 'leader-acknowledge-zh',
  'en-rates': 'rates-en',
  'zh-town': 'town-zh',
  'en-order': 'field-map-en',
  'zh-ask': 'resident-start-zh',
};

mkdirSync(path.join(root, 'docs/pictures'), { recursive: true });
for (const [name, story] of Object.entries(taken)) {
  const file = path.join(root, 'docs/pictures', `${name}.png`);
  await sharp(path.join(root, 'build/pictures', `${story}.png`))
    .png({ palette: true, effort: 10 })
    .toFile(file);
  console.log(`${name}.png from ${story}`);
}
