/** Whether whoever did something in a made-up town had come in by its demo: only then it is made up as well. */
import { hour, type Instant, plus } from '@mulin/kernel';
import type { Platform } from '@mulin/service';

type Parts = Pick<Platform, 'signIn'>;

const recordsAtOnce = 200;

/** A session by demo lasts so long at most: what was opened later was opened by somebody else. */
const demoSessionMs = hour;

type Entering = 'signed-in-by-demo' | 'signed-in';

/** When somebody last entered this account in this way before that moment; `null`: never. */
const lastEntered = async (
  { signIn }: Parts,
  { what, about, at }: Readonly<{ what: Entering; about: string; at: Instant }>,
): Promise<Instant | null> => {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { about, what, limit: recordsAtOnce };
    const page = await signIn.records(cursor === undefined ? query : { ...query, cursor });
    // Newest first: the first that is early enough is the last of them, and nothing older matters.
    const last = page.items.find((it) => it.at <= at);
    if (last !== undefined) return last.at;
    cursor = page.next;
  }
  return null;
};

/** Whether they had come in to this account by demo, not long before that moment, and not by the password since. */
export const hadComeByDemo = async (parts: Parts, about: string, at: Instant): Promise<boolean> => {
  const byDemo = await lastEntered(parts, { what: 'signed-in-by-demo', about, at });
  if (byDemo === null || byDemo < plus(at, -demoSessionMs)) return false;
  const byPassword = await lastEntered(parts, { what: 'signed-in', about, at });
  return byPassword === null || byPassword < byDemo;
};
