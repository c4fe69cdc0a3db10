/** Whose token it is, asked once a second for each token: a signature that was good a moment ago is good now. */
import type { Actor, Identity } from '@mulin/kernel';

const trustMs = 1_000;
const most = 10_000;

type Known = Readonly<{ until: number; actor: Promise<Actor | null> }>;

/** What was taken away is gone within a second; a token that is nobody's is not remembered. */
export const rememberedIdentity = (
  identity: Identity,
  nowMs: () => number = () => performance.now(),
): Identity => {
  const known = new Map<string, Known>();

  const ask = async (token: string): Promise<Actor | null> => {
    const actor = await identity.actorOf(token);
    if (actor === null) known.delete(token);
    return actor;
  };

  return {
    issue: identity.issue,
    actorOf: (token) => {
      const before = known.get(token);
      if (before !== undefined && before.until > nowMs()) return before.actor;
      if (known.size >= most) known.clear();
      const actor = ask(token);
      known.set(token, { until: nowMs() + trustMs, actor });
      actor.catch(() => known.delete(token));
      return actor;
    },
  };
};
