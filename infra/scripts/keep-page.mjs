/** Writes a page of docs that is made from code, or, with `--check`, says whether the page that is there is current. */
import { readFileSync, writeFileSync } from 'node:fs';
import prettier from 'prettier';

const root = new URL('../../', import.meta.url);

/** `page` is a path from the project's folder, `command` what whoever finds it out of date is to run. */
export const keepPage = async (page, markdown, command) => {
  const file = new URL(page, root);
  const options = await prettier.resolveConfig(file);
  const text = await prettier.format(markdown, { ...options, parser: 'markdown' });
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    console.log(`${page} written`);
    return;
  }
  if (readFileSync(file, 'utf8') === text) return;
  console.error(`${page} is not what the code says: run ${command}`);
  process.exitCode = 1;
};
