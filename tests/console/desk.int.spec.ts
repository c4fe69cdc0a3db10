/** The desk, without a mouse: a call becomes a case, and whoever asked is called back; the town then says the same. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { clearAway, type Town } from '../journeys/real-town.js';
import {
  chromiumAt,
  hindrances,
  keepPicture,
  openBrowser,
  openDemoTown,
  passwordsOf,
  signIn,
  storyMs,
  visit,
} from './browser.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

/** What the town says to whoever is signed in on this page. */
const asked = async <Answer>(page: Page, path: string): Promise<Answer> =>
  page.evaluate(async (at) => (await (await fetch(at)).json()) as Answer, path);

type Listed = Readonly<{
  number: string;
  state: string;
  menuItem: string;
  channel: string;
  microGrid: string;
}>;
type Found = Readonly<{ items: readonly Listed[] }>;
type Waiting = Readonly<{ items: readonly Readonly<{ number: string; caseId: string }>[] }>;

/** Writes a call down by the keyboard alone, and leaves it unsent. */
const writeDown = async (page: Page, phone: string): Promise<void> => {
  await page.getByRole('textbox').first().waitFor();
  await page.keyboard.type(phone);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('jg');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.type('井盖丢了，晚上很危险。The cover is gone. 🕳️ مرحبا');
  await page.keyboard.press('Tab');
  await page.keyboard.type('htc');
  await page.getByRole('option').first().waitFor();
  await page.keyboard.press('Enter');
};

withBrowser('The desk', () => {
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
    ['en', '13905350101'],
    ['zh', '13905350102'],
  ] as const)('registers a call by keyboard alone, in %s', async (language, phone) => {
    const visitor = await visit(browser, town, { language });
    const { page, faults } = visitor;
    await signIn(visitor, town, 'hotline-clerk');
    await page.locator('h1').waitFor();
    await page.keyboard.press('n');
    await page.waitForURL('**/desk/new');
    await writeDown(page, phone);
    await page.keyboard.press('Control+Enter');
    await page.locator('.read-out').waitFor();
    const [number = ''] = await page.locator('.read-out-big').allTextContents();
    expect(await page.getByRole('textbox').first().inputValue()).toBe('');
    await keepPicture(visitor, `desk-new-${language}`);
    expect(await hindrances(visitor)).toEqual([]);

    const { items } = await asked<Found>(page, `/api/v1/cases?phone=${phone}&purpose=answering`);
    expect(items.map((it) => [it.number, it.menuItem, it.channel])).toEqual([
      [number, 'manhole-covers', 'hotline-12345'],
    ]);
    expect(faults).toEqual([]);
  });

  test('keeps what was written when the page is loaded again and when the session ends, and sends it once', async () => {
    const phone = '13905350103';
    const visitor = await visit(browser, town, { language: 'zh' });
    const { page, context } = visitor;
    const account = await signIn(visitor, town, 'hotline-clerk');
    await page.goto('/desk/new');
    await writeDown(page, phone);
    await page.reload();
    expect(await page.getByRole('textbox').first().inputValue()).toBe(phone);
    await context.clearCookies();
    await page.locator('textarea').first().press('Control+Enter');
    await page.getByRole('dialog').waitFor();
    await page.getByRole('dialog').locator('input[type=password]').waitFor();
    expect(await page.getByRole('dialog').locator('input').first().inputValue()).toBe(account);
    await page
      .getByRole('dialog')
      .locator('input[type=password]')
      .fill(passwordsOf(town).get(account) ?? '');
    await page.getByRole('dialog').locator('button[type=submit]').click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.locator('textarea').first().press('Control+Enter');
    await page.locator('.read-out').waitFor();
    expect((await asked<Found>(page, `/api/v1/cases?phone=${phone}&purpose=answering`)).items).toHaveLength(
      1,
    );
  });

  test.each(['en', 'zh'] as const)(
    'calls back by digits, and goes on to the next one, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'hotline-clerk');
      await page.goto('/desk/calls');
      await page.locator('.ask').first().waitFor();
      const before = await asked<Waiting>(page, '/api/v1/call-backs');
      const number = (await page.locator('h2.number').textContent()) ?? '';
      await page.keyboard.press('c');
      await keepPicture(visitor, `desk-calls-${language}`);
      expect(await hindrances(visitor)).toEqual([]);
      // Reached; somebody got in touch; it is solved; content.
      for (const digit of ['1', '1', '1', '2']) await page.keyboard.press(digit);
      await page.keyboard.press('Control+Enter');
      await page.locator('h2.number', { hasText: number }).waitFor({ state: 'detached' });

      const { items } = await asked<Waiting>(page, '/api/v1/call-backs');
      expect(items.map((it) => it.number)).not.toContain(number);
      expect(items).toHaveLength(before.items.length - 1);
      expect(faults).toEqual([]);
    },
  );
});
