/** A town in memory, with everybody that its rosters name, and `mulin` beside it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Actor, type Area, instant, plus, type Role, second } from '@mulin/kernel';
import { memoryPlatform, openTown, readPack } from '@mulin/town';
import { runProgram } from '../program.js';
import { surroundingsOf } from '../surroundings.js';

const packFolder = fileURLToPath(new URL('../../../../infra/packs/sample', import.meta.url));
const pack = readPack(packFolder);
const start = instant('2026-03-02T01:00:00.000Z');

const account = (id: string, role: Role, area = 'mu'): readonly [string, Actor] => [
  id,
  { id, role, area: area as Area }, // a path
];

/** By their tokens, which are their accounts. */
const people: Readonly<Record<string, Actor>> = Object.fromEntries([
  account('clerk', 'hotline-clerk'),
  account('operator', 'operator'),
  account('auditor', 'auditor'),
  account('mediator-1@mu/dongguan', 'mediator', 'mu/dongguan'),
  account('mediator-2@mu/dongguan', 'mediator', 'mu/dongguan'),
  account('mediator@mu', 'mediator'),
  account('mediator@nowhere', 'mediator', 'mu/dongguan'),
]);

type Answer = Readonly<{ status: number; body: Readonly<Record<string, unknown>> }>;

/** What is written to a stream of this program while `work` goes on. */
const captured = async (stream: NodeJS.WriteStream, work: () => Promise<void>): Promise<string> => {
  const real = stream.write.bind(stream);
  let said = '';
  stream.write = (text: string | Uint8Array) => Boolean((said += String(text)));
  try {
    await work();
  } finally {
    stream.write = real;
  }
  return said;
};

export const disputeTown = async () => {
  let time = start;
  const memory = memoryPlatform({ ...pack.town, now: () => time, accounts: people });
  const town = await openTown(memory.platform, pack);
  await memory.settle();
  const folder = mkdtempSync(path.join(tmpdir(), 'mulin-disputes-'));
  let keys = 0;

  const post = async (who: string, route: string, body: object): Promise<Answer> => {
    // What comes one after the other is of different moments.
    time = plus(time, second);
    const response = await fetch(`${town.url}/api/v1/${route}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${who}`,
        'content-type': 'application/json',
        'idempotency-key': `key-${++keys}`,
      },
      body: JSON.stringify(body),
    });
    const answered = (await response.json()) as Answer['body'];
    await memory.settle();
    return { status: response.status, body: answered };
  };

  const mulinAs = async (token: string, ...args: readonly string[]) => {
    let [exit, out] = [-1, ''];
    const err = await captured(process.stderr, async () => {
      out = await captured(process.stdout, async () => {
        exit = await runProgram([...args], (_, language) =>
          surroundingsOf({
            language,
            folder,
            home: path.join(folder, 'home'),
            url: town.url,
            token,
            databaseUrl: undefined,
            masterKey: undefined,
            stamp: () => `stamp-${++keys}`,
            now: () => time,
          }),
        );
      });
    });
    await memory.settle();
    return { exit, out, err };
  };

  return {
    post,
    mulinAs,
    mulin: (...args: readonly string[]) => mulinAs('auditor', ...args),
    folder,
    url: town.url,
    messages: () => memory.messages('mulin.mediation') as readonly Readonly<Record<string, unknown>>[],
    said: memory.said,
    close: async () => {
      await town.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

export type DisputeTown = Awaited<ReturnType<typeof disputeTown>>;
