/** The service as a whole, in memory and in virtual time: what it hears goes in, what it records is read. */
import { afterEach, expect, test } from '@jest/globals';
import type { BusStrategy } from '@mulin/bus';
import { hour, instant, type Instant, minute, plus, type Scheduler } from '@mulin/kernel';
import { instrumentedHandler, memoryPlatform, topicOf } from '@mulin/service';
import { sample, virtualTime } from '@mulin/testing';
import type { Calendar } from '@mulin/working-time';
import type { Notice } from '../domain/clocks/clock-events.js';
import type { Policy } from '../domain/policy.js';
import {
  calendarDecider,
  commitmentPolicyDecider,
  loadRules,
  policyDecider,
} from '../reference-data/load-rules.js';
import { name, openSlaTimer } from '../sla-timer.module.js';
import { publish } from '../publish.js';

const start = instant('2026-03-02T01:00:00Z');
const caseId = '7fec1ca5-f649-86b9-bbfb-39be5e129e50';

const calendar: Calendar = {
  id: 'town',
  version: '1',
  zone: 'Asia/Shanghai',
  week: { 'mon-fri': [['08:30', '17:30']] },
  overrides: {},
  coveredUntil: '2026-12-31',
};
const policy: Policy = {
  id: 'ordinary',
  calendar: 'town',
  clocks: [
    { name: 'accept', length: { unit: 'hour', amount: 2 } },
    { name: 'take', length: { unit: 'hour', amount: 4 } },
    { name: 'complete', length: { unit: 'hour', amount: 24 } },
  ],
  ladder: [
    { share: 0.5, to: ['grid-member'] },
    { share: 1, to: ['village-committee', 'community-secretary'] },
    { after: { unit: 'hour', amount: 24 }, to: ['town-leader'] },
  ],
};
const pack = { policies: [policy], commitments: [], calendars: [calendar] };

type Told = Readonly<Record<string, unknown>>;

const message = (type: string, id: number, hours: number, data: object = {}, subject = caseId): Told => ({
  ...sample(type),
  id: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
  subject,
  time: plus(start, hours * hour),
  recordedat: plus(start, hours * hour),
  data: { ...(sample(type)['data'] as object), policy: 'ordinary', cycle: 1, leg: 1, ...data },
});

const registered = message('intake.case-registered.v1', 1, 0);
const offered = message('routing.order-offered.v1', 2, 1);
const taken = message('routing.order-taken.v1', 3, 2);
const finished = (hours: number) => message('routing.order-finished.v1', 4, hours);
const closed = message('intake.case-closed.v1', 5, 30, { outcome: 'done' });

/** A queue that loses every alarm. */
const forgetful: Scheduler = { schedule: async () => undefined, onDue: () => undefined };

const running: BusStrategy[] = [];
afterEach(async () => {
  for (const strategy of running.splice(0)) await strategy.close();
});

const begun = async (strategy: BusStrategy) => {
  await strategy.listen((error) => {
    if (error !== undefined) throw error as Error;
  });
  running.push(strategy);
};

const opened = async (isWound = true) => {
  const { now, moveTo } = virtualTime(start);
  const { platform, settle, nextTimerAt } = memoryPlatform({ town: 'meixi', zone: 'Asia/Shanghai', now });
  const store = platform.eventStore(name);
  await begun(openSlaTimer(isWound ? platform : { ...platform, scheduler: () => forgetful }, pack));

  return {
    hears: async (...story: readonly Told[]) => {
      for (const told of story) {
        const [service = ''] = String(told['type']).split('.');
        const message = { key: String(told['subject']), value: JSON.stringify(told) };
        await platform.bus.publish(topicOf(service), [message]);
        await settle();
      }
    },
    hoursPass: (hours: number) => moveTo(plus(now(), hours * hour), { settle, nextTimerAt }),
    nextTimerAt,
    settle,
    reopened: (other = pack) => begun(openSlaTimer(platform, other)),
    lacks: () => platform.atWork.get(name)?.lacks(),
    events: async (id = caseId) => (await store.readStream(`clocks-${id}`)).map(({ type }) => type),
    all: () => store.readAll({ from: null, maxCount: Infinity }),
    told: async () =>
      (await store.readStream(`clocks-${caseId}`)).flatMap(({ type, data }) =>
        type === 'NoticeGiven' ? [data as Notice] : [],
      ),
  };
};

const said = (events: readonly string[]) =>
  events.filter((it) => /Met|Breached|Revoked|Notice|Cancelled/.test(it));

test('a case that is accepted, taken and finished in time is met three times, and nobody hears of it', async () => {
  const { hears, hoursPass, events } = await opened();
  await hears(registered, offered, taken, finished(3));
  await hoursPass(1_000);
  expect(said(await events())).toEqual(['ClockMet', 'ClockMet', 'ClockMet']);
});

/** 3 March of the town, on which it was due at nine in the morning. */
const dayOfDeadline = { asOf: '2026-03-05T00:00:00.000Z', claim: null, days: ['closedAt'] };

test.each<[string, object, string]>([
  ['only the day is known is undecided', dayOfDeadline, 'ClockCancelled'],
  ['the moment is known is judged', { ...dayOfDeadline, days: [] }, 'ClockBreached'],
])('a closing by its source of which %s', async (_, source, verdict) => {
  const { hears, hoursPass, events } = await opened();
  await hears(registered, offered, taken);
  await hoursPass(72);
  const time = '2026-03-03T15:59:59.999Z';
  await hears({ ...message('intake.case-closed.v1', 5, 0, { outcome: 'done', source }), time });

  expect(said(await events()).at(-1)).toBe(verdict);
});

test('a case that nobody answers goes up the ladder, step by step', async () => {
  const { hears, hoursPass, nextTimerAt, events, told } = await opened();
  await hears(registered, offered, taken);
  expect(nextTimerAt()).toBe(plus(start, hour + 1));
  await hoursPass(23);
  expect((await told()).map(({ level, to }) => [level, to])).toEqual([['warning', 'grid-member']]);

  await hoursPass(2);
  expect((await told()).slice(1)).toMatchObject(
    ['village-committee', 'community-secretary'].map((to) => ({
      number: 'meixi-2026-000417',
      clock: 'complete/1',
      step: `complete/1/100%/${to}`,
      to,
      level: 'escalation',
      dueAt: plus(start, 24 * hour),
      owedAt: plus(start, 24 * hour),
      givenAt: plus(start, 24 * hour + 1),
      lateSeconds: 0,
    })),
  );

  await hoursPass(24);
  expect((await told()).slice(3)).toMatchObject([
    { to: 'town-leader', step: 'complete/1/+24hour/town-leader' },
  ]);
  expect(said(await events()).slice(2)).toEqual([
    'NoticeGiven',
    'ClockBreached',
    'NoticeGiven',
    'NoticeGiven',
    'NoticeGiven',
  ]);
});

test('an alarm after the answer is silent: nobody has to cancel it', async () => {
  const { hears, hoursPass, events } = await opened();
  await hears(registered, offered, taken, finished(3));
  const before = await events();
  await hoursPass(100);
  expect(await events()).toEqual(before);
});

const story = [registered, offered, taken, finished(25), closed];

type Said = Readonly<{ clock: string; to: string; level: string }>;

/** The last verdict of each clock, and who was told of a lateness of it and not told otherwise. */
const standingIn = (events: readonly Readonly<{ type: string; data: unknown }>[]) => {
  const last = new Map<string, string>();
  for (const { type, data } of events) {
    const { clock, to, level } = data as Said; // Of the kinds of events that are asked for below.
    if (type === 'NoticeWithdrawn') last.delete(`${clock} ${to}`);
    // Whether somebody was warned before an answer depends on who looked when; of a lateness all hear.
    if (type === 'NoticeGiven' && level === 'escalation') last.set(`${clock} ${to}`, level);
    if (/Met|Breached|Cancelled/.test(type)) last.set(clock, type);
  }
  return [...last].sort();
};

test.each([
  ['in another order', [closed, taken, finished(25), offered, registered]],
  ['each message twice', story.flatMap((it) => [it, it])],
  ['the whole story twice', [...story, ...story]],
  ['backwards', [...story].reverse()],
  ['with a late message after the end', [registered, offered, finished(25), closed, taken]],
])('the story told %s has the same verdicts and the same steps', async (_, told) => {
  const shown = async (messages: readonly Told[]) => {
    const { hears, hoursPass, all } = await opened();
    await hears(...messages);
    await hoursPass(200);
    return standingIn(await all());
  };
  expect(await shown(told)).toEqual(await shown(story));
});

test('two cases do not interfere', async () => {
  const other = 'a0000000-0000-4000-a000-000000000001';
  const { hears, hoursPass, events } = await opened();
  const second = message('intake.case-registered.v1', 9, 0, {}, other);
  await hears(registered, second, offered, taken, finished(3));
  await hoursPass(25);
  expect(said(await events())).toEqual(['ClockMet', 'ClockMet', 'ClockMet']);
  expect(said(await events(other))).toContain('ClockBreached');
});

test('what the queue has lost is found by the sweep', async () => {
  const { hears, hoursPass, settle, events, nextTimerAt } = await opened(false);
  await hears(registered, offered, taken);
  expect(nextTimerAt()).toBeNull();
  await hoursPass(25);
  await settle();
  expect(said(await events())).toContain('ClockBreached');
});

test('at start every alarm is wound anew from the events', async () => {
  const { hears, reopened, nextTimerAt } = await opened(false);
  await hears(registered, offered, taken);
  expect(nextTimerAt()).toBeNull();
  await reopened();
  expect(nextTimerAt()).toBe(plus(start, 12 * hour + 1));
});

test('a correction that leads back to the holder cancels what the secretary had to decide', async () => {
  const { hears, hoursPass, all } = await opened();
  const elsewhere = message('routing.order-corrected.v1', 6, 3, { turn: 1, area: 'meixi/c' });
  const back = message('routing.order-corrected.v1', 7, 4, { turn: undefined });
  await hears(registered, offered, taken, elsewhere, back);
  await hoursPass(20);
  const ofTurn = (await all()).filter(({ data }) => (data as Said).clock === 'arbitrate/1/1');
  expect(ofTurn.map(({ type }) => type)).toEqual(['TermsSet', 'ClockCancelled']);
});

test('history is judged at once, and nothing waits for it', async () => {
  const { hears, nextTimerAt, all } = await opened();
  const archive = {
    batch: 'b',
    sourceId: 's',
    asOf: plus(start, 100 * hour),
    dueAt: plus(start, 5 * hour),
    closedAt: plus(start, 6 * hour),
    claim: 'breached',
    flags: [],
  };
  await hears(message('intake.case-registered.v1', 1, 0, { archive }));
  expect(nextTimerAt()).toBeNull();
  const told = (await all()).map(publish).filter((it) => it !== null);
  expect(told.map(({ type, data }) => [type, data])).toEqual([
    [
      'sla-timer.clock-started.v1',
      {
        clock: 'complete/1',
        cycle: 1,
        dueAt: plus(start, 5 * hour),
        policy: 'archive',
        calendar: 'archive',
        provisional: false,
      },
    ],
    [
      'sla-timer.verdict-given.v1',
      {
        clock: 'complete/1',
        cycle: 1,
        verdict: 'breached',
        dueAt: plus(start, 5 * hour),
        endedAt: plus(start, 6 * hour),
      },
    ],
  ]);
});

test('the rules that stand in the pack are recorded once', async () => {
  const { reopened, all } = await opened();
  await reopened();
  expect((await all()).map(({ type }) => type)).toEqual(['CalendarPublished', 'PolicyPublished']);
});

test('late news is judged by the policy that was in force when it happened', async () => {
  const { now, moveTo } = virtualTime(start);
  const { platform, settle, nextTimerAt } = memoryPlatform({ town: 'meixi', zone: 'Asia/Shanghai', now });
  const parts = {
    town: 'meixi',
    now,
    newId: platform.newId,
    store: platform.eventStore(name),
    policies: instrumentedHandler(platform, name, policyDecider),
    commitments: instrumentedHandler(platform, name, commitmentPolicyDecider),
    calendars: instrumentedHandler(platform, name, calendarDecider),
  };
  await loadRules(parts, pack).start();
  await moveTo(plus(start, 10 * hour), { settle, nextTimerAt });
  const quick: Policy = {
    ...policy,
    clocks: [{ name: 'complete', length: { unit: 'hour', amount: 1 } }],
  };
  const rules = loadRules(parts, { ...pack, policies: [quick] });
  await rules.start();
  const dueAfter = (at: Instant) =>
    rules.calculate({ name: 'complete', policy: 'ordinary', urgency: 'ordinary', startedAt: at, at });

  expect(dueAfter(plus(start, -900 * hour))).toMatchObject({ dueAt: plus(start, -876 * hour) });
  expect(dueAfter(plus(start, 9 * hour))).toMatchObject({ policy: 'ordinary@1', calendar: 'town@1' });
  expect(dueAfter(plus(start, 10 * hour))).toMatchObject({
    dueAt: plus(start, 11 * hour),
    policy: 'ordinary@2',
  });
});

test('a case of a policy that the town does not have has no clock, and this is said aloud', async () => {
  const { hears, all } = await opened();
  await hears(message('intake.case-registered.v1', 1, 0, { policy: 'unheard-of' }));
  const missing = (await all()).map(publish).filter((it) => it?.type === 'sla-timer.clock-missing.v1');
  expect(missing.map((it) => it?.data)).toEqual(
    ['accept/1', 'complete/1'].map((clock) => ({
      number: 'meixi-2026-000417',
      clock,
      cycle: 1,
      because: 'no-policy',
    })),
  );
});

test('the town is not ready while a case has no deadline, and is when a pack has mended the rules', async () => {
  const { hears, hoursPass, reopened, lacks, events } = await opened();
  expect(await lacks()).toBeNull();
  await hears(message('intake.case-registered.v1', 1, 0, { policy: 'unheard-of' }));
  expect(await lacks()).toMatchObject({
    code: 'deadlines-missing',
    params: { count: 1 },
    text: {
      en: expect.stringMatching(/^cases without a deadline: 1;/),
      zh: expect.stringMatching(/^1 个案件没有时限：/),
    },
  });
  await reopened({ ...pack, policies: [policy, { ...policy, id: 'unheard-of' }] });
  await hoursPass(0.1);
  expect(await events()).toEqual(['CycleBegan', 'TermsMissing', 'TermsMissing', 'TermsSet', 'TermsSet']);
  expect(await lacks()).toBeNull();
});

test('a minute of lateness is told with the minute', async () => {
  const { hears, hoursPass, told, settle } = await opened(false);
  await hears(registered, offered, taken);
  await hoursPass(24 + (5 * minute) / hour);
  await settle();
  expect((await told()).find(({ to }) => to === 'community-secretary')).toMatchObject({ lateSeconds: 300 });
});

const roster = (place: string, duties: readonly object[], version = 1): Told => ({
  ...message('routing.roster-posted.v1', 100 + version, 0, {}, place),
  data: { place, version, since: null, duties },
});

test('what a role would hear that nobody holds there goes to the next above, and says for whom', async () => {
  const { hears, hoursPass, told } = await opened();
  const duty = (role: string) => ({ account: role, role, from: null, until: null });
  await hears(roster('meixi/liutang', [duty('community-secretary')]), registered, offered, taken);
  await hoursPass(25);
  expect((await told()).slice(1)).toMatchObject([
    { to: 'community-secretary', addressees: ['community-secretary', 'village-committee'] },
  ]);
});

test('of a chain of duplicates the last one has the earliest deadline, whichever close is heard first', async () => {
  const ids = ['0', '1', '2'].map((it) => `7fec1ca5-f649-86b9-bbfb-39be5e129e6${it}`);
  const [first = '', second = '', third = ''] = ids;
  const opening = ids.map((id, nth) => message('intake.case-registered.v1', 20 + nth, nth, {}, id));
  const closing = (id: number, hours: number, subject: string, other: string) =>
    message(
      'intake.case-closed.v1',
      id,
      hours,
      { outcome: 'duplicate', duplicateOf: { caseId: other, number: 'n' } },
      subject,
    );
  const [one, two] = [closing(30, 5, first, second), closing(31, 6, second, third)];
  for (const story of [
    [...opening, one, two],
    [...opening, two, one],
    [one, two, ...opening],
  ]) {
    const { hears, hoursPass, all } = await opened();
    await hears(...story);
    await hoursPass(1_000);
    const missed = (await all()).filter(
      ({ type, data }) => type === 'ClockBreached' && (data as { clock: string }).clock === 'complete/1',
    );
    expect(missed.map(({ stream, data }) => ({ stream, data }))).toEqual([
      { stream: `clocks-${third}`, data: expect.objectContaining({ dueAt: plus(start, 24 * hour) }) },
    ]);
  }
});

/** An open case of another system, reported in January, that came in a file at the start. */
const movedIn = (dueHours: number | null) =>
  message('intake.case-registered.v1', 41, -1_000, {
    movedIn: {
      batch: 'old-hotline',
      sourceId: '77',
      dueAt: dueHours === null ? null : plus(start, dueHours * hour),
      flags: [],
    },
  });
const takenOver = message('routing.order-offered.v1', 44, 1, { because: 'registered' });
const recordedAtStart = (told: Told): Told => ({ ...told, recordedat: start });

test('a case that moves in keeps the deadline of its source, and its warnings to come are given', async () => {
  const { hears, hoursPass, events, told } = await opened();
  await hears(recordedAtStart(movedIn(48)), takenOver);
  await hoursPass(45);
  expect(said(await events())).toEqual(['ClockMet']);
  await hoursPass(4);
  expect((await told()).map(({ level, to, dueAt }) => [level, to, dueAt])).toEqual(
    ['village-committee', 'community-secretary'].map((to) => ['escalation', to, plus(start, 48 * hour)]),
  );
});

test('of what fell due before a case moved in nobody is told as of something new; what comes later is told', async () => {
  const { hears, hoursPass, events, told } = await opened();
  await hears(recordedAtStart(movedIn(-12)), takenOver);
  await hoursPass(11);
  expect(said(await events())).toEqual(['ClockBreached', 'ClockMet']);
  expect(await told()).toEqual([]);
  await hoursPass(2);
  expect((await told()).map(({ to }) => to)).toEqual(['town-leader']);
});

test('a backlog that is late by months tells nobody anything, and its alarms end', async () => {
  const { hears, hoursPass, nextTimerAt, told } = await opened();
  await hears(recordedAtStart(movedIn(null)), takenOver);
  await hoursPass(500);
  expect(await told()).toEqual([]);
  expect(nextTimerAt()).toBeNull();
});

test('what its source has closed since was answered by it, in time or not', async () => {
  const story = async (hours: number) => {
    const { hears, events } = await opened();
    const source = { asOf: plus(start, 100 * hour), claim: null };
    await hears(
      recordedAtStart(movedIn(48)),
      takenOver,
      message('intake.case-closed.v1', 42, hours, { outcome: 'done', source }),
    );
    return said(await events());
  };
  expect(await story(40)).toEqual(['ClockMet', 'ClockMet']);
  expect(await story(60)).toContain('ClockBreached');
});

test('what its source had closed before it moved in was not accepted here then', async () => {
  const verdicts = async (...story: readonly Told[]) => {
    const { hears, all } = await opened();
    await hears(...story);
    return (await all()).flatMap(({ type, data }) => {
      const { clock, endedAt } = data as { clock?: string; endedAt?: string };
      return ['ClockMet', 'ClockCancelled', 'ClockBreached'].includes(type) ? [[type, clock, endedAt]] : [];
    });
  };
  const begun = recordedAtStart(movedIn(48));
  const source = { asOf: plus(start, 100 * hour), claim: null };
  const closed = message('intake.case-closed.v1', 42, -100, { outcome: 'done', source });
  const completed = ['ClockMet', 'complete/1', plus(start, -100 * hour)];
  const accepted = ['ClockMet', 'accept/1', plus(start, hour)];
  expect(await verdicts(begun, takenOver, closed)).toEqual([accepted, completed]);
  // Nobody was asked here, and nobody accepted it.
  const dropped = ['ClockCancelled', 'accept/1', start];
  expect(await verdicts(begun, closed)).toEqual(expect.arrayContaining([completed, dropped]));
  expect(await verdicts(begun, closed, takenOver)).toEqual(expect.arrayContaining([completed, accepted]));
});

test('history whose times cannot be has no clock', async () => {
  const { hears, events } = await opened();
  const archive = {
    batch: 'old-hotline',
    sourceId: '78',
    asOf: start,
    dueAt: plus(start, -hour),
    closedAt: null,
    claim: 'met',
    flags: ['implausible-time'],
  };
  await hears(message('intake.case-registered.v1', 43, -100, { archive }));
  expect(await events()).toEqual(['CycleBegan']);
});
