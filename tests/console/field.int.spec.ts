/** In the field, on a phone: an order from its offer to its verification, in both languages; and what is seen on patrol. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { clearAway, type Town, until } from '../journeys/real-town.js';
import { signOut } from './bad-days.js';
import { accountOf, chromiumAt, hindrances, keepPicture, openBrowser, storyMs } from './browser.js';
import {
  demand,
  inTheField,
  type Json,
  orderOf,
  photoOf,
  type Staff,
  staffOf,
  stored,
  timesOf,
  openTown,
} from './field.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

const words = {
  en: {
    take: 'Take it',
    contact: 'I got in touch',
    met: 'Met them',
    progress: 'Progress',
    finish: 'It is finished',
    says: 'What is to be said',
    send: 'Send',
    confirm: 'It is done',
    emptyTitle: 'No orders now',
    report: 'Report it',
    what: 'What is it?',
    see: 'What do you see?',
    here: 'I am there now',
    sent: 'sent',
    photosSent: 'See the photos that the town has',
  },
  zh: {
    take: '接单',
    contact: '已联系诉求人',
    met: '已上门见面',
    progress: '反馈进展',
    finish: '办理完毕',
    says: '情况说明',
    send: '提交',
    confirm: '核查通过',
    emptyTitle: '目前没有派单',
    report: '上报',
    what: '事项',
    see: '发现的情况',
    here: '使用当前位置',
    sent: '已发送',
    photosSent: '查看已上传的照片',
  },
} as const;

withBrowser('In the field', () => {
  let town: Town;
  let browser: Browser;
  let desk: Staff;
  beforeAll(async () => {
    town = await openTown();
    browser = await openBrowser();
    desk = await staffOf(town, accountOf(town, 'hotline-clerk'));
  });
  afterAll(async () => {
    await browser.close();
    await clearAway();
  });

  const stateOf = async (caseId: string) => (await desk(`orders/${caseId}`))['state'];
  const becomes = (caseId: string, state: string) =>
    until(
      `the order is ${state}`,
      () => stateOf(caseId),
      (it) => it === state,
      20_000,
    );

  /** A photo of the case that the town has really given. */
  const isSeen = async (page: Page) => {
    const photo = page.locator('.photos img').first();
    await photo.scrollIntoViewIfNeeded();
    await until(
      'the photo is seen',
      () => photo.evaluate((it) => (it as unknown as { naturalWidth: number }).naturalWidth),
      (width) => width > 0,
      20_000,
    );
  };

  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

  test.each(['en', 'zh'] as const)(
    'an order is taken, worked on, finished and verified, in %s',
    async (language) => {
      const say = words[language];
      const { caseId, member } = await demand(desk, 'مرحبا 垃圾桶满了，没人收。\nThe bin is full 🗑️');
      const visitor = await inTheField(browser, town, member, language);
      const { page, faults } = visitor;
      await page.goto('/work');
      await page.getByRole('button', { name: say.take, exact: true }).first().waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `field-work-${language}`);

      await page.goto(`/work/${caseId}`);
      await press(page, say.take);
      await becomes(caseId, 'taken');
      // What was said is there by itself for whoever has the order in hand.
      await page.getByText('The bin is full', { exact: false }).waitFor();
      expect(await page.locator('a[href^="tel:"]').getAttribute('href')).toBe('tel:13800000000');
      expect(await page.locator('a[href^="geo:"]').getAttribute('href')).toContain('geo:36.372,119.7405');
      expect(await hindrances(visitor)).toEqual([]);

      // The map opens on what one has to do, and its mark leads there; by key as by thumb.
      await page.goto('/map');
      const mark = page.locator('.leaflet-marker-pane [role=button]');
      await mark.waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `field-map-${language}`);
      await mark.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(`**/work/${caseId}`);

      await press(page, say.contact);
      await press(page, say.met);
      await press(page, say.progress);
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel(say.says).fill('已联系保洁，下午清运。');
      await sheet.locator('input[type=file]').setInputFiles({
        name: 'bin.jpg',
        mimeType: 'image/jpeg',
        buffer: await photoOf(page),
      });
      await sheet.locator('.thumbnail').waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `field-progress-${language}`);
      await sheet.getByRole('button', { name: say.send, exact: true }).click();
      await until(
        'progress is reported',
        () => timesOf(desk, caseId, 'progress-reported'),
        (it) => it === 1,
        20_000,
      );

      await press(page, say.finish);
      await page.getByRole('dialog').getByRole('button', { name: say.finish, exact: true }).click();
      await becomes(caseId, 'finished');
      expect((await desk(`orders/${caseId}`))['result']).toBe('solved');
      expect(await timesOf(desk, caseId, 'contact-made')).toBe(1);
      expect(faults).toEqual([]);

      const verifier = await inTheField(browser, town, accountOf(town, 'verifier'), language);
      await verifier.page.goto(`/work/${caseId}`);
      await press(verifier.page, say.confirm);
      await verifier.page.getByRole('dialog').getByRole('button', { name: say.confirm, exact: true }).click();
      await becomes(caseId, 'verified');
      expect(verifier.faults).toEqual([]);
      await visitor.context.close();
      await verifier.context.close();
    },
  );

  test.each(['en', 'zh'] as const)(
    'what is seen on patrol becomes a case with its photo, in %s',
    async (language) => {
      const say = words[language];
      // Somebody who serves elsewhere: what they see here is the order of whoever is on duty here.
      const reporter = 'grid-member@mu/nanyuan/liulin/liulin-1/liulin-1-a';
      const visitor = await inTheField(browser, town, reporter, language);
      const { page, context, faults } = visitor;
      await context.grantPermissions(['geolocation']);
      await context.setGeolocation({ latitude: 36.372, longitude: 119.7405, accuracy: 12 });
      const reported = async () => {
        const { items } = (await desk('cases?channel=patrol&limit=10')) as { items: readonly Json[] };
        return items.map((it) => String(it['caseId']));
      };
      const before = await reported();
      await page.goto('/patrol');
      await press(page, say.report);
      expect(await page.getByRole('textbox', { name: say.see }).getAttribute('aria-invalid')).toBe('true');
      await page.getByRole('combobox', { name: say.what }).or(page.getByLabel(say.what)).first().click();
      await page.getByRole('option').first().click();
      await page.getByLabel(say.see).fill(`路面塌陷，已设警示。${language}`);
      await page.locator('input[type=file]').setInputFiles({
        name: 'road.jpg',
        mimeType: 'image/jpeg',
        buffer: await photoOf(page),
      });
      await press(page, say.here);
      await page.getByText('12', { exact: false }).first().waitFor();
      // What was begun is there after the page was lost.
      await page.reload();
      await page.locator('.thumbnail').waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `field-patrol-${language}`);
      await press(page, say.report);
      await page.locator('li').getByText(say.sent, { exact: true }).first().waitFor();
      const fresh = async () => (await reported()).filter((it) => !before.includes(it));
      const [caseId = ''] = await until('it is a case', fresh, (it) => it.length > 0);
      const additions = async () =>
        ((await desk(`cases/${caseId}/additions`)) as { items: readonly Json[] }).items;
      const added = await until('its photo is there', additions, (it) => it.length > 0);
      expect(added.map(({ kind }) => kind)).toEqual(['photo']);
      expect(await fresh()).toHaveLength(1);
      await press(page, say.photosSent);
      await isSeen(page);
      const { member } = await orderOf(desk, caseId);
      expect(member).not.toBe(reporter);
      const holder = await inTheField(browser, town, member, language);
      await holder.page.goto(`/work/${caseId}`);
      await press(holder.page, say.take);
      await isSeen(holder.page);
      expect([...faults, ...holder.faults]).toEqual([]);
      await holder.context.close();
      await context.close();
    },
  );

  test('signing out without network leaves nothing on the device at once, and ends the session later', async () => {
    const { caseId, member } = await demand(desk, 'A fifth bin is full.');
    const { page, context } = await inTheField(browser, town, member, 'en');
    await page.goto(`/work/${caseId}`);
    await press(page, words.en.take);
    await page.getByText('A fifth bin is full.').waitFor();
    const kept = () => stored(page, 'kept');
    await until('it is kept', kept, (it) => it > 0);
    await context.setOffline(true);
    await signOut(page);
    const owed = page.getByText('You are signed out on this device', { exact: false });
    await owed.waitFor();
    await until('nothing is kept', kept, (it) => it === 0);
    // Who opens the console next is nobody, with and without network.
    await page.reload();
    await owed.waitFor();
    const cookies = await context.cookies();
    const isKnown = async () => {
      const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
      return (await fetch(`${town.url}/api/v1/sessions/current`, { headers: { cookie } })).status;
    };
    expect(await isKnown()).toBe(200);
    await context.setOffline(false);
    await until('the town knows', isKnown, (status) => status === 401);
    await owed.waitFor({ state: 'detached' });
    await page.goto('/sign-in');
    await page.locator('input[autocomplete=username]').waitFor();
    await context.close();
  });

  test('somebody without orders is told what will come', async () => {
    const { page, context } = await inTheField(browser, town, accountOf(town, 'verifier'), 'en');
    await page.goto('/work');
    await page.getByText(words.en.emptyTitle).waitFor();
    await context.close();
  });
});
