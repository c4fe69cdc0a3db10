/** Other programs beside the test: sources run in processes of their own, as the test itself runs them. */
import { spawn } from 'node:child_process';
import process from 'node:process';

/** Node reads no TypeScript by itself on every version we support; the compiler of the tests does it here, too. */
const hooks = `
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
const { transformSync } = createRequire(process.cwd() + '/')('@swc/core');
const jsc = { target: 'es2023', parser: { syntax: 'typescript' } };
export const resolve = (specifier, context, next) =>
  next(/^\\..*\\.js$/.test(specifier) && context.parentURL?.endsWith('.ts') ? specifier.slice(0, -2) + 'ts' : specifier, context);
export const load = async (url, context, next) => {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = transformSync(readFileSync(fileURLToPath(url), 'utf8'), { jsc, module: { type: 'es6' } });
  return { format: 'module', source: code, shortCircuit: true };
};`;

const dataUrl = (text: string) => `data:text/javascript,${encodeURIComponent(text)}`;
const registering = dataUrl(
  `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(hooks))});`,
);

/** Runs a text as a program from the root of the workspace; answers what it wrote. */
export const runProgram = (text: string, words: readonly string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--no-warnings',
        '--conditions=source',
        '--import',
        registering,
        '--input-type=module',
        '-e',
        text,
        ...words,
      ],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    let complained = '';
    child.stdout.on('data', (part: Buffer) => (said += part.toString()));
    child.stderr.on('data', (part: Buffer) => (complained += part.toString()));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve(said) : reject(new Error(complained || `exit ${code}`)),
    );
  });
