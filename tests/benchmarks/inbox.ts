/** How long a secretary waits for her inbox where the town has 100,000 cases, each with an order and a missed deadline. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { randomUUID } from 'node:crypto';
import { InboxModule, INBOX } from '@mulin/inbox';
import type { Area, NewEvent } from '@mulin/kernel';
import { openService, type Platform, postgresPlatform } from '@mulin/service';
import { percentile, silent } from './measuring.js';

const cases = 100_000;
const communities = 8;
const atOnce = 500;
/** A prime, so that when something is due has nothing to do with where it lies. */
const stride = 7_919;
const readings = 300;
const patienceMs = 600_000;

const metadata = { town: 'mu', actor: 'bench', correlationId: 'bench' };

/** What waits in one of the cases: an order for its holder, and a lateness for the secretary of its community. */
const waitingIn = (nth: number): readonly NewEvent[] => {
  const caseId = randomUUID();
  const area = `mu/c${nth % communities}/v${nth % 40}/g${nth % 90}/m${nth % 297}`;
  const minutes = (nth * stride) % (28 * 24 * 60);
  const until = new Date(Date.UTC(2026, 2, 1) + minutes * 60_000).toISOString();
  const common = {
    caseId,
    number: `mu-2026-${nth}`,
    cycle: 1,
    except: [],
    since: '2026-03-01T00:00:00.000Z',
    until,
    area,
  };
  const order = {
    ...common,
    id: `${caseId}.finish-1-1`,
    what: 'finish',
    kind: 'decide',
    why: 'taken',
    to: [{ account: `grid-member@${area}` }],
    isUrgent: false,
  };
  const late = {
    ...common,
    id: `${caseId}.told-complete-1-community-secretary`,
    what: 'escalation',
    kind: 'decide',
    why: 'complete',
    to: [{ role: 'community-secretary', area }],
    isUrgent: true,
  };
  return [order, late].map((data) => {
    const id = randomUUID();
    return { type: 'ItemOpened', data, id, metadata: { ...metadata, causationId: id } };
  });
};

const fill = async ({ eventStore }: Platform): Promise<void> => {
  const store = eventStore('inbox');
  for (let done = 0; done < cases; done += atOnce)
    await Promise.all(
      Array.from({ length: atOnce }, (_, place) =>
        store.appendToStream(`matter-${randomUUID()}`, waitingIn(done + place), {
          expectedRevision: 'no-stream',
        }),
      ),
    );
};

/** The first page of her inbox, over HTTP. */
export const benchInbox = async (databaseUrl: string) => {
  const { platform, close } = await postgresPlatform({
    databaseUrl,
    keys: path.join(mkdtempSync(path.join(tmpdir(), 'mulin-bench-inbox-')), 'keys'),
    town: 'mu',
    zone: 'Asia/Shanghai',
    services: ['inbox'],
    log: silent,
  });
  const app = await openService(platform, { modules: [InboxModule.with()], services: [INBOX], port: 0 });
  await fill(platform);
  const head = (await platform.eventStore('inbox').head()) ?? 0;
  for (const view of platform.views()) await view.showing(head, patienceMs);
  const { token } = await platform.identity.issue({
    role: 'community-secretary',
    area: 'mu/c1' as Area,
    minutes: 30,
  });
  const read = async (): Promise<number> => {
    const began = performance.now();
    const response = await fetch(`${app.url}/api/v1/inbox`, {
      headers: { authorization: `Bearer ${token}` },
    });
    const { items } = (await response.json()) as { items: readonly unknown[] };
    if (items.length !== 50) throw new Error(`her inbox shows ${items.length} items`);
    return performance.now() - began;
  };
  await read();
  const times: number[] = [];
  for (let nth = 0; nth < readings; nth++) times.push(await read());
  times.sort((one, other) => one - other);
  await app.close();
  await close();
  return { 'inbox.ms.p50': percentile(times, 0.5), 'inbox.ms.p99': percentile(times, 0.99) };
};
