import { describe, expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { commandHandler, type Instant, instant, personId } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import { memoryVault } from '@mulin/vault';
import { flatbushGrids } from '../adapters/flatbush-index.js';
import * as Order from '../domain/order/order.js';
import type { Duty } from '../domain/land/roster.js';
import { findDuty } from '../queries/find-duty.js';
import { findRoute } from '../queries/find-route.js';
import type { LandEvent } from '../domain/land/land.js';
import { whenCaseOver } from './when-case-over.js';
import { whenCaseReclassified } from './when-case-reclassified.js';
import { whenCaseRegistered } from './when-case-registered.js';
import { whenCaseReopened, whenCaseUnmerged } from './when-case-reopened.js';
import { whenNoticeGiven } from './when-notice-given.js';
import { whenTurnPasses } from './when-turn-passes.js';

const noon = () => instant('2026-03-02T04:00:00Z');
const square = (west: number) => [
  [
    [
      [west, 0],
      [west + 1, 0],
      [west + 1, 1],
      [west, 1],
      [west, 0],
    ],
  ],
];
const drawn = (id: string, west: number) => ({
  type: 'MicroGridDrawn' as const,
  data: {
    microGrid: {
      id,
      name: { en: id, zh: id },
      net: 'life' as const,
      area: `meixi/c1/v1/g1/${id}`,
      land: square(west),
    },
    version: 1,
    since: null,
  },
});
const serves = (account: string, from: Instant | null = null, until: Instant | null = null): Duty => ({
  account,
  role: 'grid-member',
  from,
  until,
});
const manned = (place: string, ...duties: readonly Duty[]) => ({
  type: 'RosterPosted' as const,
  data: {
    place,
    duties,
    version: 1,
    since: null,
  },
});
const town: readonly LandEvent[] = [
  drawn('m1', 0),
  drawn('m2', 1),
  drawn('m3', 2),
  manned('m1', serves('li-wei')),
  manned('m2', serves('wu-fang')),
];

type News = Record<string, unknown> & { id: string; subject: string; data: Record<string, unknown> };
const news = (type: string): News => sample(type) as News;

const registered = news('intake.case-registered.v1');
const reclassified = news('intake.case-reclassified.v1');
const filed = news('intake.case-registered.v1.archive');

const kept = (event: News, content: unknown) => ({
  id: String(event.data['placeId']),
  person: personId('somebody'),
  kind: 'place',
  content,
});

type Kept = ReturnType<typeof kept>;

const routing = (...places: readonly Kept[]) => routingWith({ places });

type World = Readonly<{
  places: readonly Kept[];
  land?: readonly LandEvent[];
  now?: () => Instant;
  disabled?: readonly string[];
}>;

const routingWith = async ({ places, land = town, now = noon, disabled = [] }: World) => {
  const { as, readings } = memoryVault('meixi');
  const store = memoryEventStore({ now });
  const vault = as('routing', { kinds: ['place'], purposes: ['routing'] });
  await vault.keep(places);
  const orders = commandHandler(store, Order.decider, now);
  const grids = () => flatbushGrids(land);
  const find = findRoute({ grids, vault });
  const duty = findDuty(grids, { disabled: () => Promise.resolve(new Set(disabled)) });
  const all = [
    whenCaseRegistered({ orders, find, duty }),
    whenCaseReclassified({ orders, find, duty }),
    whenCaseReopened({ orders, find, duty }),
    whenCaseUnmerged({ orders, duty }),
    ...whenCaseOver({ orders }),
    ...whenNoticeGiven({ orders }),
    whenTurnPasses({ orders, duty }),
  ];
  return {
    erase: () =>
      as('desk', { kinds: [], purposes: ['erasure'] }).shred(personId('somebody'), {
        actor: 'desk',
        purpose: 'erasure',
      }),
    readings,
    hear: async (...events: readonly News[]) => {
      for (const event of events) await all.find(({ type }) => type === event['type'])?.react(event);
    },
    eventsOf: ({ subject }: News) => store.readStream(`order-${subject}`),
  };
};

describe('A case is registered', () => {
  test('and offered to the grid member on duty, once, and it says what that followed from', async () => {
    const { hear, eventsOf, readings } = await routing(kept(registered, { lat: 0.5, lon: 0.5 }));
    await hear(registered, registered);

    expect(await eventsOf(registered)).toMatchObject([
      {
        type: 'OrderOffered',
        data: { member: 'li-wei', microGrid: 'm1', leg: 1, number: 'meixi-2026-000417' },
        metadata: { causationId: registered.id, actor: 'routing', town: 'meixi' },
      },
    ]);
    expect(readings()[0]).toMatchObject({ service: 'routing', actor: 'routing', purpose: 'routing' });
  });

  test.each([
    ['on nobody’s land', { lat: 9, lon: 9 }, 'nobodys-land'],
    ['where nobody is on duty', { lat: 0.5, lon: 2.5 }, 'nobody-on-duty'],
    ['with an address alone', { address: '1 Willow Lane' }, 'place-unknown'],
  ])('%s: left to the arbiter, not lost', async (_, place, because) => {
    const { hear, eventsOf } = await routing(kept(registered, place));
    await hear(registered);
    expect(await eventsOf(registered)).toMatchObject([
      { type: 'OrderLeftToArbiter', data: { because, area: 'meixi/c1' } },
    ]);
  });

  test('without a place: left to the arbiter', async () => {
    const { hear, eventsOf } = await routing();
    await hear({ ...registered, data: { ...registered.data, placeId: null } });
    expect(await eventsOf(registered)).toMatchObject([
      { type: 'OrderLeftToArbiter', data: { because: 'place-unknown' } },
    ]);
  });

  test('an erased place is nobody’s land', async () => {
    const { hear, eventsOf, erase } = await routing(kept(registered, { lat: 0.5, lon: 0.5 }));
    await erase();
    await hear(registered);
    expect(await eventsOf(registered)).toMatchObject([
      { type: 'OrderLeftToArbiter', data: { because: 'nobodys-land' } },
    ]);
  });
});

describe('Whoever is asked does not take it in time', () => {
  const both = [
    drawn('m1', 0),
    drawn('m2', 0.5),
    manned('m1', serves('li-wei')),
    manned('m2', serves('wu-fang')),
  ];
  const missed = (leg: number, more: object = {}): News => {
    const told = news('sla-timer.verdict-given.v1');
    return {
      ...told,
      subject: registered.subject,
      id: `00000000-0000-4000-8000-00000000000${leg}`,
      data: { ...told.data, clock: `take/1/${leg}`, cycle: 1, endedAt: null, ...more },
    };
  };
  const place = kept(registered, { lat: 0.5, lon: 0.2 });
  const kinds = async (...heard: readonly News[]) => {
    const { hear, eventsOf } = await routingWith({ places: [place], land: both });
    await hear(registered, ...heard);
    return (await eventsOf(registered)).map(
      ({ type, data }) => `${type} ${(data as { member: string }).member}`,
    );
  };
  const movedOnce = ['OrderOffered li-wei', 'OrderNotTaken li-wei', 'OrderOffered wu-fang'];

  test('it goes to the next of the grid, who is nobody’s third choice, and stays there', async () => {
    expect(await kinds(missed(1))).toEqual(movedOnce);
    expect(await kinds(missed(1), missed(2))).toEqual([...movedOnce, 'OrderNotTaken wu-fang']);
  });

  test('twice, late, of another clock, of what was answered or kept: nothing more', async () => {
    expect(await kinds(missed(1), missed(1))).toEqual(movedOnce);
    expect(await kinds(missed(2), missed(1), missed(7))).toEqual(movedOnce);
    const others = [
      missed(1, { clock: 'accept/1' }),
      missed(1, { clock: 'complete/1' }),
      missed(1, { verdict: 'met', endedAt: '2026-03-02T05:00:00.000Z' }),
      missed(1, { endedAt: '2026-03-06T10:00:00.000Z' }),
    ];
    expect(await kinds(...others)).toEqual(['OrderOffered li-wei']);
  });
});

describe('Who is asked', () => {
  const shiftEnds = instant('2026-03-03T16:00:00Z');
  const shifts: readonly LandEvent[] = [
    drawn('m1', 0),
    manned('m1', serves('li-wei', null, shiftEnds), serves('zhang-min', shiftEnds)),
  ];
  const place = kept(registered, { lat: 0.5, lon: 0.5 });
  const asked = async (world: Partial<World>) => {
    const { hear, eventsOf } = await routingWith({ places: [place], ...world });
    await hear(registered);
    return (await eventsOf(registered)).map(({ data }) => (data as { member?: string }).member ?? null);
  };

  test('is on duty when asked, however long ago it was reported', async () => {
    expect(await asked({ land: shifts, now: () => instant('2026-03-02T08:00:00Z') })).toEqual(['li-wei']);
    expect(await asked({ land: shifts, now: () => instant('2026-03-05T02:00:00Z') })).toEqual(['zhang-min']);
  });

  test('may sign in: whose account is disabled is asked nothing', async () => {
    const both = [drawn('m1', 0), manned('m1', serves('li-wei'), serves('zhang-min'))];
    expect(await asked({ land: both, disabled: ['li-wei'] })).toEqual(['zhang-min']);
    expect(await asked({ land: both, disabled: ['li-wei', 'zhang-min'] })).toEqual([null]);
  });

  test('answers for the land as it lay when it was reported', async () => {
    const given = instant('2026-03-04T00:00:00Z');
    const redrawn: readonly LandEvent[] = [
      drawn('m1', 0),
      { type: 'MicroGridGivenUp', data: { id: 'm1', version: 2, since: given } },
      { ...drawn('m9', 0), data: { ...drawn('m9', 0).data, since: given } },
      manned('m1', serves('li-wei')),
      manned('m9', serves('wu-fang')),
    ];
    expect(await asked({ land: redrawn, now: () => instant('2026-03-05T02:00:00Z') })).toEqual(['li-wei']);
  });
});

describe('A lateness', () => {
  test('is noted with whom it was told to, and taken back', async () => {
    const { hear, eventsOf } = await routing();
    const told = (type: string) => ({ ...news(type), subject: registered.subject });
    await hear(told('sla-timer.case-warned.v2'), told('sla-timer.case-escalated.v2'));
    await hear(told('sla-timer.escalation-revoked.v2'));
    expect((await eventsOf(registered)).map(({ type, data }) => [type, data])).toMatchObject([
      ['LatenessTold', { to: 'grid-member', level: 'warning' }],
      ['LatenessTold', { to: 'community-secretary', level: 'escalation' }],
      ['LatenessTakenBack', { to: 'community-secretary' }],
    ]);
  });

  test('of which a warning is left is that warning from then on', async () => {
    const { hear, eventsOf } = await routing();
    const told = (type: string, data: object = {}) => {
      const event = news(type);
      return { ...event, subject: registered.subject, data: { ...event.data, ...data } };
    };
    await hear(told('sla-timer.case-escalated.v2'));
    const back = told('sla-timer.escalation-revoked.v2', { because: 'moved', left: 'warning' });
    await hear(back, back);
    expect((await eventsOf(registered)).map(({ type, data }) => [type, data])).toMatchObject([
      ['LatenessTold', { to: 'community-secretary', level: 'escalation' }],
      ['LatenessTold', { to: 'community-secretary', level: 'warning' }],
    ]);
  });

  test('that a program of before told is noted the same, for where the order lies then', async () => {
    const { hear, eventsOf } = await routing();
    const told = (type: string) => ({ ...news(type), subject: registered.subject });
    await hear(told('sla-timer.case-warned.v1'), told('sla-timer.case-escalated.v1'));
    await hear(told('sla-timer.escalation-revoked.v1'));
    expect((await eventsOf(registered)).map(({ type, data }) => [type, data])).toMatchObject([
      ['LatenessTold', { to: 'grid-member', level: 'warning', area: null }],
      ['LatenessTold', { to: 'grid-leader', level: 'escalation', area: null }],
      ['LatenessTakenBack', { to: 'grid-leader' }],
    ]);
  });

  test('that nobody can count brings the case before the arbiter', async () => {
    const { hear, eventsOf } = await routing(kept(registered, { lat: 0.5, lon: 0.5 }));
    await hear(registered, { ...news('sla-timer.clock-missing.v1'), subject: registered.subject });
    expect((await eventsOf(registered)).map(({ type }) => type)).toEqual(['OrderOffered', 'ArbiterCalled']);
  });
});

describe('A case of the archive', () => {
  test('is put on record with the micro-grid of its place, on duty or not, and nobody is asked', async () => {
    const { hear, eventsOf } = await routing(kept(filed, { lat: 0.5, lon: 2.5 }));
    await hear(filed, filed);
    expect(await eventsOf(filed)).toMatchObject([
      { type: 'ArchivedCaseRouted', data: { microGrid: 'm3', reportedAt: filed['time'] } },
    ]);
  });

  test('on nobody’s land is on record as that', async () => {
    const { hear, eventsOf } = await routing(kept(filed, { lat: 9, lon: 9 }));
    await hear(filed);
    expect(await eventsOf(filed)).toMatchObject([
      { type: 'ArchivedCaseRouted', data: { microGrid: null, area: null } },
    ]);
  });
});

describe('News', () => {
  const places = [kept(registered, { lat: 0.5, lon: 0.5 }), kept(reclassified, { lat: 0.5, lon: 1.5 })];

  test('of a correction sends the order to whoever answers there', async () => {
    const { hear, eventsOf } = await routing(...places);
    await hear(registered, reclassified, reclassified);
    expect((await eventsOf(registered)).slice(1)).toMatchObject([
      { type: 'OrderReclassified' },
      { type: 'OrderOffered', data: { member: 'wu-fang', leg: 2, menuItem: 'road-sinking' } },
    ]);
  });

  test('of a correction before its registration is heeded by it', async () => {
    const { hear, eventsOf } = await routing(...places);
    await hear(reclassified, registered);
    expect((await eventsOf(registered)).slice(1)).toMatchObject([
      { type: 'OrderOffered', data: { member: 'wu-fang', leg: 1, menuItem: 'road-sinking' } },
    ]);
  });

  test.each(['closed', 'declined', 'withdrawn'])(
    'that a case is %s ends its order, early or late',
    async (how) => {
      const end = { ...news(`intake.case-${how}.v1`), subject: registered.subject };
      const late = await routing(...places);
      await late.hear(registered, end, end);
      expect((await late.eventsOf(registered)).slice(1)).toMatchObject([
        { type: 'OrderOver', data: { because: how } },
      ]);

      const early = await routing(...places);
      await early.hear(end, registered);
      expect(await early.eventsOf(registered)).toMatchObject([{ type: 'OrderOver' }]);
    },
  );

  test('that a case begins another cycle offers it anew, early, late or twice', async () => {
    const known = news('intake.case-reopened.v1');
    const data = { ...known.data, placeId: registered.data['placeId'] };
    const again = { ...known, subject: registered.subject, data };
    const late = await routing(...places);
    await late.hear(registered, again, again);
    expect((await late.eventsOf(registered)).slice(1)).toMatchObject([
      { type: 'OrderReopened', data: { cycle: 2, because: 'redo' } },
      { type: 'OrderOffered', data: { cycle: 2, leg: 1, because: 'redo' } },
    ]);
    const early = await routing(...places);
    await early.hear(again, registered);
    expect(await early.eventsOf(registered)).toMatchObject([
      { type: 'OrderReopened' },
      { type: 'OrderOffered', data: { cycle: 2, member: 'li-wei' } },
    ]);
  });

  test('that two cases were merged by mistake offers the one anew that was in nobody’s hands, and not the other', async () => {
    const merged = { ...news('intake.case-merged.v1'), subject: registered.subject };
    const told = { ...merged, data: { ...merged.data, part: 'merged', cycle: 1 } };
    const unmerged = { ...news('intake.case-unmerged.v1'), subject: registered.subject };
    const apart = { ...unmerged, data: { ...unmerged.data, part: 'merged', cycle: 1 } };
    const one = await routing(...places);
    await one.hear(registered, told, apart, apart);
    expect((await one.eventsOf(registered)).slice(1)).toMatchObject([
      { type: 'OrderOver', data: { because: 'merged' } },
      { type: 'OrderResumed', data: { cycle: 1 } },
      { type: 'OrderOffered', data: { cycle: 1, leg: 2, member: 'li-wei' } },
    ]);
    const early = await routing(...places);
    await early.hear(told, apart, registered);
    expect((await early.eventsOf(registered)).at(-1)).toMatchObject({
      type: 'OrderOffered',
      data: { leg: 1 },
    });
    const other = await routing(...places);
    await other.hear(registered, { ...apart, data: { ...apart.data, part: 'survivor' } });
    expect(await other.eventsOf(registered)).toHaveLength(1);
  });

  test('of a merger ends the order of the one that was merged, and not that of the survivor', async () => {
    const merged = news('intake.case-merged.v1');
    const told = (part: string) => ({
      ...merged,
      subject: registered.subject,
      data: { ...merged.data, part },
    });
    const { hear, eventsOf } = await routing(...places);
    await hear(registered, told('survivor'));
    expect(await eventsOf(registered)).toHaveLength(1);
    await hear(told('merged'));
    expect((await eventsOf(registered)).slice(1)).toMatchObject([{ data: { because: 'merged' } }]);
  });

  test('of one case is nothing to another', async () => {
    const { hear, eventsOf } = await routing(...places);
    const other = { ...news('intake.case-closed.v1'), subject: filed.subject };
    await hear(registered, other);
    expect(await eventsOf(registered)).toHaveLength(1);
  });
});
