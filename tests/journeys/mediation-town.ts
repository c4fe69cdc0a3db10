/** The small town with a mediation committee, two people of each role near and far, and a quarrel, a day and a promise. */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Actor, type Area, type Role, uuidOf } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import { ask, type Json } from './http.js';
import { openSampleTown, samplePack, type SampleTown } from './sample-town.js';

const home = 'mu/dongguan/hetou/hetou-1/hetou-1-a';
const abroad = 'mu/nanyuan/liulin/liulin-1/liulin-1-a';
/** Who mediates, and is on the roster. */
export const mediating = 'mediating';
/** Who holds the interview day, and who keeps what was promised on it. */
export const host = 'near-community-secretary';
export const owner = 'near-grid-member';

const depths = {
  'grid-member': 5,
  'grid-leader': 4,
  'village-committee': 3,
  'community-secretary': 2,
  mediator: 2,
  verifier: 2,
  helper: 3,
} as const satisfies Readonly<Partial<Record<Role, number>>>;
/** Roles of a part of the town. */
export type Local = keyof typeof depths;
const locals = Object.keys(depths) as readonly Local[]; // their keys
const wholeTown: readonly Role[] = [
  'hotline-clerk',
  'town-leader',
  'office-member',
  'auditor',
  'operator',
  'integrator',
];

const upTo = (area: string, depth: number) => area.split('/').slice(0, depth).join('/');
const account = (id: string, role: Role, area: string): Actor => ({ id, role, area: area as Area }); // a path

/** Each account's name is its token. */
export const people: readonly Actor[] = [
  ...locals.flatMap((role) => [
    account(`near-${role}`, role, upTo(home, depths[role])),
    account(`far-${role}`, role, upTo(abroad, depths[role])),
  ]),
  ...wholeTown.map((role) => account(role, role, 'mu')),
  account(mediating, 'mediator', 'mu/dongguan'),
  account('asker', 'resident', 'mu'),
  account('resident', 'resident', 'mu'),
];

const packWithMediation = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'mediation-pack-'));
  cpSync(samplePack, folder, { recursive: true });
  const file = fileURLToPath(new URL('../../infra/packs/sample/mediation.json', import.meta.url));
  // The small town has one calendar.
  const text = readFileSync(file, 'utf8').replaceAll('"duty"', '"town"');
  const rules = JSON.parse(text) as Json & { homes: readonly Json[] };
  const homes = rules.homes.filter(({ area }) => area === 'mu/dongguan');
  writeFileSync(path.join(folder, 'mediation.json'), JSON.stringify({ ...rules, homes }));
  return folder;
};

/** As routing posts it: one mediator serves in the community. */
const postMediator = async (town: SampleTown): Promise<void> => {
  const { actor: _, actorrole: __, ...told } = sample('routing.roster-posted.v1');
  const duty = { account: mediating, role: 'mediator', from: null, until: null };
  const event = {
    ...told,
    id: await uuidOf('roster', 'mediators'),
    subject: 'mu/dongguan',
    town: 'mu',
    source: '/mu/routing',
    time: town.platform.now(),
    recordedat: town.platform.now(),
    data: { ...(told['data'] as Json), place: 'mu/dongguan', version: 1_000, since: null, duties: [duty] },
  };
  await town.platform.bus.publish('mulin.routing', [{ key: 'mu/dongguan', value: JSON.stringify(event) }]);
  await town.settle();
};

export const openMediationTown = async (): Promise<SampleTown> => {
  const town = await openSampleTown('2026-03-02T09:00:00+08:00', {
    others: Object.fromEntries(people.map((it) => [it.id, it])),
    limits: { 'resident-writes': 10_000 },
    pack: packWithMediation(),
  });
  await postMediator(town);
  return town;
};

const mustBe = (expected: number, { status, body }: Readonly<{ status: number; body: Json }>): Json => {
  if (status !== expected) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  return body;
};

/** How it stands: who has which side, and by which code. */
export type Quarrel = Readonly<{
  id: string;
  number: string;
  own: string;
  other: string;
  codes: Readonly<{ own: string; other: string }>;
}>;

const theirs = { role: 'applicant', name: 'Sun', phone: '13800000001', isMyself: true };
const others = { role: 'respondent', name: 'Zhou', phone: '13800000002' };
/** What a quarrel is opened with, at the counter or by a resident. */
export const quarrelOf = (who: string) => {
  const isResident = ['asker', 'resident'].includes(who);
  const { isMyself: _, ...one } = theirs;
  const parties = [isResident ? theirs : one, others];
  return {
    kind: 'neighbours',
    area: home,
    door: isResident ? 'party' : 'walk-in',
    facts: 'A wall.',
    parties,
  };
};

const tokenBy = async (town: SampleTown, number: string, party: string, id: string): Promise<string> => {
  const read = await town.read(mediating, `/api/v1/disputes/${id}/parties/${party}/code`);
  const shown = { method: 'POST', path: '/api/v1/dispute-access', body: { number, code: read['code'] } };
  return String(mustBe(201, await ask(town.url, shown))['token']);
};

/** A resident has asked for mediation; everybody is willing, and people are to meet tomorrow. */
export const openQuarrel = async (town: SampleTown): Promise<Quarrel> => {
  const body = mustBe(201, await town.post('asker', '/api/v1/disputes', quarrelOf('asker')));
  const { disputeId, number, parties } = body as unknown as {
    disputeId: string;
    number: string;
    parties: readonly [{ party: string }, { party: string }];
  };
  const [{ party: own }, { party: other }] = parties;
  const at = `/api/v1/disputes/${disputeId}`;
  for (const party of [own, other])
    mustBe(200, await town.post(mediating, `${at}/parties/${party}/consent`, { isGiven: true }));
  const [from, until] = ['T01:00:00.000Z', 'T02:00:00.000Z'].map((hour) => `${nextDay()}${hour}`);
  mustBe(200, await town.post(mediating, `${at}/sessions`, { from, until, place: 'elsewhere' }));
  const codes = {
    own: await tokenBy(town, number, own, disputeId),
    other: await tokenBy(town, number, other, disputeId),
  };
  return { id: disputeId, number, own, other, codes };
};

let days = 2;
/** Each a day later than the one before: nobody is in two places at once. */
const nextDay = (): string => new Date(Date.UTC(2026, 2, ++days)).toISOString().slice(0, 10);

/** Slots of a morning, many enough that nobody finds them full. */
export const slots = [
  { from: '2026-03-03T01:00:00.000Z', until: '2026-03-03T02:00:00.000Z', capacity: 500 },
  { from: '2026-03-03T02:00:00.000Z', until: '2026-03-03T03:00:00.000Z', capacity: 500 },
];
export const dayOf = { area: 'mu/dongguan', host, place: 'Room 201', slots };

let phones = 0;
/** Somebody who has not booked yet. */
export const visitor = () => ({ name: 'Sun', phone: `139${String(++phones).padStart(8, '0')}`, cases: [] });

/** A day that is published, and a place on it that the asker has. */
export const openDay = async (town: SampleTown): Promise<Readonly<{ day: string; booking: string }>> => {
  const { day } = mustBe(201, await town.post(host, '/api/v1/interview-days', dayOf));
  const body = { ...visitor(), slot: 1 };
  const booked = await town.post('asker', `/api/v1/interview-days/${String(day)}/bookings`, body);
  return { day: String(day), booking: String(mustBe(201, booked)['booking']) };
};

/** Something that was promised on such a day, once it has come. */
export const openPromise = async (town: SampleTown, day: string, booking: string): Promise<string> => {
  const at = `/api/v1/interview-days/${day}/bookings/${booking}`;
  mustBe(200, await town.post(host, `${at}/check-in`));
  const promise = { text: 'A lamp.', owner, dueAt: '2026-04-01T00:00:00.000Z' };
  const body = { outcome: 'promised', promises: [promise] };
  const { promises } = mustBe(200, await town.post(host, `${at}/outcome`, body));
  const [made] = promises as readonly unknown[];
  return typeof made === 'string' ? made : String((made as Json)['promise']);
};
