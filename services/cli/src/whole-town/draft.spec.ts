import { afterAll, expect, test } from '@jest/globals';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { draftOf } from './draft.js';
import { withDrafts } from './write-copy.js';

const folder = mkdtempSync(path.join(tmpdir(), 'mulin-draft-'));
const inFolder = (name: string) => path.join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a file has its name only when all of it is written', async () => {
  const draft = await draftOf(inFolder('whole'), 'now');
  const text = 'a line of some length'.repeat(1_000);
  for (let line = 0; line < 100; line++) await draft.line(text);
  await draft.end();
  expect(readdirSync(folder)).toEqual(['whole.now.part']);
  await draft.keep();
  expect(readdirSync(folder)).toEqual(['whole']);
  expect(gunzipSync(readFileSync(inFolder('whole'))).toString()).toBe(`${text}\n`.repeat(100));
});

test('what was cut in the middle does not stand in the way of the next copy, and what failed leaves nothing', async () => {
  await (await draftOf(inFolder('cut'), 'yesterday')).line('begun');
  const failing = withDrafts({ file: inFolder('cut'), stamp: 'now' }, async ({ copy }) => {
    await copy.line('begun');
    throw new Error('the database went away');
  });
  await expect(failing).rejects.toThrow('the database went away');
  expect(readdirSync(folder).filter((name) => name.includes('.now'))).toEqual([]);

  await withDrafts({ file: inFolder('cut'), stamp: 'later' }, async ({ copy, keys }) => {
    await Promise.all([copy.end(), keys.end()]);
  });
  expect(readdirSync(folder)).toEqual(expect.arrayContaining(['cut', 'cut.keys']));
});

test('a folder that is not there is a wrong call', async () => {
  await expect(draftOf(inFolder('no/such/file'), 'now')).rejects.toThrow('its folder is not there');
});
