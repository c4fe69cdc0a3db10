import { describe, expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { handler, instant, personId } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import { memoryVault } from '@mulin/vault';
import { flatbushGrids } from '../adapters/flatbush-grids.js';
import * as Order from '../domain/order.js';
import { findCustody } from '../find-custody.js';
import { whenCaseOver } from './when-case-over.js';
import { whenCaseReclassified } from './when-case-reclassified.js';
import { whenCaseRegistered } from './when-case-registered.js';

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
const manned = (place: string, account: string) => ({
  type: 'RosterPosted' as const,
  data: {
    place,
    duties: [{ account, role: 'grid-member' as const, from: null, until: null }],
    version: 1,
    since: null,
  },
});
const land = [
  drawn('m1', 0),
  drawn('m2', 1),
  drawn('m3', 2),
  manned('m1', 'li-wei'),
  manned('m2', 'wu-fang'),
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

const routing = async (...places: readonly ReturnType<typeof kept>[]) => {
  const { as, readings } = memoryVault('meixi');
  const store = memoryEventStore({ now: noon });
  const vault = as('routing', { kinds: ['place'], purposes: ['routing'] });
  await vault.keep(places);
  const orders = handler(store, Order.decider, noon);
  const grids = () => flatbushGrids(land);
  const find = findCustody({ grids, vault });
  const all = [
    whenCaseRegistered({ orders, find }),
    whenCaseReclassified({ orders, find, grids }),
    ...whenCaseOver({ orders }),
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
    facts: ({ subject }: News) => store.readStream(`order-${subject}`),
  };
};

describe('A case is registered', () => {
  test('and offered to the grid member on duty, once, and it says what that followed from', async () => {
    const { hear, facts, readings } = await routing(kept(registered, { lat: 0.5, lon: 0.5 }));
    await hear(registered, registered);

    expect(await facts(registered)).toMatchObject([
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
    const { hear, facts } = await routing(kept(registered, place));
    await hear(registered);
    expect(await facts(registered)).toMatchObject([
      { type: 'OrderLeftToArbiter', data: { because, area: 'meixi/c1' } },
    ]);
  });

  test('without a place: left to the arbiter', async () => {
    const { hear, facts } = await routing();
    await hear({ ...registered, data: { ...registered.data, placeId: null } });
    expect(await facts(registered)).toMatchObject([
      { type: 'OrderLeftToArbiter', data: { because: 'place-unknown' } },
    ]);
  });

  test('an erased place is nobody’s land', async () => {
    const { hear, facts, erase } = await routing(kept(registered, { lat: 0.5, lon: 0.5 }));
    await erase();
    await hear(registered);
    expect(await facts(registered)).toMatchObject([
      { type: 'OrderLeftToArbiter', data: { because: 'nobodys-land' } },
    ]);
  });
});

describe('A case of the archive', () => {
  test('is put on record with the micro-grid of its place, on duty or not, and nobody is asked', async () => {
    const { hear, facts } = await routing(kept(filed, { lat: 0.5, lon: 2.5 }));
    await hear(filed, filed);
    expect(await facts(filed)).toMatchObject([
      { type: 'ArchivedCaseRouted', data: { microGrid: 'm3', reportedAt: filed['time'] } },
    ]);
  });

  test('on nobody’s land is on record as that', async () => {
    const { hear, facts } = await routing(kept(filed, { lat: 9, lon: 9 }));
    await hear(filed);
    expect(await facts(filed)).toMatchObject([
      { type: 'ArchivedCaseRouted', data: { microGrid: null, area: null } },
    ]);
  });
});

describe('News', () => {
  const places = [kept(registered, { lat: 0.5, lon: 0.5 }), kept(reclassified, { lat: 0.5, lon: 1.5 })];

  test('of a correction sends the order to whoever answers there', async () => {
    const { hear, facts } = await routing(...places);
    await hear(registered, reclassified, reclassified);
    expect((await facts(registered)).slice(1)).toMatchObject([
      { type: 'OrderReclassified' },
      { type: 'OrderOffered', data: { member: 'wu-fang', leg: 2, menuItem: 'road-sinking' } },
    ]);
  });

  test('of a correction before its registration is heeded by it', async () => {
    const { hear, facts } = await routing(...places);
    await hear(reclassified, registered);
    expect((await facts(registered)).slice(1)).toMatchObject([
      { type: 'OrderOffered', data: { member: 'wu-fang', leg: 1, menuItem: 'road-sinking' } },
    ]);
  });

  test.each(['closed', 'declined', 'withdrawn'])(
    'that a case is %s ends its order, early or late',
    async (how) => {
      const end = { ...news(`intake.case-${how}.v1`), subject: registered.subject };
      const late = await routing(...places);
      await late.hear(registered, end, end);
      expect((await late.facts(registered)).slice(1)).toMatchObject([
        { type: 'OrderOver', data: { because: how } },
      ]);

      const early = await routing(...places);
      await early.hear(end, registered);
      expect(await early.facts(registered)).toMatchObject([{ type: 'OrderOver' }]);
    },
  );

  test('of a merger ends the order of the one that was merged, and not that of the survivor', async () => {
    const merged = news('intake.case-merged.v1');
    const told = (part: string) => ({
      ...merged,
      subject: registered.subject,
      data: { ...merged.data, part },
    });
    const { hear, facts } = await routing(...places);
    await hear(registered, told('survivor'));
    expect(await facts(registered)).toHaveLength(1);
    await hear(told('merged'));
    expect((await facts(registered)).slice(1)).toMatchObject([{ data: { because: 'merged' } }]);
  });

  test('of one case is nothing to another', async () => {
    const { hear, facts } = await routing(...places);
    const other = { ...news('intake.case-closed.v1'), subject: filed.subject };
    await hear(registered, other);
    expect(await facts(registered)).toHaveLength(1);
  });
});
