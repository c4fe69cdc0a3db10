/** `mulin chaos`: a town of many processes on engines of this machine, while one thing after the other goes wrong. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { Surroundings } from '../surroundings.js';
import { exits, type Outcome, WrongCall } from '../terminal.js';

const project = fileURLToPath(new URL('../../../../', import.meta.url));
const asSources = [
  '--no-warnings',
  '--conditions=source',
  '--import',
  path.join(project, 'infra/scripts/run-sources.mjs'),
];

/** As `tests/chaos/run.ts` gives it. */
type Report = Readonly<{
  seed: number;
  faults: number;
  demands: number;
  lost: number;
  doubled: number;
  wrongVerdicts: number;
  ok: boolean;
  wrong: readonly string[];
}>;

const numberIn = (text: string | undefined, pattern: RegExp): number => {
  if (text === undefined || !pattern.test(text)) throw new WrongCall(({ chaos }) => chaos.wrongCall);
  return Number(text);
};

/** Its trial is part of the project, and starts real engines: it is run from there, as `npm test` runs it. */
const runTrial = (args: readonly string[]): Promise<Report | null> => {
  const main = path.join(project, 'tests/chaos/main.ts');
  if (!existsSync(main)) throw new WrongCall(({ chaos }) => chaos.notHere, 'chaos-not-here');
  const child = spawn(process.execPath, [...asSources, main, ...args], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let out = '';
  child.stdout.on('data', (chunk: Buffer) => void (out += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => resolve(out === '' ? null : (JSON.parse(out) as Report)));
  });
};

/**
 * The report says whether anything that was accepted was lost or done twice, and whether a clock was not judged; what it
 * says of it is in its `wrong`. A seed gives the same faults in the same order.
 */
export const chaosCommand = async (
  { texts }: Surroundings,
  { seed, minutes }: Readonly<{ seed?: string; minutes?: string }>,
): Promise<Outcome> => {
  const drawnFrom = numberIn(seed, /^\d{1,9}$/);
  const lasting = numberIn(minutes, /^(?!0*(?:\.0*)?$)\d{1,4}(?:\.\d{1,3})?$/);
  const report = await runTrial(['--seed', String(drawnFrom), '--minutes', String(lasting)]);
  if (report === null) throw new WrongCall(({ chaos }) => chaos.broken, 'chaos-not-run');
  return {
    json: report,
    lines: [texts.chaos.done(report), ...report.wrong.map((it) => `  ${it}`)],
    exit: report.ok ? exits.done : exits.notAsItShould,
  };
};
