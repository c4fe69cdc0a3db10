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
  visit,
} from './browser.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

type Found = Readonly<{ items: readonly Readonly<{ number: string; kind?: string }>[] }>;

const asked = async <Answer>(page: Page, path: string): Promise<Answer> =>
  page.evaluate(async (at) => (await (await fetch(at)).json()) as Answer, path);

const numbersOf = async (page: Page, path: string): Promise<readonly string[]> =>
  (await asked<Found>(page, path)).items.map(({ number }) => number);

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
    expect(await hindrances(visitor)).toEqual([]);
    await page.locator('.actions button[type=submit]').click();
    await page.locator('.actions form').waitFor({ state: 'detached' });

    await until(
      'it waits for nobody',
      () => numbersOf(page, waits),
      (numbers) => !numbers.includes(number),
    );
    const { timeline } = await asked<{ timeline: readonly { type: string }[] }>(
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
});
