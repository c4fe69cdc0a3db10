/** Without network in the field: nothing lost, nothing doubled, nothing sent for somebody else; what is refused is said. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { clearAway, type Town, until } from '../journeys/real-town.js';
import {
  accountOf,
  chromiumAt,
  hindrances,
  keepPicture,
  openBrowser,
  passwordsOf,
  storyMs,
} from './browser.js';
import {
  demand,
  eventsOf,
  inTheField,
  mayEnter,
  photoOf,
  signInAs,
  type Staff,
  staffOf,
  stored,
  timesOf,
  openTown,
} from './field.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;
const soonMs = 40_000;

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

/** An order is kept once it was read. */
const readOrder = async (page: Page, caseId: string): Promise<void> => {
  await page.goto(`/work/${caseId}`);
  await page.getByRole('button', { name: 'Take it', exact: true }).waitFor();
};

/** What still waits on this device, as the outbox says it. */
const waiting = (page: Page) =>
  page.locator('li').filter({ hasText: /waits to be sent|not accepted|waits for the one/ });

type Away = Readonly<{
  /** As the address of the command ends. */
  command: string;
  act: () => Promise<void>;
  look: () => Promise<void>;
}>;

/**
 * The command arrives, and there is no network from when its answer is there until all of it was looked at. An answer
 * that is on its way when the page is left is lost, which is another story: first this page has heard it.
 */
const awayAfter = async (page: Page, { command, act, look }: Away): Promise<void> => {
  const context = page.context();
  const answered = new Promise<void>((heard, failed) => {
    void context.route(`**/${command}`, async (route) => {
      const response = await route.fetch();
      await context.setOffline(true);
      await route.fulfill({ response }).then(heard, failed);
    });
  });
  await act();
  await answered;
  await until(
    'nothing waits',
    () => waiting(page).count(),
    (it) => it === 0,
    soonMs,
  );
  await look();
  await context.unroute(`**/${command}`);
  await context.setOffline(false);
};

withBrowser('Without network', () => {
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

  const once = (caseId: string, type: string) =>
    until(
      `${type} is told`,
      () => timesOf(desk, caseId, type),
      (it) => it > 0,
      soonMs,
    );

  test('an order is taken, worked on and reloaded, in two tabs; then everything arrives once, in its order', async () => {
    const { caseId, member } = await demand(desk, 'The bin is full.');
    const visitor = await inTheField(browser, town, member, 'en');
    const { page, context, faults } = visitor;
    const other = await context.newPage();
    await other.goto('/work');
    await other.locator('h1').waitFor();
    await readOrder(page, caseId);
    await context.setOffline(true);
    // The page itself is there, and says how old it is.
    await page.reload();
    await page.getByText(/As it was at/).waitFor();
    await press(page, 'Take it');
    await press(page, 'I got in touch');
    await press(page, 'Met them');
    await press(page, 'Progress');
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('What is to be said').fill('Ordered the lorry for this afternoon.');
    const photo = { name: 'bin.jpg', mimeType: 'image/jpeg', buffer: await photoOf(page) };
    await sheet.locator('input[type=file]').setInputFiles(photo);
    await sheet.locator('.thumbnail').waitFor();
    await sheet.getByRole('button', { name: 'Send', exact: true }).click();
    await until(
      'three things wait',
      () => waiting(page).count(),
      (it) => it === 3,
    );
    const done = Date.now();
    await page.reload();
    await until(
      'they still wait',
      () => waiting(page).count(),
      (it) => it === 3,
    );
    await other.goto('/outbox');
    await until(
      'in the other tab as well',
      () => waiting(other).count(),
      (it) => it === 3,
    );
    expect(await hindrances({ ...visitor, page: other })).toEqual([]);
    await keepPicture({ ...visitor, page: other }, 'outbox-waiting-en');
    expect(await timesOf(desk, caseId, 'order-taken')).toBe(0);
    // Longer ago than what is taken for now.
    await until(
      'a while has passed',
      () => Date.now() - done,
      (it) => it > 17_000,
    );
    const back = Date.now();
    await context.setOffline(false);
    await once(caseId, 'progress-reported');
    await until(
      'nothing waits',
      () => waiting(other).count(),
      (it) => it === 0,
      soonMs,
    );
    for (const type of ['order-taken', 'contact-made', 'progress-reported'])
      expect([type, await timesOf(desk, caseId, type)]).toEqual([type, 1]);
    const told = (await eventsOf(desk, caseId)).filter(({ type }) => /taken|contact-made/.test(type));
    for (const { at } of told) expect(Date.parse(at)).toBeLessThan(back);
    const holder = await staffOf(town, member);
    const { items } = (await holder(`orders/${caseId}/reports?purpose=answering`)) as {
      items: readonly { photoIds: readonly string[] }[];
    };
    expect(items.map(({ photoIds }) => photoIds.length)).toEqual([1]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('what was answered stays so when the network is gone with the answer, also after a reload', async () => {
    const { caseId, number, member } = await demand(desk, 'A seventh bin is full.');
    const visitor = await inTheField(browser, town, member, 'en');
    const { page, context, faults } = visitor;
    const card = (part: string) => page.locator('section', { hasText: part }).getByText(number);
    const shown = (name: string) => page.getByRole('button', { name, exact: true });
    await page.goto('/work');
    await card('Offered to me').waitFor();
    await readOrder(page, caseId);
    await awayAfter(page, {
      command: 'take',
      act: () => press(page, 'Take it'),
      look: async () => {
        await once(caseId, 'order-taken');
        await shown('I got in touch').waitFor();
        await page.getByText(/As it was at/).waitFor();
        await page.reload();
        await shown('I got in touch').waitFor();
        expect(await shown('Take it').count()).toBe(0);
        await page.getByRole('link', { name: 'All orders' }).click();
        await card('In my hands').waitFor();
        expect([await card('Offered to me').count(), await shown('Take it').count()]).toEqual([0, 0]);
        expect(await hindrances(visitor)).toEqual([]);
        await keepPicture(visitor, 'answered-without-network-en');
      },
    });
    await page.goto(`/work/${caseId}`);
    await awayAfter(page, {
      command: 'contact',
      act: async () => {
        await press(page, 'I got in touch');
        await press(page, 'Met them');
      },
      look: async () => {
        await once(caseId, 'contact-made');
        await page.reload();
        await shown('It is finished').waitFor();
        expect([await shown('I got in touch').count(), await waiting(page).count()]).toEqual([0, 0]);
      },
    });
    await page.goto('/work');
    await card('In my hands').waitFor();
    await page.goto(`/work/${caseId}`);
    await awayAfter(page, {
      command: 'return',
      act: async () => {
        await press(page, 'More');
        await page.getByRole('menuitem', { name: 'Give back' }).click();
        const sheet = page.getByRole('dialog');
        await sheet.getByText('Not in my area').click();
        await sheet.getByRole('button', { name: 'Give back', exact: true }).click();
      },
      look: async () => {
        await once(caseId, 'order-returned');
        await page.goto('/work');
        await page.locator('h1').waitFor();
        await page.getByText(/As it was at/).waitFor();
        expect(await page.getByText(number).count()).toBe(0);
      },
    });
    await page.reload();
    for (const type of ['order-taken', 'contact-made', 'order-returned'])
      expect([type, await timesOf(desk, caseId, type)]).toEqual([type, 1]);
    expect(faults).toEqual([]);
    await context.close();
  });

  test('what the town refuses stays, with its reason, until somebody throws it away', async () => {
    const { caseId, member } = await demand(desk, 'The other bin is full.');
    const visitor = await inTheField(browser, town, member, 'en');
    const { page, context } = visitor;
    await readOrder(page, caseId);
    await context.setOffline(true);
    await press(page, 'Take it');
    await until(
      'it waits',
      () => waiting(page).count(),
      (it) => it === 1,
    );
    await desk(`cases/${caseId}/withdraw`, { method: 'POST', body: {} });
    await context.setOffline(false);
    await page.goto('/outbox');
    await page.getByText('not accepted', { exact: true }).waitFor({ timeout: soonMs });
    await page.getByText('Code: order-over').waitFor();
    expect(await hindrances(visitor)).toEqual([]);
    await keepPicture(visitor, 'outbox-refused-en');
    await page.reload();
    await press(page, 'Throw away');
    await page.getByRole('dialog').getByRole('button', { name: 'Throw away', exact: true }).click();
    await until(
      'it is gone',
      () => waiting(page).count(),
      (it) => it === 0,
    );
    await context.close();
  });

  test('an answer that was lost on the way does nothing twice', async () => {
    const { caseId, member } = await demand(desk, 'A third bin is full.');
    const { page, context } = await inTheField(browser, town, member, 'en');
    await readOrder(page, caseId);
    let isLost = false;
    await press(page, 'Take it');
    await once(caseId, 'order-taken');
    await context.route('**/progress', async (route) => {
      if (isLost) return route.continue();
      isLost = true;
      await route.fetch();
      await route.abort('connectionreset');
    });
    await press(page, 'Progress');
    await page.getByRole('dialog').getByLabel('What is to be said').fill('It will be emptied today.');
    await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
    await once(caseId, 'progress-reported');
    expect(isLost).toBe(true);
    await until(
      'it waits',
      () => waiting(page).count(),
      (it) => it === 1,
    );
    await page.goto('/outbox');
    await until(
      'nothing waits',
      () => waiting(page).count(),
      (it) => it === 0,
      soonMs,
    );
    await page.getByText('sent', { exact: true }).first().waitFor();
    expect(await timesOf(desk, caseId, 'progress-reported')).toBe(1);
    await context.close();
  });

  test('a session that ended keeps what waits; who signs in next neither sees nor sends it', async () => {
    const { caseId, member } = await demand(desk, 'A fourth bin is full.');
    const { page, context } = await inTheField(browser, town, member, 'en');
    await readOrder(page, caseId);
    await context.setOffline(true);
    await press(page, 'Take it');
    await until(
      'it waits',
      () => waiting(page).count(),
      (it) => it === 1,
    );
    await context.clearCookies();
    await context.setOffline(false);
    const verifier = accountOf(town, 'verifier');
    await signInAs(page, verifier, passwordsOf(town).get(verifier) ?? '');
    await page.goto('/outbox');
    await page.getByText('Everything is sent').waitFor();
    // Each opening of the console sends what it may send.
    await page.reload();
    await page.getByText('Everything is sent').waitFor();
    expect((await desk(`orders/${caseId}`))['state']).toBe('offered');
    await context.clearCookies();
    await signInAs(page, member, await mayEnter(town, member));
    await once(caseId, 'order-taken');
    expect((await desk(`orders/${caseId}`))['member']).toBe(member);
    await context.close();
  });

  test('a session whose time is over is shut without network: nothing that was read stays, and what waits does', async () => {
    const { caseId, member } = await demand(desk, 'A sixth bin is full.');
    const visitor = await inTheField(browser, town, member, 'en');
    const { page, context } = visitor;
    await readOrder(page, caseId);
    const words = page.getByText('A sixth bin is full.');
    const readAsTaken = page.waitForResponse(
      async (it) =>
        it.url().includes(`/orders/${caseId}`) &&
        it.request().method() === 'GET' &&
        (await it.text()).includes('"state":"taken"'),
    );
    await press(page, 'Take it');
    await once(caseId, 'order-taken');
    await words.first().waitFor();
    // What is kept is the order as it is now.
    await readAsTaken;
    await context.setOffline(true);
    await press(page, 'I got in touch');
    await press(page, 'Met them');
    await until(
      'it waits',
      () => waiting(page).count(),
      (it) => it === 1,
    );
    expect(await stored(page, 'kept')).toBeGreaterThan(0);
    const done = await stored(page, 'outbox');
    // Longer than any session lasts; then somebody takes the phone out of their pocket.
    await page.clock.setSystemTime(Date.now() + 13 * 3_600_000);
    await until(
      'it is asked who one is',
      async () => {
        await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`);
        return page.getByRole('dialog', { name: 'Sign in' }).isVisible();
      },
      (it) => it,
    );
    await until(
      'nothing is kept',
      () => stored(page, 'kept'),
      (it) => it === 0,
    );
    expect(await words.filter({ visible: true }).count()).toBe(0);
    expect(await hindrances(visitor)).toEqual([]);
    await keepPicture(visitor, 'session-over-en');
    await page.reload();
    await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
    expect([await words.count(), await stored(page, 'outbox')]).toEqual([0, done]);
    await page.clock.setSystemTime(Date.now());
    await context.setOffline(false);
    await signInAs(page, member, await mayEnter(town, member));
    await once(caseId, 'contact-made');
    await context.close();
  });
});
