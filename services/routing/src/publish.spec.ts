import { expect, test } from '@jest/globals';
import { type Instant, instant, type Position, type RecordedEvent, type StreamName } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import type { MicroGrid } from './domain/land/micro-grid.js';
import type * as Order from './domain/order/order.js';
import type { Duty } from './domain/land/roster.js';
import { type Event, publish } from './publish.js';

const demand: Order.Demand = {
  number: 'meixi-2026-000417',
  cycle: 1,
  menuItem: 'blocked-drain',
  net: 'life',
  urgency: 'urgent',
};
const area = 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05';
const there = { microGrid: 'xinhe-2-05', area, member: 'member-0217' };

const since = instant('2026-03-02T01:12:40.411Z');
const duty: Duty = {
  account: 'secretary-03',
  role: 'community-secretary',
  name: { en: 'Secretary Chen', zh: '陈书记' },
  from: null,
  until: null,
};
const microGrid: MicroGrid = {
  id: 'xinhe-2-05',
  name: { en: 'Xinhe 2-05', zh: '新河村第2网格05' },
  net: 'life',
  area,
  land: [],
};

/** The event that each frozen sample was published of, but for its time. */
const events: Readonly<Record<string, (time: Instant) => Event>> = {
  'order-offered.v1.again': (offeredAt) => ({
    type: 'OrderOffered',
    data: {
      ...demand,
      ...there,
      member: 'member-0042',
      gridNet: 'life',
      leg: 2,
      final: true,
      by: 'secretary-03',
      because: 'reassigned',
      from: 'member-0217',
      offeredAt,
    },
  }),
  'order-left-to-arbiter.v1.turn': (leftAt) => ({
    type: 'OrderLeftToArbiter',
    data: {
      ...demand,
      number: 'meixi-2026-000432',
      because: 'nobody-on-duty',
      area: 'meixi/liutang',
      turn: 1,
      leg: 0,
      leftAt,
    },
  }),
  'order-corrected.v1': (reclassifiedAt) => ({
    type: 'OrderReclassified',
    data: {
      menuItem: 'street-lamp',
      net: 'life',
      urgency: 'urgent',
      cycle: 1,
      route: { because: 'nobodys-land', area: 'meixi/liutang' },
      reclassifiedAt,
      told: { number: demand.number, leg: 1, member: 'member-0217', area: 'meixi/liutang', turn: 1 },
    },
  }),
  'helper-called.v1': (calledAt) => ({
    type: 'HelperCalled',
    data: {
      number: 'meixi-2026-000231',
      cycle: 1,
      call: 1,
      by: 'member-0231',
      unit: 'office/urban-works',
      member: 'member-0417',
      area: 'meixi/liuhe/hetou/hetou-2/hetou-2-3',
      wordsId: 'what they are to do',
      calledAt,
    },
  }),
  'helper-joined.v1': (joinedAt) => ({
    type: 'HelperJoined',
    data: { cycle: 1, call: 1, member: 'member-0417', joinedAt, timedBy: 'device' },
  }),
  'helper-finished.v1': (finishedAt) => ({
    type: 'HelperFinished',
    data: { cycle: 1, call: 1, member: 'member-0417', finishedAt },
  }),
  'helper-released.v1': (releasedAt) => ({
    type: 'HelperReleased',
    data: { cycle: 1, call: 2, member: 'member-0418', because: 'overruled', releasedAt },
  }),
  'area-named.v1': () => ({
    type: 'AreaNamed',
    data: { path: 'meixi/liutang', name: { en: 'Willow Pond', zh: '柳塘社区' }, version: 1 },
  }),
  'micro-grid-drawn.v1': () => ({ type: 'MicroGridDrawn', data: { microGrid, version: 1, since: null } }),
  'micro-grid-given-up.v1': () => ({
    type: 'MicroGridGivenUp',
    data: { id: 'xinhe-2-05', version: 2, since },
  }),
  'roster-posted.v1': () => ({
    type: 'RosterPosted',
    data: { place: 'meixi/liutang', version: 1, since: null, duties: [duty] },
  }),
  'leave-recorded.v1': (recordedAt) => ({
    type: 'LeaveRecorded',
    data: {
      leave: {
        id: '3c5f2d8e-6a17-8b40-9d2c-71e0a4b6f953',
        account: 'member-0217',
        from: instant('2026-03-02T01:00:00.000Z'),
        until: null,
        standIn: 'member-0218',
        by: 'secretary-03',
      },
      version: 3,
      recordedAt,
    },
  }),
  'leave-ended.v1': (endedAt) => ({
    type: 'LeaveEnded',
    data: {
      id: '3c5f2d8e-6a17-8b40-9d2c-71e0a4b6f953',
      account: 'member-0217',
      by: 'secretary-03',
      version: 4,
      endedAt,
    },
  }),
  'roster-taken-down.v1': () => ({
    type: 'RosterTakenDown',
    data: { place: 'meixi/liutang', version: 2, since },
  }),
};

/** The same for samples of before the envelope said who acted, and in which order. */
const former: Readonly<Record<string, (time: Instant) => Order.Event>> = {
  'order-offered': (offeredAt) => ({
    type: 'OrderOffered',
    data: { ...demand, ...there, leg: 1, final: false, by: null, offeredAt },
  }),
  'order-taken': (takenAt) => ({
    type: 'OrderTaken',
    data: { cycle: 1, leg: 1, member: 'member-0217', takenAt },
  }),
  'order-returned': (returnedAt) => ({
    type: 'OrderReturned',
    data: { cycle: 1, leg: 1, member: 'member-0217', reason: 'needs-other-unit', returnedAt },
  }),
  'order-left-to-arbiter': (leftAt) => ({
    type: 'OrderLeftToArbiter',
    data: {
      ...demand,
      number: 'meixi-2026-000432',
      because: 'nobody-on-duty',
      area: 'meixi/liutang',
      leftAt,
    },
  }),
  'order-finished': (finishedAt) => ({
    type: 'OrderFinished',
    data: { cycle: 1, leg: 2, member: 'member-0231', result: 'solved', finishedAt },
  }),
  'archived-case-routed': (reportedAt) => ({
    type: 'ArchivedCaseRouted',
    data: { cycle: 1, net: 'life', microGrid: 'xinhe-2-05', area, reportedAt },
  }),
};

/** What stands around the words of a sample, given back to the event it came from. */
const recorded = <E extends Event>(told: Record<string, unknown>, event: E): RecordedEvent<E> => {
  const text = (field: string) => String(told[field]);
  const traceparent = told['traceparent'] === undefined ? {} : { traceparent: text('traceparent') };
  return {
    ...event,
    id: text('id'),
    stream: `order-${text('subject')}` as StreamName,
    revision: Number(told['sequence'] ?? 0),
    position: 1 as Position,
    metadata: {
      town: text('town'),
      actor: String(told['actor'] ?? 'routing'),
      ...(told['actorrole'] === undefined ? {} : { role: text('actorrole') }),
      correlationId: text('correlationid'),
      causationId: text('causationid'),
      recordedAt: instant(text('recordedat')),
      ...traceparent,
    },
  };
};

test.each(Object.keys(events))('%s is published to the letter', (name) => {
  const told = sample(`routing.${name}`);
  const event = events[name]?.(instant(String(told['time'])));
  if (event === undefined) throw new Error(`no event for ${name}`);
  // The land's own events say nothing of when: it is when they were recorded.
  const time = /^(area|micro-grid-drawn|roster-posted)/.test(name) ? told['recordedat'] : told['time'];
  expect(publish(recorded(told, event))).toEqual({ ...told, time });
});

test.each(Object.keys(former))('%s has all that was promised once', (name) => {
  const told = sample(`routing.${name}.v1`);
  const event = former[name]?.(instant(String(told['time'])));
  if (event === undefined) throw new Error(`no event for ${name}`);
  const published = publish(recorded(told, event));
  expect(published).toMatchObject(told);
  expect(Object.keys(published ?? {}).sort()).toEqual([...Object.keys(told), 'actor', 'sequence'].sort());
});

test('what only the order must know stays at home', () => {
  const time = instant('2026-03-02T01:00:00Z');
  const envelope = sample('routing.order-taken.v1');
  const silent: readonly Event[] = [
    { type: 'LeavePlanned', data: { leave: [], version: 1 } },
    { type: 'OrderOver', data: { cycle: 1, because: 'closed', overAt: time } },
    {
      type: 'LatenessTold',
      data: { cycle: 1, clock: 'complete/1', to: 'grid-leader', level: 'warning', toldAt: time },
    },
    {
      type: 'OrderReclassified',
      data: {
        menuItem: 'street-lamp',
        net: 'life',
        urgency: 'urgent',
        cycle: 1,
        route: { because: 'nobodys-land', area: 'meixi/liutang' },
        reclassifiedAt: time,
      },
    },
  ];
  expect(silent.map((event) => publish(recorded(envelope, event)))).toEqual([null, null, null, null]);
});

test('what a roster would be without a leave is routing’s own', () => {
  const away: Event = {
    type: 'RosterPosted',
    data: { place: 'm1', duties: [], planned: [duty], leave: 3, version: 2, since },
  };
  const published = publish(recorded(sample('routing.roster-posted.v1'), away));
  expect(published?.data).toEqual({ place: 'm1', duties: [], version: 2, since });
});

test('where the borders run is nobody else’s business', () => {
  const land = [[[[0, 0]]]];
  const event: Event = {
    type: 'MicroGridDrawn',
    data: { microGrid: { ...microGrid, land }, version: 1, since: null },
  };
  const published = publish(recorded(sample('routing.micro-grid-drawn.v1'), event));
  expect(Object.keys(published?.data as object)).not.toContain('land');
});
