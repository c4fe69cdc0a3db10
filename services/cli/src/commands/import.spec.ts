import { afterAll, expect, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rejectedFile } from '../import/side-files.js';

const home = mkdtempSync(path.join(tmpdir(), 'mulin-rejected-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const row = [2, 'a "b"', '＝HYPERLINK("x")', 'missing', 'It is empty.'];
const fileOf = (stamp: string) => rejectedFile({ home, stamp: () => stamp }, 'm');

test('a file of rejected rows is made only where one was rejected', async () => {
  const none = fileOf('none');
  await none.close();
  expect(none.path()).toBeNull();

  const some = fileOf('some');
  some.write(row);
  await some.close();
  expect(readFileSync(some.path() ?? '', 'utf8')).toBe(
    '\uFEFFline,column,value,code,reason\r\n2,"a ""b""","\'＝HYPERLINK(""x"")",missing,It is empty.\r\n',
  );
});

test('one that cannot be written is told at the end of the import, and ends nothing before', async () => {
  mkdirSync(path.join(home, 'imports', 'm-full-rejected.csv'), { recursive: true });
  const file = fileOf('full');
  file.write(row);
  await expect(file.close()).rejects.toThrow('EISDIR');
});
