/**
 * Runs specs for Stryker within one process: what a mutant can be noticed in is evaluated anew for every mutant, from
 * code compiled once, and everything else stays loaded. Jest, asked by Stryker's own runner, loads each spec with all it
 * imports once more for every mutant, which takes seconds where this takes hundredths of one. Tests are still Jest's: its `describe`,
 * `test` and `expect` (jest-circus and @jest/expect, of the version that Jest itself brings).
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import vm from 'node:vm';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { transformSync } from '@swc/core';

const require = createRequire(import.meta.url);
const circus = require('jest-circus');
const { jestExpect: expect } = require('@jest/expect');

/** Random samples are not asked: chance must not decide what a report says. */
const withoutChance = { ...require('fast-check'), assert: () => undefined };
withoutChance.default = withoutChance;

/** The project; from when Stryker makes a runner on, its copy of it, where the mutants are. */
let root = process.cwd();
const { default: jest } = await import(pathToFileURL(path.join(root, 'jest.config.mjs')).href);
const [, swcOptions] = Object.values(jest.transform)[0];

/** In milliseconds: what a spec may take to load, and a test beyond ten times what it took in the first run. */
const patienceMs = 5_000;
/** A test of which that is not known, as the process was begun anew since. */
const tookUnknownMs = 1_000;
const inTime = new vm.Script('__strykerCall__()');

/** Calls it, and has it fail where it loops for ever; only what it does before it waits is bounded. */
const bounded = (call, timeout) => {
  globalThis.__strykerCall__ = call;
  return inTime.runInThisContext({ timeout: Math.ceil(timeout) });
};

/** What a module imports, as a file of the project; `undefined` for what Node loads. */
const fileOf = (asked, from) => {
  if (asked.startsWith('.')) return path.resolve(path.dirname(from), asked).replace(/\.js$/, '.ts');
  const [, name] = /^@mulin\/([^/]+)$/.exec(asked) ?? [];
  return ['libs', 'services', '.']
    .map((folder) => path.join(root, folder, name ?? '', 'src/index.ts'))
    .find((file) => name !== undefined && existsSync(file));
};

const compile = (file) => {
  const { code } = transformSync(readFileSync(file, 'utf8'), {
    ...swcOptions,
    filename: file,
    swcrc: false,
    module: { type: 'commonjs' },
  });
  const imported = new Set();
  for (const [, asked] of code.matchAll(/\brequire\("([^"]+)"\)/g)) imported.add(fileOf(asked, file));
  imported.delete(undefined);
  return {
    body: vm.compileFunction(code, ['exports', 'require', 'module', '__filename', '__dirname'], {
      filename: file,
    }),
    imported,
    holdsMutants: code.includes('stryMutAct_9fa48'),
  };
};

/** The project's modules. `fresh(spec)` evaluates a spec anew, with all that holds mutants or imports what does. */
const modules = () => {
  const compiled = new Map();
  const loaded = new Map();
  const codeOf = (file) => {
    if (!compiled.has(file)) compiled.set(file, compile(file));
    return compiled.get(file);
  };
  const reachesMutants = (file, seen = new Set()) => {
    if (seen.has(file)) return false;
    seen.add(file);
    const { holdsMutants, imported } = codeOf(file);
    return (
      holdsMutants || [...imported].some((other) => other.endsWith('.ts') && reachesMutants(other, seen))
    );
  };
  const forgettable = new Map();
  const isForgettable = (file) => {
    if (!forgettable.has(file)) forgettable.set(file, reachesMutants(file));
    return forgettable.get(file);
  };
  const load = (file) => {
    if (!file.endsWith('.ts')) return require(file);
    const known = loaded.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    loaded.set(file, module);
    const fromHere = createRequire(file);
    const requireHere = (asked) => {
      if (asked === '@jest/globals') return { ...circus, expect };
      if (asked === 'fast-check') return withoutChance;
      const other = fileOf(asked, file);
      return other === undefined ? fromHere(asked) : load(other);
    };
    codeOf(file).body(module.exports, requireHere, module, file, path.dirname(file));
    return module.exports;
  };
  const fresh = (spec) => {
    for (const file of [...loaded.keys()]) if (file === spec || isForgettable(file)) loaded.delete(file);
    return load(spec);
  };
  return { fresh };
};

const nameOf = (test) => {
  const names = [];
  for (let at = test; at.parent !== undefined; at = at.parent) names.unshift(at.name);
  return names.join(' ');
};

const isStated = (file) => !file.endsWith('.property.spec.ts');

/** The id of a test is its file, relative to the project, and its name. */
class SpecRunner {
  constructor() {
    root = process.cwd();
    this.context = globalThis.__stryker__ ??= {};
    this.modules = modules();
    /** How long each spec took, so that most mutants are noticed before the longest begin. */
    this.took = new Map();
    /** How long each test took in the first run, by its id. */
    this.tookAtFirst = new Map();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  async dryRun({ testFiles }) {
    const result = await this.run({ specs: testFiles.filter(isStated), isWanted: () => true, bails: false });
    for (const { id, timeSpentMs } of result.tests ?? []) this.tookAtFirst.set(id, timeSpentMs);
    return { ...result, mutantCoverage: this.context.mutantCoverage };
  }

  /** The filter names tests, or, for a mutant that is met while modules load, whole files. */
  async mutantRun({ activeMutant, testFilter, hitLimit, disableBail }) {
    const wanted = new Set(testFilter);
    this.context.activeMutant = activeMutant.id;
    this.context.hitLimit = hitLimit;
    this.context.hitCount = hitLimit === undefined ? undefined : 0;
    const specs = new Set(
      testFilter.map((id) => (path.isAbsolute(id) ? id : path.join(root, id.split(' ', 1)[0]))),
    );
    const isWanted = (id, file) => wanted.has(id) || wanted.has(file);
    const result = await this.run({ specs: [...specs].filter(isStated), isWanted, bails: !disableBail });
    this.context.activeMutant = undefined;
    return toMutantRunResult(result, disableBail);
  }

  async run({ specs, isWanted, bails }) {
    const tests = [];
    const tookOf = (file) => this.took.get(file) ?? 0;
    for (const file of specs.toSorted((a, b) => tookOf(a) - tookOf(b))) {
      const began = performance.now();
      try {
        await this.runFile(file, isWanted, tests, bails);
      } catch (error) {
        return (
          this.endless() ?? { status: DryRunStatus.Error, errorMessage: `${file}: ${error?.stack ?? error}` }
        );
      }
      if (bails && tests.some(({ status }) => status === TestStatus.Failed)) break;
      this.took.set(file, performance.now() - began);
    }
    return this.endless() ?? { status: DryRunStatus.Complete, tests };
  }

  endless() {
    return determineHitLimitReached(this.context.hitCount, this.context.hitLimit);
  }

  async runFile(file, isWanted, tests, bails) {
    circus.resetState();
    const state = circus.getState();
    state.parentProcess = process;
    state.testTimeout = jest.testTimeout;
    let failed = false;
    const idOf = (test) => `${path.relative(root, file)} ${nameOf(test)}`;
    const follow = ({ name, test }) => {
      if (name === 'test_start') {
        if ((failed && bails) || !isWanted(idOf(test), file)) test.mode = 'skip';
        else this.begin(test, idOf(test));
      }
      if (name !== 'test_done' && name !== 'test_skip') return;
      this.context.currentTestId = undefined;
      failed ||= test.errors.length > 0;
      tests.push(this.resultOf(idOf(test), file, test));
    };
    circus.addEventHandler(follow);
    try {
      bounded(() => this.modules.fresh(file), patienceMs + 10 * (this.took.get(file) ?? tookUnknownMs));
      const { unhandledErrors } = await circus.run();
      if (unhandledErrors.length > 0) throw new Error(unhandledErrors.join('\n'));
    } finally {
      circus.removeEventHandler(follow);
      this.context.currentTestId = undefined;
    }
  }

  begin(test, id) {
    const { fn } = test;
    this.context.currentTestId = id;
    test.fn = () => bounded(fn, patienceMs + 10 * (this.tookAtFirst.get(id) ?? tookUnknownMs));
  }

  resultOf(id, fileName, test) {
    const shared = { id, name: nameOf(test), timeSpentMs: test.duration ?? 0, fileName };
    if (test.errors.length > 0) {
      const [error] = test.errors.flat();
      return { ...shared, status: TestStatus.Failed, failureMessage: String(error?.message ?? error) };
    }
    return {
      ...shared,
      status: test.status === 'skip' || test.mode === 'skip' ? TestStatus.Skipped : TestStatus.Success,
    };
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'specs', SpecRunner)];
