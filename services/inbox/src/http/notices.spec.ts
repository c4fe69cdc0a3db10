import { afterEach, describe, expect, test } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { everyDay, type Json, openNotices } from './notices.testing.js';

type Town = Awaited<ReturnType<typeof openNotices>>;
const towns: Town[] = [];
const open = async (...wanted: Parameters<typeof openNotices>) => {
  const town = await openNotices(...wanted);
  towns.push(town);
  return town;
};
afterEach(async () => {
  for (const town of towns.splice(0)) await town.close();
});

const byMail = { ...everyDay, language: 'en', email: 'li@meixi.example', webhook: null };
const subjects = ({ mail }: Town) => mail.mails.map(({ headers }) => headers.get('subject'));

describe('Hours of notices', () => {
  test('what waits is sent at once while they are open', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    await town.offer();
    expect(subjects(town)).toEqual(['Take the order meixi-2026-000417']);
    expect(town.mail.mails[0]?.to).toEqual(['li@meixi.example']);
  });

  test('what comes outside of them waits for their beginning, all in one message; its deadline stays', async () => {
    const town = await open({ start: '2026-03-02T21:00:00+08:00' });
    await town.prefer('li', byMail);
    await town.offer(1);
    await town.offer(2);
    await town.tell(
      'sla-timer.clock-started.v1',
      { clock: 'take/1/1', dueAt: '2026-03-03T02:00:00.000Z' },
      1,
    );
    await town.moveTo('2026-03-03T07:59:59+08:00');
    expect(town.mail.mails).toEqual([]);
    await town.moveTo('2026-03-03T08:00:00+08:00');
    expect(subjects(town)).toEqual(['Your inbox: 2 new things']);
    expect(town.mail.mails[0]?.text).toContain('due 3 March 2026 at 10:00');
  });

  test('are those of stated days alone', async () => {
    const town = await open({ start: '2026-03-07T10:00:00+08:00' }); // a Saturday
    await town.prefer('li', { ...byMail, days: ['mon', 'tue'] });
    await town.offer();
    await town.moveTo('2026-03-09T07:00:00+08:00');
    expect(town.mail.mails).toEqual([]);
    await town.moveTo('2026-03-09T08:00:00+08:00');
    expect(town.mail.mails).toHaveLength(1);
  });

  test('may be a night', async () => {
    const town = await open({ start: '2026-03-02T18:00:00+08:00' });
    await town.prefer('li', { ...byMail, from: '22:00', to: '06:00' });
    await town.offer(1);
    await town.moveTo('2026-03-02T22:00:00+08:00');
    expect(town.mail.mails).toHaveLength(1);
    await town.moveTo('2026-03-03T05:00:00+08:00');
    await town.offer(2);
    expect(town.mail.mails).toHaveLength(2);
  });

  test('keep back no missed deadline, and no emergency', async () => {
    const town = await open({ start: '2026-03-02T23:30:00+08:00' });
    await town.prefer('secretary', byMail);
    await town.prefer('li', byMail);
    await town.escalate();
    expect(subjects(town)).toEqual(['Urgent: A deadline was missed meixi-2026-000417']);
    await town.offer(2, 'li', 'emergency');
    expect(subjects(town)[1]).toBe('Urgent: Take the order meixi-2026-000002');
  });

  test('with hours of a digest, one message at each of them tells what has come since', async () => {
    const town = await open();
    await town.prefer('li', { ...byMail, digestAt: ['10:00', '15:00'] });
    await town.offer(1);
    expect(town.mail.mails).toEqual([]);
    await town.moveTo('2026-03-02T10:00:00+08:00');
    await town.offer(2);
    await town.offer(3);
    await town.moveTo('2026-03-02T15:00:00+08:00');
    expect(subjects(town)).toEqual(['Your inbox: 1 new thing', 'Your inbox: 2 new things']);
    const last = town.mail.mails[1]?.text ?? '';
    expect(last.match(/New: /g)).toHaveLength(2);
    expect(last).toContain('meixi-2026-000001');
    await town.moveTo('2026-03-03T12:00:00+08:00');
    expect(town.mail.mails).toHaveLength(2);
  });

  test('many at once are one message and another, and none is left out', async () => {
    const town = await open();
    await town.prefer('secretary', byMail);
    for (let nth = 1; nth <= 20; nth++) await town.escalate(nth);
    await town.moveTo('2026-03-02T09:05:00+08:00');
    expect(subjects(town)).toEqual([
      'Urgent: A deadline was missed meixi-2026-000001',
      'Urgent: 19 things to look at now',
    ]);
  });

  test('more than is read at once hides no emergency, and is told by the messages after it', async () => {
    const town = await open({ start: '2026-03-02T23:30:00+08:00', settings: { freshAtMost: 3 } });
    await town.prefer('li', byMail);
    for (let nth = 1; nth <= 4; nth++) await town.offer(nth);
    await town.offer(5, 'li', 'emergency');
    expect(subjects(town)).toEqual(['Urgent: Take the order meixi-2026-000005']);
    await town.moveTo('2026-03-03T08:10:00+08:00');
    // What was told at night still waits, and stands in the list below.
    const told = town.mail.mails.slice(1).map(({ text }) => text.match(/meixi-2026-00000\d/g));
    expect(new Set(told.flat())).toEqual(new Set([1, 2, 3, 4, 5].map((nth) => `meixi-2026-00000${nth}`)));
  });

  test('what was read, is done or is for somebody else is told to nobody', async () => {
    const town = await open({ start: '2026-03-02T21:00:00+08:00' });
    await town.prefer('li', byMail);
    await town.offer(1);
    await town.offer(2);
    await town.offer(3, 'wang');
    const { body } = await town.ask('li', '/inbox');
    const [first] = body['items'] as readonly Json[];
    await town.ask('li', `/inbox/${String(first?.['id'])}/read`, { method: 'POST', body: '{}' });
    await town.tell('routing.order-taken.v1', { member: 'li', leg: 1 }, 2);
    await town.moveTo('2026-03-03T09:00:00+08:00');
    expect(town.mail.mails).toHaveLength(1);
    const text = town.mail.mails[0]?.text ?? '';
    expect(text).toContain('New: Finish the work (it was taken)\n  meixi-2026-000002');
    expect(text).not.toContain('meixi-2026-000003');
  });

  test('nothing that waited before anybody stated them is told as new', async () => {
    const town = await open();
    await town.offer(1);
    await town.prefer('li', byMail);
    await town.moveTo('2026-03-03T09:00:00+08:00');
    expect(town.mail.mails).toEqual([]);
  });
});

describe('A message', () => {
  test('is in the language of its reader, with names instead of codes', async () => {
    const town = await open({ start: '2026-03-02T21:00:00+08:00' });
    await town.prefer('li', { ...byMail, language: 'zh' });
    await town.offer();
    await town.tell('sla-timer.clock-started.v1', { clock: 'take/1/1', dueAt: '2026-03-03T02:00:00.000Z' });
    await town.moveTo('2026-03-03T08:00:00+08:00');
    const [message] = town.mail.mails;
    const id = String((await town.ledger('li'))[0]?.['id']);
    expect(message?.headers.get('subject')).toBe('【待办汇总】新增 1 件');
    expect(message?.headers.get('content-language')).toBe('zh');
    expect(message?.headers.get('message-id')).toBe(`<${id}@meixi.example>`);
    expect(message?.headers.get('auto-submitted')).toBe('auto-generated');
    expect(message?.text).toBe(
      [
        '自上次通知以来新增 1 件。',
        '• 【新】接单（新登记的诉求）\n  meixi-2026-000417\n  时限：2026年3月3日 10:00',
        'https://mulin.meixi.example/\n--\n梅溪镇·牟邻，发给账号 li。本邮件由系统自动发送，请勿回复；接收时段、语言和地址可在通知设置中修改。\n' +
          `通知编号：${id}\n`,
      ].join('\n\n'),
    );
  });

  test('says in English what it is, since when it is late, and where to look', async () => {
    const town = await open();
    await town.prefer('secretary', byMail);
    await town.moveTo('2026-03-02T09:30:00+08:00');
    await town.escalate();
    const id = String((await town.ledger('secretary'))[0]?.['id']);
    expect(town.mail.mails[0]?.text).toBe(
      [
        'A deadline was missed, or it is an emergency. This is sent at once, whatever your hours.',
        '• A deadline was missed (completion)\n  meixi-2026-000417\n  due 2 March 2026 at 09:30',
        'https://mulin.meixi.example/\n--\nSent by Mulin of Meixi to the account secretary. Nobody reads answers to this address; hours, language and address are yours to choose in your notice preferences.\n' +
          `Notice ${id}\n`,
      ].join('\n\n'),
    );
  });

  test('by webhook is signed, and says the same to a program', async () => {
    const town = await open();
    const { body } = await town.prefer('li', {
      ...everyDay,
      language: 'en',
      email: null,
      webhook: { url: town.hook.url },
    });
    await town.offer();
    const [post] = town.hook.posts;
    const payload = new Webhook(String(body['secret'])).verify(
      post?.body ?? '',
      post?.headers as Record<string, string>,
    );
    const [row] = await town.ledger('li');
    expect(post?.headers['webhook-id']).toBe(row?.['id']);
    expect(payload).toMatchObject({
      type: 'inbox.notice',
      data: {
        id: row?.['id'],
        account: 'li',
        kind: 'notice',
        items: [{ number: 'meixi-2026-000417', what: 'take', whatName: 'Take the order', isNew: true }],
        url: 'https://mulin.meixi.example/',
      },
    });
  });

  test('by webhook names moments as every answer of the town does', async () => {
    const town = await open();
    await town.prefer('li', { ...byMail, email: null, webhook: { url: town.hook.url } });
    await town.offer();
    const moments = String(town.hook.posts[0]?.body).match(/\d{4}-\d\d-\d\dT[^"]*/g) ?? [];
    expect(moments.length).toBeGreaterThan(1);
    expect(moments.filter((it) => !it.endsWith('+08:00'))).toEqual([]);
  });
});

describe('A message that cannot be sent', () => {
  test('is tried again, longer after each failure, under the same id', async () => {
    const town = await open();
    await town.prefer('li', { ...byMail, to: '24:00', from: '00:00' });
    town.mail.answerData({ code: 451, text: 'try again later' });
    await town.offer();
    expect(await town.ledger('li')).toMatchObject([
      {
        state: 'waiting',
        attempts: 1,
        because: 'mail-refused',
        status: 451,
        to: 'l…@meixi.example',
        nextAt: '2026-03-02T09:00:30+08:00',
      },
    ]);
    await town.moveTo('2026-03-02T09:00:30+08:00');
    expect(await town.ledger('li')).toMatchObject([{ attempts: 2, nextAt: '2026-03-02T09:01:30+08:00' }]);
    town.mail.answerData(null);
    await town.moveTo('2026-03-02T09:05:00+08:00');
    const [row] = await town.ledger('li');
    expect(row).toMatchObject({ state: 'sent', attempts: 3, nextAt: null, because: null });
    expect(town.mail.mails.map(({ headers }) => headers.get('message-id'))).toEqual([
      `<${String(row?.['id'])}@meixi.example>`,
    ]);
  });

  test('is given up after sixteen attempts', async () => {
    const town = await open();
    await town.prefer('secretary', byMail);
    town.mail.answerData({ code: 451, text: 'never' });
    await town.escalate();
    await town.moveTo('2026-03-04T09:00:00+08:00');
    expect(await town.ledger('secretary', '', 'zh')).toMatchObject([
      { state: 'failed', attempts: 16, nextAt: null, becauseName: '邮件服务器未接收该邮件' },
    ]);
  });

  test('is not tried outside the hours, unless it is urgent', async () => {
    const town = await open({ start: '2026-03-02T17:59:50+08:00' });
    await town.prefer('li', byMail);
    town.mail.answerData({ code: 451, text: 'later' });
    await town.offer();
    expect(await town.ledger('li')).toMatchObject([{ nextAt: '2026-03-03T08:00:00+08:00' }]);
  });

  test('is not tried again where the mail server knows no such address', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    town.mail.answerRecipients({ code: 550, text: '5.1.1 no such user' });
    await town.offer();
    expect(await town.ledger('li')).toMatchObject([
      { state: 'failed', attempts: 1, because: 'address-refused', status: 550 },
    ]);
  });

  test('is tried again where the mail server forbids the sender', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    town.mail.answerRecipients({ code: 550, text: '5.7.1 relaying denied' });
    await town.offer();
    expect(await town.ledger('li')).toMatchObject([{ state: 'waiting', because: 'mail-refused' }]);
  });

  test('waits while nobody answers at the mail server', async () => {
    const town = await open({ settings: { mail: { url: 'smtp://127.0.0.1:1', from: 'a@b.example' } } });
    await town.prefer('li', byMail);
    await town.offer();
    expect(await town.ledger('li')).toMatchObject([{ state: 'waiting', because: 'mail-server-away' }]);
    const text = await town.platform.meter.text();
    expect(text).toContain('mulin_deliveries_total{channel="email",kind="notice",outcome="failed"} 1');
    expect(text).toContain('mulin_deliveries_waiting{channel="email"} 1');
    expect(text).toContain('mulin_deliveries_waiting{channel="webhook"} 0');
    expect((await town.ask('operator', '/deliveries/mail-server')).body).toMatchObject({
      ok: false,
      code: 'mail-server-away',
    });
  });

  test('goes to the address that is stated by then', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    town.mail.answerData({ code: 451, text: 'later' });
    await town.offer();
    town.mail.answerData(null);
    await town.prefer('li', { ...byMail, email: 'li.new@meixi.example' });
    await town.moveTo('2026-03-02T09:10:00+08:00');
    expect(town.mail.mails.map(({ to }) => to)).toEqual([['li.new@meixi.example']]);
  });

  test('is given up where its account is disabled, or wants no mail any more', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    await town.prefer('secretary', byMail);
    town.mail.answerData({ code: 451, text: 'later' });
    await town.offer();
    await town.escalate();
    await town.platform.identity.disable('li');
    await town.prefer('secretary', { ...byMail, email: null });
    await town.moveTo('2026-03-02T09:10:00+08:00');
    expect(await town.ledger('operator', '?account=li')).toMatchObject([{ because: 'account-disabled' }]);
    expect(await town.ledger('secretary')).toMatchObject([{ because: 'channel-off', state: 'failed' }]);
  });
});

describe('A webhook', () => {
  const hooked = (url: string) => ({ ...everyDay, language: 'en', email: null, webhook: { url } });

  test('whose receiver is gone is disabled, until it is stated again', async () => {
    const town = await open();
    await town.prefer('li', hooked(town.hook.url));
    town.hook.answer(410);
    await town.offer(1);
    expect(await town.ledger('li')).toMatchObject([
      { state: 'failed', because: 'receiver-gone', status: 410 },
    ]);
    await town.offer(2);
    await town.moveTo('2026-03-02T10:00:00+08:00');
    expect(town.hook.posts).toHaveLength(1);
    expect((await town.ask('li', '/inbox/preferences')).body).toMatchObject({
      webhook: { url: town.hook.url, isDisabled: true },
    });
    town.hook.answer(204);
    const { body } = await town.prefer('li', hooked(town.hook.url));
    expect(body).toMatchObject({ webhook: { isDisabled: false }, secret: null });
    await town.offer(3);
    await town.moveTo('2026-03-02T11:00:00+08:00');
    expect(JSON.parse(town.hook.posts.at(-1)?.body ?? '{}')).toMatchObject({
      data: { items: [{ number: 'meixi-2026-000003' }] },
    });
  });

  test.each([301, 400, 500])(
    'that is answered with %s is tried again, and nothing is followed',
    async (status) => {
      const town = await open();
      await town.prefer('li', hooked(town.hook.url));
      town.hook.answer(status, town.hook.url);
      await town.offer();
      expect(town.hook.posts).toHaveLength(1);
      expect(await town.ledger('li')).toMatchObject([
        { state: 'waiting', because: 'receiver-refused', status, to: `${new URL(town.hook.url).origin}/…` },
      ]);
    },
  );

  test('has a secret that is shown once, also where the request is sent again; another one on demand', async () => {
    const town = await open();
    const again = { 'idempotency-key': 'once' };
    const [first, second] = [
      await town.prefer('li', hooked(town.hook.url), again),
      await town.prefer('li', hooked(town.hook.url), again),
    ];
    expect(first.body['secret']).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(second.body).toEqual(first.body);
    expect((await town.prefer('li', hooked(town.hook.url))).body['secret']).toBeNull();
    const { body } = await town.ask('li', '/inbox/preferences');
    expect(JSON.stringify(body)).not.toContain('whsec_');
    const another = { ...hooked(town.hook.url), webhook: { url: town.hook.url, newSecret: true } };
    const renewed = (await town.prefer('li', another)).body['secret'];
    expect(renewed).not.toBe(first.body['secret']);
    await town.offer();
    const [post] = town.hook.posts;
    const verify = (secret: unknown) => () =>
      new Webhook(String(secret)).verify(post?.body ?? '', post?.headers as Record<string, string>);
    expect(verify(first.body['secret'])).toThrow('No matching signature found');
    expect(verify(renewed)).not.toThrow();
  });

  test.each([
    ['http://hooks.example/x', 'webhook-not-https'],
    ['https://user:secret@hooks.example/x', 'webhook-not-https'],
    ['https://127.0.0.1/x', 'webhook-private'],
    ['https://[::1]/x', 'webhook-private'],
    ['https://[::ffff:10.0.0.1]/x', 'webhook-private'],
    ['https://2130706433/x', 'webhook-private'],
    ['https://10.1.2.3/x', 'webhook-private'],
    ['https://169.254.169.254/latest', 'webhook-private'],
    ['https://localhost/x', 'webhook-private'],
    ['https://no-such-host.invalid/x', 'webhook-host-unknown'],
    ['file:///etc/passwd', 'malformed'],
  ])('to %s is refused (%s), and nothing is changed', async (url, code) => {
    const town = await open({ settings: { allowPrivateWebhooks: false } });
    const { body } = await town.prefer('li', hooked(url));
    expect(body['code']).toBe(code);
    expect((await town.ask('li', '/inbox/preferences')).body['webhook']).toBeNull();
  });
});

describe('Preferences', () => {
  test('are the usual ones for whoever has stated nothing', async () => {
    const town = await open();
    const { body, etag } = await town.ask('wang', '/inbox/preferences');
    expect(body).toMatchObject({
      language: 'zh',
      from: '08:00',
      to: '20:00',
      digestAt: [],
      email: null,
      webhook: null,
    });
    expect(etag).toBeNull();
  });

  test('are read again as they were stated, by oneself alone', async () => {
    const town = await open();
    const { etag } = await town.prefer('li', { ...byMail, digestAt: ['09:00'] });
    const read = await town.ask('li', '/inbox/preferences');
    expect(read.body).toEqual({ account: 'li', ...byMail, digestAt: ['09:00'] });
    expect(read.etag).toBe(etag);
    expect((await town.ask('operator', '/inbox/preferences')).body).toMatchObject({
      account: 'operator',
      email: null,
    });
    expect((await town.ask('resident', '/inbox/preferences')).status).toBe(403);
  });

  test('of an older version are not overwritten', async () => {
    const town = await open();
    const { etag } = await town.prefer('li', byMail);
    await town.prefer('li', { ...byMail, language: 'zh' });
    const late = await town.prefer('li', { ...byMail, email: null }, { 'if-match': String(etag) });
    expect([late.status, late.body['code']]).toEqual([412, 'stale-version']);
    expect((await town.ask('li', '/inbox/preferences')).body).toMatchObject({
      language: 'zh',
      email: byMail.email,
    });
  });

  test.each([
    [{ ...byMail, days: [] }, 'malformed'],
    [{ ...byMail, days: ['mon', 'mon'] }, 'malformed'],
    [{ ...byMail, from: '8:00' }, 'malformed'],
    [{ ...byMail, from: '18:00' }, 'malformed'],
    [{ ...byMail, email: 'li@@x' }, 'malformed'],
    [{ ...byMail, email: 'li@x.example\r\nbcc: a@b.example' }, 'malformed'],
    [{ ...byMail, digestAt: ['07:00'] }, 'digest-outside-hours'],
    [{ ...everyDay, webhook: null }, 'malformed'],
  ])('that are wrong change nothing: %j', async (body, code) => {
    const town = await open();
    expect((await town.prefer('li', body)).body['code']).toBe(code);
    expect(await town.platform.eventStore('inbox').head()).toBeNull();
  });

  test('name no e-mail where the town sends none', async () => {
    const town = await open({ settings: { mail: undefined } });
    expect((await town.prefer('li', byMail)).body['code']).toBe('mail-not-configured');
    expect((await town.ask('operator', '/deliveries/mail-server')).body).toMatchObject({
      ok: true,
      code: 'mail-not-configured',
    });
  });

  test('leave no address in events, and none in the vault that was replaced', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    await town.offer();
    await town.prefer('li', { ...byMail, email: 'other@meixi.example' });
    const events = await town.platform.eventStore('inbox').readAll({ from: null, maxCount: 500 });
    expect(JSON.stringify(events)).not.toMatch(/@meixi|smtp/);
    expect(town.erasures()).toMatchObject([{ actor: 'li', purpose: 'replacing-address' }]);
    expect(await town.ledger('li')).toMatchObject([{ state: 'sent', to: null }]);
  });
});

describe('The ledger', () => {
  test('shows everybody their own, and all of it to those who examine the town', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    await town.prefer('secretary', { ...byMail, email: 's@meixi.example' });
    await town.offer(1);
    await town.moveTo('2026-03-02T10:00:00+08:00');
    await town.escalate(2);
    const accountsOf = async (who: Parameters<Town['ledger']>[0], query = '') =>
      (await town.ledger(who, query)).map(({ account }) => account);
    expect(await accountsOf('li')).toEqual(['li']);
    expect(await accountsOf('wang')).toEqual([]);
    expect(await accountsOf('secretary', '?account=li')).toEqual([]);
    for (const who of ['operator', 'auditor'] as const)
      expect(await accountsOf(who)).toEqual(['secretary', 'li']);
    expect(await accountsOf('operator', '?account=li&state=sent')).toEqual(['li']);
    expect(await town.ask('operator', '/deliveries?account=nobody')).toMatchObject({
      status: 404,
      body: { code: 'account-unknown' },
    });
    expect((await town.ask('operator', '/deliveries?cursor=x')).body['code']).toBe('malformed-cursor');
    expect((await town.ask('li', '/deliveries/mail-server')).status).toBe(403);
    expect((await town.ask('operator', '/deliveries/mail-server')).body).toMatchObject({
      ok: true,
      code: 'answers',
    });
    await town.platform.identity.disable('li');
    expect(await accountsOf('operator', '?account=li')).toEqual(['li']);
  });
});
