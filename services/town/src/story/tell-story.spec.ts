/** The story in towns that ask more of whoever does the work than the sample town does. */
import { expect, test } from '@jest/globals';
import { readPack } from '@mulin/service';
import { tellStory } from './tell-story.js';

const sample = readPack(new URL('../../../../infra/packs/sample', import.meta.url).pathname);

test('in a town in which every finish is shown by a photo and by words, the story comes to its end', async () => {
  const items = sample.intake.menu.map(({ id }) => ({ id, finish: { photo: true, words: true } }));
  const pack = { ...sample, routing: { ...sample.routing, items } };
  expect(await tellStory({ pack, language: 'en' })).toMatchObject({ faults: [], ok: true });
}, 300_000);
