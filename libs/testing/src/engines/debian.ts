/** Programs that a machine has, or can be given where it is a Debian and we are root. */
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { NoEngine } from './engine.js';

const runs = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { env: process.env }).status === 0;

const canInstall = (): boolean => process.getuid?.() === 0 && runs('apt-get', ['--version']);

/** Another test may be installing at the same moment. */
const apt = ['-o', 'DPkg::Lock::Timeout=300', '-y', '-qq', '--no-install-recommends'];

type Wanted = Readonly<{ command: string; args: readonly string[]; debian: string }>;

/**
 * Makes sure that a command runs. On Debian as root its package is installed, and a line says so.
 *
 * @param wanted.args such as `--version`: with these it must end well.
 * @param wanted.debian the package that has it.
 * @throws `NoEngine` where it is missing and cannot be installed.
 */
export const ensureProgram = ({ command, args, debian }: Wanted): void => {
  if (runs(command, args)) return;
  if (!canInstall()) throw new NoEngine(`${command} is not installed (Debian package ${debian})`);
  process.stderr.write(`Installing the Debian package ${debian}, for tests on a real engine.\n`);
  runs('apt-get', ['update', '-qq']);
  runs('apt-get', ['install', ...apt, debian]);
  if (!runs(command, args)) throw new NoEngine(`the Debian package ${debian} could not be installed`);
};

/** Whether `ensureProgram` would succeed, as far as that can be known before it is tried. */
export const canHaveProgram = ({ command, args }: Wanted): boolean => runs(command, args) || canInstall();
