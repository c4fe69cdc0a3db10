/** The town leader and the auditor: what is open and late, rates and warnings with their cases, what was known when. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { clearAway, type Town, until } from '../journeys/real-town.js';
import { chromiumAt, hindrances, openBrowser, openDemoTown, signIn, storyMs, visit } from './browser.js';

jest.setTimeout(storyMs);

/** A case that is told in two goes: it is registered, and withdrawn once that is on record. Its number. */
const registerAndWithdraw = (page: Page, key: string): Promise<string> =>
  page.evaluate(async (name) => {
    const post = async (path: string, step: string, body: object) => {
      const headers = { 'content-type': 'application/json', 'idempotency-key': `${name}-${step}` };
      const answer = await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) });
      if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
      return (await answer.json()) as Readonly<{ number: string }>;
    };
    const said = { menuItem: 'sanitation', words: 'The bin is full.' };
    const { number } = await post('/api/v1/cases', 'ask', said);
    await post(`/api/v1/cases/${number}/withdraw`, 'withdraw', {});
    return number;
  }, key);

const withBrowser = chromiumAt === null ? describe.skip : describe;

/** What the API answers to whoever sits before the page. */
const told = async <Answer>(page: Page, path: string): Promise<Answer> =>
  page.evaluate(async (at) => (await fetch(at)).json() as Promise<unknown>, path) as Promise<Answer>;

type Load = Readonly<{ places: readonly Readonly<{ open: number; late: number }>[] }>;
type Listed = Readonly<{ items: readonly unknown[] }>;

withBrowser('Oversight', () => {
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
    'a leader sees how much is late, and each number opens as many cases, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'town-leader');
      await page.goto('/town');
      await page.locator('[data-drawn=true]').waitFor();
      await page.locator('.trend .uplot').waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      const total = page.locator('.total', { hasText: language === 'zh' ? '其中超期' : 'Of these late' });
      // Time goes on in a town: more may be late a moment later, of which the page hears.
      await until(
        'as much is late as the town says',
        async () => {
          const { places } = await told<Load>(page, '/api/v1/load?by=area');
          const late = places.reduce((sum, it) => sum + it.late, 0);
          return [String(late), await total.locator('.number').textContent()];
        },
        ([late, shown]) => late === shown,
      );
      await total.click();
      await page.waitForURL('**/cases?*late=true*');
      await page.locator('[role=table]').waitFor();
      await until(
        'as many cases are listed as the town says are late',
        async () => {
          const { items } = await told<Listed>(page, '/api/v1/cases?open=true&late=true&limit=500');
          return [
            String(items.length),
            (await page.locator('.frame-main [role=status]').first().textContent()) ?? '',
          ] as const;
        },
        ([late, shown]) => /\d+/.exec(shown)?.[0] === late,
      );
      expect(faults).toEqual([]);
    },
  );

  test.each(['en', 'zh'] as const)(
    'a leader comes from a rate to the cases that lower it, and reads warnings and topics, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'town-leader');
      await page.goto('/rates');
      await page.locator('table.figures').waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      await page.locator('a[href*="measure=response"][href*="missed=true"]').first().click();
      await page.locator('table.figures tbody tr').first().waitFor();
      await until(
        'as many cases are shown as the town says lower the rate',
        async () => {
          const { items } = await told<Listed>(
            page,
            '/api/v1/rates/cases?area=mu&measure=response&missed=true&limit=50',
          );
          return [items.length, await page.locator('table.figures tbody tr').count()];
        },
        ([missed, shown]) => missed === shown,
      );
      for (const path of ['/warnings', '/rates/exemptions']) {
        await page.goto(path);
        await page.locator('.frame-main h2').first().waitFor();
        expect(await hindrances(visitor)).toEqual([]);
      }
      expect(faults).toEqual([]);
    },
  );

  test.each(['en', 'zh'] as const)(
    'an auditor sees what became known between two moments, how deadlines were counted and who looked, in %s',
    async (language) => {
      const clerk = await visit(browser, town, { language });
      await signIn(clerk, town, 'hotline-clerk');
      const number = await registerAndWithdraw(clerk.page, `audited-${language}`);
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'auditor');
      await page.goto(`/audit/timeline?case=${number}`);
      const entries = page.locator('.known', {
        hasText: language === 'zh' ? '撤回' : 'took the demand back',
      });
      await entries.first().waitFor();
      const all = await page.locator('.known').count();
      expect(await page.locator('.known-new').count()).toBe(0);
      // What became known with the withdrawal and after it, and nothing of what was known before.
      await entries.first().locator('button').nth(1).click();
      await page.locator('.known-new').first().waitFor();
      const fresh = await page.locator('.known-new').count();
      expect(await page.locator('.known').count()).toBe(all);
      expect(fresh).toBeLessThan(all);
      expect(await page.locator('.known').first().getAttribute('class')).toContain('known-same');
      expect(await hindrances(visitor)).toEqual([]);
      await page.goto('/cases/mu-2026-000003');
      await page.locator('.clock-picture-button').first().click();
      await page.locator('.clock-bar').first().waitFor();
      expect(await page.locator('.clock-sums li').count()).toBeGreaterThan(0);
      await page.goto('/audit/readings');
      await page.locator('table.figures').waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );
});
