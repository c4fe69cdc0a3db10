/** Who sees of a lateness what, and in which rows: over the projection of what was published. */
import { describe, expect, test } from '@jest/globals';
import { anyEvent, type PublicEvent } from '@mulin/contracts';
import { memoryEventStore, memoryProjection } from '@mulin/event-store';
import { type Actor, type Area, hour, instant, minute, plus, type Role } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import { escalationsFor, type EscalationsQuery } from './escalations.js';
import { followNames } from '../../reference-data/follow-names.js';
import { namesFor } from '../who-may-see.js';
import { townClock } from '../town-clock.js';
import { cases } from '../../views/cases.js';
import { disputes } from '../../views/disputes.js';
import { toRecord, streamFor } from '../../views/recorded-events.js';

const due = instant('2026-03-06T09:00:00Z');
const now = plus(due, 90 * minute);
const grid = 'mu/east/river/river-1';
const area = `${grid}/river-1-a`;
const [one, other] = ['95cf39fa-cdbe-862d-b0af-f9349c54dfd5', '7fec1ca5-f649-86b9-bbfb-39be5e129e50'];

let told = 0;
const tell = (name: string, data: object = {}, subject = one): PublicEvent => {
  const known = sample(name) as { type: string; data: object };
  const place = ++told;
  return anyEvent.parse({
    ...known,
    id: `00000000-0000-8000-b000-${String(place).padStart(12, '0')}`,
    subject,
    sequence: String(place).padStart(10, '0'),
    time: plus(due, place),
    recordedat: plus(due, place),
    data: { ...known.data, ...data },
  }) as PublicEvent;
};

const registered = tell('intake.case-registered.v1', { number: 'mu-2026-1' });
const offered = tell('routing.order-offered.v1', { number: 'mu-2026-1', area, microGrid: 'river-1-a' });
const started = tell('sla-timer.clock-started.v1', { clock: 'complete/1', dueAt: due });
const taking = tell('sla-timer.clock-started.v1', { clock: 'take/1/1', dueAt: plus(due, hour) });
const warned = (to: string, more: object = {}) =>
  tell('sla-timer.case-warned.v2', {
    number: 'mu-2026-1',
    to,
    area,
    dueAt: due,
    clock: 'complete/1',
    ...more,
  });
const escalated = (to: string, more: object = {}) =>
  tell('sla-timer.case-escalated.v2', {
    number: 'mu-2026-1',
    to,
    insteadOf: [],
    area,
    dueAt: due,
    clock: 'complete/1',
    ...more,
  });

const called = [
  tell('intake.menu-item-published.v1', {}, 'blocked-drain'),
  tell('routing.micro-grid-drawn.v1', { id: 'river-1-a', area }, 'river-1-a'),
  tell(
    'routing.roster-posted.v1',
    {
      place: 'river-1-a',
      duties: [
        {
          account: 'member-0217',
          role: 'grid-member',
          name: { en: 'Li Wei', zh: '李伟' },
          from: null,
          until: null,
        },
      ],
    },
    'river-1-a',
  ),
];

const town = async (...events: readonly PublicEvent[]) => {
  const store = memoryEventStore({ now: () => now });
  for (const event of events)
    await store.appendToStream(streamFor(event), [toRecord(event)], { expectedRevision: 'any' });
  const kept = memoryProjection({ store, projection: cases });
  const keptDisputes = memoryProjection({ store, projection: disputes });
  const running = [kept.run(), keptDisputes.run()];
  const { names, start } = followNames();
  const stopNames = await start(store);
  const head = await store.head();
  if (head !== null)
    await Promise.all([kept.view.waitUntil(head, 5_000), keptDisputes.view.waitUntil(head, 5_000)]);
  await Promise.all([...running.map((it) => it.stop()), stopNames()]);
  const parts = {
    cases: kept.view,
    disputes: keptDisputes.view,
    names,
    clock: townClock('Asia/Shanghai'),
    now: () => now,
  };
  return (role: Role, where: string, asked: Partial<EscalationsQuery> = {}, language: 'en' | 'zh' = 'en') => {
    const actor: Actor = { id: role === 'grid-member' ? 'member-0217' : role, role, area: where as Area };
    return escalationsFor(
      { ...parts, names: namesFor(parts, actor) },
      actor,
      { limit: 50, ...asked },
      language,
    );
  };
};

const known = [...called, registered, offered, started, taking];

describe('A row', () => {
  test('says what, where, who has it and since when it is late, due to now', async () => {
    const ask = await town(...known, escalated('community-secretary', { insteadOf: ['village-committee'] }));
    expect((await ask('community-secretary', 'mu/east', {}, 'zh')).items).toMatchObject([
      {
        number: 'mu-2026-1',
        caseId: one,
        to: 'community-secretary',
        insteadOf: ['village-committee'],
        level: 'escalation',
        clock: 'complete/1',
        dueAt: '2026-03-06T17:00:00+08:00',
        lateBySeconds: 5_400,
        menuItemName: '下水道堵塞',
        areaName: '新河村第2网格05',
        holder: 'member-0217',
        holderName: '网格员李伟（新河村第2网格05）',
        state: 'offered',
      },
    ]);
  });

  test('is one for a case and a person, however many clocks they were told of', async () => {
    const ask = await town(
      ...known,
      escalated('community-secretary'),
      escalated('community-secretary', { clock: 'take/1/1', dueAt: plus(due, hour) }),
      escalated('town-leader'),
    );
    const { items } = await ask('operator', 'mu');
    expect(items.map(({ to, clocks }) => [to, clocks])).toEqual([
      ['community-secretary', ['complete/1', 'take/1/1']],
      ['town-leader', ['complete/1']],
    ]);
    expect(items[0]?.clock).toBe('complete/1');
  });

  test('shows the deadline that the clock has now, and goes when it was answered', async () => {
    const moved = tell('sla-timer.clock-changed.v1', {
      clock: 'complete/1',
      dueAt: plus(due, hour),
      formerDueAt: due,
    });
    const ask = await town(...known, escalated('community-secretary'), moved);
    expect((await ask('operator', 'mu')).items).toMatchObject([{ lateBySeconds: 1_800 }]);
    const late = escalated('community-secretary');
    const answered = tell('sla-timer.verdict-given.v1', { clock: 'complete/1', endedAt: now });
    const after = await town(...known, late, answered);
    expect((await after('operator', 'mu')).items).toEqual([]);
  });

  test('goes when the lateness was taken back, also where that was heard first', async () => {
    const late = escalated('community-secretary');
    const back = tell('sla-timer.escalation-revoked.v2', { to: 'community-secretary', clock: 'complete/1' });
    const ask = await town(...known, back, late);
    expect((await ask('operator', 'mu')).items).toEqual([]);
  });

  test('goes from those alone whom it was taken back from, where others were told elsewhere', async () => {
    const here = escalated('grid-leader', { area: grid });
    const elsewhere = escalated('grid-leader', { area: 'mu/elsewhere/x/y' });
    const back = tell('sla-timer.escalation-revoked.v2', {
      to: 'grid-leader',
      clock: 'complete/1',
      area: grid,
    });
    for (const order of [
      [here, elsewhere, back],
      [back, elsewhere, here],
      [elsewhere, back, here],
    ]) {
      const ask = await town(...known, ...order);
      expect((await ask('grid-leader', grid)).items).toEqual([]);
      expect((await ask('operator', 'mu')).items).toMatchObject([{ level: 'escalation' }]);
    }
  });

  test('stays as a warning where the lateness alone was taken back, in whatever order that was heard', async () => {
    const [warning, late] = [warned('grid-leader'), escalated('grid-leader')];
    const about = { to: 'grid-leader', clock: 'complete/1', because: 'moved', left: 'warning' };
    const back = tell('sla-timer.escalation-revoked.v2', about);
    for (const order of [
      [warning, late, back],
      [back, late, warning],
      [late, back, warning],
    ]) {
      const ask = await town(...known, ...order);
      expect((await ask('grid-leader', grid)).items).toMatchObject([{ level: 'warning' }]);
      expect((await ask('operator', 'mu')).items).toEqual([]);
    }
    const again = await town(...known, warning, late, back, escalated('grid-leader'));
    expect((await again('grid-leader', grid)).items).toMatchObject([{ level: 'escalation' }]);
  });

  test('of a lateness that was told after the answer waits for nobody', async () => {
    const ask = await town(...known, escalated('community-secretary', { answered: true }));
    expect((await ask('operator', 'mu')).items).toEqual([]);
  });
});

describe('Who holds it', () => {
  const holderFor = async (role: Role, where: string) => {
    const ask = await town(...known, escalated('community-secretary'), warned('grid-member'));
    const [first] = (await ask(role, where)).items;
    return [first?.holder, first?.holderName];
  };

  test('is a duty alone for whoever may not know who it is', async () => {
    expect(await holderFor('town-leader', 'mu')).toEqual([
      'member-0217',
      'Li Wei, the grid member of Xinhe 2-05',
    ]);
    for (const [role, where] of [
      ['mediator', 'mu/east'],
      ['grid-member', area],
    ] as const)
      expect([role, await holderFor(role, where)]).toEqual([role, [null, 'the grid member of Xinhe 2-05']]);
  });
});

describe('Warnings', () => {
  test('are in the list of whom they were given to, and of who asks for that role', async () => {
    const ask = await town(...known, warned('grid-leader'), warned('grid-member'));
    const levels = async (role: Role, where: string, asked: Partial<EscalationsQuery> = {}) =>
      (await ask(role, where, asked)).items.map(({ to, level }) => `${level} ${to}`);
    expect(await levels('grid-leader', grid)).toEqual(['warning grid-leader']);
    expect(await levels('community-secretary', 'mu/east')).toEqual([]);
    expect(await levels('operator', 'mu')).toEqual([]);
    expect(await levels('operator', 'mu', { to: 'grid-leader' })).toEqual(['warning grid-leader']);
    expect(await levels('grid-member', area)).toEqual(['warning grid-member']);
  });

  test('and what was corrected reach the holder wherever the case lies', async () => {
    const ask = await town(...known, tell('routing.order-corrected.v1', { number: 'mu-2026-1' }));
    expect((await ask('grid-member', 'mu/west/hill/hill-1/hill-1-a')).items).toMatchObject([
      { level: 'changed', to: 'grid-member', dueAt: '2026-03-06T17:00:00+08:00' },
    ]);
  });
});

describe('Whoever leads', () => {
  const elsewhere = { number: 'mu-2026-2', area: 'mu/west/hill/hill-1/hill-1-a' };
  const events = [
    ...known,
    escalated('community-secretary'),
    tell('routing.order-offered.v1', elsewhere, other),
    escalated('community-secretary', elsewhere),
  ].map((event) =>
    (event.data as { number?: string }).number === 'mu-2026-2' ? { ...event, subject: other } : event,
  );

  test('sees what lies in their own area', async () => {
    const ask = await town(...events);
    const numbers = async (where: string) =>
      (await ask('community-secretary', where)).items.map(({ number }) => number);
    expect(await numbers('mu/east')).toEqual(['mu-2026-1']);
    expect(await numbers('mu/west')).toEqual(['mu-2026-2']);
    expect((await ask('town-leader', 'mu')).items).toHaveLength(2);
  });

  test('a secretary and the town leader see also what lies nowhere that is known', async () => {
    const lost = escalated('community-secretary', { area: null });
    const ask = await town({ ...lost, subject: other });
    expect((await ask('community-secretary', 'mu/east')).items).toHaveLength(1);
    expect((await ask('town-leader', 'mu')).items).toHaveLength(1);
    expect((await ask('village-committee', 'mu/east/river')).items).toEqual([]);
  });

  test('sees where the order lies now, though the newer offer was heard before the notice', async () => {
    const moved = tell('routing.order-offered.v1', { number: 'mu-2026-1', area: elsewhere.area });
    const [early, late] = [escalated('village-committee'), warned('grid-leader')];
    for (const order of [
      [moved, early],
      [early, moved],
    ]) {
      const ask = await town(registered, offered, ...order, late);
      expect((await ask('community-secretary', 'mu/west')).items).toMatchObject([{ area: elsewhere.area }]);
      expect((await ask('community-secretary', 'mu/east')).items).toEqual([]);
    }
  });

  test('does not see as their own what was told to their role elsewhere', async () => {
    const moved = tell('routing.order-offered.v1', { number: 'mu-2026-1', area: elsewhere.area });
    const secretaries = escalated('community-secretary');
    const grids = warned('grid-leader');
    const ask = await town(...known, secretaries, grids, moved);
    const west = { secretary: 'mu/west', leader: 'mu/west/hill/hill-1', committee: 'mu/west/hill' } as const;
    expect((await ask('community-secretary', west.secretary)).items).toEqual([]);
    expect((await ask('grid-leader', west.leader, { to: 'grid-leader' })).items).toEqual([]);
    // What is late there is late, whoever else was told of it.
    expect((await ask('village-committee', west.committee)).items).toMatchObject([
      { to: 'community-secretary' },
    ]);
    const again = escalated('community-secretary', { area: elsewhere.area });
    const after = await town(...known, secretaries, moved, again);
    expect((await after('community-secretary', west.secretary)).items).toMatchObject([
      { to: 'community-secretary', clocks: ['complete/1'] },
    ]);
    expect((await after('town-leader', 'mu')).items).toHaveLength(1);
  });

  test.each(['case-warned', 'case-escalated'])(
    'sees %s of an older program where the order lies, and nobody else does',
    async (name) => {
      const former = tell(`sla-timer.${name}.v1`, { number: 'mu-2026-1', to: 'grid-leader' });
      const ask = await town(...known, former);
      expect((await ask('grid-leader', grid)).items).toHaveLength(1);
      expect((await ask('grid-leader', 'mu/west/hill/hill-1')).items).toEqual([]);
      expect((await ask('community-secretary', 'mu/west')).items).toEqual([]);
    },
  );

  test('reads page by page, also where a page ends within one case', async () => {
    const ask = await town(...events, escalated('town-leader'));
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await ask('operator', 'mu', { limit: 1, cursor });
      seen.push(...page.items.map(({ number, to }) => `${number} ${to}`));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen.sort()).toEqual([
      'mu-2026-1 community-secretary',
      'mu-2026-1 town-leader',
      'mu-2026-2 community-secretary',
    ]);
  });
});

describe('Disputes and promises', () => {
  const [dispute, promise] = ['b724c215-e5d4-8881-8b9b-0541ee13825c', '0d2e15c8-45cd-8f0a-9ab3-35d6e5d5e8f1'];
  const of = (name: string, data: object = {}, subject = dispute) =>
    tell(name, { number: 'mu-T2026-1', area: grid, ...data }, subject);
  const disputeOpened = of('mediation.dispute-opened.v1');
  const mediates = of('mediation.mediator-assigned.v1', { mediator: 'member-0217' });
  const notice = (to: string, more: object = {}, subject = dispute) =>
    of(
      'sla-timer.commitment-notice.v1',
      {
        to,
        insteadOf: [],
        step: `settle/1/100%/${to}`,
        dueAt: plus(due, -hour),
        owedAt: plus(due, -hour),
        ...more,
      },
      subject,
    );
  const promised = notice(
    'holder',
    { number: 'mu-P2026-1', of: 'promise', clock: 'promise/1', dueAt: plus(due, hour) },
    promise,
  );
  const all = [...called, disputeOpened, mediates, notice('village-committee')];

  test('are in the list of what is late, with the fields of a case and no menu item', async () => {
    const ask = await town(...all);
    expect((await ask('community-secretary', 'mu/east', {}, 'zh')).items).toEqual([
      {
        of: 'dispute',
        number: 'mu-T2026-1',
        caseId: dispute,
        to: 'village-committee',
        insteadOf: [],
        level: 'escalation',
        clock: 'settle/1',
        step: 'settle/1/100%/village-committee',
        clocks: ['settle/1'],
        dueAt: '2026-03-06T16:00:00+08:00',
        toldAt: expect.any(String),
        lateBySeconds: 9_000,
        menuItem: null,
        menuItemName: '纠纷',
        urgency: null,
        state: null,
        area: grid,
        areaName: grid,
        holder: 'member-0217',
        holderName: '网格员李伟（新河村第2网格05）',
      },
    ]);
  });

  test('are not in it where they lie elsewhere, nor once they were answered', async () => {
    const ask = await town(...all);
    expect((await ask('community-secretary', 'mu/west')).items).toEqual([]);
    const answered = of('sla-timer.commitment-judged.v1', { verdict: 'met', endedAt: now });
    const after = await town(...all, answered);
    expect((await after('community-secretary', 'mu/east')).items).toEqual([]);
  });

  test('are in the list of a grid member who has them, and of who asks for whoever has them', async () => {
    const ask = await town(...all, notice('holder', { level: 'warning' }), promised);
    const whose = async (role: Role, where: string, asked: Partial<EscalationsQuery> = {}) =>
      (await ask(role, where, asked)).items.map(({ of: what, to, level }) => `${what} ${level} ${to}`);
    expect(await whose('grid-member', 'mu/west/hill/hill-1/hill-1-a')).toEqual(['dispute warning holder']);
    expect(await whose('operator', 'mu', { to: 'holder' })).toEqual([
      'dispute warning holder',
      'promise escalation holder',
    ]);
    expect(await whose('operator', 'mu')).toEqual([
      'dispute escalation village-committee',
      'promise escalation holder',
    ]);
  });

  const late = [...known, ...all, escalated('community-secretary'), escalated('town-leader'), promised];

  test.each([1, 2, 3, 10])('stand among cases by when they are due, in pages of %d', async (limit) => {
    const ask = await town(...late, notice('town-leader', { step: 'settle/1/+3/town-leader', owedAt: now }));
    const seen: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await ask('operator', 'mu', { limit, cursor });
      expect(page.items.length).toBeLessThanOrEqual(limit);
      seen.push(...page.items.map(({ number, to }) => `${number} ${to}`));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen).toEqual([
      'mu-T2026-1 village-committee',
      'mu-T2026-1 town-leader',
      'mu-2026-1 community-secretary',
      'mu-2026-1 town-leader',
      'mu-P2026-1 holder',
    ]);
  });

  test('a cursor that no list gave is refused', async () => {
    const ask = await town(...late);
    for (const cursor of ['nonsense', '|nonsense', 'nonsense|.'])
      await expect(ask('operator', 'mu', { cursor })).rejects.toMatchObject({ code: 'malformed-cursor' });
  });
});
