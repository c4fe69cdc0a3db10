import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Actor, type Area, instant } from '@mulin/kernel';
import { memoryPlatform, type RunningApp, openService, topicOf } from '@mulin/service';
import { sample } from '@mulin/testing';
import { AUDIT, AuditModule } from '../index.js';

const at = (role: Actor['role'], area: string): Actor => ({ id: role, role, area: area as Area }); // As looked up.

const accounts = {
  auditor: at('auditor', 'meixi'),
  operator: at('operator', 'meixi'),
  resident: at('resident', 'meixi'),
  member: at('grid-member', 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05'),
  stranger: at('grid-member', 'meixi/liutang/xinhe/xinhe-1'),
  standIn: { ...at('grid-member', 'meixi/liutang/xinhe/xinhe-1/xinhe-1-01'), id: 'member-0301' },
  secretary: at('community-secretary', 'meixi/liutang'),
  volunteer: { ...at('helper', 'meixi/liutang/xinhe'), id: 'volunteer-ding' },
  tang: { ...at('mediator', 'meixi/liutang'), id: 'mediator-tang' },
  works: { ...at('office-member', 'meixi'), id: 'works-tan' },
};

const town = memoryPlatform({
  town: 'meixi',
  zone: 'Asia/Shanghai',
  now: () => instant('2026-03-10T00:00:00Z'),
  accounts,
});

/** One town for all of these stories; what they hear is told once, before them. */
let opened: RunningApp;

const tell = async (...names: readonly string[]) => {
  for (const name of names) await tellMessage(sample(name));
  await town.settle();
};

const tellMessage = (message: Record<string, unknown>) =>
  town.platform.bus.publish(topicOf(String(message['type']).split('.', 1)[0] ?? ''), [
    { key: String(message['subject']), value: JSON.stringify(message) },
  ]);

type Asking = Readonly<{ as?: keyof typeof accounts | null; language?: string; body?: unknown }>;

const ask = async (path: string, { as = 'auditor', language = 'en', body }: Asking = {}) => {
  const response = await fetch(`${opened.url}/api/v1/${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'accept-language': language,
      'content-type': 'application/json',
      ...(as === null ? {} : { authorization: `Bearer ${as}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
};

const number = 'meixi-2026-000417';
const subjectOf = (name: string) => String(sample(name)['subject']);

beforeAll(async () => {
  opened = await openService(town.platform, { modules: [AuditModule.with()], services: [AUDIT], port: 0 });
  await tell(
    'sla-timer.clock-started.v1',
    'routing.order-offered.v1',
    'intake.case-registered.v1',
    'routing.order-taken.v1',
    'intake.case-registered.v1.archive',
    'routing.archived-case-routed.v1',
    'routing.order-left-to-arbiter.v1',
    'routing.order-taken.v1',
  );
});
afterAll(() => opened.close());

describe('Recording', () => {
  const history = (subject: string) => town.platform.eventStore('audit').readStream(`history-${subject}`);

  test('keeps an event as it came, under its own id, and keeps it once', async () => {
    const kept = await history(subjectOf('routing.order-taken.v1'));
    expect(kept.filter(({ id }) => id === sample('routing.order-taken.v1')['id'])).toEqual([
      expect.objectContaining({ type: 'EventHeard', data: sample('routing.order-taken.v1') }),
    ]);
  });

  test('keeps also what no contract knows, with all that it carries', async () => {
    const held = {
      ...sample('intake.case-withdrawn.v1'),
      id: '7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffee',
      type: 'routing.helpers-called.v1',
      subject: 'a-place-of-its-own',
      data: { helpers: ['fire'] },
      extra: 1,
    };
    await tellMessage(held);
    await town.settle();
    expect((await history('a-place-of-its-own')).map(({ data }) => data)).toEqual([held]);
  });

  test('sets aside what breaks its own contract, without quoting it', async () => {
    await tellMessage({
      ...sample('intake.case-withdrawn.v1'),
      id: '7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffed',
      subject: 'broken',
      data: { cycle: 'secret' },
    });
    await town.settle();
    const [aside] = await town.platform.deadLetters.list('audit');
    expect(aside?.reason).toContain('not a intake.case-withdrawn.v1: data.cycle: invalid_type');
    expect(aside?.reason).not.toContain('secret');
    expect(await history('broken')).toEqual([]);
  });
});

describe('A timeline', () => {
  test('is found by number and by id', async () => {
    const byNumber = await ask(`timelines/${number}`);
    const byId = await ask(`timelines/${subjectOf('intake.case-registered.v1')}`);
    expect(byNumber).toEqual(byId);
    expect(byNumber.body).toMatchObject({ number, state: 'taken' });
    expect(Object.keys(byNumber.body).sort()).toEqual(['caseId', 'clocks', 'number', 'state', 'timeline']);
  });

  test('speaks the reader’s language', async () => {
    const { body } = await ask(`timelines/${number}`, { language: 'zh-CN,zh;q=0.9' });
    expect(JSON.stringify(body['timeline'])).toContain('member-0217已接单。');
  });

  test('shows what was known at a moment, given with any offset', async () => {
    const { body } = await ask(`timelines/${number}?asOf=${encodeURIComponent('2026-03-02T09:20:00+08:00')}`);
    expect(body).toMatchObject({ state: 'offered' });
  });

  test.each<[string, string, number, string]>([
    ['a number nobody has', 'timelines/meixi-2026-999999', 404, 'case-unknown'],
    ['an id nobody has', 'timelines/7a6b1c9e-2f64-4a0e-9e64-0a51f0c0ffee', 404, 'case-unknown'],
    [
      'a moment before it was known',
      `timelines/${number}?asOf=2020-01-01T00:00:00Z`,
      404,
      'case-unknown-then',
    ],
    ['a moment that is none', `timelines/${number}?asOf=yesterday`, 400, 'malformed'],
    ['a question nobody understands', `timelines/${number}?since=2020`, 400, 'unknown-parameter'],
  ])('is refused for %s', async (_title, path, status, code) => {
    const answered = await ask(path);
    expect(answered).toMatchObject({ status, body: { code } });
  });

  test('is shown to those in whose area it lies, and to no one else', async () => {
    const asked = async (as: keyof typeof accounts | null) =>
      (await ask(`timelines/${number}`, { as })).status;
    expect(await asked('member')).toBe(200);
    expect(await asked('secretary')).toBe(200);
    expect(await asked('stranger')).toBe(403);
    expect(await asked('resident')).toBe(403);
    expect(await asked(null)).toBe(401);
  });
});

const numbersIn = ({ body }: Awaited<ReturnType<typeof ask>>) =>
  (body['items'] as readonly { number: string }[]).map((item) => item.number);

describe('The list of cases', () => {
  test('has every case, the newest report first', async () => {
    expect(numbersIn(await ask('cases'))).toEqual(
      expect.arrayContaining([number, 'meixi-2026-000432', 'meixi-2015-000083']),
    );
    expect(numbersIn(await ask('cases?state=taken'))).toEqual([number]);
    expect(numbersIn(await ask('cases?batch=lamps-2015'))).toEqual(['meixi-2015-000083']);
    expect(numbersIn(await ask('cases?grid=xinhe-2-05'))).toEqual([number, 'meixi-2015-000083']);
  });

  test('comes in pages', async () => {
    const first = await ask('cases?grid=xinhe-2-05&limit=1');
    const second = await ask(`cases?grid=xinhe-2-05&limit=1&cursor=${String(first.body['next'])}`);
    expect([...numbersIn(first), ...numbersIn(second)]).toEqual([number, 'meixi-2015-000083']);
    expect(second.body['next']).toBeNull();
  });

  test('says of each case where it stands, in the time of the town', async () => {
    const { body } = await ask('cases?state=taken');
    expect((body['items'] as readonly unknown[])[0]).toEqual({
      caseId: subjectOf('intake.case-registered.v1'),
      town: 'meixi',
      number,
      state: 'taken',
      menuItem: 'blocked-drain',
      net: 'life',
      urgency: 'urgent',
      wishedUrgency: null,
      reportedBy: null,
      point: null,
      channel: 'portal',
      microGrid: 'xinhe-2-05',
      area: 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05',
      routed: true,
      // Nobody has published how these are called.
      menuItemName: 'blocked-drain',
      microGridName: 'xinhe-2-05',
      areaName: 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05',
      holder: 'member-0217',
      holderName: 'member-0217',
      reportedAt: '2026-03-02T09:12:40+08:00',
      recordedAt: '2026-03-02T09:12:40.318+08:00',
      closedAt: null,
      archive: null,
      days: [],
      sourceNumber: null,
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

  test('shows a reader the cases of their own area', async () => {
    expect(numbersIn(await ask('cases', { as: 'member' }))).toEqual([number, 'meixi-2015-000083']);
    expect(numbersIn(await ask('cases', { as: 'stranger' }))).toEqual([]);
    expect(numbersIn(await ask('cases', { as: 'secretary' }))).toContain('meixi-2026-000432');
  });

  test.each([
    ['cases?state=lost', 400],
    ['cases?limit=0', 400],
    ['cases?limit=501', 400],
    ['cases?cursor=!', 400],
  ])('%s is refused', async (path, status) => {
    expect((await ask(path)).status).toBe(status);
  });
});

describe('What became of an import', () => {
  const caseIds = [subjectOf('intake.case-registered.v1.archive'), subjectOf('intake.case-registered.v1')];

  test('is counted for the operator, who sends no Idempotency-Key', async () => {
    expect(await ask('imports/summary', { as: 'operator', body: { caseIds } })).toEqual({
      status: 200,
      body: { routed: 1, unrouted: 0, agreeing: 0, disagreeing: 0, undecided: 1, pending: 1 },
    });
  });

  test('is the operator’s to ask, for at most a thousand cases at once', async () => {
    const many = Array.from({ length: 1_001 }, () => caseIds[0]);
    expect((await ask('imports/summary', { body: { caseIds } })).status).toBe(403);
    expect((await ask('imports/summary', { as: 'operator', body: { caseIds: many } })).status).toBe(400);
    expect((await ask('imports/summary', { as: 'operator', body: { caseIds: ['7'] } })).status).toBe(400);
    expect((await ask('imports/summary', { as: 'operator', body: { caseIds: [] } })).status).toBe(400);
  });
});

describe('Whoever stands in for another micro-grid', () => {
  const subject = '4d0b9a37-6c15-8e82-9f63-a1e7d25b08c4';
  const told = async (name: string, id: string, data: object) => {
    const message = sample(name);
    await tellMessage({ ...message, id, subject, data: { ...(message['data'] as object), ...data } });
    await town.settle();
  };
  const seen = async () => ({
    timeline: (await ask(`timelines/${subject}`, { as: 'standIn' })).status,
    list: numbersIn(await ask('cases', { as: 'standIn' })),
  });

  test('sees the case for as long as they hold it', async () => {
    const held = { number: 'meixi-2026-000777', member: 'member-0301' };
    await told('routing.order-offered.v1', '7a6b1c9e-2f64-4a0e-9e64-0a51f0c00001', held);
    expect(await seen()).toEqual({ timeline: 200, list: [held.number] });
    expect(numbersIn(await ask('cases?state=closed', { as: 'standIn' }))).toEqual([]);
    expect((await ask('cases?cursor=!', { as: 'standIn' })).status).toBe(400);
    expect((await ask(`timelines/${subject}`, { as: 'stranger' })).status).toBe(403);

    await told('routing.order-finished.v1', '7a6b1c9e-2f64-4a0e-9e64-0a51f0c00002', held);
    expect(await seen()).toEqual({ timeline: 403, list: [] });
  });
});

describe('Whoever has come to help', () => {
  const help = async (what: 'joined' | 'finished', member: string, call: number) => {
    const message = sample(`routing.helper-${what}.v1`) as { data: object };
    const id = `00000000-0000-8000-b000-0000000077${call}${what === 'joined' ? 0 : 1}`;
    const data = { ...message.data, cycle: 1, call, member };
    await tellMessage({ ...message, id, subject: subjectOf('routing.order-offered.v1'), data });
    await town.settle();
  };
  const listed = async (as: 'volunteer' | 'works') =>
    (((await ask('cases', { as })).body['items'] ?? []) as readonly { number: string }[]).map(
      (it) => it.number,
    );

  test.each([
    ['volunteer', 'volunteer-ding', 7],
    ['works', 'works-tan', 8],
  ] as const)(
    '%s finds the case in lists and reads its timeline, until their part is done',
    async (as, account, call) => {
      expect(await listed(as)).toEqual([]);
      await help('joined', account, call);
      expect(await listed(as)).toEqual([number]);
      expect((await ask(`timelines/${number}`, { as })).status).toBe(200);
      expect(JSON.stringify((await ask('cases', { as })).body)).not.toContain(account);
      await help('finished', account, call);
      expect(await listed(as)).toEqual([]);
      expect((await ask(`timelines/${number}`, { as })).status).toBe(403);
    },
  );
});

describe('The history of a dispute', () => {
  const disputeNumber = 'meixi-M-2026-000017';
  const at = (
    language: 'en' | 'zh',
    as: keyof typeof accounts,
    path = `disputes/${disputeNumber}/timeline`,
  ) => ask(path, { as, language });

  beforeAll(() =>
    tell(
      'mediation.dispute-opened.v1.case',
      'mediation.mediator-assigned.v1',
      'mediation.deadline-set.v1',
      'sla-timer.commitment-started.v1',
      'mediation.case-in-mediation.v1',
    ),
  );

  test('is told in sentences, with its deadlines, to whoever leads there', async () => {
    const { status, body } = await at('zh', 'auditor');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      number: disputeNumber,
      id: subjectOf('mediation.deadline-set.v1'),
      of: 'dispute',
      state: 'assigned',
      colour: 'yellow',
      clocks: [
        {
          name: 'settle/1',
          startedAt: '2026-03-05T10:20:00+08:00',
          due: '2026-04-04T10:20:00+08:00',
          state: 'running',
          verdict: null,
        },
      ],
    });
    const texts = (body['timeline'] as readonly { text: string }[]).map(({ text }) => text);
    expect(texts[0]).toMatch(/^受理纠纷 meixi-M-2026-000017（.*），当事人 3 方/);
    expect(texts.at(-1)).toMatch(/^(?:开始承担调解|调解时限截至)/);
  });

  test('is found by the id, and shows what was known at a moment', async () => {
    const path = `disputes/${subjectOf('mediation.deadline-set.v1')}/timeline`;
    const { body } = await at('en', 'auditor', `${path}?asOf=2026-03-04T10:20:00%2B08:00`);
    expect((body['timeline'] as readonly unknown[]).length).toBe(1);
    expect(body['state']).toBe('open');
    const before = await at('en', 'auditor', `${path}?asOf=2026-01-01T00:00:00Z`);
    expect([before.status, before.body['code']]).toEqual([404, 'dispute-unknown-then']);
  });

  test('is told to its mediator wherever that is, and to nobody who leads elsewhere', async () => {
    expect((await at('en', 'tang')).status).toBe(200);
    const elsewhere = await at('en', 'secretary');
    expect([elsewhere.status, elsewhere.body['code']]).toEqual([403, 'not-your-area']);
    expect((await at('en', 'resident')).status).toBe(403);
  });

  test('that nobody has told of is unknown', async () => {
    const { status, body } = await at('en', 'auditor', 'disputes/meixi-T2026-999/timeline');
    expect([status, body['code']]).toEqual([404, 'dispute-unknown']);
  });

  test('is no case; that its case is mediated is told of the case', async () => {
    const dispute = await ask(`timelines/${subjectOf('mediation.deadline-set.v1')}`);
    expect([dispute.status, dispute.body['code']]).toEqual([404, 'case-unknown']);
    const { body } = await ask(`timelines/${subjectOf('mediation.case-in-mediation.v1')}`);
    const texts = (body['timeline'] as readonly { text: string }[]).map(({ text }) => text);
    expect(texts).toContainEqual(expect.stringContaining('The case is mediated from now on'));
  });
});
