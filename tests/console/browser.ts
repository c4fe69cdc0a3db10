/** A real browser before a real town: what somebody sees, presses and types. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { coveredIn } from './covered.js';
import { startFilled } from './filled-home.js';
import { root, type Town } from '../journeys/real-town.js';

/** Where Debian and others put it; `null`: there is none, and the stories say that they skip. */
export const chromiumAt: string | null =
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((it) => existsSync(it)) ??
  null;

if (chromiumAt === null)
  process.stderr.write(
    'No Chromium: the stories of the console are skipped. On Debian: apt-get install chromium\n',
  );

/** Pictures of what was seen; nothing of them is kept in the repository. */
const pictures = path.join(root, 'build/pictures');

/** The browser looks for nothing outside of this machine. */
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=swiftshader',
  '--enable-unsafe-swiftshader',
];

export const openBrowser = async (): Promise<Browser> => {
  if (chromiumAt === null) throw new Error('asked only where there is a browser');
  return chromium.launch({ executablePath: chromiumAt, args: quiet });
};

/** A story starts a town and fills it, beside other suites of a busy machine. */
export const storyMs = 900_000;
/** So long a page is waited for, in milliseconds; none takes so long by itself. */
export const patience = 120_000;

/** Builds the console where something has changed. */
export const buildConsole = (): void => {
  execFileSync(process.execPath, ['services/console/build.mjs'], { cwd: root, stdio: 'inherit' });
};

/** The town that a newcomer sees, filled with a made-up month: the small one has no secretary with much to do. */
export const openDemoTown = async (): Promise<Town> => {
  buildConsole();
  return startFilled(path.join(root, 'infra/packs/sample'));
};

/** The passwords that the first start wrote down: one account of each role. */
export const passwordsOf = ({ home }: Pick<Town, 'home'>): ReadonlyMap<string, string> =>
  new Map(
    readFileSync(path.join(home, 'first-passwords.txt'), 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, password, account] = /^\s*(\S{4}-\S{4}-\S{4}-\S{4})\s+(\S+)\s*$/.exec(line) ?? [];
        return password === undefined || account === undefined ? [] : [[account, password] as const];
      }),
  );

/** The one of this role who has a password. */
export const accountOf = (town: Pick<Town, 'home'>, role: string): string => {
  const account = [...passwordsOf(town).keys()].find((it) => it.replace(/-\d+@/, '@').startsWith(`${role}@`));
  if (account === undefined) throw new Error(`nobody is ${role}`);
  return account;
};

export type Language = 'en' | 'zh';
type Looks = Readonly<{
  language: Language;
  isPhone?: boolean;
  isDark?: boolean;
  /** Each part of the console comes from the town when it is wanted: the browser keeps none of it. */
  isUnkept?: boolean;
}>;

/** Somebody before the console. `faults`: what the browser complained of, which must stay empty. */
export type Visitor = Readonly<{ page: Page; context: BrowserContext; faults: readonly string[] }>;

const wide = { width: 1_440, height: 900 };
const narrow = { width: 390, height: 844 };

/** An answer of 4xx is the town's word and no fault of the page. */
const isFault = (text: string): boolean => !/Failed to load resource|net::ERR_/.test(text);

export const visit = async (
  browser: Browser,
  { url }: Pick<Town, 'url'>,
  { language, isPhone = false, isDark = false, isUnkept = false }: Looks,
): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL: url,
    viewport: isPhone ? narrow : wide,
    isMobile: isPhone,
    hasTouch: isPhone,
    colorScheme: isDark ? 'dark' : 'light',
    serviceWorkers: isUnkept ? 'block' : 'allow',
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    // What is looked at and weighed is there at once, however busy the machine is.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' && isFault(message.text())) faults.push(message.text());
  });
  page.on('pageerror', (error) => void faults.push(String(error)));
  return { page, context, faults };
};

/** Fills in and sends the form that is shown, as a page, in its place, or over it. */
export const fillSignIn = async (page: Page, account: string, password: string): Promise<void> => {
  await page.locator('input[autocomplete=username]').fill(account);
  await page.locator('input[autocomplete=current-password]').fill(password);
  await page.locator('form:has([autocomplete=current-password]) button[type=submit]').click();
};

/** The same by role. */
export const signInHere = async (
  { page }: Pick<Visitor, 'page'>,
  town: Town,
  role: string,
): Promise<string> => {
  const account = accountOf(town, role);
  await fillSignIn(page, account, passwordsOf(town).get(account) ?? '');
  return account;
};

/** Signs in as people do, by the form. */
export const signIn = async (visitor: Visitor, town: Town, role: string): Promise<string> => {
  const { page } = visitor;
  await page.goto('/sign-in');
  const account = await signInHere(visitor, town, role);
  await page.waitForURL((at) => at.pathname !== '/sign-in');
  return account;
};

/** What the API answers to whoever sits before the page. */
export const told = <Answer>(page: Page, path: string): Promise<Answer> =>
  page.evaluate(async (at) => (await (await fetch(at)).json()) as Answer, path);

/** The number of a case that they may see: the newest of a made-up town. */
export const aCase = async (page: Page): Promise<string> => {
  type Cases = Readonly<{ items: readonly Readonly<{ number: string }>[] }>;
  const [found] = (await told<Cases>(page, '/api/v1/cases?limit=1')).items;
  if (found === undefined) throw new Error('there is no case');
  return found.number;
};

/** Keeps what is seen now under a name, for whoever wants to look. */
export const keepPicture = async ({ page }: Visitor, name: string): Promise<void> => {
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: path.join(pictures, `${name}.png`), animations: 'disabled' });
};

/** What a press hands over as a file: its name, and its first bytes as text. */
export const fileOf = async (
  page: Page,
  press: () => Promise<void>,
): Promise<Readonly<{ name: string; begins: string; bytes: number }>> => {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const content = readFileSync(await download.path());
  return {
    name: download.suggestedFilename(),
    begins: content.subarray(0, 40).toString('utf8'),
    bytes: content.length,
  };
};

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Node = Readonly<{ html: string; any: readonly Readonly<{ message: string }>[] }>;
type Violation = Readonly<{ id: string; nodes: readonly Node[] }>;

const saidOf = ({ html, any }: Node): string => `${html.slice(0, 160)} (${any[0]?.message ?? ''})`;

type Animated = Readonly<{
  playState: string;
  finished: Promise<unknown>;
  effect: Readonly<{ getTiming: () => Readonly<{ iterations: number }> }>;
}>;

/** What fades in is half transparent on its way, and is weighed when it stands still; what turns for ever is not waited for. */
const standsStill = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const { document: shown } = globalThis as unknown as {
      document: { getAnimations: () => readonly Animated[] };
    };
    const moving = () =>
      shown
        .getAnimations()
        .filter(
          ({ playState, effect }) => playState === 'running' && effect.getTiming().iterations !== Infinity,
        );
    // One that is cancelled, because its element went away, has ended as well.
    while (moving().length > 0) await Promise.allSettled(moving().map(({ finished }) => finished));
  });
};

/** What hinders people who do not see, point or tell colours apart, on the page as it is now. */
export const hindrances = async ({ page }: Visitor): Promise<readonly string[]> => {
  await standsStill(page);
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    // `axe` was put into the page by the line above.
    const { axe: checker } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: Violation[] }> };
    };
    return (await checker.run()).violations;
  });
  return [
    ...found.map(({ id, nodes }) => `${id}: ${nodes.map(saidOf).join(' | ')}`),
    ...(await coveredIn(page)).map((html) => `covered: ${html}`),
  ];
};
