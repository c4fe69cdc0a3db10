/** A town from one PostgreSQL database to another, by the commands that people use: `mulin export`, `mulin restore`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '@mulin/postgres';
import { prepareTables } from '@mulin/town';
import { runMulin } from './running-town.js';

const facts = 200_000;
/** Four events of 600 bytes for each case, as a demand has them. */
const made = `insert into intake.facts (position, stream, revision, id, type, version, data, metadata)
  select n, 'case-' || (n - 1) / 4, (n - 1) % 4, gen_random_uuid()::text, 'CaseNoted', 1,
    json_build_object('n', n, 'words', repeat('x', 400))::text,
    json_build_object('actor', 'clerk', 'recordedAt', '2026-03-02T01:00:00.000Z', 'town', 'mulin')::text
  from generate_series(1, $1::int) n`;

const databaseIn = async (url: string, name: string): Promise<string> => {
  const { sql, close } = await openDatabase({ url });
  await sql(`create database ${name}`);
  await close();
  const own = new URL(url);
  own.pathname = `/${name}`;
  return own.href;
};

const timed = async (env: NodeJS.ProcessEnv, ...args: readonly string[]): Promise<number> => {
  const began = performance.now();
  const { exit, json } = await runMulin(env, args);
  if (exit !== 0) throw new Error(`mulin ${args[0]} ended with ${exit}: ${JSON.stringify(json)}`);
  return (performance.now() - began) / 1_000;
};

/** Rates are those of whole commands, their start and their proofs of equality among them. */
export const benchMoving = async (url: string): Promise<Record<string, number>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mulin-moving-'));
  const copy = path.join(folder, 'copy.mulin');
  const homes = { old: path.join(folder, 'old'), new: path.join(folder, 'new') };
  try {
    const from = await databaseIn(url, 'moving_from');
    const into = await databaseIn(url, 'moving_into');
    const keys = path.join(homes.old, 'keys');
    mkdirSync(keys, { recursive: true });
    await prepareTables({ databaseUrl: from, keys, masterKey: undefined, town: 'mulin' });
    const { sql, close } = await openDatabase({ url: from });
    await sql(made, [facts]);
    await close();
    const env = (home: string, databaseUrl: string) => ({
      ...process.env,
      MULIN_HOME: home,
      DATABASE_URL: databaseUrl,
    });
    const out = await timed(env(homes.old, from), 'export', '--out', copy);
    const back = await timed(env(homes.new, into), 'restore', copy);
    return {
      'moving.facts': facts,
      'moving.export.perSecond': facts / out,
      'moving.restore.perSecond': facts / back,
      'moving.both.perSecond': facts / (out + back),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
