import { describe, expect, test } from '@jest/globals';
import { memoryEventStore } from '@mulin/event-store';
import { type EventStore, commandHandler, type Instant, instant } from '@mulin/kernel';
import { until } from '@mulin/testing';
import { flatbushGrids } from '../adapters/flatbush-index.js';
import * as AreaName from '../domain/land/area-name.js';
import { change } from '../domain/land/changed-roster.js';
import * as Beginning from '../domain/land/beginning.js';
import * as MicroGrids from '../domain/land/micro-grid.js';
import * as Roster from '../domain/land/roster.js';
import * as Shift from '../domain/land/shift.js';
import * as Leave from '../domain/leave/leave.js';
import { loadGrids, type Territory } from './load-grids.js';

const january = instant('2026-01-02T00:00:00Z');
const june = instant('2026-06-02T00:00:00Z');

const square = (west: number): number[][][][] => [
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
const grid = (id: string, west: number): MicroGrids.MicroGrid => ({
  id,
  name: { en: id, zh: id },
  net: 'life',
  area: `mu/c1/v1/g1/${id}`,
  land: square(west),
});
const duty = (account: string): Roster.Duty => ({ account, role: 'grid-member', from: null, until: null });
const pack = (grids: readonly MicroGrids.MicroGrid[], members: Record<string, string>): Territory => ({
  grids,
  areas: [{ path: 'mu/c1', name: { en: 'East Gate', zh: '东关社区' } }],
  rosters: {
    members: new Map(Object.entries(members).map(([id, account]) => [id, [duty(account)]])),
    leaders: new Map(),
    watch: new Map(),
    helpers: new Map(),
    offices: new Map(),
    shifts: [],
  },
});

const opened = (store: EventStore, now: () => Instant, name = 'start') => {
  let count = 0;
  return loadGrids({
    town: 'mu',
    now,
    newId: () => `${name}-${count++}-${now()}`,
    store,
    microGrids: commandHandler(store, MicroGrids.decider, now),
    rosters: commandHandler(store, Roster.decider, now),
    shifts: commandHandler(store, Shift.decider, now),
    leave: commandHandler(store, Leave.decider, now),
    areaNames: commandHandler(store, AreaName.decider, now),
    beginning: commandHandler(store, Beginning.decider, now),
    gridsOf: flatbushGrids,
  });
};

const town = () => {
  let time = january;
  const now = () => time;
  const store = memoryEventStore({ now });
  return {
    store,
    moveTo: (at: Instant) => void (time = at),
    open: (name?: string) => opened(store, now, name),
    events: async () => (await store.readAll({ from: null, maxCount: 100 })).map(({ type }) => type),
  };
};

const first = pack([grid('m1', 0), grid('m2', 1)], { m1: 'li', m2: 'zhang' });
const there = { lat: 0.5, lon: 1.5 };

test('the first start records the whole pack, and it holds for all that was before', async () => {
  const { open, events } = town();
  const kept = open();
  await (
    await kept.start(first)
  )();

  expect((await events()).sort()).toEqual([
    'AreaNamed',
    'LandRecorded',
    'MicroGridDrawn',
    'MicroGridDrawn',
    'RosterPosted',
    'RosterPosted',
  ]);
  expect(kept.grids().landFor('life', there, instant('2015-01-01'))).toMatchObject({ microGrid: 'm2' });
  expect(kept.grids().onDuty('m2', instant('2015-01-01'))).toEqual(['zhang']);
});

test('a second start with the same pack records nothing', async () => {
  const { open, events } = town();
  await (
    await open().start(first)
  )();
  const before = await events();
  const kept = open('again');
  await (
    await kept.start(first)
  )();

  expect(await events()).toEqual(before);
  expect(kept.grids().landFor('life', there, january)).toMatchObject({ microGrid: 'm2' });
});

test('a changed pack records what differs, in force from now on', async () => {
  const { open, moveTo, events } = town();
  await (
    await open().start(first)
  )();
  moveTo(june);
  const kept = open('changed');
  await (
    await kept.start(pack([grid('m1', 0), grid('m3', 1)], { m1: 'li', m3: 'wu' }))
  )();

  expect((await events()).slice(6).sort()).toEqual([
    'MicroGridDrawn',
    'MicroGridGivenUp',
    'RosterPosted',
    'RosterTakenDown',
  ]);
  expect(kept.grids().landFor('life', there, january)).toMatchObject({ microGrid: 'm2' });
  expect(kept.grids().onDuty('m2', january)).toEqual(['zhang']);
  expect(kept.grids().landFor('life', there, june)).toMatchObject({ microGrid: 'm3' });
  expect(kept.grids().onDuty('m3', june)).toEqual(['wu']);
});

test('what is added alone at a later start holds from then on, and not for ever before', async () => {
  const { open, moveTo } = town();
  await (
    await open().start(pack([grid('m1', 0)], { m1: 'li' }))
  )();
  moveTo(june);
  const kept = open('added');
  await (
    await kept.start(first)
  )();
  expect(kept.grids().landFor('life', there, january)).toBeNull();
  expect(kept.grids().landFor('life', there, june)).toMatchObject({ microGrid: 'm2' });
  expect(kept.grids().onDuty('m2', june)).toEqual(['zhang']);
});

test('a pack that goes back to what it was is a change all the same', async () => {
  const { open, moveTo } = town();
  await (
    await open('a').start(first)
  )();
  moveTo(june);
  await (
    await open('b').start(pack([grid('m1', 0)], { m1: 'li' }))
  )();
  const kept = open('c');
  await (
    await kept.start(first)
  )();
  expect(kept.grids().landFor('life', there, june)).toMatchObject({ microGrid: 'm2' });
  expect(kept.grids().onDuty('m2', june)).toEqual(['zhang']);
});

test('a first recording that ended half-way is still the first when it goes on', async () => {
  const { open, store, moveTo } = town();
  const half = commandHandler(store, MicroGrids.decider, () => january);
  await half('m1', MicroGrids.draw([{ microGrid: grid('m1', 0) }], 'm1', null), {
    town: 'mu',
    actor: 'routing',
    correlationId: 'x',
    causationId: 'x',
  });
  moveTo(june);
  const kept = open();
  await (
    await kept.start(first)
  )();
  expect(kept.grids().landFor('life', there, instant('2015-01-01'))).toMatchObject({ microGrid: 'm2' });
});

test('what another process records is followed', async () => {
  const { open, moveTo } = town();
  const kept = open('one');
  const stop = await kept.start(first);
  moveTo(june);
  await (
    await open('two').start(pack([grid('m1', 0), grid('m2', 1)], { m1: 'li', m2: 'zhao' }))
  )();

  await until(() => kept.grids().onDuty('m2', june).includes('zhao'));
  expect(kept.grids().onDuty('m2', june)).toEqual(['zhao']);
  await stop();
});

describe('A town whose micro-grids were redrawn', () => {
  const march = instant('2026-03-01T00:00:00Z');
  const before = { ...grid('whole', 1), until: march };
  const after = { ...grid('part', 1), from: march };
  const redrawn = pack([after, before], { whole: 'li', part: 'zhang' });

  test('knows who answered before: what was reported then goes to the micro-grid of then', async () => {
    const { open } = town();
    const kept = open();
    await (
      await kept.start(redrawn)
    )();
    expect(kept.grids().landFor('life', there, january)).toMatchObject({ microGrid: 'whole' });
    expect(kept.grids().landFor('life', there, march)).toMatchObject({ microGrid: 'part' });
    expect(
      kept
        .grids()
        .microGrids(june)
        .map(({ microGrid }) => microGrid),
    ).toEqual(['part']);
  });

  test('has nothing new to record when it starts again', async () => {
    const { open, events, moveTo } = town();
    await (
      await open().start(redrawn)
    )();
    const recorded = await events();
    moveTo(june);
    await (
      await open('again').start(redrawn)
    )();
    expect(await events()).toEqual(recorded);
  });

  test('keeps both maps where its first recording ended half-way', async () => {
    const { open, store, moveTo } = town();
    const half = commandHandler(store, MicroGrids.decider, () => january);
    const asked = { town: 'mu', actor: 'routing', correlationId: 'x', causationId: 'x' };
    await half(
      'whole',
      MicroGrids.draw([{ microGrid: grid('whole', 1), until: march }], 'whole', null),
      asked,
    );
    moveTo(june);
    const kept = open();
    await (
      await kept.start(redrawn)
    )();
    expect(kept.grids().landFor('life', there, march)).toMatchObject({ microGrid: 'part' });
  });
});

describe('A town where somebody is away beside the pack', () => {
  const asked = { town: 'mu', actor: 'secretary', correlationId: 'x', causationId: 'x' };
  const leave = { id: 'one', account: 'li', from: january, until: null, standIn: 'zhang', by: 'secretary' };
  const recordLeave = (store: EventStore) =>
    commandHandler(store, Leave.decider, () => january)(
      'mu',
      Leave.record(leave, { isKnown: () => true, nobodyStandsIn: false }),
      asked,
    );
  const leaveIn = async (store: EventStore) =>
    (await commandHandler(store, Leave.decider, () => january).query('mu')).state;

  test('a later start with the files of the pack neither loses nor doubles it', async () => {
    const { open, store, events, moveTo } = town();
    const kept = open();
    const stop = await kept.start(first);
    await recordLeave(store);
    await kept.fitRosters(await leaveIn(store));
    await until(() => kept.grids().onDuty('m1', january).includes('zhang'));
    await stop();
    const before = await events();

    moveTo(june);
    const again = open('again');
    await (
      await again.start(first)
    )();
    await again.fitRosters(await leaveIn(store));
    expect(await events()).toEqual(before);
    expect(again.grids().onDuty('m1', june)).toEqual(['zhang']);
  });

  test('a changed pack names others, and whoever is away stays away', async () => {
    const { open, store, moveTo } = town();
    await (
      await open().start(first)
    )();
    await recordLeave(store);
    moveTo(june);
    const kept = open('changed');
    await (
      await kept.start(pack([grid('m1', 0), grid('m2', 1)], { m1: 'wu', m2: 'li' }))
    )();
    expect(kept.grids().onDuty('m1', june)).toEqual(['wu']);
    expect(kept.grids().onDuty('m2', june)).toEqual(['zhang']);
  });

  test('a process that ended between the leave and its rosters is made good by the next round of another', async () => {
    const { open, store } = town();
    await (
      await open().start(first)
    )();
    await recordLeave(store);
    const kept = open('next');
    const stop = await kept.start(first);
    expect(kept.grids().onDuty('m1', january)).toEqual(['li']);
    await kept.fitRosters(await leaveIn(store));
    await until(() => kept.grids().onDuty('m1', january).includes('zhang'));
    await stop();
  });

  test('whoever was named in the running town is away when a new pack says so, and their roster is posted once', async () => {
    const { open, store, events, moveTo } = town();
    const kept = open();
    const stop = await kept.start(first);
    const named = change('m1', [duty('wu')], 'operator', kept.absences(await leaveIn(store)));
    await commandHandler(store, Roster.decider, () => january)('m1', named, asked);
    await stop();

    moveTo(june);
    const away = { account: 'wu', from: june, until: null, standIn: 'zhang' };
    const withLeave: Territory = { ...first, rosters: { ...first.rosters, leave: [away] } };
    const again = open('again');
    const stopAgain = await again.start(withLeave);
    expect(again.grids().onDuty('m1', june)).toEqual(['wu']);
    await again.fitRosters(await leaveIn(store));
    await until(() => again.grids().onDuty('m1', june).includes('zhang'));
    const before = await events();
    await again.fitRosters(await leaveIn(store));
    expect(await events()).toEqual(before);
    expect(again.grids().onDuty('m1', june)).toEqual(['zhang']);
    await stopAgain();
  });

  test('what is away by the pack is on record, once, and its rosters are as the pack has them', async () => {
    const { open, store, events } = town();
    const away = { account: 'li', from: january, until: june, standIn: 'zhang' };
    const withLeave: Territory = { ...first, rosters: { ...first.rosters, leave: [away] } };
    for (const name of ['a', 'b']) await (await open(name).start(withLeave))();
    expect((await events()).filter((it) => it === 'LeavePlanned')).toHaveLength(1);
    expect((await leaveIn(store)).planned).toEqual([away]);
  });
});
