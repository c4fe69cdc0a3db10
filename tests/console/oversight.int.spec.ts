/** The town leader, the auditor and the operator: what is late, rates with their cases, what was known when, files that are read in. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { clearAway, root, type Town, until } from '../journeys/real-town.js';
import {
  chromiumAt,
  hindrances,
  openBrowser,
  openDemoTown,
  passwordsOf,
  signIn,
  storyMs,
  visit,
} from './browser.js';
import { emptyFile, hotlineFile, image, packWithout, unknownColumns } from './files.js';

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

  test.each(['en', 'zh'] as const)(
    'an operator is told why a file is none, and reads one in through a lost line and an ended session, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      const account = await signIn(visitor, town, 'operator');
      await page.goto('/imports');
      const choose = page.locator('input[type=file]').first();
      const alert = page.locator('.frame-main [role=alert]').first();
      for (const [file, code] of [
        [image, 'not-a-table'],
        [emptyFile, 'empty-file'],
      ] as const) {
        await choose.setInputFiles(file);
        await alert.filter({ hasText: code }).waitFor();
      }
      await choose.setInputFiles(unknownColumns);
      await page.locator('.import-columns [aria-invalid=true]').first().waitFor();
      expect(await hindrances(visitor)).toEqual([]);

      const file = hotlineFile(`${language}-`, 1_200);
      await choose.setInputFiles(file);
      const summary = page.locator('.import-summary', { hasText: '1198' });
      await summary.waitFor();
      expect(await page.locator('.import-rejected [data-code]').count()).toBe(2);
      expect(await page.locator('.import-first tbody tr').first().textContent()).toContain('村口井盖松动');
      expect(await hindrances(visitor)).toEqual([]);

      // The first batch comes through, and then there is no line; meanwhile the session ends.
      let sent = 0;
      const rows = '**/api/v1/imports/*/rows';
      await page.route(rows, (route) => (++sent === 1 ? route.continue() : route.abort()));
      await page.locator('.import-deeds button').first().click();
      await alert.waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      await page.evaluate(() => fetch('/api/v1/sessions/current', { method: 'DELETE' }));
      await page.unroute(rows);
      const password = page.locator('input[autocomplete=current-password]');
      await password.fill(passwordsOf(town).get(account) ?? '');
      await page.locator('form button[type=submit]').click();
      await page.locator('.import-cases').waitFor();
      const count = (name: string) => page.locator(`[data-count=${name}] .number`).textContent();
      expect(Number(await count('registered')) + Number(await count('known'))).toBe(1_198);
      expect(await count('rejected')).toBe('2');
      const saved = page.waitForEvent('download');
      await page.locator('.import-rejected button').click();
      expect((await saved).suggestedFilename()).toMatch(/-rejected\.csv$/);

      // The same file again: the town knows each row.
      await page.reload();
      await choose.setInputFiles(file);
      await summary.waitFor();
      await page.locator('.import-deeds button').first().click();
      await page.locator('.import-cases').waitFor();
      expect([await count('registered'), await count('known')]).toEqual(['0', '1198']);
      await page.locator('.import-cases').click();
      await page.waitForURL('**/cases?batch=*');
      await page.locator('[role=table]').waitFor();
      expect(faults).toEqual([]);
    },
  );

  test.each(['en', 'zh'] as const)(
    'an operator sees with which pack the town runs, and checks another one before it is put in place, in %s',
    async (language) => {
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'operator');
      await page.goto('/pack');
      const folder = page.locator('input[type=file][webkitdirectory]');
      const { items } = await told<Listed>(page, '/api/v1/menu');
      await page
        .locator('.import-counts .number', { hasText: String(items.length) })
        .first()
        .waitFor();
      const sample = path.join(root, 'infra/packs/sample');
      await folder.setInputFiles(sample);
      await page.locator('[data-difference=menu]', { hasText: String(items.length) }).waitFor();
      expect(await page.locator('[data-difference] li').count()).toBe(0);
      expect(await hindrances(visitor)).toEqual([]);
      await folder.setInputFiles(packWithout(sample, 'calendars.json'));
      const mistake = page.locator('.pack-problems [data-code=no-file]');
      await mistake.waitFor();
      expect(await mistake.textContent()).toContain('calendars.json');
      expect(faults).toEqual([]);
    },
  );
});
