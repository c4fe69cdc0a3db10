import { afterEach, describe, expect, test } from '@jest/globals';
import { type Actor, type Area, instant } from '@mulin/kernel';
import { memoryPlatform, openService, type RunningApp, topicOf } from '@mulin/service';
import { sample, until, virtualTime } from '@mulin/testing';
import { serverSentEvents } from '../adapters/server-sent-events.js';
import type { Dependencies } from '../dependencies.js';
import { INBOX, InboxModule } from '../index.js';
import { liveItems } from '../queries/live-items.js';
import { InboxController } from './inbox.controller.js';

const at = (id: string, role: Actor['role'], area: string): Actor => ({ id, role, area: area as Area }); // a path

const lying = 'meixi/liutang/xinhe/xinhe-2/xinhe-2-05';
const accounts = {
  li: at('li', 'grid-member', lying),
  wang: at('wang', 'grid-member', lying),
  leader: at('leader', 'grid-leader', 'meixi/liutang/xinhe/xinhe-2'),
  secretary: at('secretary', 'community-secretary', 'meixi/liutang'),
  abroad: at('abroad', 'community-secretary', 'meixi/beishan'),
  mayor: at('mayor', 'town-leader', 'meixi'),
  operator: at('operator', 'operator', 'meixi'),
  tang: at('mediator-tang', 'mediator', 'meixi/liuhe'),
  ye: at('mediator-ye', 'mediator', 'meixi/liuhe'),
  liuhe: at('secretary-liuhe', 'community-secretary', 'meixi/liuhe'),
  hetou: at('committee-hetou', 'village-committee', 'meixi/liuhe/hetou'),
  resident: at('resident', 'resident', 'meixi'),
};
type Who = keyof typeof accounts;

const caseId = String(sample('routing.order-offered.v1')['subject']);

type Opened = Awaited<ReturnType<typeof open>>;
const opened: RunningApp[] = [];
afterEach(async () => {
  for (const app of opened.splice(0)) await app.close();
});

const open = async () => {
  const time = virtualTime(instant('2026-03-02T09:00:00Z'));
  const town = memoryPlatform({ town: 'meixi', zone: 'Asia/Shanghai', now: time.now, accounts });
  const app = await openService(town.platform, { modules: [InboxModule.with()], services: [INBOX], port: 0 });
  opened.push(app);
  let count = 0;

  /** An event like the sample of its contract, but for what is said of it here. */
  const tell = async (name: string, data: object = {}) => {
    count += 1;
    const message = {
      ...sample(name),
      id: `7a6b1c9e-2f64-4a0e-9e64-${String(count).padStart(12, '0')}`,
      subject: caseId,
      sequence: String(count).padStart(10, '0'),
      data: { ...(sample(name)['data'] as object), cycle: 1, ...data },
    };
    await town.platform.bus.publish(topicOf(name.split('.', 1)[0] ?? ''), [
      { key: caseId, value: JSON.stringify(message) },
    ]);
    await town.settle();
  };

  const ask = async (who: Who, path: string, options: RequestInit = {}) => {
    const response = await fetch(`${app.url}/api/v1/inbox${path}`, {
      ...options,
      headers: {
        authorization: `Bearer ${who}`,
        'content-type': 'application/json',
        'idempotency-key': `key ${++count}`,
        ...(options.headers as Record<string, string> | undefined),
      },
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  const post = (who: Who, path: string) => ask(who, path, { method: 'POST', body: '{}' });
  const inbox = async (who: Who, query = '', language = 'en') => {
    const { body } = await ask(who, query, { headers: { 'accept-language': language } });
    return body['items'] as readonly Record<string, unknown>[];
  };
  const offer = (member = 'li', leg = 1) =>
    tell('routing.order-offered.v1', { member, leg, area: lying, because: 'registered' });

  return { ...town, time, app, tell, ask, post, inbox, offer };
};

/** What a browser reads of a stream, as text, until it ends. */
const listen = async ({ app }: Opened, who: Who, lastId?: string) => {
  const abort = new AbortController();
  const response = await fetch(`${app.url}/api/v1/inbox/stream`, {
    signal: abort.signal,
    headers: {
      authorization: `Bearer ${who}`,
      'accept-language': 'zh',
      ...(lastId === undefined ? {} : { 'last-event-id': lastId }),
    },
  });
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
  let text = '';
  const more = async (): Promise<boolean> => {
    const { done, value } = await reader.read();
    text += value === undefined ? '' : new TextDecoder().decode(value);
    return !done;
  };
  const untilIt = async (isThere: (text: string) => boolean): Promise<string> => {
    while (!isThere(text) && (await more()));
    return text;
  };
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    /** Reads on until this text has come, or the stream ends. */
    until: (wanted: string) => untilIt((it) => it.includes(wanted)),
    toEnd: () => untilIt(() => false),
    leave: () => abort.abort(),
  };
};

describe('The inbox of a person', () => {
  test('holds an exemption of another community until it is decided, on the list, on the stream and by its name', async () => {
    const town = await open();
    const abroad = await listen(town, 'abroad');
    const own = await listen(town, 'secretary');
    await abroad.until('event: ready');
    await town.tell('feedback.exemption-asked.v1', { area: lying, by: 'leader' });
    const [item, ...others] = await town.inbox('abroad', '', 'zh');
    expect(others).toEqual([]);
    expect(item).toMatchObject({
      what: 'exempt',
      whatName: '审批剔除申请',
      whyName: '被考核单位申请剔除',
      kind: 'decide',
    });
    expect(await abroad.until('审批剔除申请')).toContain('审批剔除申请');
    abroad.leave();
    const id = String(item?.['id']);
    for (const who of ['secretary', 'leader', 'li', 'operator'] as const) {
      expect([who, await town.inbox(who)]).toEqual([who, []]);
      const { status, body } = await town.post(who, `/${id}/read`);
      expect([who, status, body['code']]).toEqual([who, 404, 'item-unknown']);
    }
    expect((await town.post('abroad', `/${id}/done`)).body['code']).toBe('item-not-decided');

    await town.tell('feedback.exemption-decided.v1', { by: 'abroad', granted: false });
    expect(await town.inbox('abroad')).toEqual([]);
    await town.tell('feedback.exemption-appealed.v1', { area: lying, by: 'leader' });
    expect(await town.inbox('mayor')).toMatchObject([{ what: 'settle-exemption', number: item?.['number'] }]);
    await town.tell('feedback.exemption-settled.v1', { by: 'mayor', granted: true });
    expect(await town.inbox('mayor')).toEqual([]);
    await town.app.close();
    opened.length = 0;
    expect(await own.toEnd()).not.toContain('exempt');
  });

  test('shows what waits for them and for nobody else, in their language', async () => {
    const town = await open();
    await town.offer();
    expect(await town.inbox('li')).toMatchObject([
      {
        caseId,
        what: 'take',
        whatName: 'Take the order',
        why: 'registered',
        whyName: 'a new demand',
        kind: 'decide',
        read: false,
      },
    ]);
    expect(await town.inbox('li', '', 'zh')).toMatchObject([{ whatName: '接单', whyName: '新登记的诉求' }]);
    expect(await town.inbox('wang')).toEqual([]);
    expect(await town.inbox('secretary')).toEqual([]);
  });

  test('puts first what is due first, and last what has no deadline; a page at a time', async () => {
    const town = await open();
    await town.tell('routing.order-left-to-arbiter.v1', { area: lying });
    await town.tell('sla-timer.case-escalated.v2', {
      clock: 'take/1/1',
      to: 'community-secretary',
      area: lying,
      dueAt: '2026-03-01T09:00:00.000Z',
      answered: false,
    });
    const first = await town.ask('secretary', '?limit=1');
    expect(first.body['items']).toMatchObject([{ what: 'escalation', isUrgent: true }]);
    const cursor = encodeURIComponent(String(first.body['next']));
    expect(await town.inbox('secretary', `?limit=1&cursor=${cursor}`)).toMatchObject([
      { what: 'decide', until: null },
    ]);
    expect((await town.ask('secretary', '?cursor=nonsense')).body['code']).toBe('malformed-cursor');
  });

  test('of somebody else is for those who lead there, and for operators', async () => {
    const town = await open();
    await town.offer();
    const seen = await Promise.all(
      (['leader', 'secretary', 'operator'] as const).map((who) => town.inbox(who, '?account=li')),
    );
    expect(seen.map((items) => items.length)).toEqual([1, 1, 1]);
    expect((await town.ask('abroad', '?account=li')).body['code']).toBe('not-your-area');
    expect((await town.ask('wang', '?account=li')).body['code']).toBe('not-your-area');
    expect((await town.ask('leader', '?account=secretary')).body['code']).toBe('not-your-area');
    expect((await town.ask('operator', '?account=nobody')).body['code']).toBe('account-unknown');
    expect((await town.ask('resident', '')).status).toBe(403);
  });

  test('of a disabled account is closed to it', async () => {
    const town = await open();
    await town.offer();
    await town.platform.identity.disable('li');
    expect((await town.ask('li', '')).status).toBe(401);
    expect(await town.inbox('leader', '?account=li')).toHaveLength(1);
  });
});

describe('Marks', () => {
  const warned = { to: 'grid-leader', clock: 'complete/1', area: lying } as const;

  test('what was read stays; twice is once', async () => {
    const town = await open();
    await town.offer();
    const [item] = await town.inbox('li');
    for (const _ of [1, 2]) {
      expect(await town.post('li', `/${String(item?.['id'])}/read`)).toMatchObject({ status: 200 });
      await town.settle();
    }
    expect(await town.inbox('li')).toMatchObject([{ read: true }]);
    const marks = await town.platform.eventStore('inbox').readStream(`matter-${caseId}`);
    expect(marks.filter(({ type }) => type === 'ItemRead')).toHaveLength(1);
  });

  test('a warning can be put away for oneself, an order cannot', async () => {
    const town = await open();
    await town.offer();
    await town.tell('sla-timer.case-warned.v2', warned);
    const [warning] = await town.inbox('leader');
    const [order] = await town.inbox('li');
    expect(await town.post('leader', `/${String(warning?.['id'])}/done`)).toMatchObject({ status: 200 });
    await town.settle();
    expect(await town.inbox('leader')).toEqual([]);
    expect((await town.post('li', `/${String(order?.['id'])}/done`)).body['code']).toBe('item-not-decided');
  });

  test('what waits for somebody else is unknown, and so is what nobody has heard of', async () => {
    const town = await open();
    await town.offer();
    const [order] = await town.inbox('li');
    for (const id of [String(order?.['id']), 'x', `${caseId}.__proto__`])
      expect(await town.post('wang', `/${id}/read`)).toMatchObject({
        status: 404,
        body: { code: 'item-unknown' },
      });
  });
});

describe('The stream', () => {
  test('tells what waits from now on, and what waits no more, and to nobody else', async () => {
    const town = await open();
    const [li, wang] = [await listen(town, 'li'), await listen(town, 'wang')];
    expect(li.type).toBe('text/event-stream');
    await li.until('event: ready');
    await wang.until('event: ready');
    await town.offer('li');
    expect(await li.until('event: item')).toContain('"whatName":"接单"');
    await town.offer('wang', 2);
    expect(await li.until('event: gone')).toContain('event: gone');
    const others = await wang.until('take-1-2');
    expect(others).not.toContain('take-1-1');
    for (const it of [li, wang]) it.leave();
  });

  test('goes on from the last event that was heard, and starts anew where that is not known', async () => {
    const town = await open();
    const before = await listen(town, 'li');
    const ready = await before.until('event: ready');
    before.leave();
    await town.offer('li');
    const lastId = /id: (\d+)/.exec(ready)?.[1];
    const after = await listen(town, 'li', lastId);
    expect(await after.until('event: item')).toContain('take-1-1');
    after.leave();
    const lost = await listen(town, 'li', '999999');
    expect(await lost.until('event: reset')).toContain('event: reset');
    lost.leave();
  });

  test('is kept alive, and ends once the account is disabled', async () => {
    const town = await open();
    const li = await listen(town, 'li');
    await town.time.moveTo(instant('2026-03-02T09:00:20Z'), town);
    expect(await li.until('\n:\n')).toContain('\n:\n');
    await town.platform.identity.disable('li');
    await town.time.moveTo(instant('2026-03-02T09:00:40Z'), town);
    expect(await li.toEnd()).toContain('event: ready');
  });

  test('ends once its account has a role that has none', async () => {
    const town = await open();
    const li = await listen(town, 'li');
    await town.platform.identity.change('li', (was) => ({ ...was, role: 'resident' }));
    await town.time.moveTo(instant('2026-03-02T09:00:20Z'), town);
    expect(await li.toEnd()).not.toContain('\n:\n');
  });

  test('keeps no session open in which nothing else was asked for an hour', async () => {
    const town = await open();
    const { signIn } = town.platform;
    const password = (await signIn.seedPasswords(['li'])).get('li') ?? '';
    const { secret } = await signIn.open({ account: 'li', password, address: '::1' });
    const headers = { cookie: `mulin-session=${secret}` };
    const response = await fetch(`${town.app.url}/api/v1/inbox/stream`, { headers });
    expect(response.status).toBe(200);
    for (const moment of ['2026-03-02T09:30:00Z', '2026-03-02T09:59:50Z', '2026-03-02T10:00:10Z'])
      await town.time.moveTo(instant(moment), town);
    expect((await fetch(`${town.app.url}/api/v1/inbox`, { headers })).status).toBe(401);
    expect(await response.text()).toContain('event: ready');
  });

  test('ends when the town stops', async () => {
    const town = await open();
    const li = await listen(town, 'li');
    await li.until('event: ready');
    const stopping = opened.splice(0).map((app) => app.close());
    expect(await li.toEnd()).toContain('event: ready');
    await Promise.all(stopping);
  });

  test('of whoever missed more than a line holds begins with the list, as often as they come', async () => {
    const town = await open();
    await town.offer('li');
    const store = town.platform.eventStore('inbox');
    const opening = (await store.readStream(`matter-${caseId}`)).find(({ type }) => type === 'ItemOpened');
    const changes = Array.from({ length: 4_000 }, (_, nth) => ({
      id: `missed ${nth}`,
      type: 'ItemChanged',
      data: { ...(opening?.data as object), why: `missed-${nth}` },
      metadata: opening?.metadata ?? {},
    }));
    await store.appendToStream(`matter-${caseId}`, changes as never, { expectedRevision: 'any' });
    for (let nth = 0; nth < 7; nth++) {
      const li = await until(
        () => listen(town, 'li', '0'),
        ({ status }) => status !== 409,
      );
      expect(await li.until('event: reset')).not.toContain('missed');
      await town.offer('li', nth + 2);
      expect(await li.until('event: item')).toContain(`take-1-${nth + 2}`);
      li.leave();
    }
  });

  test('that is cut off while it catches up listens no more, and counts for nobody', async () => {
    const { app: _, ...town } = await open();
    const live = liveItems(town.platform.eventStore('inbox'));
    const beating = new Set<object>();
    let begun = 0;
    const every: Dependencies['every'] = () => {
      const beat = {};
      begun++;
      beating.add(beat);
      return async () => void beating.delete(beat);
    };
    const openStream = () => {
      const stream = serverSentEvents();
      stream.body.destroy();
      return stream;
    };
    const controller = new InboxController({
      live,
      every,
      openStream,
    } as Partial<Dependencies> as Dependencies);
    const callerNow = async () => accounts.li;
    for (let nth = 0; nth < 7; nth++) await controller.stream(accounts.li, callerNow, 'en', '0');
    expect(begun).toBe(7);
    await until(() => beating.size === 0);
  });

  test('is open five times at most for one account', async () => {
    const town = await open();
    const some = [];
    for (let nth = 0; nth < 5; nth++) some.push(await listen(town, 'li'));
    const sixth = await listen(town, 'li');
    expect([...some, sixth].map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 409]);
    expect((await listen(town, 'wang')).status).toBe(200);
  });
});

describe('Disputes and promises', () => {
  const of = (rows: readonly Record<string, unknown>[]) =>
    rows.map(({ what, number, of: matter }) => `${String(matter)} ${String(number)} ${String(what)}`);
  const dispute = 'dispute meixi-M-2026-000017';

  test('wait for the committee, then for the mediator, then for whoever mediates instead', async () => {
    const town = await open();
    await town.tell('mediation.dispute-opened.v1');
    await town.tell('mediation.deadline-set.v1', { clock: 'assign/1', holder: undefined });
    expect(of(await town.inbox('hetou'))).toEqual([`${dispute} assign`]);
    expect(of(await town.inbox('liuhe'))).toEqual([`${dispute} assign`]);
    expect(of(await town.inbox('secretary'))).toEqual([]);

    await town.tell('mediation.mediator-assigned.v1');
    await town.tell('mediation.deadline-set.v1');
    await town.tell('sla-timer.commitment-started.v1');
    expect(of(await town.inbox('hetou'))).toEqual([]);
    expect(await town.inbox('tang', '', 'zh')).toMatchObject([
      { what: 'mediate', whatName: '主持调解', kind: 'decide', until: '2026-04-04T10:20:00+08:00' },
    ]);

    await town.tell('mediation.mediator-assigned.v1.replaced', { mediator: 'mediator-ye' });
    expect(of(await town.inbox('tang'))).toEqual([]);
    expect(of(await town.inbox('ye'))).toEqual([`${dispute} mediate`]);
  });

  test('what may turn into harm is told to the secretary at once', async () => {
    const town = await open();
    await town.tell('mediation.danger-reported.v1');
    expect(await town.inbox('liuhe')).toMatchObject([{ what: 'danger', isUrgent: true }]);
    expect(of(await town.inbox('secretary'))).toEqual([]);
  });

  test('a lateness is told to whoever has to know, and put away; it goes when it is answered', async () => {
    const town = await open();
    await town.tell('mediation.deadline-set.v1');
    await town.tell('sla-timer.commitment-judged.v1');
    await town.tell('sla-timer.commitment-notice.v1');
    const [late] = await town.inbox('liuhe');
    expect(late).toMatchObject({
      what: 'escalation',
      why: 'settle',
      whyName: 'the settlement',
      isUrgent: true,
    });
    expect((await town.post('liuhe', `/${encodeURIComponent(String(late?.['id']))}/done`)).status).toBe(200);
    expect(await town.inbox('liuhe')).toEqual([]);

    await town.tell('sla-timer.commitment-notice.v1', { step: 'settle/1/+3working-day/community-secretary' });
    expect(of(await town.inbox('liuhe'))).toEqual([`${dispute} escalation`]);
    await town.tell('mediation.deadline-ended.v1');
    expect(await town.inbox('liuhe')).toEqual([]);
  });

  test('one that was told after the answer waits for nobody', async () => {
    const town = await open();
    await town.tell('sla-timer.commitment-notice.v1', { answered: true });
    expect(await town.inbox('liuhe')).toEqual([]);
  });

  test('what was promised waits for whoever promised it, until it is kept', async () => {
    const town = await open();
    const promise = { of: 'promise', clock: 'promise/1', number: 'meixi-P2026-000003' };
    await town.tell('mediation.deadline-set.v1', { ...promise, holder: 'secretary-liuhe' });
    expect(of(await town.inbox('liuhe'))).toEqual(['promise meixi-P2026-000003 promise']);
    await town.tell('mediation.deadline-ended.v1', promise);
    expect(await town.inbox('liuhe')).toEqual([]);
  });

  test('a challenge and the end of a dispute', async () => {
    const town = await open();
    await town.tell('mediation.mediator-assigned.v1');
    await town.tell('mediation.mediator-challenged.v1');
    expect(of(await town.inbox('hetou'))).toEqual([`${dispute} challenge`]);
    await town.tell('mediation.dispute-ended.v1');
    expect([await town.inbox('hetou'), await town.inbox('tang')]).toEqual([[], []]);
    await town.tell('mediation.dispute-reopened.v1');
    expect(of(await town.inbox('tang'))).toEqual([`${dispute} mediate`]);
    await town.tell('mediation.deadline-set.v1');
    await town.tell('mediation.deadline-handed-over.v1');
    expect(of(await town.inbox('tang'))).toEqual([`${dispute} mediate`]);
  });
});
