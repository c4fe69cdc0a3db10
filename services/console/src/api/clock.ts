/** The town's time: a phone whose own clock is wrong must not say that something is late. */

const kept = 'mulin-clock';

/** As it was when the town was heard last: a wrong clock is not right because there is no network. */
const behindBefore = (): number => {
  try {
    return Number(localStorage.getItem(kept) ?? 0) || 0;
  } catch {
    return 0; // a browser that keeps nothing
  }
};

const keepBehind = (ms: number): void => {
  try {
    if (ms === 0) localStorage.removeItem(kept);
    else localStorage.setItem(kept, String(ms));
  } catch {
    // It lasts as long as the page.
  }
};

/** Milliseconds that this machine's clock is behind the town's. */
let behindMs = behindBefore();

/** The same to the half second, however little it is. */
let exactlyMs: number | null = null;

/** The browser may have had such an answer for a while: its date says when it was made, and not what time it is. */
const mayBeOld = (headers: Headers): boolean =>
  /(?:^|[\s,])max-age="?0*[1-9]/i.test(headers.get('cache-control') ?? '');

/** Believes the `date` of an answer, which has whole seconds, where ours differs by more than a moment. */
export const compareClock = (headers: Headers): void => {
  if (mayBeOld(headers)) return;
  const told = Date.parse(headers.get('date') ?? '');
  if (Number.isNaN(told)) return;
  const difference = told + 500 - Date.now();
  exactlyMs = difference;
  const before = behindMs;
  behindMs = Math.abs(difference) > 5_000 ? difference : 0;
  if (Math.abs(before - behindMs) > 1_000) keepBehind(behindMs);
};

/** Now, in milliseconds since 1970, as the town has it. */
export const townNow = (): number => Date.now() + behindMs;

/** When it was by the town's clock, what was by this device's clock then; both in milliseconds since 1970. */
export const townTime = (deviceMs: number): number => deviceMs + (exactlyMs ?? behindMs);

/** How far this device's clock is behind by what the town has told this page; `null`: it has told nothing. */
export const toldBehind = (): number | null => exactlyMs;

export const clockIsOffBy = (): number => behindMs;
