import { expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import { NoZip } from './not-checked';
import { readPack } from './pack-files';

const text = (it: string) => new TextEncoder().encode(it);
const file = (name: string, content: Uint8Array, webkitRelativePath = ''): File =>
  ({ name, webkitRelativePath, arrayBuffer: async () => content.slice().buffer }) as unknown as File;

test('a zip is read whatever folder it holds, and of two files of one name the higher one counts', async () => {
  const zip = zipSync({
    'my-town/town.json': text('{"town":"mu"}'),
    'my-town/old/town.json': text('{"town":"old"}'),
    '__MACOSX/my-town/._menu.json': text('x'),
    'my-town/photo.png': text('x'),
  });
  expect([...(await readPack([file('my-town.zip', zip)]))]).toEqual([['town.json', '{"town":"mu"}']]);
});

test('a folder is read by the names of its files', async () => {
  const chosen = [
    file('town.json', text('{}'), 'my-town/town.json'),
    file('notes.txt', text('x'), 'my-town/notes.txt'),
  ];
  expect([...(await readPack(chosen))]).toEqual([['town.json', '{}']]);
});

test('what is called a zip and is none is said', async () => {
  await expect(readPack([file('town.zip', text('no zip'))])).rejects.toThrow(NoZip);
});
