/**
 * Lets Node run the TypeScript sources as they are, for tests that need a process of their own:
 * `node --conditions=source --import ./infra/scripts/run-sources.mjs FILE.ts`.
 */
import { register } from 'node:module';

const hooks = `
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { transform } = createRequire(${JSON.stringify(import.meta.url)})('@swc/core');

export const resolve = async (name, context, next) => {
  if (!context.parentURL?.endsWith('.ts') || !/^\\.{1,2}\\/.*\\.js$/.test(name)) return next(name, context);
  return next(name.replace(/\\.js$/, '.ts'), context);
};

export const load = async (url, context, next) => {
  if (!url.endsWith('.ts')) return next(url, context);
  const { code } = await transform(await readFile(fileURLToPath(url), 'utf8'), {
    filename: fileURLToPath(url),
    sourceMaps: 'inline',
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: false },
    },
    module: { type: 'es6' },
  });
  return { format: 'module', source: code, shortCircuit: true };
};
`;

register(`data:text/javascript,${encodeURIComponent(hooks)}`);
