/** How much one caller may ask: so many at once, and so many a second. */
import type { Allowance } from './auth.guard.js';

const callersKept = 10_000;

type Bucket = { left: number; at: number };

/** A bucket for each caller, filled again as time passes; who has not called for long is forgotten. */
export const rateLimit = (
  { burst, perSecond }: Readonly<{ burst: number; perSecond: number }>,
  nowMs: () => number = () => performance.now(),
): Allowance => {
  const buckets = new Map<string, Bucket>();

  return (caller) => {
    const at = nowMs();
    const before = buckets.get(caller) ?? { left: burst, at };
    const left = Math.min(burst, before.left + ((at - before.at) / 1_000) * perSecond);
    const allowed = left >= 1;
    buckets.delete(caller);
    buckets.set(caller, { left: allowed ? left - 1 : left, at });
    const [oldest] = buckets.keys();
    if (buckets.size > callersKept && oldest !== undefined) buckets.delete(oldest);
    return allowed;
  };
};
