/** A rule that nobody has seen refuse something is decoration: each one here is broken once, on purpose. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

const root = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** Rule to a file that breaks it, and what stands in the file. */
const plants: Readonly<Record<string, readonly [file: string, text: string]>> = {
  'kernel-imports-nothing': ['libs/kernel/src/planted.ts', "import 'node:fs';"],
  'working-time-is-pure': ['libs/working-time/src/planted.ts', "import 'node:fs';"],
  'pack-stands-by-itself': ['libs/pack/src/planted.ts', "import '@mulin/service';"],
  'contracts-know-only-zod': ['contracts/src/planted.ts', "import '@mulin/kernel';"],
  'postgres-knows-only-the-kernel': ['libs/postgres/src/planted.ts', "import '@mulin/contracts';"],
  'documents-know-only-what-is-printed': ['libs/documents/src/planted.ts', "import '@mulin/contracts';"],
  'printing-stays-in-documents': ['services/feedback/src/planted-print.ts', "import 'pdfkit';"],
  'adapters-stay-apart': ['libs/vault/src/planted.ts', "import '@mulin/bus';"],
  'shell-knows-no-service': ['libs/service/src/planted.ts', "import '@mulin/intake';"],
  'services-never-meet': ['services/intake/src/planted.ts', "import '@mulin/routing';"],
  'drivers-stay-in-their-adapter': ['services/intake/src/planted-driver.ts', "import 'pg';"],
  'packages-have-a-front-door': [
    'services/audit/src/planted.ts',
    "import '../../../libs/kernel/src/canonical.js';",
  ],
  'testing-stays-in-specs': ['services/routing/src/planted.ts', "import '@mulin/testing';"],
  'journeys-enter-by-the-host': ['tests/journeys/planted.ts', "import '@mulin/intake';"],
  'domain-is-pure': ['services/intake/src/domain/planted.ts', "import 'zod';"],
  'views-read-events-only': ['services/audit/src/views/planted.ts', "import '@mulin/bus';"],
  'adapters-are-plugged-in-one-place': [
    'services/intake/src/planted-adapter.ts',
    "import './adapters/planted.js';",
  ],
  'commands-begin-at-once': ['services/cli/src/planted-command.ts', "import './commands/doctor.js';"],
  'nest-stays-at-the-door': ['services/sla-timer/src/planted.ts', "import '@nestjs/common';"],
  'everything-resolves': ['services/town/src/planted.ts', "import 'a-package-that-is-not-there';"],
  'no-circles': ['services/cli/src/planted.ts', "import './planted-too.js';"],
  'no-orphans': ['services/town/src/planted-orphan.ts', 'export const lonely = true;'],
};
const besides: Readonly<Record<string, string>> = {
  'services/intake/src/adapters/planted.ts': 'export const planted = true;',
  'services/cli/src/planted-too.ts': "import './planted.js';",
};

type Violation = Readonly<{ rule: { name: string }; from: string }>;
type Cruised = Readonly<{ summary: { violations: readonly Violation[] } }>;

const write = (copy: string, file: string, text: string) => {
  const target = path.join(copy, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${text}\nexport {};\n`);
};

/** The sources alone, without any dist, with links among the packages as npm makes them. */
const copyOfSources = (): string => {
  const copy = mkdtempSync(path.join(tmpdir(), 'mulin-rules-'));
  const isSource = (from: string) => !/[\\/](node_modules|dist)([\\/]|$)/.test(from.slice(root.length));
  for (const part of ['libs', 'services', 'contracts', 'tests', 'package.json', '.dependency-cruiser.cjs'])
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true, filter: isSource });
  mkdirSync(path.join(copy, 'node_modules', '@mulin'), { recursive: true });
  return copy;
};

const link = async (copy: string) => {
  const { readdirSync, existsSync } = await import('node:fs');
  for (const name of readdirSync(path.join(root, 'node_modules')))
    if (name !== '@mulin' && !name.startsWith('.'))
      symlinkSync(path.join(root, 'node_modules', name), path.join(copy, 'node_modules', name));
  for (const name of readdirSync(path.join(root, 'node_modules', '@mulin'))) {
    const home = [`libs/${name}`, `services/${name}`, name].find((it) => existsSync(path.join(copy, it)));
    if (!home) continue;
    // A package of which another version lies at the top lies beside whoever asks for it.
    const own = path.join(root, home, 'node_modules');
    if (existsSync(own)) symlinkSync(own, path.join(copy, home, 'node_modules'));
    symlinkSync(path.join(copy, home), path.join(copy, 'node_modules', '@mulin', name));
  }
};

test('every rule refuses the import that breaks it, and every rule has one', async () => {
  const copy = copyOfSources();
  try {
    await link(copy);
    for (const [file, text] of Object.values(plants)) write(copy, file, text);
    for (const [file, text] of Object.entries(besides)) write(copy, file, text);

    const bin = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [bin, '--output-type', 'json', 'libs', 'contracts', 'services', 'tests'];
    const { stdout } = await run(process.execPath, args, { cwd: copy, maxBuffer: 2 ** 28 }).catch(
      // It leaves with the number of violations, and says them all the same.
      (error: { stdout: string }) => error,
    );
    const { violations } = (JSON.parse(stdout) as Cruised).summary;

    const refused = Object.entries(plants).filter(([rule, [file]]) =>
      // A circle is told once, from whichever of its files.
      violations.some((it) => it.rule.name === rule && (it.from === file || it.from in besides)),
    );
    expect(refused.map(([rule]) => rule)).toEqual(Object.keys(plants));

    const { forbidden } = createRequire(import.meta.url)(path.join(root, '.dependency-cruiser.cjs')) as {
      forbidden: readonly { name: string }[];
    };
    expect(Object.keys(plants).sort()).toEqual(forbidden.map(({ name }) => name).sort());

    const planted = new Set([...Object.values(plants).map(([file]) => file), ...Object.keys(besides)]);
    expect(violations.filter(({ from }) => !planted.has(from))).toEqual([]);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
});
