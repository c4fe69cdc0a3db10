/** Ten thousand clocks of ten thousand cases, due at one instant: how long until the last escalation is an event. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openDatabase } from '@mulin/postgres';
import { atOnce, httpClient } from './http-client.js';
import { runningTown } from './running-town.js';

const cases = 10_000;
const callers = 64;
/** Long enough to register them all before. */
const hours = 0.03;
const hourMs = 3_600_000;

const sample = fileURLToPath(new URL('../../../infra/packs/small', import.meta.url));

/** In a grid: what lies with the secretary would have a clock of hers, too. */
export const placeInGrid = { lat: 36.373, lon: 119.744 };

/** The sample town, but every clock of a case is this one, of so many hours, and its ladder has one step. */
export const packOfOneClock = (folder: string, hours: number): string => {
  const pack = path.join(folder, 'pack');
  cpSync(sample, pack, { recursive: true });
  const file = path.join(pack, 'policies.json');
  // The sample pack of this repository.
  const { policies } = JSON.parse(readFileSync(file, 'utf8')) as {
    policies: { id: string; calendar: string }[];
  };
  const stormy = policies.map(({ id, calendar }) => ({
    id,
    calendar,
    clocks: [{ name: 'complete', length: { unit: 'hour', amount: hours } }],
    ladder: [{ to: ['community-secretary'], share: 1 }],
  }));
  writeFileSync(file, JSON.stringify({ policies: stormy }));
  return pack;
};

type Seen = { raised: number; last: string | null };

const untilAllAreTold = async (url: string): Promise<string> => {
  const database = await openDatabase({ url, max: 1 });
  try {
    for (;;) {
      const [seen] = await database.sql<Seen>(
        `select count(*) as raised, max(metadata::json ->> 'recordedAt') as last
         from sla_timer.facts
         where type = 'NoticeGiven' and data::json ->> 'clock' = 'complete/1' and data::json ->> 'level' = 'escalation'`,
      );
      if (seen && seen.raised >= cases && seen.last !== null) return seen.last;
      await sleep(200);
    }
  } finally {
    await database.close();
  }
};

export const stormOn = async (
  engine: 'postgres' | 'redis',
  redisUrl?: string,
): Promise<Record<string, number>> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mulin-storm-'));
  const town = await runningTown({
    pack: packOfOneClock(folder, hours),
    ...(redisUrl === undefined ? {} : { more: { REDIS_URL: redisUrl } }),
  });
  try {
    const client = httpClient(town.url, await town.token('hotline-clerk'), callers);
    const reportedAt = new Date();
    const dueAt = reportedAt.getTime() + hours * hourMs;
    const demand = (number: number) => ({
      menuItem: 'street-and-lighting',
      words: `Dark again, number ${number}`,
      place: placeInGrid,
      reportedAt: reportedAt.toISOString(),
    });
    await atOnce(
      callers,
      Array.from({ length: cases }, (_, number) => number),
      async (number) => {
        const { status, body } = await client('POST', '/api/v1/cases', demand(number), randomUUID());
        if (status !== 201) throw new Error(`a demand was refused: ${JSON.stringify(body)}`);
      },
    );
    if (Date.now() > dueAt)
      throw new Error('this machine is too slow to register all cases before they are due');

    await sleep(Math.max(0, dueAt - Date.now()));
    const last = Date.parse(await untilAllAreTold(town.databaseUrl));
    return { [`storm.${engine}.seconds`]: (last - dueAt) / 1_000 };
  } finally {
    await town.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
