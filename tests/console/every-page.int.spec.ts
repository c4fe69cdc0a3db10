/**
 * Every page of the menu of everybody, in four looks that pair language, width and colours: nothing hinders, nothing is wider
 * than the screen, nothing is complained of. Each page is seen in one of the looks; `MULIN_EVERY_LOOK=true` sees each in all four.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import process from 'node:process';
import type { Browser, Page, Response } from 'playwright-core';
import { hasRight, hasTie, type Role, roles } from '@mulin/kernel';
import { clearAway, type Town } from '../journeys/real-town.js';
import {
  accountOf,
  chromiumAt,
  hindrances,
  keepPicture,
  openBrowser,
  openDemoTown,
  passwordsOf,
  storyMs,
  told,
  visit,
  type Visitor,
} from './browser.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;
const seesAll = process.env['MULIN_EVERY_LOOK'] === 'true';

const looks = [
  { language: 'zh', isPhone: false, isDark: true },
  { language: 'en', isPhone: true, isDark: true },
  { language: 'zh', isPhone: true, isDark: false },
  { language: 'en', isPhone: false, isDark: false },
] as const;

/** Integrators are programs, and sign in nowhere. */
const people: readonly (Role | null)[] = [
  ...roles.filter((role) => role !== 'resident' && role !== 'integrator'),
  null,
];

/** Of each role the one who has a password. A helper's account is called by what they are: a party member, a volunteer. */
const whoIs = (town: Town, role: Role): string => {
  if (role !== 'helper') return accountOf(town, role);
  const isOfRole = (account: string) =>
    roles.some((it) => account.replace(/-\d+@/, '@').startsWith(`${it}@`));
  const helper = [...passwordsOf(town).keys()].find((it) => !isOfRole(it));
  if (helper === undefined) throw new Error('no helper has a password');
  return helper;
};

/** Where the menu leads, whether it shows all of it or has some behind a button. */
const pagesOf = async (page: Page): Promise<readonly string[]> => {
  const menu = page.locator('.frame-side');
  await menu.locator('a').first().waitFor();
  const links = await menu.locator('a').evaluateAll((all) => all.map((it) => it.getAttribute('href') ?? ''));
  return [...new Set(links)];
};

/** Pixels by which the page can be pushed to the side. */
const excess = (page: Page): Promise<number> =>
  page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');

/** Some have none in the made-up month. */
const oneCaseOf = async (role: Role | null, page: Page): Promise<readonly string[]> => {
  if (role === null || !hasRight('case.list', { role })) return [];
  const { items } = await told<Readonly<{ items: readonly { number: string }[] }>>(
    page,
    '/api/v1/cases?limit=1',
  );
  return items.map(({ number }) => `/cases/${number}`);
};

/** Who has some in the made-up month for sure. */
const haveCases = new Set<Role | null>(['hotline-clerk', 'community-secretary', 'town-leader', 'auditor']);

const isTurnOf = (nth: number, turn: number): boolean => seesAll || nth % looks.length === turn;

type Sight = Readonly<{
  path: string;
  hinders: readonly string[];
  refused: readonly string[];
  excess: number;
}>;

const isFine = ({ hinders, refused, excess: width }: Sight): boolean =>
  hinders.length + refused.length === 0 && width <= 0;

/** Whoever has cases of their area in their list without having had them in hand: only the town knows which they had. */
const mayNotHaveHad = (role: Role | null): boolean => role !== null && !hasTie('order.read', role, 'area');

/** Whoever is not signed in is told so, and whoever never had an order, that it is not theirs. */
const isExpected = (answer: Response, role: Role | null): boolean =>
  answer.url().endsWith('/api/v1/sessions/current') ||
  (answer.status() === 403 && /\/api\/v1\/orders\/[^/]+$/.test(answer.url()) && mayNotHaveHad(role));

const seen = async (visitor: Visitor, path: string, role: Role | null): Promise<Sight> => {
  const { page } = visitor;
  const refused: string[] = [];
  const hear = (answer: Response) => {
    if (answer.status() >= 400 && !isExpected(answer, role))
      refused.push(`${answer.status()} ${answer.url()}`);
  };
  page.on('response', hear);
  await page.goto(path);
  await page.locator('.frame-main h1').first().waitFor();
  await page.locator('.frame-main .mantine-Loader-root').first().waitFor({ state: 'detached' });
  const hinders = await hindrances(visitor);
  page.off('response', hear);
  return { path, hinders, refused, excess: await excess(page) };
};

withBrowser('Every page', () => {
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

  const signInAs = async ({ context }: Visitor, role: Role): Promise<void> => {
    const account = whoIs(town, role);
    const password = passwordsOf(town).get(account) ?? '';
    const answer = await context.request.post('/api/v1/sessions', { data: { account, password } });
    expect([200, 201]).toContain(answer.status());
  };

  type Seen = Readonly<{ found: readonly Sight[]; faults: readonly string[]; pages: number }>;

  /** Their pages in one of the looks; `nth` of the people begin with another look than those before. */
  const seenIn = async (role: Role | null, nth: number, turn: number): Promise<Seen> => {
    const visitor = await visit(browser, town, looks[turn] ?? looks[0]);
    if (role !== null) await signInAs(visitor, role);
    await visitor.page.goto('/');
    const menu = await pagesOf(visitor.page);
    const pages = [...menu, ...(await oneCaseOf(role, visitor.page))];
    const found: Sight[] = [];
    for (const path of pages.filter((_, place) => isTurnOf(place + nth, turn))) {
      found.push(await seen(visitor, path, role));
      await keepPicture(visitor, `every${path.replaceAll('/', '-')}-${role ?? 'nobody'}-${turn}`);
    }
    await visitor.context.close();
    return { found, faults: visitor.faults, pages: pages.length };
  };

  test.each(people.map((role, nth) => [role ?? 'nobody', role, nth] as const))(
    'of %s can be read, pressed and told apart by everybody',
    async (_, role, nth) => {
      const all: Seen[] = [];
      for (const turn of looks.keys()) all.push(await seenIn(role, nth, turn));
      const found = all.flatMap((it) => it.found);
      expect({
        wrong: found.filter((it) => !isFine(it)),
        faults: all.flatMap(({ faults }) => faults),
      }).toEqual({ wrong: [], faults: [] });
      expect(found.length).toBeGreaterThanOrEqual(all[0]?.pages ?? 1);
      if (haveCases.has(role)) expect(found.some(({ path }) => path.startsWith('/cases/'))).toBe(true);
    },
  );
});
