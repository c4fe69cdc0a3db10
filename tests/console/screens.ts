/** The main screens of those who use the town most, and what a made-up town answers to them. */
import type { Browser } from 'playwright-core';
import type { Town } from '../journeys/real-town.js';
import { signIn, visit } from './browser.js';
import { type KeptAnswers, writeDown } from './kept-town.js';

type Screen = Readonly<{
  name: string;
  role: string | null;
  at: string;
  isPhone: boolean;
  /** What is there when it can be read. */
  shown: string;
}>;

export const screens: readonly Screen[] = [
  { name: 'resident', role: null, at: '/', isPhone: true, shown: '.way' },
  { name: 'order', role: null, at: '/ask/sanitation', isPhone: true, shown: '.frame-main form' },
  { name: 'work', role: 'grid-member', at: '/work', isPhone: true, shown: '.work-card' },
  { name: 'map', role: 'grid-member', at: '/map', isPhone: true, shown: '.leaflet-marker-pane .map-mark' },
  { name: 'waiting', role: 'town-leader', at: '/waiting', isPhone: false, shown: '.frame-main h2' },
  { name: 'cases', role: 'community-secretary', at: '/cases', isPhone: false, shown: '.case-row [data-row]' },
];

type Answers = Record<string, unknown>;
type OfAll = Record<string, Answers>;

/** Under what the answers to somebody are kept. */
export const nameOf = (role: string | null): string => role ?? 'nobody';

type Shapes = { features: { properties: { id: string } }[] };

/** So much land is enough to draw a map by. */
const mostLand = 40;

/** Of a town's land only what lies around the orders that are drawn. */
const lessLand = (answers: Answers): void => {
  const shapes = answers['/api/v1/grids'] as Shapes | undefined;
  if (shapes === undefined) return;
  const orders = JSON.stringify(answers);
  const named = shapes.features.filter(({ properties: { id } }) => orders.split(`"${id}"`).length > 3);
  const others = shapes.features.filter((it) => !named.includes(it));
  shapes.features = [...named, ...others].slice(0, mostLand);
};

const answersIn = async (browser: Browser, town: Town, language: 'en' | 'zh'): Promise<OfAll> => {
  const all: OfAll = {};
  for (const role of new Set(screens.map((screen) => screen.role))) {
    const answers: Answers = {};
    const visitor = await visit(browser, town, { language });
    if (role !== null) await signIn(visitor, town, role);
    const written = writeDown(visitor.page, answers);
    for (const { at, shown } of screens.filter((screen) => screen.role === role)) {
      await visitor.page.goto(at);
      await visitor.page.locator(shown).first().waitFor();
      // What is asked for beside it.
      await visitor.page.waitForLoadState('networkidle');
    }
    await written();
    lessLand(answers);
    all[nameOf(role)] = answers;
    await visitor.context.close();
  }
  return all;
};

/** Asks a made-up town; every name in its answers is made up as well. */
export const recordAnswers = async (browser: Browser, town: Town): Promise<KeptAnswers> => {
  const zh = await answersIn(browser, town, 'zh');
  const en = await answersIn(browser, town, 'en');
  return { at: new Date().toISOString(), answers: { en, zh } };
};
