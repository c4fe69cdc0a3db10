/** Fills pages from top to bottom. */
import type { Mark } from './marks.js';
import { page } from './measures.js';

/** Where the next thing goes. It is told what is put, and keeps count. */
export type Flow = Readonly<{
  /** The upper edge of what comes next, in points from the top of the page. */
  y: () => number;
  /** What is left of the page, in points. */
  room: () => number;
  put: (...marks: readonly Mark[]) => void;
  /** Goes on so much further down. */
  advance: (height: number) => void;
  /** Keeps a distance to what stands above; none at the top of a page. */
  gap: (height: number) => void;
  /** Goes to a new page, unless this one is empty. */
  newPage: () => void;
  /** Goes to a new page where `height` does not fit this one but an empty one; otherwise stays. */
  keep: (height: number) => void;
  pages: () => readonly (readonly Mark[])[];
}>;

/** What an empty page holds, in points. */
export const fullPage = page.height - page.top - page.bottom;

/** Rounding must not send a line to the next page. */
const tolerance = 0.01;

export const startFlow = (): Flow => {
  const pages: Mark[][] = [[]];
  let y: number = page.top;
  const room = () => page.height - page.bottom - y + tolerance;
  const newPage = () => {
    if (y === page.top) return;
    pages.push([]);
    y = page.top;
  };
  return {
    y: () => y,
    room,
    put: (...marks) => void pages.at(-1)?.push(...marks),
    advance: (height) => void (y += height),
    gap: (height) => void (y += y === page.top ? 0 : height),
    newPage,
    keep: (height) => {
      if (height > room() && height <= fullPage) newPage();
    },
    pages: () => pages,
  };
};
