/** Runs Jest in its ESM mode; whatever is given goes to Jest: `npm test -- libs/kernel`. */
import { spawnSync } from 'node:child_process';

const { status } = spawnSync(
  process.execPath,
  ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = status ?? 1;
