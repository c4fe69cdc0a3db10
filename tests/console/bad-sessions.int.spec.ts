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
  fillSignIn,
  hindrances,
  keepPicture,
  openBrowser,
  signIn,
  signInHere,
  storyMs,
  visit,
} from './browser.js';
import { demand, mayEnter, openTown, signInAs, type Staff, staffOf } from './field.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

/** What can be read on a page, and what stands in its fields, seen or not. */
const textOf = (page: Page): Promise<string> =>
  page.evaluate<string>(`[
    document.body.innerText,
    ...[...document.querySelectorAll('input, textarea')].map((it) => it.value),
  ].join('\\n')`);

const dayMs = 86_400_000;

/** How long still, of what runs. */
const dueOn = (page: Page) => page.locator('time.is-calm, time.is-soon, time.is-late');

/** What stands at the desk in either language. */
const atDeskIn = {
  en: {
    phone: 'Phone',
    item: 'What it is about',
    menuItem: 'Sanitation',
    words: 'What they say',
    register: /^Register/,
    signIn: 'Sign in',
    disabled: 'Your account was disabled',
    refused: 'Your account is disabled.',
  },
  zh: {
    phone: '来电号码',
    item: '服务事项',
    menuItem: '环境卫生',
    words: '诉求内容',
    register: /^登记/,
    signIn: '登录',
    disabled: '您的账号已停用，登录已失效。',
    refused: '您的账号已停用，请联系系统管理员。',
  },
} as const;

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

  test('whoever signs out while the town is still asked who they are stays out when it answers', async () => {
    const visitor = await visit(browser, town, { language: 'en' });
    const { page, context } = visitor;
    await signIn(visitor, town, 'hotline-clerk');
    const late: (() => Promise<void>)[] = [];
    await page.route('**/api/v1/sessions/current', async (route) => {
      if (route.request().method() !== 'GET') return route.continue();
      const response = await route.fetch();
      late.push(() => route.fulfill({ response }));
      return undefined;
    });
    await page.goto('/cases');
    // Until it has answered it is whoever was here last.
    await signOut(page);
    await until(
      'it was asked',
      () => late.length,
      (it) => it > 0,
    );
    for (const answer of late) await answer();
    await page.evaluate('new Promise((then) => setTimeout(then, 0))');
    expect(await page.locator('.frame-who').count()).toBe(0);
    expect(await page.evaluate(`localStorage.getItem('mulin-session')`)).toBeNull();
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

  test.each(['en', 'zh'] as const)(
    'an account that is disabled while its owner writes: the next thing they do says so, and nobody else reads it, in %s',
    async (language) => {
      const account = `leaving-${language}`;
      const phone = language === 'en' ? '13905370006' : '13905370007';
      const operator = await staffOf(town, accountOf(town, 'operator'));
      const area = accountOf(town, 'hotline-clerk').split('@')[1];
      await operator('accounts', { method: 'POST', body: { account, role: 'hotline-clerk', area } });
      const password = await mayEnter(town, account);
      const visitor = await visit(browser, town, { language });
      const { page, context, faults } = visitor;
      await signInAs(page, account, password);
      await page.goto('/desk/new');
      const labels = atDeskIn[language];
      await writeCall(page, phone, 'Only for the desk.', labels);
      const words = page.getByRole('textbox', { name: labels.words });
      const dialog = page.getByRole('dialog', { name: labels.signIn });
      const disableAnd = async (act: () => Promise<void>) => {
        await operator(`accounts/${account}/disable`, { method: 'POST', body: {} });
        await act();
        await dialog.getByText(labels.disabled).waitFor();
        expect(await words.filter({ visible: true }).count()).toBe(0);
      };
      await disableAnd(() => registerUnseen(page, labels.register));
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `disabled-while-writing-${language}`);
      // Their password opens nothing now.
      await fillSignIn(page, account, password);
      await dialog.getByRole('alert').getByText(labels.refused).waitFor();
      expect(await numbersOf(desk, phone)).toEqual([]);

      // A mistake, it turns out: they go on where they were, and it is done once.
      await operator(`accounts/${account}/enable`, { method: 'POST', body: {} });
      await fillSignIn(page, account, password);
      await dialog.waitFor({ state: 'detached' });
      expect(await words.inputValue()).toBe('Only for the desk.');
      await register(page, labels.register);
      await page.locator('.read-out').waitFor();
      expect(await numbersOf(desk, phone)).toHaveLength(1);

      // For good: whoever sits down there next has nothing of it.
      await page.goto('/desk/new');
      await writeCall(page, phone, 'Not for whoever comes next.', labels);
      await disableAnd(() => registerUnseen(page, labels.register));
      await signInOver({ page }, town, 'mediator');
      await page.locator('h1').waitFor();
      expect(await textOf(page)).not.toContain('Not for whoever comes next.');
      const kept = await page.evaluate('JSON.stringify([sessionStorage, localStorage])');
      expect(kept).not.toContain('Not for whoever comes next.');
      expect(await numbersOf(desk, phone)).toHaveLength(1);
      expect(faults).toEqual([]);
      await context.close();
    },
  );

  test.each([
    ['en', 'ahead', 1],
    ['zh', 'behind', -1],
  ] as const)(
    'a device whose clock is a day off says so, and counts what is left by the town, in %s: %s',
    async (language, _, sign) => {
      const { number } = await demand(desk, 'The lamp is out.');
      const right = await visit(browser, town, { language });
      const wrong = await visit(browser, town, { language });
      // Half an hour more, so that no second makes it less than a day.
      await wrong.page.clock.install({ time: Date.now() + sign * (dayMs + 1_800_000) });
      for (const visitor of [right, wrong]) {
        await signIn(visitor, town, 'community-secretary');
        await visitor.page.goto(`/cases/${number}`);
        await dueOn(visitor.page).first().waitFor();
      }
      const said = language === 'zh' ? '本机时钟偏差1天' : 'The clock of this device is off by 1 d';
      await wrong.page.getByRole('alert').filter({ hasText: said }).waitFor();
      expect(await right.page.getByText(said).count()).toBe(0);
      // A minute may pass between the two of them.
      const left = await until(
        'both say the same',
        () => Promise.all([right, wrong].map(({ page }) => dueOn(page).allTextContents())),
        ([one, other]) => JSON.stringify(one) === JSON.stringify(other),
        90_000,
      );
      expect(left[0]?.length).toBeGreaterThan(0);
      expect(await wrong.page.locator('time.is-late').count()).toBe(0);
      expect(await hindrances(wrong)).toEqual([]);
      await keepPicture(wrong, `clock-a-day-off-${language}`);
      expect(wrong.faults).toEqual([]);
      await right.context.close();
      await wrong.context.close();
    },
  );
});
