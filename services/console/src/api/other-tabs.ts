/** The cookie is of all tabs: what one of them does with it, the others follow. */
import type { KeptSession } from './last-session';

type Mine = Readonly<{ account: string; isBrokenOff: boolean }> | null;

/**
 * What a tab does when another one has changed who sits here. `begin-anew`: they left, or are somebody else; `end`: their
 * session ended; `go-on`: they are back.
 */
export const followed = (mine: Mine, now: KeptSession | null): 'nothing' | 'begin-anew' | 'end' | 'go-on' => {
  const isThere = now !== null && now.isOver !== true;
  if (mine === null) return isThere ? 'begin-anew' : 'nothing';
  if (now?.account !== mine.account) return 'begin-anew';
  if (isThere === !mine.isBrokenOff) return 'nothing';
  return isThere ? 'go-on' : 'end';
};
