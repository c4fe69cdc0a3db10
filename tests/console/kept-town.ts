/**
 * A town whose answers are kept: for what needs the same screen to the pixel, or thousands of rows at once. Stories of
 * what people do are told before a real town.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, BrowserContext, Page, Response, Route } from 'playwright-core';
import { root } from '../journeys/real-town.js';
import { type Language, patience } from './browser.js';

/** `at`: the moment at which they were given; by language, whose they are, and path with question. */
export type KeptAnswers = Readonly<{
  at: string;
  answers: Readonly<Record<Language, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
}>;

/** Nobody listens there: every request is answered by what is kept. */
const origin = 'http://127.0.0.1:3999';
const dist = path.join(root, 'services/console/dist');

const kinds: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
};

const fileOf = (pathname: string): string => {
  const file = path.join(dist, pathname);
  return path.extname(file) !== '' && existsSync(file) ? file : path.join(dist, 'index.html');
};

const questionOf = (url: URL): string => `${url.pathname}${url.search}`;

type Answer = (question: string) => unknown;

/** Answered by 401 where nothing is kept: who sits here, where nobody does; and the stream of news, of which there are none. */
const isOfNobody = (question: string): boolean =>
  /^\/api\/v1\/(?:sessions\/current|inbox\/stream)/.test(question);

/** `unkept`: questions that nothing is kept for, which a page did not ask when its answers were written down. */
const answerTo = async (route: Route, answer: Answer, unkept: string[]): Promise<void> => {
  const url = new URL(route.request().url());
  if (!url.pathname.startsWith('/api/')) {
    const file = fileOf(url.pathname);
    await route.fulfill({ body: readFileSync(file), contentType: kinds[path.extname(file)] ?? 'text/plain' });
    return;
  }
  const question = questionOf(url);
  const json = answer(question);
  if (json !== undefined) await route.fulfill({ json });
  else if (isOfNobody(question)) await route.fulfill({ status: 401, json: { code: 'nobody' } });
  else {
    unkept.push(question);
    await route.fulfill({ status: 404, json: { code: 'not-kept' } });
  }
};

export type Looks = Readonly<{ language: Language; isPhone: boolean; isDark: boolean }>;

/** @param answer what a question is answered with; `undefined`: nothing is kept for it, which `unkept` then says. */
export const visitKept = async (
  browser: Browser,
  { language, isPhone, isDark }: Looks,
  at: string,
  answer: Answer,
): Promise<Readonly<{ page: Page; context: BrowserContext; unkept: readonly string[] }>> => {
  const context = await browser.newContext({
    baseURL: origin,
    viewport: isPhone ? { width: 390, height: 844 } : { width: 1_280, height: 800 },
    isMobile: isPhone,
    hasTouch: isPhone,
    colorScheme: isDark ? 'dark' : 'light',
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
  });
  const unkept: string[] = [];
  await context.route('**/*', (route) => answerTo(route, answer, unkept));
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(at));
  return { page, context, unkept };
};

/** Writes down what the town answers to a page, for `KeptAnswers`. */
export const writeDown = (page: Page, into: Record<string, unknown>): (() => Promise<void>) => {
  const all: Promise<void>[] = [];
  const note = async (response: Response): Promise<void> => {
    const url = new URL(response.url());
    const isJson = (response.headers()['content-type'] ?? '').includes('application/json');
    if (!url.pathname.startsWith('/api/') || !isJson || !response.ok()) return;
    // What comes while the page is closed was not waited for by it.
    const json: unknown = await response.json().catch(() => undefined);
    if (json !== undefined) into[questionOf(url)] = json;
  };
  page.on('response', (response) => void all.push(note(response)));
  return async () => void (await Promise.all(all));
};
