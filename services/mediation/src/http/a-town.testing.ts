/** A town in memory that mediates, as people meet it: over HTTP, with everybody who has to do with a quarrel. */
import { type Actor, type Area, day, type Instant, instant, plus, type Role, uuidOf } from '@mulin/kernel';
import { memoryPlatform, openService } from '@mulin/service';
import { sample } from '@mulin/testing';
import { calendarOf } from '@mulin/working-time';
import { MEDIATION, MediationModule } from '../index.js';

const area = 'mu/dongguan/hetou';

const account = (id: string, role: Role, where: string): Actor => ({ id, role, area: where as Area }); // a path

const people = [
  account('clerk', 'hotline-clerk', 'mu'),
  account('tang', 'mediator', 'mu/dongguan'),
  account('ye', 'mediator', 'mu/dongguan'),
  account('stranger', 'mediator', 'mu/nanyuan'),
  account('other-mediator', 'mediator', 'mu/dongguan'),
  account('committee', 'village-committee', area),
  account('secretary', 'community-secretary', 'mu/dongguan'),
  account('other-secretary', 'community-secretary', 'mu/nanyuan'),
  account('town-leader', 'town-leader', 'mu'),
  account('member', 'grid-member', `${area}/hetou-1/hetou-1-a`),
  account('auditor', 'auditor', 'mu'),
  account('operator', 'operator', 'mu'),
  account('wang', 'resident', 'mu'),
  account('zhao', 'resident', 'mu'),
];

const week = { 'mon-fri': [['08:30', '17:30']] };
const calendar = calendarOf({ id: 'town', version: '1', zone: 'Asia/Shanghai', week, overrides: {} });

const rules = {
  calendar,
  committee: { en: 'Committee', zh: '调委会' },
  homes: [{ id: 'home', name: { en: 'Mu neighbours’ home', zh: '牟邻之家' }, area: 'mu' }],
  policies: [],
};

export type Answer = Readonly<{ status: number; etag: string | null; body: Record<string, unknown> }>;

/** As one person is told no: `409 term-without-due`. */
export const refusal = ({ status, body }: Answer): string => `${status} ${String(body['code'])}`;

type Party = Readonly<{ party: string; code: string }>;
export type Opened = Readonly<{ id: string; number: string; parties: readonly [Party, Party, ...Party[]] }>;

/** The town, its clock, and how people ask it. */
export const openTown = async () => {
  let time = instant('2026-03-02T01:00:00Z');
  const now = () => time;
  const accounts: Record<string, Actor> = Object.fromEntries(people.map((it) => [it.id, it]));
  const memory = memoryPlatform({ town: 'mu', zone: 'Asia/Shanghai', now, accounts });
  const service = await openService(memory.platform, {
    modules: [MediationModule.with(rules)],
    services: [MEDIATION],
    port: 0,
  });
  let keys = 0;

  const call = async (
    who: string | null,
    path: string,
    body?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await fetch(`${service.url}/api/v1/${path}`, {
      headers: {
        ...(who === null ? {} : { authorization: `Bearer ${who}` }),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': `key-${++keys}` }),
        ...headers,
      },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    });
    await memory.settle();
    const answered = (await response.json()) as Record<string, unknown>;
    return { status: response.status, etag: response.headers.get('etag'), body: answered };
  };

  /** As another service would tell it. */
  const tell = async (type: string, subject: string, data: object): Promise<void> => {
    const told = sample(type) as { data: object };
    const event = {
      ...told,
      id: await uuidOf('event', String(++keys)),
      subject,
      town: 'mu',
      time: now(),
      recordedat: now(),
      data: { ...told.data, ...data },
    };
    const topic = `mulin.${type.split('.')[0] ?? ''}`;
    await memory.platform.bus.publish(topic, [{ key: subject, value: JSON.stringify(event) }]);
    await memory.settle();
  };

  const postMediators = (version: number, mediators: readonly string[]) =>
    tell('routing.roster-posted.v1', 'mu/dongguan', {
      place: 'mu/dongguan',
      version,
      since: null,
      duties: [
        { account: 'secretary', role: 'community-secretary', from: null, until: null },
        ...mediators.map((id) => ({ account: id, role: 'mediator', from: null, until: null })),
      ],
    });

  /** A quarrel about a wall, between somebody and their neighbour. */
  const quarrel = async (more: object = {}, who = 'clerk'): Promise<Opened> => {
    const { body } = await call(who, 'disputes', {
      kind: 'neighbours',
      colour: 'yellow',
      area,
      door: 'walk-in',
      facts: 'The wall between the two yards was moved.',
      parties: [
        { role: 'applicant', name: 'Sun', phone: '13800000001', address: 'Hetou 3' },
        { role: 'respondent', name: 'Zhou', phone: '13800000002', address: 'Hetou 4' },
      ],
      ...more,
    });
    const { disputeId, number, mediator, codes, parties } = body as unknown as {
      disputeId: string;
      number: string;
      mediator: string | null;
      codes: readonly Party[];
      parties: readonly Readonly<{ party: string }>[];
    };
    const handedOut = async ({ party }: Readonly<{ party: string }>): Promise<Party> => {
      const own = codes.find((it) => it.party === party);
      if (own !== undefined || mediator === null) return own ?? { party, code: '' };
      const { body: read } = await call(mediator, `disputes/${disputeId}/parties/${party}/code`);
      return { party, code: String(read['code']) };
    };
    // There are two of them at least.
    const known = (await Promise.all(parties.map(handedOut))) as unknown as Opened['parties'];
    return { id: disputeId, number, parties: known };
  };

  /** A party at home, by the number and its code. */
  const comeBy = async ({ number }: Opened, { code }: Party): Promise<string> =>
    String((await call(null, 'dispute-access', { number, code })).body['token']);

  const agreeAll = async (it: Opened, mediator = 'tang'): Promise<void> => {
    for (const { party } of it.parties)
      await call(mediator, `disputes/${it.id}/parties/${party}/consent`, { isGiven: true });
  };

  return {
    call,
    tell,
    postMediators,
    quarrel,
    comeBy,
    agreeAll,
    now,
    accounts,
    messages: () => memory.messages('mulin.mediation') as readonly Record<string, unknown>[],
    memory,
    pass: async (ms: number): Promise<void> => {
      time = plus(time, ms);
      await memory.settle();
    },
    at: (ms: number): Instant => plus(time, ms),
    close: () => service.close(),
    url: service.url,
  };
};

export type Town = Awaited<ReturnType<typeof openTown>>;

/** In so many days at ten in the morning. */
export const inDays = (town: Town, days: number): Instant =>
  instant(`${plus(town.now(), days * day).slice(0, 10)}T02:00:00Z`);
