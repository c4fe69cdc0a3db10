/** The town's time: a phone whose own clock is wrong must not say that something is late. */

/** Milliseconds that this machine's clock is behind the town's. */
let behindMs = 0;

/** The same to the half second, however little it is. */
let exactlyMs = 0;

/** Believes the `date` of an answer, which has whole seconds, where ours differs by more than a moment. */
export const compareClock = (date: string | null): void => {
  const told = date === null ? Number.NaN : Date.parse(date);
  if (Number.isNaN(told)) return;
  const difference = told + 500 - Date.now();
  exactlyMs = difference;
  behindMs = Math.abs(difference) > 5_000 ? difference : 0;
};

/** Now, in milliseconds since 1970, as the town has it. */
export const townNow = (): number => Date.now() + behindMs;

/** When it was by the town's clock, what was by this device's clock then; both in milliseconds since 1970. */
export const townTime = (deviceMs: number): number => deviceMs + exactlyMs;

export const clockIsOffBy = (): number => behindMs;
