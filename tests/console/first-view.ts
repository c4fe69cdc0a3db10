/** How long a first view takes on a phone that is slow, on a line that is slow: printed, and never asserted. */
import type { Page } from 'playwright-core';

/** A line of 4G in a village, and a processor of a quarter of this machine's. */
const line = {
  latency: 150,
  downloadThroughput: 1_600_000 / 8,
  uploadThroughput: 750_000 / 8,
  offline: false,
};
const slower = 4;

export const slowly = async (page: Page): Promise<void> => {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', line);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
};

type Shown = Readonly<{
  document: Readonly<{ querySelector: (selector: string) => unknown }>;
  performance: Readonly<{
    now: () => number;
    getEntriesByName: (name: string) => readonly Readonly<{ startTime: number }>[];
  }>;
  requestAnimationFrame: (then: () => void) => void;
}>;

type FirstView = Readonly<{ paintMs: number; seenMs: number }>;

/** Milliseconds from the beginning of the navigation until anything was painted, and until `seen` was there. */
export const firstView = async (page: Page, at: string, seen: string): Promise<FirstView> => {
  await page.addInitScript((selector) => {
    const shown = globalThis as unknown as Shown & { seenAt?: number };
    const look = () => {
      if (shown.document.querySelector(selector) === null) shown.requestAnimationFrame(look);
      else shown.seenAt = Math.round(shown.performance.now());
    };
    look();
  }, seen);
  await page.goto(at);
  await page.waitForFunction(() => 'seenAt' in globalThis);
  return page.evaluate(() => {
    const { seenAt = 0, performance } = globalThis as unknown as Shown & { seenAt?: number };
    const [paint] = performance.getEntriesByName('first-contentful-paint');
    return { paintMs: Math.round(paint?.startTime ?? 0), seenMs: seenAt };
  });
};
