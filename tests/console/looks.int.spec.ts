/**
 * How the main screens look, beside pictures that are kept (`looks/`). What stands on them is compared everywhere; the
 * pixels only where the fonts and the Chromium are those of the pictures, since letters differ with both.
 *
 * After a change that is meant: `MULIN_LOOKS=renew npm test -- console/looks`, and look at the pictures before they are
 * committed. `MULIN_LOOKS=record` asks a made-up town anew what it answers, where the API has changed, and renews them.
 */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type { Browser } from 'playwright-core';
import { clearAway, root } from '../journeys/real-town.js';
import { buildConsole, chromiumAt, type Language, openBrowser, openDemoTown, storyMs } from './browser.js';
import { type KeptAnswers, type Looks, visitKept } from './kept-town.js';
import { differing, pictureOf } from './pictures.js';
import { nameOf, recordAnswers, screens } from './screens.js';

jest.setTimeout(storyMs);

const folder = path.join(root, 'tests/console/looks');
const mode = process.env['MULIN_LOOKS'] ?? 'compare';
const isRenewed = mode !== 'compare';
/** So many of a thousand pixels may differ: the edge of a letter, and no button. */
const most = 2;

/** What letters look like here: the Chromium, and the files that it draws them with. */
const drawnWith = (browser: Browser): string => {
  const fonts = ['sans-serif', 'sans-serif:lang=zh-cn', 'system-ui', 'system-ui:lang=zh-cn:weight=200'].map(
    (name) => {
      try {
        const file = execFileSync('fc-match', ['-f', '%{file}', name], { encoding: 'utf8' });
        return createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
      } catch {
        return 'unknown';
      }
    },
  );
  return `Chromium ${browser.version().split('.')[0] ?? ''}, fonts ${fonts.join(' ')}`;
};

const withBrowser = chromiumAt === null ? describe.skip : describe;

const variants: readonly Pick<Looks, 'language' | 'isDark'>[] = [
  { language: 'zh', isDark: false },
  { language: 'en', isDark: true },
];
const all = screens.flatMap((screen) =>
  variants.map((variant) => [`${screen.name}-${variant.language}`, screen, variant] as const),
);

withBrowser('How it looks', () => {
  let browser: Browser;
  let isSame = false;
  let kept: KeptAnswers;
  beforeAll(async () => {
    buildConsole();
    browser = await openBrowser();
    mkdirSync(folder, { recursive: true });
    const answers = path.join(folder, 'answers.json');
    if (mode === 'record')
      writeFileSync(answers, `${JSON.stringify(await recordAnswers(browser, await openDemoTown()))}\n`);
    kept = JSON.parse(readFileSync(answers, 'utf8')) as KeptAnswers;
    const here = drawnWith(browser);
    const file = path.join(folder, 'drawn-with.txt');
    if (isRenewed) writeFileSync(file, `${here}\n`);
    const there = readFileSync(file, 'utf8').trim();
    isSame = here === there;
    if (!isSame)
      process.stderr.write(
        `NOT COMPARED: pictures were drawn with ${there}, here it is ${here}. What stands on the screens is.\n`,
      );
  });
  afterAll(async () => {
    await browser.close();
    await clearAway();
  });

  const open = async (screen: (typeof screens)[number], variant: (typeof variants)[number]) => {
    const own = kept.answers[variant.language][nameOf(screen.role)] ?? {};
    const looks = { ...variant, isPhone: screen.isPhone };
    const answer = (question: string) => own[question];
    const { page, context, unkept } = await visitKept(browser, looks, kept.at, answer);
    await page.goto(screen.at);
    await page.waitForLoadState('networkidle');
    // The page asks for more than it did: `record` asks a town for it.
    expect(unkept).toEqual([]);
    await page.locator(screen.shown).first().waitFor();
    return { page, context };
  };

  test.each(all)('%s', async (name, screen, variant) => {
    const { page, context } = await open(screen, variant);
    const structure = `${await page.locator('body').ariaSnapshot()}\n`;
    const picture = await pictureOf(page);
    await context.close();
    const files = { structure: path.join(folder, `${name}.yml`), picture: path.join(folder, `${name}.webp`) };
    if (isRenewed) {
      writeFileSync(files.structure, structure);
      await picture.keep(files.picture);
    }
    expect(structure).toBe(readFileSync(files.structure, 'utf8'));
    expect(existsSync(files.picture)).toBe(true);
    const perMille = isSame ? await differing(picture, files.picture, name) : 0;
    expect(perMille).toBeLessThanOrEqual(most);
  });

  test('a button that is gone is seen', async () => {
    const [screen] = screens;
    const [variant] = variants;
    if (screen === undefined || variant === undefined) throw new Error('there is a first one');
    const { page, context } = await open(screen, variant);
    const language: Language = variant.language;
    await page.addStyleTag({ content: '.way:first-of-type { display: none !important }' });
    const file = path.join(folder, `${screen.name}-${language}.webp`);
    const perMille = await differing(await pictureOf(page), file, 'on-purpose');
    const structure = `${await page.locator('body').ariaSnapshot()}\n`;
    await context.close();
    // With other letters any two pictures differ.
    if (isSame) expect(perMille).toBeGreaterThan(most);
    expect(structure).not.toBe(readFileSync(path.join(folder, `${screen.name}-${language}.yml`), 'utf8'));
  });
});
