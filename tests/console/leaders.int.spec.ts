/** What leaders do: from what waits for them to the form that answers it, and the town then says what they decided. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { clearAway, type Town, until } from '../journeys/real-town.js';
import {
  chromiumAt,
  hindrances,
  keepPicture,
  openBrowser,
  openDemoTown,
  signIn,
  storyMs,
  told,
  visit,
} from './browser.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

type Found = Readonly<{ items: readonly Readonly<{ number: string; kind?: string }>[] }>;

const numbersOf = async (page: Page, path: string): Promise<readonly string[]> =>
  (await told<Found>(page, path)).items.map(({ number }) => number);

/** Nobody knows where it is, so that somebody must decide who answers. Its number. */
const registerNowhere = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
    const body = JSON.stringify({ menuItem: 'sanitation', words: 'Somewhere a bin is full.' });
    const answer = await fetch('/api/v1/cases', { method: 'POST', headers, body });
    return ((await answer.json()) as { number: string }).number;
  });

withBrowser('What is decided about a case', () => {
  let town: Town;
  let browser: Browser;
  beforeAll(async () => {
    town = await openDemoTown();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await clearAway();
  });

  test.each([
    ['en', false],
    ['zh', true],
  ] as const)('a town leader answers for a lateness from what waits, in %s', async (language, isPhone) => {
    const visitor = await visit(browser, town, { language, isPhone });
    const { page, faults } = visitor;
    await signIn(visitor, town, 'town-leader');
    await page.waitForURL('**/waiting');
    await page.locator('.waiting-mine [data-row]').first().waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/*?do=acknowledge');
    const number = new URL(page.url()).pathname.split('/').at(-1) ?? '';
    const waits = '/api/v1/inbox?limit=200';
    expect(await numbersOf(page, waits)).toContain(number);
    await page.getByRole('radio').first().check();
    await keepPicture(visitor, `leader-acknowledge-${language}`);
    // Whoever reads the page in the other language in between finds their answer as they gave it.
    for (const other of language === 'en' ? ['中文', 'English'] : ['English', '中文']) {
      await page.getByRole('button', { name: other }).click();
      await page.getByRole('button', { name: other }).waitFor({ state: 'detached' });
    }
    expect(await page.getByRole('radio').first().isChecked()).toBe(true);
    expect(await hindrances(visitor)).toEqual([]);
    await page.locator('.actions button[type=submit]').click();
    await page.locator('.actions form').waitFor({ state: 'detached' });

    await until(
      'it waits for nobody',
      () => numbersOf(page, waits),
      (numbers) => !numbers.includes(number),
    );
    const { timeline } = await told<{ timeline: readonly { type: string }[] }>(
      page,
      `/api/v1/timelines/${number}`,
    );
    expect(timeline.map(({ type }) => type).join(' ')).toMatch(/escalation-acknowledged/);
    expect(faults).toEqual([]);
  });

  test.each(['en', 'zh'] as const)(
    'a town leader sees what is late once, by place and by person, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'town-leader');
      await page.goto('/escalations');
      await page.locator('[data-row]').first().waitFor();
      const rows = async () => (await page.locator('[data-row]').allTextContents()).length;
      const by = (name: string) => page.locator('label', { hasText: name }).click();
      // More may be late a moment later: it is the same number when nothing came in between.
      await until(
        'each is shown once, by place and by person',
        async () => {
          await by(language === 'zh' ? '按区域' : 'By place');
          const byPlace = await rows();
          await by(language === 'zh' ? '按承办人' : 'By person');
          return [byPlace, await rows()];
        },
        ([byPlace, byPerson]) => byPlace === byPerson,
      );
      expect(await hindrances(visitor)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  test('the desk withdraws an open case by the word of whoever asked, and may take it up again', async () => {
    const visitor = await visit(browser, town, { language: 'zh' });
    const { page, faults } = visitor;
    await signIn(visitor, town, 'hotline-clerk');
    const [number = ''] = await numbersOf(page, '/api/v1/cases?state=taken&limit=1');
    await page.goto(`/cases/${number}?do=withdraw`);
    await page.locator('.actions button[type=submit]').click();
    await page.locator('.actions form').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: '重新办理' }).waitFor();
    expect(await numbersOf(page, `/api/v1/cases?number=${number}&state=withdrawn`)).toEqual([number]);
    expect(await hindrances(visitor)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test.each([
    ['en', 'Micro-grid', 'By an office or a leader, not the micro-grid’s own'],
    ['zh', '微网格', '改由科室或区域负责人承办'],
  ] as const)(
    'what nobody answers for is given to an office by whoever decides, in %s',
    async (language, where, unit) => {
      const clerk = await visit(browser, town, { language });
      await signIn(clerk, town, 'hotline-clerk');
      const number = await registerNowhere(clerk.page);
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'town-leader');
      await until(
        'it waits for a decision',
        () => told<{ state?: string }>(page, `/api/v1/orders/${number}`),
        ({ state }) => state === 'with-arbiter',
      );
      await page.goto(`/cases/${number}?do=arbitrate`);
      await page.getByRole('combobox', { name: where, exact: true }).click();
      await page.getByRole('option').first().click();
      await page.getByRole('combobox', { name: unit }).click();
      await page.getByRole('option').first().click();
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `leader-arbitrate-${language}`);
      await page.locator('.actions button[type=submit]').click();
      await page.locator('.actions form').waitFor({ state: 'detached' });
      const { cycles } = await told<{ cycles: readonly { legs: readonly { unit: string }[] }[] }>(
        page,
        `/api/v1/orders/${number}/legs`,
      );
      expect(cycles[0]?.legs.at(-1)?.unit).toMatch(/^office:/);
      expect(faults).toEqual([]);
    },
  );

  test.each([
    ['en', 'How I am told', 'Working days of the town', 'Add an hour', 'Saved.'],
    ['zh', '通知设置', '本镇工作日', '增加时刻', '已保存。'],
  ] as const)(
    'anybody signed in says when they want to be told, in %s',
    async (language, name, days, hour, saved) => {
      const visitor = await visit(browser, town, { language, isPhone: true });
      const { page, faults } = visitor;
      await signIn(visitor, town, language === 'en' ? 'town-leader' : 'hotline-clerk');
      await page.locator('.frame-who').click();
      await page.getByRole('menuitem', { name }).click();
      await page.getByRole('radio', { name: days }).check();
      await page.getByRole('button', { name: hour, exact: true }).click();
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `preferences-${language}`);
      await page.locator('form button[type=submit]').click();
      await page.getByText(saved).waitFor();
      const stated = await told<object>(page, '/api/v1/inbox/preferences');
      expect(stated).toMatchObject({ days: ['working'], digestAt: ['08:30'], email: null });
      expect(faults).toEqual([]);
    },
  );
});
