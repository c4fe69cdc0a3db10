/** The frame of the console: signing in, both languages, light and dark, and everything by keyboard. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { clearAway, type Town } from '../journeys/real-town.js';
import {
  chromiumAt,
  hindrances,
  keepPicture,
  openBrowser,
  openDemoTown,
  signIn,
  storyMs,
  visit,
} from './browser.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

withBrowser('The console', () => {
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

  test.each(['en', 'zh'] as const)(
    'shows a secretary what waits and what is late, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language, isDark: language === 'zh' });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'community-secretary');
      await page.waitForURL('**/waiting');
      expect(await page.locator('h1').textContent()).toBe(
        language === 'zh' ? '我的待办' : 'What waits for me',
      );
      for (const [path, name] of [
        ['/waiting', 'waiting'],
        ['/cases', 'cases'],
        ['/escalations', 'late'],
      ] as const) {
        await page.goto(path);
        await page.locator('h1').waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        await keepPicture(visitor, `secretary-${name}-${language}`);
        expect(await hindrances(visitor)).toEqual([]);
      }
      expect(faults).toEqual([]);
    },
  );

  test('goes to a case by its number from the keyboard, and says its history in sentences', async () => {
    const visitor = await visit(browser, town, { language: 'en' });
    const { page, faults } = visitor;
    await signIn(visitor, town, 'hotline-clerk');
    await page.locator('h1').waitFor();
    await page.keyboard.press('Control+k');
    await page.locator('.mantine-Spotlight-search:focus').waitFor();
    await page.keyboard.type('mu-2026-000003');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/cases/mu-2026-000003');
    await page.getByRole('heading', { level: 1, name: /mu-2026-000003/ }).waitFor();
    await page.locator('li, [class*=Timeline]').first().waitFor();
    expect(faults).toEqual([]);
  });

  test('keeps what one was doing when the session ends, and shows nothing of it to who signs in next', async () => {
    const visitor = await visit(browser, town, { language: 'en' });
    const { page, context } = visitor;
    await signIn(visitor, town, 'hotline-clerk');
    await page.goto('/cases?q=water');
    await page.locator('h1').waitFor();
    await context.clearCookies();
    await page.getByRole('switch').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await page.locator('.frame-main input').first().inputValue()).toBe('water');
  });
});
