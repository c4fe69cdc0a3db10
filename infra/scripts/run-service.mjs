/** Runs one service as a process of its own: `npm run service -- intake`. */
import { existsSync } from 'node:fs';
import process from 'node:process';

const [name = ''] = process.argv.slice(2);
const main = new URL(`../../services/${name}/dist/main.js`, import.meta.url);
if (!/^[a-z-]+$/.test(name) || !existsSync(main)) {
  process.stderr.write('Name a service: npm run service -- intake\n');
  process.exit(2);
}
await import(main.href);
