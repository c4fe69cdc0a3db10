/** Pictures of a page, kept small, and how far two of them differ. */
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { root } from '../journeys/real-town.js';

const differences = path.join(root, 'build/pictures/looks');

type Picture = Readonly<{ png: Buffer; keep: (file: string) => Promise<void> }>;

export const pictureOf = async (page: Page): Promise<Picture> => {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  return {
    png,
    keep: async (file) => void (await sharp(png).webp({ lossless: true, effort: 6 }).toFile(file)),
  };
};

const pixelsOf = async (from: Buffer | string) => {
  const { data, info } = await sharp(from).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
};

/** Of a thousand pixels, how many differ to the eye; what differs is painted into `build/pictures/looks`. */
export const differing = async ({ png, keep }: Picture, file: string, name: string): Promise<number> => {
  const [now, before] = await Promise.all([pixelsOf(png), pixelsOf(file)]);
  const { width, height } = now;
  if (before.width !== width || before.height !== height) return 1_000;
  const painted = Buffer.alloc(now.data.length);
  const count = pixelmatch(before.data, now.data, painted, width, height, { threshold: 0.1 });
  if (count > 0) {
    mkdirSync(differences, { recursive: true });
    await keep(path.join(differences, `${name}-now.webp`));
    await sharp(painted, { raw: { width, height, channels: 4 } }).toFile(
      path.join(differences, `${name}-differs.png`),
    );
  }
  return (count / (width * height)) * 1_000;
};
