/** Bad input and bad days, met before the console: nothing lost, nothing doubled, plain words. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { clearAway, type Town, until } from '../journeys/real-town.js';
import {
  atDesk,
  lostOnce,
  numbersOf,
  pressed,
  register,
  whileLost,
  wordsIn,
  writeCall,
  writtenAs,
} from './bad-days.js';
import { faultsOf, type Said, sayIt } from './bad-words.js';
import { accountOf, chromiumAt, keepPicture, openBrowser, signIn, storyMs, visit } from './browser.js';
import { eventsOf, type Json, mayEnter, openTown, signInAs, type Staff, staffOf } from './field.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

const cases = /\/api\/v1\/cases$/;
const lostWords = /did arrive, and only its answer was lost/;

withBrowser('On a bad day', () => {
  let town: Town;
  let browser: Browser;
  let said: Said;
  let desk: Staff;
  beforeAll(async () => {
    town = await openTown();
    browser = await openBrowser();
    said = await sayIt(town);
    desk = await staffOf(town, accountOf(town, 'hotline-clerk'));
  });
  afterAll(async () => {
    await browser.close();
    await clearAway();
  });

  const seenBy = [
    ['hotline-clerk', 'en', ['/cases', '/cases/NUMBER', '/waiting', '/interviews']],
    ['community-secretary', 'zh', ['/cases/NUMBER', '/disputes/DISPUTE', '/interviews/DAY']],
    ['mediator', 'en', ['/disputes', '/disputes/DISPUTE']],
    ['member', 'zh', ['/work', '/work/CASE']],
    ['resident', 'en', ['/days']],
  ] as const;
  const reading = /^(?:Read|Show names|File$|查看|读)/;

  test.each(seenBy)('whatever was said stays what it is, before %s in %s', async (role, language, paths) => {
    const visitor = await visit(browser, town, { language });
    const { page, context, faults } = visitor;
    if (role === 'member') await signInAs(page, said.member, await mayEnter(town, said.member));
    else if (role !== 'resident') await signIn(visitor, town, role);
    const found: string[] = [];
    for (const width of [1_440, 360])
      for (const path of paths) {
        const { number, dispute, day, caseId } = said;
        await page.setViewportSize({ width, height: 800 });
        await page.goto(
          path
            .replace('NUMBER', number)
            .replace('DISPUTE', dispute)
            .replace('DAY', day)
            .replace('CASE', caseId),
        );
        await page.locator('h1').waitFor();
        await page.waitForLoadState('networkidle');
        const buttons = page.locator('main').getByRole('button', { name: reading });
        for (let left = await buttons.count(); left > 0; left -= 1) {
          await buttons.nth(left - 1).click();
          await page.waitForLoadState('networkidle');
        }
        await keepPicture(visitor, `bad-words-${role}-${path.split('/')[1] ?? ''}-${width}`);
        found.push(...(await faultsOf(page)).map((it) => `${path} at ${width}: ${it}`));
      }
    expect(found).toEqual([]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('a call whose answer was lost is one case, also after a reload, and its number is told', async () => {
    const phone = '13905360001';
    const { page, context } = await atDesk(browser, town);
    await writeCall(page, phone, 'The lamp is dark.');
    const lost = await lostOnce(page, cases, () => register(page));
    await writtenAs(page, 'The lamp is dark.');
    await register(page);
    await page.locator('.read-out').waitFor();
    expect(lost).toBeGreaterThan(1);
    expect(await numbersOf(desk, phone)).toEqual([await page.locator('.read-out-big').first().textContent()]);
    await context.close();
  });

  test('what is changed after a lost answer is not sent in its place, and the page says why', async () => {
    const phone = '13905360002';
    const { page, context } = await atDesk(browser, town);
    await writeCall(page, phone, 'The lamp is dark.');
    await whileLost(page, { what: 'answer', of: cases }, () => register(page));
    await page
      .getByRole('textbox', { name: 'What they say' })
      .fill('The lamp is dark, and the cover is gone.');
    await register(page);
    await page.getByRole('alert').getByText(lostWords).waitFor();
    expect(await wordsIn(page)).toBe('The lamp is dark, and the cover is gone.');
    expect(await numbersOf(desk, phone)).toHaveLength(1);
    await context.close();
  });

  test('a call that never arrived stays written, and is sent once', async () => {
    const phone = '13905360003';
    const { page, context } = await atDesk(browser, town);
    await writeCall(page, phone, 'The road is flooded.');
    await whileLost(page, { what: 'request', of: cases }, () => register(page));
    expect(await wordsIn(page)).toBe('The road is flooded.');
    await register(page);
    await page.locator('.read-out').waitFor();
    expect(await numbersOf(desk, phone)).toHaveLength(1);
    await context.close();
  });

  test('a note and a dispute whose answers were lost are there once, also after a reload', async () => {
    const visitor = await visit(browser, town, { language: 'en' });
    const { page, context } = visitor;
    await signIn(visitor, town, 'hotline-clerk');
    await page.goto(`/cases/${said.number}?do=note`);
    await page.getByRole('textbox', { name: 'Words' }).fill('Seen on the way.');
    await lostOnce(page, /\/additions$/, () => pressed(page, 'Add a note'));
    await pressed(page, 'Add a note');
    await page.getByRole('form', { name: 'Add a note' }).waitFor({ state: 'detached' });
    const added = ({ type }: Readonly<{ type: string }>) => type === 'intake.case-supplemented.v1';
    const notes = async () => (await eventsOf(desk, said.caseId)).filter(added);
    expect(await until('it is told', notes, (it) => it.length > 1)).toHaveLength(2);

    await page.goto('/disputes/new');
    await page.getByRole('combobox', { name: 'Where' }).fill('a');
    await page.getByRole('option').first().click();
    await page.getByLabel(/^Name/).nth(0).fill('Bai Lost');
    await page.getByLabel(/^Name/).nth(1).fill('Hei Lost');
    const disputes = async () => (await desk('disputes?limit=200'))['items'] as readonly Json[];
    const before = (await disputes()).length;
    await lostOnce(page, /\/api\/v1\/disputes$/, () => pressed(page, 'Open the dispute'));
    await pressed(page, 'Open the dispute');
    await page.waitForURL(/\/disputes\/[^/]+-M-/);
    expect(await until('it is listed', disputes, (it) => it.length > before)).toHaveLength(before + 1);
    await context.close();
  });

  test('a mediator whose answer was lost has said it once, and the form is empty afterwards', async () => {
    const visitor = await visit(browser, town, { language: 'en' });
    const { page, context } = visitor;
    await signIn(visitor, town, 'mediator');
    await page.goto(`/disputes/${said.dispute}`);
    const open = () => pressed(page, 'Take a statement down');
    await open();
    const field = page.getByRole('textbox', { name: 'What the party says' });
    await field.fill('It was my hen.');
    await lostOnce(page, /\/statements$/, () => pressed(page, 'Record'));
    await open();
    expect(await field.inputValue()).toBe('It was my hen.');
    await pressed(page, 'Record');
    await field.waitFor({ state: 'detached' });
    await open();
    expect(await field.inputValue()).toBe('');
    const staff = await staffOf(town, accountOf(town, 'mediator'));
    const { statements } = (await staff(`disputes/${said.dispute}/file`)) as { statements: readonly Json[] };
    expect(statements.filter((it) => it['text'] === 'It was my hen.')).toHaveLength(1);
    await context.close();
  });
});
