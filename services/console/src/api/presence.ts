/** Whether somebody sits here: what a page asks by itself must keep no session from ending. */

const restMs = 60_000;
let touchedAt = Date.now();

/** To be called once, where there is a page. */
export const watchPresence = (): void => {
  for (const name of ['pointerdown', 'keydown', 'touchstart'] as const)
    addEventListener(name, () => void (touchedAt = Date.now()), { passive: true });
};

/** Nobody has pressed or pointed for a minute: the page asks by itself. */
export const asksByItself = (): boolean => Date.now() - touchedAt > restMs;
