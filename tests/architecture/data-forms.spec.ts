/** Two versions that write differently never run side by side: who changes what is stored or sent decides about that. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');

const script = 'infra/scripts/write-data-forms.mjs';
const print = `import { formsOf, versionNow } from './${script}'; console.log(JSON.stringify(formsOf(versionNow())))`;

test('what is stored or sent is what was weighed for this dataVersion; the script beside says what to decide', () => {
  const now = execFileSync(process.execPath, ['--input-type=module', '--eval', print], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(JSON.parse(now)).toEqual(JSON.parse(read('tests/architecture/data-forms.json')));
});
