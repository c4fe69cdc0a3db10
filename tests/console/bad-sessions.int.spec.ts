/** Who sits here changes under one's hands: nothing lost, nothing doubled, nothing shown to others. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { clearAway, type Town } from '../journeys/real-town.js';
import {
  atDesk,
  numbersOf,
  register,
  registerUnseen,
  signInOver,
  signOut,
  writeCall,
  writtenAs,
} from './bad-days.js';
import {
  accountOf,
  chromiumAt,
  hindrances,
  keepPicture,
  openBrowser,
  signIn,
  signInHere,
  storyMs,
  visit,
} from './browser.js';
import { demand, openTown, type Staff, staffOf } from './field.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

/** What can be read on a page, and what stands in its fields, seen or not. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate<string>(`[
    document.body.innerText,
    ...[...document.querySelectorAll('input, textarea')].map((it) => it.value),
  ].join('\\n')`);

withBrowser('Whoever sits here', () => {
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

  test('two tabs register two calls at once; when one signs out, the other shows nothing any more', async () => {
    const { page, context } = await atDesk(browser, town);
    const other = await context.newPage();
    await other.goto('/desk/new');
    await writeCall(page, '13905360004', 'One.');
    await writeCall(other, '13905360005', 'Two.');
    await Promise.all([register(page), register(other)]);
    for (const [tab, phone] of [
      [page, '13905360004'],
      [other, '13905360005'],
    ] as const) {
      const number = await tab.locator('.read-out-big').first().textContent();
      expect(await numbersOf(desk, phone)).toEqual([number]);
    }
    await writeCall(other, '13905360006', 'Half written.');
    await signOut(page);
    await other.locator('input[type=password]').waitFor();
    expect(await textOf(other)).not.toContain('Half written.');
    await signInHere({ page: other }, town, 'hotline-clerk');
    await writtenAs(other, 'Half written.');
    // The first tab is theirs again by itself.
    await page.locator('.frame-who').waitFor();
    await signOut(page);
    await other.locator('input[type=password]').waitFor();
    await signIn({ page, context, faults: [] }, town, 'community-secretary');
    await other.locator('.frame-who').waitFor();
    await other.goto('/desk/new');
    await writtenAs(other, '');
    expect(await textOf(other)).not.toContain('Half written.');
    expect(await other.evaluate('JSON.stringify(sessionStorage)')).not.toContain('Half written.');
    await context.close();
  });

  test('who signs in over somebody else’s work sees nothing of it', async () => {
    const { page, context } = await atDesk(browser, town);
    await writeCall(page, '13905370003', 'Not for the mediator.');
    await context.clearCookies();
    await registerUnseen(page);
    await page.getByRole('dialog').locator('input[type=password]').waitFor();
    await signInOver({ page }, town, 'mediator');
    await page.locator('h1').waitFor();
    expect(await page.getByRole('textbox', { name: 'What they say' }).inputValue()).toBe('');
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('Not for the mediator.');
    await context.close();
  });

  test.each(['en', 'zh'] as const)(
    'after signing out, the back button shows nothing of before, in %s',
    async (language) => {
      const { number } = await demand(desk, 'The fence has fallen.');
      const visitor = await visit(browser, town, { language });
      const { page, context, faults } = visitor;
      await signIn(visitor, town, 'community-secretary');
      await page.goto('/cases');
      await page.getByRole('link', { name: number }).click();
      await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
      await signOut(page, language === 'zh' ? '退出' : 'Sign out');
      await page.goBack();
      await page.locator('.frame-main input[type=password]').waitFor();
      expect(await textOf(page)).not.toContain(number);
      expect(await page.title()).not.toContain(number);
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `back-after-sign-out-${language}`);
      await signInHere(visitor, town, 'community-secretary');
      // The page for which one came.
      await page.getByRole('heading', { level: 1, name: new RegExp(number) }).waitFor();
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test('the back button leaves a form half filled and finds it again, and sends nothing twice', async () => {
    const { page, context } = await atDesk(browser, town);
    await writeCall(page, '13905370004', 'Half.');
    await page.locator('.frame-side').getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await page.goBack();
    await writtenAs(page, 'Half.');
    await register(page);
    await page.locator('.read-out').waitFor();
    await page.locator('.frame-side').getByRole('link', { name: 'Cases' }).click();
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    await page.goBack();
    await writtenAs(page, '');
    expect(await numbersOf(desk, '13905370004')).toHaveLength(1);
    await context.close();
  });
});
