import { describe, expect, test } from '@jest/globals';
import { anyEvent, type PublicEvent } from '@mulin/contracts';
import { instant, type Position, type RecordedEvent } from '@mulin/kernel';
import { sample } from '@mulin/testing';
import { dutiesAlone, followNames } from '../reference-data/follow-names.js';
import { timelineOf } from './timeline.js';
import { townClock } from './town-clock.js';
import { type PublicEventRecorded, toRecord, historyOf } from '../views/recorded-events.js';

const event = (name: string): PublicEvent => anyEvent.parse(sample(name)) as PublicEvent;

const heard = (event: PublicEvent, revision: number): RecordedEvent<PublicEventRecorded> => {
  const { metadata, ...recorded } = toRecord(event);
  return {
    ...recorded,
    stream: historyOf(event.subject),
    revision,
    position: revision as Position, // Any will do: nothing here reads a log.
    metadata: { ...metadata, recordedAt: instant(event.recordedat) },
  };
};

const clock = townClock('Asia/Shanghai');
const { names } = followNames();
const asking = { clock, names };

/** As it was heard: the clock before the registration, the offer at last. */
const history = [
  'sla-timer.clock-started.v1',
  'intake.case-registered.v1',
  'routing.order-taken.v1',
  'intake.case-reclassified.v1',
  'routing.order-returned.v1',
  'routing.order-finished.v1',
  'intake.case-closed.v1',
  'routing.order-offered.v1',
].map((name, revision) => heard(event(name), revision));

const told = (language: 'en' | 'zh', asOf?: string) =>
  timelineOf(history, { ...asking, language, asOf: asOf === undefined ? undefined : instant(asOf) });

test('a story is told in the order in which it happened', () => {
  expect(told('en')).toEqual({
    number: 'meixi-2026-000417',
    caseId: event('intake.case-registered.v1').subject,
    state: 'closed',
    timeline: [
      expect.objectContaining({ type: 'intake.case-registered.v1', at: '2026-03-02T09:12:40+08:00' }),
      expect.objectContaining({ type: 'sla-timer.clock-started.v1', at: '2026-03-02T09:12:40+08:00' }),
      {
        id: expect.any(String),
        at: '2026-03-02T09:12:40.411+08:00',
        recordedAt: '2026-03-02T09:12:40.411+08:00',
        service: 'routing',
        type: 'routing.order-offered.v1',
        actor: 'routing',
        actorName: 'the dispatch of orders',
        text: 'member-0217 is asked to take the order in xinhe-2-05 (life net).',
      },
      expect.objectContaining({ type: 'routing.order-taken.v1', actor: 'member-0217' }),
      expect.objectContaining({ type: 'intake.case-reclassified.v1', actor: 'intake' }),
      expect.objectContaining({ type: 'routing.order-returned.v1' }),
      {
        id: expect.any(String),
        at: '2026-03-04T16:10:00+08:00',
        recordedAt: '2026-03-04T16:13:29.470+08:00',
        service: 'routing',
        type: 'routing.order-finished.v1',
        actor: 'member-0231',
        actorName: 'member-0231',
        text: 'member-0231 finished the order: it is solved.',
      },
      expect.objectContaining({ type: 'intake.case-closed.v1', service: 'intake' }),
    ],
    clocks: [
      {
        name: 'complete/1',
        startedAt: '2026-03-02T09:12:40+08:00',
        due: '2026-03-04T17:00:00+08:00',
        state: 'running',
        verdict: null,
      },
    ],
  });
});

test('a reader of Chinese reads the same story in Chinese', () => {
  expect(
    told('zh')
      ?.timeline.map(({ text }) => text)
      .slice(0, 4),
  ).toEqual([
    '收到诉求“blocked-drain”（网上诉求），登记为案件 meixi-2026-000417，紧急。',
    '办结时限开始计时，截至 2026-03-04 17:00。',
    '派单至xinhe-2-05（生活网），请member-0217接单。',
    'member-0217已接单。',
  ]);
});

describe('Who acted', () => {
  const publish = (name: string, more: object = {}) =>
    heard({ ...event(name), ...more, subject: event('intake.case-closed.v1').subject }, 100);
  const { names: known, apply } = followNames();
  apply(event('routing.area-named.v1'));
  apply(event('routing.roster-posted.v1'));

  const byWhom = (event: ReturnType<typeof publish>, showsWho = true, language: 'en' | 'zh' = 'en') =>
    timelineOf([event], { clock, names: showsWho ? known : dutiesAlone(known), language })?.timeline.at(-1);

  test('is called by name and duty, as the rosters have it', () => {
    const offered = publish('routing.order-offered.v1.again');
    expect(byWhom(offered)).toMatchObject({
      actor: 'secretary-03',
      actorName: 'Secretary Chen, the community secretary of Willow Pond',
    });
    expect(byWhom(offered, true, 'zh')?.actorName).toBe('社区书记陈书记（柳塘社区）');
  });

  test('is a duty alone for whoever may not know more', () => {
    expect(byWhom(publish('routing.order-offered.v1.again'), false)).toMatchObject({
      actor: 'community-secretary',
      actorName: 'the community secretary',
    });
  });

  test('and who was asked, took it or had it before are duties in the sentences, too', () => {
    const roster = event('routing.roster-posted.v1');
    const duties = [
      { account: 'member-0217', name: { en: 'Li Wei', zh: '李伟' } },
      { account: 'member-0231', name: { en: 'Zhang Min', zh: '张敏' } },
    ].map((it) => ({ ...it, role: 'grid-member', from: null, until: null }));
    apply({ ...roster, subject: 'xinhe-2-05', data: { place: 'xinhe-2-05', version: 1, duties } });
    const types = [
      'offered.v1',
      'offered.v1.again',
      'taken.v1',
      'returned.v1',
      'corrected.v1',
      'finished.v1',
    ];
    const texts = types.flatMap((type) =>
      (['en', 'zh'] as const).map((language) => {
        const more = publish(`routing.order-${type}`);
        return [true, false].map((showsWho) => String(byWhom(more, showsWho, language)?.text));
      }),
    );
    for (const [named, masked] of texts) {
      expect(named).toMatch(/Li Wei|Zhang Min|李伟|张敏|member-/);
      expect(masked).not.toMatch(/Li Wei|Zhang Min|李伟|张敏|member-/);
    }
    expect(texts.flat()).toContain('The grid member of xinhe-2-05 took the order.');
  });

  test('is the desk with its account, and never who is asked', () => {
    expect(byWhom(publish('intake.case-closed.v1.duplicate'))).toMatchObject({
      actor: 'clerk-012',
      actorName: 'the hotline desk (clerk-012)',
    });
    expect(byWhom(publish('routing.order-offered.v1'))).toMatchObject({ actor: 'routing' });
  });

  test('is a resident without a name', () => {
    const own = publish('intake.case-withdrawn.v1', { actor: 'some-uuid', actorrole: 'resident' });
    expect(byWhom(own)).toMatchObject({ actor: 'resident', actorName: 'the resident' });
  });

  test('a notice has its own time, and when it was owed beside it', () => {
    expect(byWhom(publish('sla-timer.case-warned.v2'))).toMatchObject({
      at: '2026-03-06T15:00:00.012+08:00',
      owedAt: '2026-03-06T15:00:00+08:00',
    });
  });
});

test('what one service said within one millisecond is told in the order in which it said it', () => {
  const moment = { time: '2026-03-06T09:00:00.000Z', recordedat: '2026-03-06T09:00:00.000Z' };
  const subject = event('intake.case-closed.v1').subject;
  const said = (name: string, sequence: number) =>
    heard(
      { ...event(name), ...moment, subject, sequence: String(sequence).padStart(10, '0') },
      50 - sequence,
    );
  const story = timelineOf(
    [
      said('sla-timer.verdict-given.v1', 3),
      said('sla-timer.breach-revoked.v1', 2),
      said('sla-timer.clock-changed.v1', 1),
    ],
    { ...asking, language: 'en' },
  );
  expect(story?.timeline.map(({ type }) => type)).toEqual([
    'sla-timer.clock-changed.v1',
    'sla-timer.breach-revoked.v1',
    'sla-timer.verdict-given.v1',
  ]);
});

test('what one service said of two things within one millisecond is told as it was heard, and each thing in its order', () => {
  const moment = { time: '2026-03-06T09:00:00.000Z', recordedat: '2026-03-06T09:00:00.000Z' };
  const { subject } = event('intake.case-closed.v1');
  // The sequence of one thing says nothing of another one.
  const said = [
    { name: 'intake.case-reclassified.v1', sequence: '0000000004' },
    { name: 'intake.case-closed.v1', sequence: '0000000003' },
    { name: 'intake.person-erased.v1', sequence: undefined },
  ].map(({ name, sequence }, place) => heard({ ...event(name), ...moment, subject, sequence }, place));
  const story = timelineOf(said, { ...asking, language: 'en' });
  expect(story?.timeline.map(({ type }) => type)).toEqual([
    'intake.case-closed.v1',
    'intake.case-reclassified.v1',
    'intake.person-erased.v1',
  ]);
});

test('as of a moment, only what had been written down by then is told', () => {
  // The order was finished at 08:10, and that was written down three minutes later.
  const before = told('en', '2026-03-04T08:12:00Z');
  expect(before?.timeline.map(({ type }) => type)).not.toContain('routing.order-finished.v1');
  expect(before?.state).toBe('taken');
  expect(told('en', '2026-03-04T08:13:29.470Z')?.state).toBe('finished');
});

test('before anything was written down, nothing was known', () => {
  expect(told('en', '2026-03-02T01:12:40.317Z')).toBeNull();
});

test('news of a type that nobody here knows has its place in the story', () => {
  const known = event('intake.case-closed.v1');
  const held = { ...known, type: 'console.page-shown.v1', data: null };
  const story = timelineOf([...history, heard(held, history.length)], { ...asking, language: 'en' });
  expect(story?.timeline.at(-1)).toMatchObject({
    service: 'console',
    type: 'console.page-shown.v1',
    actor: 'console',
    text: 'console.page-shown.v1',
  });
});

test('history that only unknown types speak of is no case', () => {
  const held = { ...event('intake.case-closed.v1'), type: 'console.page-shown.v1' };
  expect(timelineOf([heard(held, 0)], { ...asking, language: 'en' })).toBeNull();
});

describe('What a file knows only by its day', () => {
  const registered = event('intake.case-registered.v1.archive');
  const data = registered.data as { archive: object };
  const row = {
    reportedAt: '2026-05-06T16:00:00.000Z',
    dueAt: '2026-05-08T15:59:59.999Z',
    closedAt: '2026-05-08T01:30:00.000Z',
  };
  const story = (days: readonly string[]) => {
    const { reportedAt, dueAt, closedAt } = row;
    const known = { ...data.archive, dueAt, closedAt, days, flags: ['date-without-time'] };
    const began = { ...registered, time: reportedAt, data: { ...data, archive: known } };
    const verdict = event('sla-timer.verdict-given.v1');
    const given = {
      ...verdict,
      subject: registered.subject,
      time: closedAt,
      data: { ...(verdict.data as object), clock: 'complete/1', verdict: 'met', dueAt, endedAt: closedAt },
    };
    const told = timelineOf([heard(began, 0), heard(given, 1)], { ...asking, language: 'en' });
    return told?.timeline.map(({ at, isDay, text }) => ({ at, isDay, text }));
  };

  test('is shown as that day, and what it knows to the hour to the minute', () => {
    expect(story(['reportedAt', 'dueAt'])).toEqual([
      { at: '2026-05-07T00:00:00+08:00', isDay: true, text: expect.any(String) },
      {
        at: '2026-05-08T09:30:00+08:00',
        isDay: undefined,
        text: 'The deadline for completion was kept at 2026-05-08 09:30; it was due 2026-05-08.',
      },
    ]);
  });

  test('is shown to the minute where the file names the hour', () => {
    expect(story([])?.[1]?.text).toBe(
      'The deadline for completion was kept at 2026-05-08 09:30; it was due 2026-05-08 23:59.',
    );
  });
});

test('what was learned between two moments is the difference of two answers, whatever the language', () => {
  const idsAt = (language: 'en' | 'zh', asOf?: string) =>
    told(language, asOf)?.timeline.map(({ id }) => id) ?? [];
  const [before, now] = [idsAt('en', '2026-03-02T02:00:00Z'), idsAt('zh')];
  expect(new Set(now).size).toBe(history.length);
  expect(before.length).toBeGreaterThan(0);
  expect(now).toEqual(expect.arrayContaining(before));
  const learned = now.filter((id) => !before.includes(id));
  expect(learned).toEqual(
    expect.arrayContaining([event('routing.order-finished.v1').id, event('intake.case-closed.v1').id]),
  );
  expect(learned).not.toContain(event('intake.case-registered.v1').id);
});
