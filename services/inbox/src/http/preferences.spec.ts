import { afterEach, describe, expect, test } from '@jest/globals';
import { Unavailable } from '@mulin/kernel';
import type { Platform } from '@mulin/service';
import { everyDay, openNotices } from './notices.testing.js';

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
const hooked = (url: string) => ({ ...everyDay, language: 'en', email: null, webhook: { url } });
const once = { 'idempotency-key': 'once' };

/** A log that takes nothing while `fails` says so. */
const storeThatFails = () => {
  const engine = { fails: false };
  const around = (platform: Platform): Platform => {
    const store = platform.eventStore('inbox');
    const failing: typeof store = {
      ...store,
      appendToStream: async (...asked) => {
        if (engine.fails) throw new Unavailable({ en: 'away', zh: '不可用' });
        return store.appendToStream(...asked);
      },
    };
    return {
      ...platform,
      eventStore: (...asked) => (asked[0] === 'inbox' ? failing : platform.eventStore(...asked)),
    };
  };
  return { engine, around };
};

describe('Preferences that were stated half-way', () => {
  test('are completed by the same request: what was kept before the log was away is used', async () => {
    const { engine, around } = storeThatFails();
    const town = await open({ around });
    engine.fails = true;
    const cut = await town.prefer('li', { ...byMail, webhook: { url: town.hook.url } }, once);
    expect(cut.status).toBe(503);
    engine.fails = false;
    const again = await town.prefer('li', { ...byMail, webhook: { url: town.hook.url } }, once);
    expect(again.status).toBe(200);
    expect(again.body).toMatchObject({ email: byMail.email, webhook: { url: town.hook.url } });
    expect(again.body['secret']).toMatch(/^whsec_/);
    const third = await town.prefer('li', { ...byMail, webhook: { url: town.hook.url } }, once);
    expect(third.body).toEqual(again.body);
  });

  test('are completed after a version was named that is not the newest', async () => {
    const town = await open();
    const { etag } = await town.prefer('li', byMail);
    const body = hooked(town.hook.url);
    expect((await town.prefer('li', body, { ...once, 'if-match': '"7"' })).status).toBe(412);
    const again = await town.prefer('li', body, { ...once, 'if-match': String(etag) });
    expect([again.status, again.body['secret']]).toEqual([200, expect.stringMatching(/^whsec_/)]);
  });

  test('are not taken for others under the same key', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    const first = hooked(town.hook.url);
    expect((await town.prefer('li', first, { ...once, 'if-match': '"7"' })).status).toBe(412);
    const other = await town.prefer('li', hooked(`${town.hook.url}/other`), once);
    expect([other.status, other.body['code']]).toEqual([422, 'same-id-other-content']);
    expect((await town.ask('li', '/inbox/preferences')).body['webhook']).toBeNull();
  });
});

describe('Hours', () => {
  test('of working days begin after the holidays of the town', async () => {
    const workdays = {
      id: 'town',
      version: '1',
      zone: 'Asia/Shanghai',
      week: { 'mon-fri': [['08:30', '17:30']] },
      overrides: { '2026-05-01': { segments: [] }, '2026-05-04': { segments: [] } },
      coveredUntil: null,
    } as const;
    const town = await open({ start: '2026-05-01T09:00:00+08:00', settings: { workdays } });
    const { body } = await town.prefer('li', { ...byMail, days: ['working'] });
    expect(body['days']).toEqual(['working']);
    await town.offer();
    await town.moveTo('2026-05-05T07:59:59+08:00');
    expect(town.mail.mails).toEqual([]);
    await town.moveTo('2026-05-05T08:00:00+08:00');
    expect(town.mail.mails).toHaveLength(1);
  });

  test('are changed while the address of the webhook is not accepted any more, and no mail server is named', async () => {
    const town = await open();
    const stated = { ...byMail, webhook: { url: town.hook.url } };
    await town.prefer('li', stated);
    await town.reopen({ mail: undefined, allowPrivateWebhooks: false });
    const changed = await town.prefer('li', { ...stated, from: '09:00' });
    expect([changed.status, changed.body['from']]).toEqual([200, '09:00']);
    const another = await town.prefer('li', { ...stated, email: 'li.new@meixi.example' });
    expect(another.body['code']).toBe('mail-not-configured');
    const elsewhere = { ...stated, webhook: { url: `${town.hook.url}/other` } };
    expect((await town.prefer('li', elsewhere)).body['code']).toBe('webhook-not-https');
  });
});

describe('An address that is not used any more', () => {
  test('is erased, also where the town was cut off between the statement and the erasure', async () => {
    const engine = { fails: false };
    const around = (platform: Platform): Platform => ({
      ...platform,
      vault: (...asked) => {
        const vault = platform.vault(...asked);
        return {
          ...vault,
          shred: async (...erased) => {
            if (engine.fails) throw new Unavailable({ en: 'away', zh: '不可用' });
            return vault.shred(...erased);
          },
        };
      },
    });
    for (const mend of [
      (town: Town) => town.reopen(),
      (town: Town) => town.moveTo('2026-03-02T09:01:00+08:00'),
    ]) {
      const town = await open({ around });
      await town.prefer('li', byMail);
      engine.fails = true;
      expect((await town.prefer('li', { ...byMail, email: 'new@meixi.example' })).status).toBe(503);
      expect(town.erasures()).toEqual([]);
      engine.fails = false;
      await mend(town);
      await town.settle();
      expect(town.erasures()).toMatchObject([{ actor: 'inbox', purpose: 'erasing-address' }]);
      expect((await town.ask('li', '/inbox/preferences')).body['email']).toBe('new@meixi.example');
    }
  });

  test('is erased within a minute of its account being disabled, and not used when that is enabled', async () => {
    const town = await open();
    await town.prefer('li', { ...byMail, webhook: { url: town.hook.url } });
    await town.prefer('secretary', { ...byMail, email: 's@meixi.example' });
    await town.platform.identity.disable('li');
    await town.moveTo('2026-03-02T09:01:00+08:00');
    expect(town.erasures()).toMatchObject([{ actor: 'inbox' }, { actor: 'inbox' }]);
    await town.platform.identity.enable('li');
    expect((await town.ask('li', '/inbox/preferences')).body).toMatchObject({ email: null, webhook: null });
    await town.offer();
    expect([town.mail.mails, town.hook.posts]).toEqual([[], []]);
    await town.moveTo('2026-03-02T09:30:00+08:00');
    await town.prefer('li', byMail);
    await town.offer(418);
    expect(town.mail.mails.map(({ text }) => text.includes('meixi-2026-000418'))).toEqual([true]);
    expect(town.erasures()).toHaveLength(2);
  });

  test('is erased at the start where its account was disabled while the town was stopped', async () => {
    const town = await open();
    await town.prefer('li', byMail);
    await town.platform.identity.disable('li');
    await town.reopen();
    expect(town.erasures()).toMatchObject([{ actor: 'inbox', purpose: 'erasing-address' }]);
  });
});
