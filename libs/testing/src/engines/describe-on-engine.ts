/** Suites that need a real engine: run where one is to be had, and never left out in silence. */
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Engine, EngineKind, NativeEngine } from './engine.js';
import { engineSource, type Source } from './where-from.js';

/** Java on a busy machine, and its jars, which are downloaded once. */
const startMs = 300_000;

/** The engine of a suite; to be called in its tests. */
type Running<E extends Engine> = () => E;

const leftOut = (name: string, why: string) => {
  process.stderr.write(`NOT TESTED: ${name}: ${why}.\n`);
  // On a machine that stands for all others nothing may be missing unnoticed.
  const isFailure = process.env['CI'] === 'true' && process.env['MULIN_SKIP_ENGINES'] !== '1';
  describe(name, () => {
    if (isFailure) test('has an engine', () => expect(why).toBe('there is one'));
    else test.skip(`NOT TESTED: ${why}`, () => undefined);
  });
};

const described = <E extends Engine>(
  name: string,
  start: () => Promise<E>,
  body: (engine: Running<E>) => void,
) =>
  describe(name, () => {
    const opened: E[] = [];
    beforeAll(async () => void opened.push(await start()), startMs);
    afterAll(async () => {
      for (const engine of opened) await engine.close();
    });
    body(() => {
      const [engine] = opened;
      if (engine === undefined) throw new Error(`The engine of "${name}" did not start.`);
      return engine;
    });
  });

/** @returns whether the suite was left out. */
const isMissing = (name: string, source: Source): source is Extract<Source, { from: 'nowhere' }> => {
  if (source.from === 'nowhere') leftOut(name, source.why);
  return source.from === 'nowhere';
};

/**
 * A suite on an engine from wherever `engineSource` finds one. The engine is started before the first of its tests and
 * closed after the last one. Where there is none, one loud line says what was not tested and why; with `CI=true` that is
 * a failure. To be awaited at the top of a spec.
 *
 * @param body describes the tests; what it is given answers with the engine while a test runs.
 */
export const describeOnEngine = async (
  kind: EngineKind,
  name: string,
  body: (engine: Running<Engine>) => void,
): Promise<void> => {
  const source = await engineSource(kind);
  if (!isMissing(name, source)) described(name, source.start, body);
};

/** The same on several engines at once, which come in the order of `kinds`; left out where one of them cannot be had. */
export const describeOnEngines = async (
  kinds: readonly EngineKind[],
  name: string,
  body: (engines: () => readonly Engine[]) => void,
): Promise<void> => {
  const starts: (() => Promise<Engine>)[] = [];
  for (const kind of kinds) {
    const source = await engineSource(kind);
    if (isMissing(name, source)) return;
    starts.push(source.start);
  }
  const opened: Engine[] = [];
  describe(name, () => {
    beforeAll(async () => {
      for (const start of starts) opened.push(await start());
    }, startMs);
    afterAll(async () => {
      for (const engine of opened) await engine.close();
    });
    body(() => opened);
  });
};

/**
 * The same on an engine of its own, which the tests may kill, freeze and start again.
 *
 * @param options.start how it is started. Default: with the usual settings.
 */
export const describeWithFaults = async (
  kind: EngineKind,
  name: string,
  body: (engine: Running<NativeEngine>) => void,
  options: Readonly<{ start?: () => Promise<NativeEngine> }> = {},
): Promise<void> => {
  const source = await engineSource(kind, { faults: true });
  if (isMissing(name, source)) return;
  if (source.from === 'native') described(name, options.start ?? source.start, body);
};

/** A suite that starts native engines of these kinds by itself; left out as loud where one of them cannot be had. */
export const describeWithOwnEngines = async (
  kinds: readonly EngineKind[],
  name: string,
  body: () => void,
): Promise<void> => {
  for (const kind of kinds) {
    if (isMissing(name, await engineSource(kind, { faults: true }))) return;
  }
  describe(name, body);
};
