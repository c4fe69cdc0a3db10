/** An operator changes who is on duty in a micro-grid: what they see, who is asked next, and what they are told no about. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { clearAway, type Town, until } from '../journeys/real-town.js';
import {
  accountOf,
  chromiumAt,
  hindrances,
  keepPicture,
  type Language,
  openBrowser,
  signIn,
  storyMs,
  visit,
} from './browser.js';
import { demand, type Json, openTown, registered, type Staff, staffOf } from './field.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

const wordsOf = {
  en: {
    search: 'Place or person on the rosters',
    change: 'Change',
    add: 'Somebody else for this roster',
    hours: 'Hours',
    roundTheClock: 'round the clock',
    remove: /^Take .* off$/,
    save: 'Save the roster',
    nobody: 'Nobody would be on duty here now.',
    meant: 'It is meant so: nobody is on duty here now',
    changed: /^changed by/,
    back: 'As in the pack',
  },
  zh: {
    search: '名册中的地点或姓名',
    change: '调整',
    add: '添加值班人员',
    hours: '班次',
    roundTheClock: '全天',
    remove: /^移除/,
    save: '保存名册',
    nobody: '该地现在将无人值班。',
    meant: '确认该地现在无人值班',
    changed: /^已由.*调整$/,
    back: '恢复为镇域配置',
  },
} as const;

const [newcomer, other, third] = ['b', 'c', 'a'].map(
  (it) => `grid-member@mu/dongguan/beipo/beipo-1/beipo-1-${it}`,
) as [string, string, string];

/** Somebody is found by their account, and put on the roster. */
const add = async (page: Page, form: Locator, label: string): Promise<void> => {
  await form.getByRole('combobox', { name: label }).fill(newcomer);
  await page.getByRole('option').filter({ visible: true }).first().click();
};

withBrowser('A roster that is changed', () => {
  let town: Town;
  let browser: Browser;
  let desk: Staff;
  let operator: Staff;
  /** Where the demands of these stories come from. */
  let place: string;
  beforeAll(async () => {
    town = await openTown();
    browser = await openBrowser();
    desk = await staffOf(town, accountOf(town, 'hotline-clerk'));
    operator = await staffOf(town, accountOf(town, 'operator'));
    const { caseId } = await demand(desk, 'The gutter is full, as always.');
    place = String((await desk(`orders/${caseId}`))['microGrid']);
  });
  afterAll(async () => {
    await browser.close();
    await clearAway();
  });

  /** What is said of that place, which was looked for. */
  const rowOf = async (page: Page, language: Language): Promise<Locator> => {
    await page.goto('/duty');
    await page.getByRole('textbox', { name: wordsOf[language].search }).fill(place);
    return page.locator(`[data-place="${place}"]`);
  };

  const roster = async () => {
    const { duties } = (await operator(`rosters/${place}`)) as { duties: readonly Json[] };
    return duties.map(({ account, shift }) => [account, shift]);
  };

  test.each([
    ['en', false],
    ['zh', true],
  ] as const)(
    'somebody else has a micro-grid from now on, and is asked next, until the pack holds again, in %s',
    async (language, isPhone) => {
      const words = wordsOf[language];
      const before = await roster();
      const visitor = await visit(browser, town, { language, isPhone });
      const { page, faults } = visitor;
      await signIn(visitor, town, 'operator');
      const row = await rowOf(page, language);
      await row.getByRole('button', { name: words.change, exact: true }).click();
      const form = page.getByRole('dialog');
      for (let left = before.length; left > 0; left -= 1)
        await form.getByRole('button', { name: words.remove }).first().click();
      await form.getByRole('button', { name: words.save }).click();
      await form.getByText(words.nobody).waitFor();
      expect(await roster()).toEqual(before);

      await add(page, form, words.add);
      const added = form.locator(`[data-account="${newcomer}"]`);
      await added.getByRole('combobox', { name: words.hours }).selectOption(words.roundTheClock);
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `change-roster-${language}`);
      await form.getByRole('button', { name: words.save }).click();
      await form.waitFor({ state: 'detached' });
      await row.getByText(words.changed).waitFor();
      expect(await hindrances(visitor)).toEqual([]);
      await keepPicture(visitor, `rosters-${language}`);
      expect(await roster()).toEqual([[newcomer, null]]);
      expect((await demand(desk, 'The gutter is full.')).member).toBe(newcomer);

      await row.getByRole('button', { name: words.back }).click();
      await page.getByRole('dialog').getByRole('button', { name: words.back }).click();
      await row.getByText(words.changed).waitFor({ state: 'detached' });
      expect(await roster()).toEqual(before);
      expect(faults).toEqual([]);
      await visitor.context.close();
    },
  );

  test('what somebody else has changed meanwhile is not written over; what was entered is there after a reload', async () => {
    const words = wordsOf.en;
    const visitor = await visit(browser, town, { language: 'en' });
    const { page } = visitor;
    await signIn(visitor, town, 'operator');
    const row = await rowOf(page, 'en');
    await row.getByRole('button', { name: words.change, exact: true }).click();
    const form = page.getByRole('dialog');
    await add(page, form, words.add);
    await form.locator(`[data-account="${newcomer}"]`).waitFor();
    const theirs = { account: other, role: 'grid-member' };
    await operator(`rosters/${place}`, { method: 'PUT', body: { duties: [theirs] } });
    await page.reload();
    await (await rowOf(page, 'en')).getByRole('button', { name: words.change, exact: true }).click();
    await form.locator(`[data-account="${newcomer}"]`).waitFor();
    await form.getByRole('button', { name: words.save }).click();
    await form.getByText('Code: stale-version').waitFor();
    expect(await roster()).toEqual([[theirs.account, null]]);
    expect(await hindrances(visitor)).toEqual([]);
    await keepPicture(visitor, 'roster-outdated-en');
    // Whoever looks again sees how it is now, and goes on from there.
    await form.getByRole('button', { name: 'Begin anew from the roster as it is now' }).click();
    await form.locator(`[data-account="${other}"]`).waitFor();
    expect(await form.locator(`[data-account="${newcomer}"]`).count()).toBe(0);
    await add(page, form, words.add);
    await form.getByRole('button', { name: words.save }).click();
    await form.waitFor({ state: 'detached' });
    expect((await roster()).map(([account]) => account)).toEqual([other, newcomer]);
    await visitor.context.close();
  });

  test('by the keyboard alone whoever was added is moved up, and nothing loses its place', async () => {
    const words = wordsOf.en;
    const visitor = await visit(browser, town, { language: 'en' });
    const { page } = visitor;
    await signIn(visitor, town, 'operator');
    const row = await rowOf(page, 'en');
    await row.getByRole('button', { name: words.change, exact: true }).press('Enter');
    const form = page.getByRole('dialog');
    const there = (at: number) => form.locator('li[data-account]').nth(at);
    await there(0).waitFor();
    const left = await form.locator('li[data-account]').count();
    await there(0).getByRole('button', { name: words.remove }).press('Enter');
    await there(left - 1).waitFor({ state: 'detached' });
    await form.getByRole('combobox', { name: words.add }).fill(third);
    await page.keyboard.press('Enter');
    const added = form.locator(`[data-account="${third}"]`);
    const focused = page.locator(':focus');
    const isFocused = () => added.and(focused).count();
    await until('whoever was added is where one goes on', isFocused, (it) => it === 1);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await until(
      'they stand first',
      () => there(0).getAttribute('data-account'),
      (it) => it === third,
    );
    await until('they are where one goes on', isFocused, (it) => it === 1);
    const hours = added.getByRole('combobox', { name: words.hours });
    await hours.focus();
    await page.keyboard.press('ArrowDown');
    expect(await hours.and(focused).count()).toBe(1);
    expect(await hindrances(visitor)).toEqual([]);
    await visitor.context.close();
  });

  test('nobody is on duty there where that is meant: the demand goes on to whoever watches over the area, else to the secretary', async () => {
    const words = wordsOf.en;
    const visitor = await visit(browser, town, { language: 'en' });
    const { page, faults } = visitor;
    await signIn(visitor, town, 'operator');
    const row = await rowOf(page, 'en');
    await row.getByRole('button', { name: words.change, exact: true }).click();
    const form = page.getByRole('dialog');
    const remove = form.getByRole('button', { name: words.remove });
    await remove.first().waitFor();
    for (let left = await remove.count(); left > 0; left -= 1) await remove.first().click();
    await form.getByRole('checkbox', { name: words.meant }).check();
    await form.getByRole('button', { name: words.save }).click();
    await form.waitFor({ state: 'detached' });
    expect(await roster()).toEqual([]);
    const { caseId } = await registered(desk, 'The gutter is full again.');
    // Those who watch are there at night and on holidays; by day nobody is, and the secretary says who.
    const goesOn = ({ state, member }: Json) =>
      String(member).startsWith('watch-') || (state === 'with-arbiter' && member === null);
    await until('it goes on', () => desk(`orders/${String(caseId)}`).catch(() => ({}) as Json), goesOn);
    expect(faults).toEqual([]);
    await visitor.context.close();
  });
});
