/** What goes wrong on a bad day: lines that break before or after, and what a form still has afterwards. */
import type { BrowserContext, Page } from 'playwright-core';
import type { Town } from '../journeys/real-town.js';
import { accountOf, passwordsOf } from './browser.js';

type Loss = Readonly<{
  /** So many answers were lost until now, or requests before they arrived. */
  count: () => number;
  end: () => Promise<void>;
}>;

/** `answer`: the town has done it, and nobody hears so. `request`: it never came to the town. */
export const loseEach = async (
  context: BrowserContext,
  what: 'answer' | 'request',
  of: RegExp,
): Promise<Loss> => {
  let lost = 0;
  await context.route(of, async (route) => {
    if (route.request().method() !== 'POST') return route.fallback();
    if (what === 'answer') await route.fetch();
    lost += 1;
    return route.abort('connectionreset');
  });
  return { count: () => lost, end: () => context.unroute(of) };
};

/** Writes down a call, and leaves it unsent. */
export const writeCall = async (page: Page, phone: string, words: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Phone' }).fill(phone);
  const item = page.getByRole('combobox', { name: 'What it is about' });
  await item.fill('Sanitation');
  await page.getByRole('option').first().click();
  await page.getByRole('textbox', { name: 'What they say' }).fill(words);
};

export const wordsIn = (page: Page): Promise<string> =>
  page.getByRole('textbox', { name: 'What they say' }).inputValue();

export const register = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^Register/ }).click();

/** The question for the password may lie over it already. */
export const registerUnseen = (page: Page): Promise<void> =>
  page.getByRole('button', { name: /^Register/ }).dispatchEvent('click');

export const pressed = (page: Page, name: string): Promise<void> =>
  page.locator('main').getByRole('button', { name, exact: true }).first().click();

/** Does it while every answer is lost, and loads the page again. */
export const lostOnce = async (page: Page, of: RegExp, send: () => Promise<void>): Promise<void> => {
  const loss = await loseEach(page.context(), 'answer', of);
  await send();
  await page
    .getByRole('alert')
    .getByText(/not reached/)
    .waitFor();
  await loss.end();
  await page.reload();
};

/** Signs in over what one was doing. */
export const signInOver = async (page: Page, town: Pick<Town, 'home'>, role: string): Promise<void> => {
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[autocomplete=username]').fill(accountOf(town, role));
  await dialog.locator('input[type=password]').fill(passwordsOf(town).get(accountOf(town, role)) ?? '');
  await dialog.locator('button[type=submit]').click();
  await dialog.waitFor({ state: 'detached' });
};

export const signOut = async (page: Page, name = 'Sign out'): Promise<void> => {
  await page.locator('.frame-who').click();
  await page.getByRole('menuitem', { name }).click();
  await page.locator('.frame-who').waitFor({ state: 'detached' });
};
