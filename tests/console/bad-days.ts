/** What goes wrong on a bad day: lines that break before or after, and what a form still has afterwards. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type Town, until } from '../journeys/real-town.js';
import { signIn, signInHere, visit, type Visitor } from './browser.js';
import { demand, type Json, type Staff } from './field.js';

type Loss = Readonly<{
  /** So many answers were lost until now, or requests before they arrived. */
  count: () => number;
  end: () => Promise<void>;
}>;

type Broken = Readonly<{ what: 'answer' | 'request'; of: RegExp }>;

/** `answer`: the town has done it, and nobody hears so. `request`: it never came to the town. */
const loseEach = async (context: BrowserContext, { what, of }: Broken): Promise<Loss> => {
  let lost = 0;
  await context.route(of, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    if (what === 'answer') await route.fetch();
    lost += 1;
    return route.abort('connectionreset');
  });
  return { count: () => lost, end: () => context.unroute(of) };
};

/** A clerk before an empty form. */
export const atDesk = async (browser: Browser, town: Town): Promise<Visitor> => {
  const visitor = await visit(browser, town, { language: 'en' });
  await signIn(visitor, town, 'hotline-clerk');
  await visitor.page.goto('/desk/new');
  return visitor;
};

/**
 * The numbers of the cases of whoever called from there, once everything is listed that was recorded before it was asked:
 * a list takes what happens in its order, so that it stands there when something later does.
 */
export const numbersOf = async (desk: Staff, phone: string): Promise<readonly unknown[]> => {
  const { caseId } = await demand(desk, 'Somebody else calls.');
  await until(
    'what came later is listed',
    () => desk('cases?limit=5'),
    ({ items }) => (items as readonly Json[]).some((it) => it['caseId'] === caseId),
  );
  const { items } = (await desk(`cases?phone=${phone}&purpose=answering`)) as { items: readonly Json[] };
  return items.map((it) => it['number']);
};

const inEnglish = {
  phone: 'Phone',
  item: 'What it is about',
  menuItem: 'Sanitation',
  words: 'What they say',
} as const;

/** Writes down a call, and leaves it unsent. */
export const writeCall = async (
  page: Page,
  phone: string,
  words: string,
  labels: Readonly<Record<keyof typeof inEnglish, string>> = inEnglish,
): Promise<void> => {
  await page.getByRole('textbox', { name: labels.phone }).fill(phone);
  const item = page.getByRole('combobox', { name: labels.item });
  await item.fill(labels.menuItem);
  await page.getByRole('option').first().click();
  await page.getByRole('textbox', { name: labels.words }).fill(words);
};

export const wordsIn = (page: Page): Promise<string> =>
  page.getByRole('textbox', { name: 'What they say' }).inputValue();

/** A form may be there before what was begun is in it again. */
export const writtenAs = (page: Page, words: string) =>
  until(
    'what was begun is there',
    () => wordsIn(page),
    (it) => it === words,
  );

/** The page says that the town was not reached. */
const notReached = (page: Page): Promise<void> =>
  page
    .getByRole('alert')
    .getByText(/not reached/)
    .waitFor();

export const register = (page: Page, name = /^Register/): Promise<void> =>
  page.getByRole('button', { name }).click();

/** The question for the password may lie over it already, and then nobody sees or hears the page. */
export const registerUnseen = (page: Page, hasText = /^Register/): Promise<void> =>
  page.locator('.frame-main button[type=submit]', { hasText }).dispatchEvent('click');

export const pressed = (page: Page, name: string): Promise<void> =>
  page.locator('main').getByRole('button', { name, exact: true }).first().click();

/** Does it while the line is broken, and the page says so. @returns how many were lost. */
export const whileLost = async (page: Page, broken: Broken, send: () => Promise<void>): Promise<number> => {
  const loss = await loseEach(page.context(), broken);
  await send();
  await notReached(page);
  await loss.end();
  return loss.count();
};

/** Does it while every answer is lost, and loads the page again. */
export const lostOnce = async (page: Page, of: RegExp, send: () => Promise<void>): Promise<number> => {
  const lost = await whileLost(page, { what: 'answer', of }, send);
  await page.reload();
  return lost;
};

/** Signs in over what one was doing. */
export const signInOver = async (visitor: Pick<Visitor, 'page'>, town: Town, role: string): Promise<void> => {
  const dialog = visitor.page.getByRole('dialog');
  await dialog.waitFor();
  await signInHere(visitor, town, role);
  await dialog.waitFor({ state: 'detached' });
};

export const signOut = async (page: Page, name = 'Sign out'): Promise<void> => {
  await page.locator('.frame-who').click();
  await page.getByRole('menuitem', { name }).click();
  await page.locator('.frame-who').waitFor({ state: 'detached' });
};
