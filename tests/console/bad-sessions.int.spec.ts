/** Who sits here changes under one's hands: nothing lost, nothing doubled, nothing shown to others. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page, Route } from 'playwright-core';
import { clearAway, type Town, until } from '../journeys/real-town.js';
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

  test('whoever signs in again finds what was typed, also where nothing keeps a draft', async () => {
    const visitor = await visit(browser, town, { language: 'en' });
    const { page, context } = visitor;
    await signIn(visitor, town, 'hotline-clerk');
    await page.goto('/preferences');
    const hook = page.locator('input[type=url]');
    await hook.fill('https://half.example');
    await context.clearCookies();
    await page.locator('.frame-main button[type=submit]').click();
    await signInOver({ page }, town, 'hotline-clerk');
    await hook.waitFor();
    expect(await hook.inputValue()).toBe('https://half.example');
    await context.close();
  });

  test('a refusal that comes late, of what was asked before, does not end the session of whoever signed in since', async () => {
    const visitor = await visit(browser, town, { language: 'en' });
    const { page, context } = visitor;
    await signIn(visitor, town, 'hotline-clerk');
    await page.goto('/cases');
    await page.getByRole('heading', { level: 1, name: 'Cases' }).waitFor();
    const late: Route[] = [];
    await page.route(/\/api\/v1\/cases\?.*late=true/, async (route) => {
      if (late.push(route) > 1) await route.continue();
    });
    await context.clearCookies();
    await page.getByRole('switch').first().click();
    await until(
      'it is asked',
      () => late.length,
      (it) => it === 1,
    );
    await page.getByRole('switch').first().click();
    await page.locator('.frame-main input').first().fill('water');
    await signInOver({ page }, town, 'hotline-clerk');
    const answered = page.waitForResponse((it) => it.status() === 401);
    await late[0]?.fulfill({ status: 401, json: { code: 'not-signed-in', detail: 'Sign in.' } });
    await answered;
    await page.evaluate('new Promise((then) => setTimeout(then, 0))');
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.evaluate(`localStorage.getItem('mulin-session')`)).not.toContain('isOver');
    await context.close();
  });

  test('signing out is at once on a line that is slow, and leaves nothing for whoever opens the page next', async () => {
    const { page, context } = await atDesk(browser, town);
    await writeCall(page, '13905370005', 'Nobody else reads this.');
    let keptWhenTold: unknown = 'not told';
    // It never comes to an answer.
    await context.route('**/api/v1/sessions/current', async (route) => {
      if (route.request().method() !== 'DELETE') await route.fallback();
      else if (!page.isClosed()) keptWhenTold = await page.evaluate(`localStorage.getItem('mulin-session')`);
    });
    await signOut(page);
    await until(
      'the town is told',
      () => keptWhenTold,
      (it) => it !== 'not told',
    );
    expect(keptWhenTold).toBeNull();
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain('Nobody else reads this.');
    await page.close();
    const next = await context.newPage();
    await next.goto('/desk/new');
    await next.locator('.frame-main input[type=password]').waitFor();
    expect(await next.locator('.frame-who').count()).toBe(0);
    await context.close();
  });
});
