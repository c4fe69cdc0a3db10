/** An engine as a plain process, with throw-away data. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as pause } from 'node:timers/promises';
import { type NativeEngine, NoEngine } from './engine.js';
import { type SmallDisk, unmountBelow } from './small-disk.js';

/** A Java program on a busy machine. */
const patienceMs = 60_000;
const lookMs = 20;

const home = path.join(tmpdir(), `mulin-engines-${process.getuid?.() ?? 'user'}`);

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const textOf = (file: string): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');

/** The process that a folder names, unless its number belongs to somebody else by now. */
const processIn = (folder: string): number | null => {
  const [pid = '', sign = ''] = textOf(path.join(folder, 'process')).split('\n');
  const isIts = sign !== '' && textOf(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').includes(sign);
  return isIts ? Number(pid) : null;
};

/** Ends what was left behind by runs that were killed before they could do it: named by the process that owned it. */
const sweep = () => {
  for (const name of readdirSync(home)) {
    if (isAlive(Number.parseInt(name, 10))) continue;
    const folder = path.join(home, name);
    const orphan = processIn(folder);
    if (orphan !== null) process.kill(orphan, 'SIGKILL');
    unmountBelow(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
};

let made = 0;

/** A new folder under the system's temporary one; what runs that were killed have left there is removed first. */
export const throwAwayFolder = (name: string): string => {
  mkdirSync(home, { recursive: true });
  sweep();
  const folder = path.join(home, `${process.pid}-${name}-${Date.now().toString(36)}-${++made}`);
  mkdirSync(folder);
  return folder;
};

/** A port of the loopback that nobody listens at just now. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port was given');
  return address.port;
};

type Program = Readonly<{
  /** For people, in messages. */
  name: string;
  command: string;
  args: readonly string[];
  /** Its data and its log, removed when it is closed. */
  folder: string;
  /** A part of its command line by which it is known, as its port. */
  sign: string;
  /** What it writes when it answers. */
  ready: RegExp;
  url: string;
  disk?: SmallDisk | null;
}>;

const isOver = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const launch = async ({ name, command, args, folder, sign, ready }: Program): Promise<ChildProcess> => {
  const log = path.join(folder, 'log');
  const before = textOf(log).length;
  const output = openSync(log, 'a');
  const child = spawn(command, args, { stdio: ['ignore', output, output], cwd: folder });
  closeSync(output);
  const failed: Error[] = [];
  child.once('error', (error) => void failed.push(error));
  writeFileSync(path.join(folder, 'process'), `${child.pid ?? ''}\n${sign}`);

  const giveUpAt = performance.now() + patienceMs;
  while (!ready.test(textOf(log).slice(before))) {
    if (isOver(child) || failed.length > 0 || performance.now() > giveUpAt) {
      child.kill('SIGKILL');
      throw new NoEngine(`${name} did not start. Its last words: ${textOf(log).slice(-1_000)}`);
    }
    await pause(lookMs);
  }
  return child;
};

const gone = async (child: ChildProcess, signal: NodeJS.Signals) => {
  if (isOver(child)) return;
  const ended = once(child, 'exit');
  // Who stands still hears nothing else.
  child.kill('SIGCONT');
  child.kill(signal);
  await ended;
};

/**
 * Starts a program and waits until it answers.
 *
 * @throws `NoEngine` with its last words where it ends, or says nothing for a minute.
 */
export const nativeProgram = async (program: Program): Promise<NativeEngine> => {
  const { disk = null } = program;
  let child = await launch(program);
  return {
    url: program.url,
    pid: () => child.pid ?? 0,
    kill: () => gone(child, 'SIGKILL'),
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    restart: async () => {
      await gone(child, 'SIGKILL');
      child = await launch(program);
    },
    standUp: async () => {
      if (isOver(child)) child = await launch(program);
    },
    disk,
    close: async () => {
      // Its data are thrown away, so that it need not write them down first.
      await gone(child, 'SIGKILL');
      disk?.close();
      rmSync(program.folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
};
