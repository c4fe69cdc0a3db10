/** The town leader and the auditor: what is late, rates with their cases, who is away, what was known when. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { clearAway, type Town, until } from '../journeys/real-town.js';
import {
  aCase,
  chromiumAt,
  fileOf,
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

type Ring = readonly (readonly [number, number])[];
type GridMap = Readonly<{
  features: readonly Readonly<{ id: string; geometry: Readonly<{ coordinates: readonly [Ring] }> }>[];
}>;

/** A demand from the middle of a micro-grid of the pack; its number. */
const registerIn = (page: Page, microGrid: string, key: string): Promise<string> =>
  page.evaluate(
    async ([id, name]) => {
      const { features } = (await (await fetch('/api/v1/grids')).json()) as GridMap;
      const [ring] = features.find((it) => it.id === id)?.geometry.coordinates ?? [[]];
      const mean = (of: 0 | 1) => ring.reduce((sum, point) => sum + point[of], 0) / ring.length;
      const place = { lat: mean(1), lon: mean(0) };
      const answer = await fetch('/api/v1/cases', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': name },
        body: JSON.stringify({ menuItem: 'sanitation', words: 'The bin is full.', place }),
      });
      if (!answer.ok) throw new Error(`the case was not registered: ${answer.status}`);
      return ((await answer.json()) as Readonly<{ number: string }>).number;
    },
    [microGrid, key] as const,
  );

type Person = Readonly<{
  account: string;
  name: Readonly<Record<'en' | 'zh', string>> | null;
  duties: readonly Readonly<{ role: string }>[];
}>;
type Leaves = Readonly<{
  items: readonly Readonly<{ who: Person; standIn: Person | null; isAway: boolean }>[];
}>;

/** A grid member who is there, and can stand in for somebody. */
const standInFor = async (page: Page, account: string): Promise<Person> => {
  const away = (await told<Leaves>(page, '/api/v1/leave')).items.filter(({ isAway }) => isAway);
  const { items } = await told<Readonly<{ items: readonly Person[] }>>(page, '/api/v1/leave/people');
  const found = items.find(
    (it) =>
      it.account !== account &&
      it.duties.every(({ role }) => role === 'grid-member') &&
      !away.some(({ who }) => who.account === it.account),
  );
  if (found === undefined) throw new Error('nobody can stand in');
  return found;
};

const withBrowser = chromiumAt === null ? describe.skip : describe;

type Load = Readonly<{ places: readonly Readonly<{ open: number; late: number }>[] }>;
type Listed = Readonly<{ items: readonly unknown[] }>;

const buttons = {
  en: {
    rates: 'Report as table (CSV)',
    print: 'Report to print (PDF)',
    csv: 'As a table (CSV)',
    head: 'Number',
  },
  zh: { rates: '下载月报表格', print: '下载可打印月报', csv: '导出表格', head: '编号' },
} as const;
const utf8 = '\uFEFF';

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
      await keepPicture(visitor, `town-${language}`);
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
            (await page.locator('.frame-main [role=status]', { hasText: /\d/ }).first().textContent()) ?? '',
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
      await keepPicture(visitor, `rates-${language}`);
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
      await page.goto(`/cases/${await aCase(page)}`);
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
    'a leader records that somebody is away: the order goes to the stand-in, and the leave is ended, in %s',
    async (language) => {
      const say = (en: string, zh: string) => (language === 'zh' ? zh : en);
      const clerk = await visit(browser, town, { language });
      await signIn(clerk, town, 'hotline-clerk');
      const number = await registerIn(clerk.page, 'hetou-1-b', `away-${language}`);
      const visitor = await visit(browser, town, { language });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'town-leader');
      const holder = async () =>
        (await told<Readonly<{ member?: string }>>(page, `/api/v1/orders/${number}`)).member ?? null;
      await until('somebody is asked', holder, (it) => it !== null);
      const away = (await holder()) ?? '';
      const standIn = await standInFor(page, away);

      await page.goto('/duty');
      await page.getByRole('button', { name: say('Record a leave', '登记请假') }).click();
      for (const [label, account] of [
        [say('Who is away', '请假人'), away],
        [say('Who stands in', '替班人'), standIn.account],
      ] as const) {
        await page.getByLabel(label).first().fill(account);
        await page.getByRole('option').first().click();
        await page.getByRole('option').first().waitFor({ state: 'hidden' });
      }
      expect(await hindrances(visitor)).toEqual([]);
      await page.locator('.leave form button[type=submit]').click();
      const row = page.locator(`[data-account="${away}"]`, {
        has: page.getByRole('button', { name: say('End it now', '现在销假') }),
      });
      await row.waitFor();
      expect(await row.textContent()).toContain(standIn.name?.[language]);
      expect(await hindrances(visitor)).toEqual([]);

      await until('the order has gone to the stand-in', holder, (it) => it === standIn.account);
      await row.getByRole('button').click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: say('End it now', '现在销假') })
        .click();
      await row.waitFor({ state: 'detached' });
      const { items } = await told<Leaves>(page, '/api/v1/leave');
      expect(items.filter(({ who, isAway }) => isAway && who.account === away)).toEqual([]);
      expect(faults).toEqual([]);
    },
  );

  test.each(['en', 'zh'] as const)(
    'what is looked at is taken along as a file of its own name: a report, cases, and both records, in %s',
    async (language) => {
      const say = buttons[language];
      const leader = await visit(browser, town, { language });
      const taken = (page: Page, name: string) =>
        fileOf(page, () => page.getByRole('button', { name, exact: true }).click());
      await signIn(leader, town, 'town-leader');
      // A report is of one month.
      await leader.page.goto(
        `/rates?month=${new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7)}`,
      );
      await leader.page.locator('table.figures').waitFor();
      const table = await taken(leader.page, say.rates);
      expect(table).toMatchObject({ name: expect.stringMatching(/^rates-\d{4}-\d{2}\.csv$/) });
      expect(table.begins.startsWith(utf8)).toBe(true);
      expect(await taken(leader.page, say.print)).toMatchObject({
        name: expect.stringMatching(/^rates-\d{4}-\d{2}\.pdf$/),
        begins: expect.stringMatching(/^%PDF-1/),
      });
      await leader.page.goto('/cases');
      await leader.page.locator('[role=table]').waitFor();
      const cases = await taken(leader.page, say.csv);
      expect(cases.name).toMatch(/^cases-\d{4}-\d{2}-\d{2}\.csv$/);
      expect(cases.begins.startsWith(`${utf8}${say.head},`)).toBe(true);
      const auditor = await visit(browser, town, { language });
      await signIn(auditor, town, 'auditor');
      for (const record of ['readings', 'signIns']) {
        await auditor.page.goto(`/audit/readings?of=${record}`);
        await auditor.page.locator('table.figures').waitFor();
        const file = await taken(auditor.page, say.csv);
        expect(file.name).toMatch(/^(?:readings|sign-ins)-\d{4}-\d{2}-\d{2}\.csv$/);
        expect(file.begins.startsWith(utf8)).toBe(true);
        expect(await hindrances(auditor)).toEqual([]);
      }
      expect([...leader.faults, ...auditor.faults]).toEqual([]);
    },
  );
});
