/** The frame of the console: signing in, both languages, light and dark, and everything by keyboard. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { clearAway, type Town } from '../journeys/real-town.js';
import {
  aCase,
  chromiumAt,
  hindrances,
  keepPicture,
  openBrowser,
  openDemoTown,
  signIn,
  signInHere,
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
    const number = await aCase(page);
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/cases/${number}`);
    await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
    await page.locator('li, [class*=Timeline]').first().waitFor();
    expect(faults).toEqual([]);
  });

  test('asks whoever is not signed in to sign in, shows the page then, and has the other pages of a phone behind one button', async () => {
    const visitor = await visit(browser, town, { language: 'en', isPhone: true });
    const { page, faults } = visitor;
    await page.goto('/escalations');
    await signInHere(visitor, town, 'town-leader');
    await page.getByRole('heading', { level: 1, name: 'Late' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/escalations');
    await page.getByRole('navigation').getByRole('button', { name: 'More' }).click();
    expect(await hindrances(visitor)).toEqual([]);
    await page.getByRole('link', { name: 'Rates' }).click();
    await page.getByRole('heading', { level: 1, name: 'Rates' }).waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('says by which conditions a list of cases came about, and takes one away', async () => {
    const visitor = await visit(browser, town, { language: 'zh' });
    const { page, faults } = visitor;
    await signIn(visitor, town, 'hotline-clerk');
    await page.goto('/cases?open=true&menuItem=sanitation');
    await page.getByRole('button', { name: '取消筛选：事项：环境卫生' }).waitFor();
    await page.getByRole('button', { name: '取消筛选：在办' }).click();
    await page.getByRole('button', { name: '取消筛选：在办' }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).search).toBe('?menuItem=sanitation');
    expect(await hindrances(visitor)).toEqual([]);
    expect(faults).toEqual([]);
  });

  test('reads anew with news what is shown, and nothing that the town writes down', async () => {
    const visitor = await visit(browser, town, { language: 'en' });
    const { page } = visitor;
    await signIn(visitor, town, 'hotline-clerk');
    // News without end: the browser opens the stream again whenever it is over.
    await page.route('**/api/v1/inbox/stream', (route) =>
      route.fulfill({ contentType: 'text/event-stream', body: 'retry: 200\nevent: item\ndata: {}\n\n' }),
    );
    const reads: string[] = [];
    page.on('request', (request) => void reads.push(new URL(request.url()).pathname));
    await page.goto(`/cases/${await aCase(page)}`);
    await page.getByRole('button', { name: 'Read what was said' }).click();
    await page.waitForResponse(/\/words/);
    const before = reads.length;
    for (const _ of [1, 2]) await page.waitForResponse(/\/timelines\//);
    expect(reads.slice(before).some((path) => path.includes('/timelines/'))).toBe(true);
    expect(reads.filter((path) => path.endsWith('/words'))).toHaveLength(1);
  });

  test('keeps what one was doing when the session ends', async () => {
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
