/** How long a mediator waits for their calendar where the town has held 10,000 sessions, and what a dispute costs. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Area, NewEvent, Role } from '@mulin/kernel';
import { MEDIATION, MediationModule } from '@mulin/mediation';
import { packIn } from '@mulin/pack';
import { openService, type Platform, postgresPlatform } from '@mulin/service';
import { processorMs } from './proc.js';
import { percentile, silent } from './measuring.js';

const sessions = 10_000;
const mediators = 40;
const atOnce = 500;
const readings = 300;
const disputes = 200;
const patienceMs = 600_000;
const pack = new URL('../../../infra/packs/sample', import.meta.url).pathname;

const metadata = { town: 'mu', actor: 'bench', correlationId: 'bench' };
const area = 'mu/dongguan/hetou';

/** A session of one of the mediators, on an hour of its own in the years before. */
const sessionOf = (nth: number): NewEvent => {
  const from = new Date(Date.UTC(2025, 0, 1) + Math.floor(nth / mediators) * 6 * 3_600_000);
  const until = new Date(from.getTime() + 3_600_000);
  const id = randomUUID();
  return {
    type: 'SessionPlanned',
    id,
    metadata: { ...metadata, causationId: id },
    data: {
      number: `mu-M-2025-${nth}`,
      area,
      session: 1,
      from: from.toISOString(),
      until: until.toISOString(),
      place: 'home',
      mediator: `mediator-${nth % mediators}`,
      plannedAt: from.toISOString(),
    },
  };
};

const fill = async ({ eventStore }: Platform): Promise<void> => {
  const store = eventStore('mediation');
  for (let done = 0; done < sessions; done += atOnce)
    await Promise.all(
      Array.from({ length: atOnce }, (_, place) =>
        store.appendToStream(`dispute-${randomUUID()}`, [sessionOf(done + place)], {
          expectedRevision: 'no-stream',
        }),
      ),
    );
};

type Ask = (token: string, route: string, body?: object) => Promise<Record<string, unknown>>;

const asking =
  (url: string): Ask =>
  async (token, route, body) => {
    const response = await fetch(`${url}/api/v1/${route}`, {
      headers: {
        authorization: `Bearer ${token}`,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${route}: ${JSON.stringify(answer)}`);
    return answer;
  };

type Opened = Readonly<{ disputeId: string; parties: readonly Readonly<{ party: string }>[] }>;

/** From the first word to the last: asked, agreed by word of mouth, performed. */
const settleOne = async (ask: Ask, committee: string, mediator: string): Promise<void> => {
  const opened = (await ask(committee, 'disputes', {
    kind: 'neighbours',
    area,
    door: 'walk-in',
    facts: 'A wall.',
    parties: [
      { role: 'applicant', name: 'A' },
      { role: 'respondent', name: 'B' },
    ],
  })) as unknown as Opened;
  const at = `disputes/${opened.disputeId}`;
  const [one, other] = opened.parties.map(({ party }) => party);
  for (const party of [one, other]) await ask(mediator, `${at}/parties/${party}/consent`, { isGiven: true });
  const dueAt = new Date(Date.now() + 86_400_000).toISOString();
  const terms = [{ party: other, toParty: one, what: 'moves it back', dueAt }];
  await ask(mediator, `${at}/agreement`, { form: 'oral', terms, agreed: [one, other] });
  await ask(mediator, `${at}/performance`, { term: 1, isWhole: true });
};

/** A roster as routing publishes it, so that there is somebody to mediate. */
const postMediator = async ({ bus, town }: Platform): Promise<void> => {
  const place = town;
  const id = randomUUID();
  const time = new Date().toISOString();
  const event = {
    specversion: '1.0',
    id,
    source: `/${town}/routing`,
    type: 'routing.roster-posted.v1',
    subject: place,
    time,
    recordedat: time,
    town,
    correlationid: id,
    causationid: id,
    dataschema: 'urn:mulin:routing.roster-posted.v1',
    data: {
      place,
      version: 1,
      since: null,
      duties: [{ account: 'mediator@mu', role: 'mediator', from: null, until: null }],
    },
  };
  await bus.publish('mulin.routing', [{ key: place, value: JSON.stringify(event) }]);
};

const openOn = async (databaseUrl: string) => {
  const { platform, close } = await postgresPlatform({
    databaseUrl,
    keys: path.join(mkdtempSync(path.join(tmpdir(), 'mulin-bench-mediation-')), 'keys'),
    town: 'mu',
    zone: 'Asia/Shanghai',
    services: ['mediation'],
    log: silent,
  });
  await postMediator(platform);
  const app = await openService(platform, {
    modules: [MediationModule.with(packIn(pack).mediation)],
    services: [MEDIATION],
    port: 0,
    server: { limits: { 'staff-writes': 1e9, 'staff-reads': 1e9 } },
  });
  const tokenOf = async (role: Role, where: string, account?: string) => {
    const named = account === undefined ? {} : { account };
    return (await platform.identity.issue({ role, area: where as Area, minutes: 60, ...named })).token;
  };
  return {
    platform,
    ask: asking(app.url),
    tokenOf,
    close: async () => {
      await app.close();
      await close();
    },
  };
};

type Town = Awaited<ReturnType<typeof openOn>>;

/** A week of one mediator, over HTTP. */
const readCalendar = async ({ ask, tokenOf }: Town): Promise<readonly number[]> => {
  const token = await tokenOf('mediator', 'mu', 'mediator-7');
  const week = 'from=2025-02-03T00:00:00Z&to=2025-02-10T00:00:00Z&mediator=mediator-7';
  const times: number[] = [];
  for (let nth = 0; nth < readings; nth++) {
    const started = performance.now();
    await ask(token, `mediation-calendar?${week}`);
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b);
};

/** Of one dispute after the other: how long each takes, and how much of this process. */
const settleMany = async ({ ask, tokenOf }: Town) => {
  const committee = await tokenOf('village-committee', area);
  const mediator = await tokenOf('mediator', 'mu', 'mediator@mu');
  const [cpu, started] = [processorMs(process.pid), performance.now()];
  for (let nth = 0; nth < disputes; nth++) await settleOne(ask, committee, mediator);
  return {
    'mediation.disputeMs': (performance.now() - started) / disputes,
    'mediation.disputeNodeMs': (processorMs(process.pid) - cpu) / disputes,
  };
};

/** The calendar over 10,000 sessions, and disputes from the first word to the last term. */
export const benchMediation = async (databaseUrl: string) => {
  const opened = await openOn(databaseUrl);
  await fill(opened.platform);
  const head = (await opened.platform.eventStore('mediation').head()) ?? 0;
  for (const view of opened.platform.views()) await view.showing(head, patienceMs);
  const times = await readCalendar(opened);
  const settled = await settleMany(opened);
  await opened.close();
  return {
    'mediation.calendarMs.p50': percentile(times, 0.5),
    'mediation.calendarMs.p99': percentile(times, 0.99),
    ...settled,
  };
};
