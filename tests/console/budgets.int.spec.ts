/** How much a browser must load before a page can be used: what phones load is small, and what desks load is bounded. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { clearAway, root, type Town } from '../journeys/real-town.js';
import { chromiumAt, openBrowser, openDemoTown, patience, signIn, storyMs, visit } from './browser.js';
import { firstView, slowly } from './first-view.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

/** Kilobytes of scripts as they are sent. */
const phone = 250;
const wide = 500;

const drawn = '[data-drawn=true]';

const opensMap = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /地图/ }).click();
  await page.locator(drawn).waitFor();
};

const seesMap = async (page: Page): Promise<void> => page.locator(drawn).waitFor();
const looks = (): Promise<void> => Promise.resolve();

const pages = [
  ['a resident', null, '/', phone, looks],
  ['a resident who orders', null, '/ask/sanitation', phone, looks],
  ['a resident who chooses a place on the map', null, '/ask/sanitation', phone, opensMap],
  ['a resident before their case', null, '/my', phone, looks],
  ['a grid member', 'grid-member', '/work', phone, looks],
  ['a grid member who reports', 'grid-member', '/patrol', phone, looks],
  ['a grid member who reports a place on the map', 'grid-member', '/patrol', phone, opensMap],
  ['a grid member before the map', 'grid-member', '/map', phone, seesMap],
  ['the desk', 'hotline-clerk', '/desk/new', wide, looks],
  ['a secretary', 'community-secretary', '/waiting', wide, looks],
  ['a mediator', 'mediator', '/disputes', wide, looks],
  ['a town leader with the map', 'town-leader', '/town', wide, seesMap],
  ['an auditor', 'auditor', '/audit/readings', wide, looks],
  ['an operator', 'operator', '/operation', wide, looks],
] as const;

/** What is waited for on a throttled phone: there is something to read, and not only a frame around it. */
const firstViews = [
  ['a resident', null, '/', '.frame-main h1'],
  ['a resident who orders', null, '/ask/sanitation', '.frame-main form'],
  ['a grid member', 'grid-member', '/work', '.work-card'],
  ['a grid member who reports', 'grid-member', '/patrol', '.frame-main form'],
] as const;

withBrowser('What is loaded', () => {
  let town: Town;
  let browser: Browser;
  const measured: Record<string, number> = {};
  beforeAll(async () => {
    town = await openDemoTown();
    browser = await openBrowser();
  });
  afterAll(async () => {
    mkdirSync(path.join(root, 'build'), { recursive: true });
    writeFileSync(path.join(root, 'build/console-kilobytes.json'), JSON.stringify(measured, null, 2));
    await browser.close();
    await clearAway();
  });

  /** As somebody who comes for the first time, signed in or not. */
  const comeFresh = async (role: string | null, isPhone: boolean): Promise<Page> => {
    const visitor = await visit(browser, town, { language: 'zh', isPhone });
    if (role !== null) await signIn(visitor, town, role);
    const session = await visitor.page.context().storageState();
    const context = await browser.newContext({
      storageState: session,
      serviceWorkers: 'block',
      baseURL: town.url,
      locale: 'zh-CN',
      isMobile: isPhone,
      hasTouch: isPhone,
    });
    context.setDefaultTimeout(patience);
    await visitor.context.close();
    return context.newPage();
  };

  test.each(pages)('by %s (%s at %s) is at most %d kB of scripts', async (name, role, at, most, act) => {
    const fresh = await comeFresh(role, most === phone);
    let bytes = 0;
    const sizes: Promise<void>[] = [];
    fresh.on('requestfinished', (request) => {
      if (request.resourceType() !== 'script') return;
      sizes.push(request.sizes().then(({ responseBodySize }) => void (bytes += responseBodySize)));
    });
    await fresh.goto(at);
    await fresh.locator('.frame-main h1').first().waitFor();
    await act(fresh);
    // What comes with the list below a heading counts as well.
    await fresh.waitForLoadState('networkidle');
    await Promise.all(sizes);
    measured[name] = Math.round(bytes / 1_000);
    await fresh.context().close();
    expect(measured[name]).toBeGreaterThan(50);
    expect(measured[name]).toBeLessThanOrEqual(most);
  });

  test.each(firstViews)(
    '%s (%s at %s) comes to a first view on a throttled phone',
    async (name, role, at, seen) => {
      const fresh = await comeFresh(role, true);
      await slowly(fresh);
      const asked: string[] = [];
      fresh.on('request', (request) => {
        const { pathname, searchParams } = new URL(request.url());
        if (pathname.startsWith('/api/')) asked.push(`${pathname} ${searchParams.get('state') ?? ''}`);
      });
      const { paintMs, seenMs } = await firstView(fresh, at, seen);
      process.stderr.write(
        `First view of ${name}: painted after ${paintMs} ms, to be read after ${seenMs} ms\n`,
      );
      await fresh.context().close();
      // What is asked ahead is what the view asks for (`app/first.ts`), and neither is asked twice.
      expect(asked).not.toEqual([]);
      expect(asked).toEqual([...new Set(asked)]);
      // No time is asserted: it is this machine's, and what else it does.
      expect(seenMs).toBeGreaterThan(0);
    },
  );
});
