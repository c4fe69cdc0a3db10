/** What nobody can press, because something else lies on it. */
import type { Page } from 'playwright-core';

/** Run in the page: controls of the dialog that is open, or else of the page, brought to the middle one by one. */
const find = `(() => {
  const open = [...document.querySelectorAll('[role=dialog]')].filter((it) => it.checkVisibility());
  // What is open over the page lies on it, and is meant to.
  if (document.querySelector('[role=listbox], [role=menu], .frame-more')?.checkVisibility()) return [];
  const scrolled = [...document.querySelectorAll('*')].filter((it) => it.scrollTop > 0).map((it) => [it, it.scrollTop]);
  // Marks of a map may lie on each other, a notification goes away by itself, and a menu was opened to lie there.
  const apart = '.maplibregl-map, .leaflet-container, .mantine-Notifications-root, .frame-more';
  const isFree = (control) => {
    control.scrollIntoView({ block: 'center', inline: 'nearest' });
    const box = [...control.getClientRects()].find(({ width, height }) => width > 1 && height > 1);
    if (box === undefined) return true;
    const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    if (hit === null || hit.closest(apart) !== null) return true;
    return hit.contains(control) || control.contains(hit) || [...(control.labels ?? [])].some((it) => it.contains(hit));
  };
  const within = open.at(-1) ?? document.querySelector('.frame-main') ?? document.body;
  const covered = [...within.querySelectorAll('a[href], button, input, textarea, select, summary')]
    .filter((it) => it.checkVisibility() && it.closest(apart) === null)
    .slice(0, 60)
    .filter((it) => it.isConnected && !isFree(it))
    .map((it) => it.outerHTML.slice(0, 160));
  scrollTo(0, 0);
  for (const [it, top] of scrolled) it.scrollTop = top;
  return covered;
})()`;

/** Those that are covered, as the page has them. */
export const coveredIn = (page: Page): Promise<readonly string[]> => page.evaluate<readonly string[]>(find);
