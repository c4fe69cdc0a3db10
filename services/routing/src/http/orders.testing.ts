/** A town with the routes of orders, and what intake would tell it: for the specs of routes. */
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll } from '@jest/globals';
import { type Actor, type Area, instant, personId, plus, type Role, uuidOf } from '@mulin/kernel';
import { memoryPlatform, openService } from '@mulin/service';
import { sample } from '@mulin/testing';
import { parseGrids, parseRosters, parseTown } from '@mulin/pack';
import { ROUTING, RoutingModule } from '../index.js';

let moment = instant('2026-03-02T04:00:00Z');
export const now = () => moment;
/** So many milliseconds later, with all that the town does by itself meanwhile. */
export const waited = async (ms: number): Promise<void> => {
  moment = plus(moment, ms);
  await memory.settle();
};
const inPack = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../infra/packs/small/${name}`, import.meta.url), 'utf8'));

/** Files of real towns say more of a micro-grid than we read. */
const withPhone = (json: unknown): unknown => {
  const { features, ...rest } = json as { features: { properties: object }[] };
  return {
    ...rest,
    features: features.map((it) => ({ ...it, properties: { ...it.properties, leaderPhone: '13800138000' } })),
  };
};
const sampleTown = parseTown(inPack('town.json'));
const pack = {
  areas: sampleTown.areas,
  grids: parseGrids(withPhone(inPack('grids.geojson')), sampleTown),
  rosters: parseRosters({
    ...(inPack('rosters.json') as object),
    offices: [
      {
        id: 'urban-works',
        name: { zh: '城建办公室', en: 'Urban Works Office' },
        members: [{ account: 'worker-xu', name: { zh: '徐明霞', en: 'Xu Mingxia' } }],
      },
    ],
    helpers: [
      {
        account: 'volunteer-ding',
        name: { zh: '丁玉萍', en: 'Ding Yuping' },
        role: 'helper',
        standing: 'volunteer',
        area: 'mu/dongguan/hetou',
      },
    ],
  }),
};

export const grid = 'mu/dongguan/hetou/hetou-1';
const held = (role: Role, area: string): Actor => ({ id: `${role}@${area}`, role, area: area as Area });
export const memory = memoryPlatform({
  town: 'mu',
  zone: 'Asia/Shanghai',
  now,
  accounts: {
    a: held('grid-member', `${grid}/hetou-1-a`),
    b: held('grid-member', `${grid}/hetou-1-b`),
    leader: held('grid-leader', grid),
    elsewhere: held('grid-leader', 'mu/nanyuan/liulin/liulin-1'),
    secretary: held('community-secretary', 'mu/dongguan'),
    other: held('community-secretary', 'mu/nanyuan'),
    town: held('town-leader', 'mu'),
    committee: held('village-committee', 'mu/dongguan/hetou'),
    afar: held('village-committee', 'mu/nanyuan/liulin'),
    volunteer: { ...held('helper', 'mu/dongguan/hetou'), id: 'volunteer-ding' },
    operator: held('operator', 'mu'),
    resident: held('resident', 'mu'),
  },
});
const opened = { url: '', close: async () => {} };

beforeAll(async () => {
  const modules = [RoutingModule.with(pack)];
  Object.assign(opened, await openService(memory.platform, { modules, services: [ROUTING], port: 0 }));
});
afterAll(() => opened.close());

let keys = 0;
export type Answer = Readonly<{ status: number; etag: string | null; body: Record<string, unknown> }>;

export const call = async (
  who: string,
  path: string,
  body?: object,
  headers: object = {},
  method = 'POST',
): Promise<Answer> => {
  const response = await fetch(`${opened.url}/api/v1/${path}`, {
    headers: {
      authorization: `Bearer ${who}`,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/json', 'idempotency-key': `key-${++keys}` }),
      ...headers,
    },
    ...(body === undefined ? {} : { method, body: JSON.stringify(body) }),
  });
  await memory.settle();
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    body: (await response.json()) as Record<string, unknown>,
  };
};

/** The map, as somebody without a token asks for it. */
export const landOfRouting = async (headers: Readonly<Record<string, string>>): Promise<Answer> => {
  const response = await fetch(`${opened.url}/api/v1/grids`, { headers });
  const text = await response.text();
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
  };
};

/** What stands in the log of routing, and what it has told others. */
export const everythingTold = async (): Promise<string> => {
  const log = await memory.platform.eventStore('routing').readAll({ from: null, maxCount: 100_000 });
  if (log.length === 0) throw new Error('the log of routing is empty');
  return JSON.stringify([log, memory.messages('mulin.routing')]);
};

export const inA = { lat: 36.372, lon: 119.7405 };
export const nowhere = { lat: 36.5, lon: 119.741 };

let cases = 0;
/** As intake would tell it. */
export const registered = async (place: object | null): Promise<string> => {
  const caseId = await uuidOf('case', String(++cases));
  const piece = async (kind: string, content: unknown) => ({
    id: await uuidOf(kind, caseId),
    person: personId(caseId),
    kind,
    content,
  });
  const words = await piece('words', 'the drain is blocked');
  const contact = await piece('contact', { phone: '0532-5550100' });
  const where = place && (await piece('place', place));
  const kept = [words, contact, ...(where ? [where] : [])];
  await memory.platform.vault('intake', { kinds: [], purposes: [] }).keep(kept);
  const told = sample('intake.case-registered.v1') as { data: object };
  const event = {
    ...told,
    id: await uuidOf('event', caseId),
    subject: caseId,
    town: 'mu',
    time: now(),
    recordedat: now(),
    data: { ...told.data, placeId: where?.id ?? null, wordsId: words.id, contactId: contact.id },
  };
  await memory.platform.bus.publish('mulin.intake', [{ key: caseId, value: JSON.stringify(event) }]);
  await memory.settle();
  return caseId;
};
