/** How much a browser must load before a page can be used: what phones load is small, and what desks load is bounded. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { clearAway, root, type Town } from '../journeys/real-town.js';
import { chromiumAt, openBrowser, openDemoTown, signIn, storyMs, visit } from './browser.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

/** Kilobytes of scripts as they are sent. */
const phone = 250;
const wide = 500;

const pages = [
  ['a resident', null, '/', phone],
  ['a resident who orders', null, '/ask/sanitation', phone],
  ['a resident before their case', null, '/my', phone],
  ['a grid member', 'grid-member', '/work', phone],
  ['a grid member who reports', 'grid-member', '/patrol', phone],
  ['the desk', 'hotline-clerk', '/desk/new', wide],
  ['a secretary', 'community-secretary', '/waiting', wide],
  ['a mediator', 'mediator', '/disputes', wide],
  ['a town leader with the map', 'town-leader', '/town', wide],
  ['an auditor', 'auditor', '/audit/readings', wide],
  ['an operator', 'operator', '/operation', wide],
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

  test.each(pages)('by %s (%s at %s) is at most %d kB of scripts', async (name, role, at, most) => {
    const visitor = await visit(browser, town, { language: 'zh', isPhone: most === phone });
    const { page } = visitor;
    if (role !== null) await signIn(visitor, town, role);
    // As somebody who comes for the first time.
    const session = await page.context().storageState();
    const context = await browser.newContext({
      storageState: session,
      serviceWorkers: 'block',
      baseURL: town.url,
    });
    const fresh = await context.newPage();
    let bytes = 0;
    const sizes: Promise<void>[] = [];
    fresh.on('requestfinished', (request) => {
      if (request.resourceType() !== 'script') return;
      sizes.push(request.sizes().then(({ responseBodySize }) => void (bytes += responseBodySize)));
    });
    await fresh.goto(at);
    await fresh.locator('.frame-main h1').first().waitFor();
    if (at === '/town') await fresh.locator('[data-drawn=true]').waitFor();
    await Promise.all(sizes);
    measured[name] = Math.round(bytes / 1_000);
    expect(measured[name]).toBeGreaterThan(50);
    expect(measured[name]).toBeLessThanOrEqual(most);
  });
});
