/** What a tab keeps of whoever sits before it: what they are writing, and what they sent that has no answer yet. */
import { newKey } from './keys';

const drafts = 'mulin-draft:';
const sent = 'mulin-sent:';

/** `by`: whose it is; empty: of whoever has no account. */
type Kept = Readonly<{ by: string; it: unknown }>;

const read = (name: string): Kept | null => {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? 'null') as Kept | null; // we wrote it
  } catch {
    return null; // a browser that keeps nothing
  }
};

const write = (name: string, it: Kept | null): void => {
  try {
    if (it === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(it));
  } catch {
    // It lasts as long as the page.
  }
};

const own = (name: string, by: string): unknown => {
  const kept = read(name);
  return kept?.by === by ? kept.it : null;
};

export const draftOf = (name: string, by: string): unknown => own(drafts + name, by);

/** `null` forgets it. */
export const keepDraft = (name: string, by: string, it: unknown): void =>
  write(drafts + name, it === null ? null : { by, it });

/** The name under which a command was sent that has no answer yet, or a new one. */
export const keyOf = (name: string, by: string): string => {
  const key = own(sent + name, by);
  return typeof key === 'string' ? key : newKey();
};

/** To be called before it is sent; `null`: the town has answered. */
export const keepKey = (name: string, by: string, key: string | null): void =>
  write(sent + name, key === null ? null : { by, it: key });

const isOfOther = (name: string, account: string | null): boolean => {
  if (!name.startsWith(drafts) && !name.startsWith(sent)) return false;
  const by = read(name)?.by ?? '';
  return by !== '' && by !== account;
};

/** Nothing stays of other accounts than this one. */
export const forgetOthersInTab = (account: string | null): void => {
  try {
    for (const name of Object.keys(sessionStorage)) if (isOfOther(name, account)) write(name, null);
  } catch {
    // There is nothing kept.
  }
};
