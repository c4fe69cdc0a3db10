/** Five thousand cases in one list: how smoothly they pass is printed; that few of them are drawn at once is tested. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Browser, Page } from 'playwright-core';
import { clearAway, root, until } from '../journeys/real-town.js';
import { buildConsole, chromiumAt, openBrowser, storyMs } from './browser.js';
import { type KeptAnswers, visitKept } from './kept-town.js';

jest.setTimeout(storyMs);

const withBrowser = chromiumAt === null ? describe.skip : describe;

const many = 5_000;
const pageOf = 100;

type Listed = Readonly<{ items: readonly Record<string, unknown>[] }>;

/** The pages of a list of so many, made of the few that are kept. */
const manyCases =
  (own: Readonly<Record<string, unknown>>) =>
  (question: string): unknown => {
    const url = new URL(question, 'http://town');
    if (url.pathname !== '/api/v1/cases') return own[question];
    const { items } = own[`/api/v1/cases?limit=${pageOf}`] as Listed;
    const from = Number(url.searchParams.get('cursor') ?? 0);
    const to = Math.min(from + pageOf, many);
    const page = Array.from({ length: to - from }, (_, place) => {
      const like = items[place % items.length];
      const number = from + place + 1;
      return {
        ...like,
        caseId: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
        number: `MU-${number}`,
      };
    });
    return {
      ...(own[`/api/v1/cases?limit=${pageOf}`] as object),
      items: page,
      next: to < many ? String(to) : null,
    };
  };

type Frames = Readonly<{ frames: number; longestMs: number; dropped: number; mostRows: number }>;
type Shown = Readonly<{
  document: Readonly<{ querySelectorAll: (selector: string) => Readonly<{ length: number }> }>;
  requestAnimationFrame: (then: (at: number) => void) => void;
  scrollBy: (x: number, y: number) => void;
  scrollTo: (x: number, y: number) => void;
}>;

/** Scrolls by `step` pixels each frame until `last` has passed; a frame of more than two turns of 60 Hz is dropped. */
const scrolls = async (page: Page, step: number, frames: number): Promise<Frames> =>
  page.evaluate(
    async ({ by, count }) => {
      const shown = globalThis as unknown as Shown;
      shown.scrollTo(0, 0);
      const next = () => new Promise<number>((then) => shown.requestAnimationFrame(then));
      let before = await next();
      let [longestMs, dropped, mostRows] = [0, 0, 0];
      for (let frame = 0; frame < count; frame++) {
        shown.scrollBy(0, by);
        const now = await next();
        longestMs = Math.max(longestMs, now - before);
        if (now - before > 1_000 / 30) dropped++;
        mostRows = Math.max(mostRows, shown.document.querySelectorAll('[data-row]').length);
        before = now;
      }
      return { frames: count, longestMs: Math.round(longestMs), dropped, mostRows };
    },
    { by: step, count: frames },
  );

withBrowser('A list of five thousand cases', () => {
  let browser: Browser;
  beforeAll(async () => {
    buildConsole();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await clearAway();
  });

  test('is scrolled to its end, and only what is in sight is drawn', async () => {
    const file = path.join(root, 'tests/console/looks/answers.json');
    const { at, answers } = JSON.parse(readFileSync(file, 'utf8')) as KeptAnswers;
    const looks = { language: 'zh', isPhone: false, isDark: false } as const;
    const { page, context, unkept } = await visitKept(
      browser,
      looks,
      at,
      manyCases(answers.zh['community-secretary'] ?? {}),
    );
    await page.goto('/cases');
    await page.getByRole('link', { name: 'MU-1', exact: true }).waitFor();
    // First to its end, until every page is there.
    const last = page.getByRole('link', { name: `MU-${many}`, exact: true });
    const toTheEnd = async () => {
      await page.evaluate(() => {
        const { document, scrollTo } = globalThis as unknown as {
          document: { body: { scrollHeight: number } };
          scrollTo: (x: number, y: number) => void;
        };
        scrollTo(0, document.body.scrollHeight);
      });
      return last.count();
    };
    await until('every page is there', toTheEnd, (it) => it > 0);
    expect(unkept).toEqual([]);
    const read = await scrolls(page, 120, 300);
    const thrown = await scrolls(page, 1_500, 180);
    for (const [how, it] of Object.entries({ read, thrown }))
      process.stderr.write(
        `5,000 cases, ${how}: ${it.frames} frames, ${it.dropped} dropped, the longest ${it.longestMs} ms\n`,
      );
    await context.close();
    expect(read.mostRows).toBeGreaterThan(10);
    expect(thrown.mostRows).toBeLessThan(80);
  });
});
