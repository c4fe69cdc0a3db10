/** What somebody is writing, kept in this tab until it is sent: a reload or a lost session takes nothing away. */
import { useCallback, useState } from 'react';
import { useSession } from '../api/session';

/** @returns the draft, how to change it, and how to begin anew. It is shown to the account alone that wrote it. */
export const useDraft = <Draft extends object>(name: string, empty: Draft) => {
  const account = useSession()?.account ?? '';
  const key = `mulin-draft:${name}`;
  const [draft, setDraft] = useState<Draft>(() => {
    try {
      const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
      const { by, it } = (kept ?? {}) as { by?: string; it?: Partial<Draft> }; // we wrote it
      return by === account ? { ...empty, ...it } : empty;
    } catch {
      return empty; // a browser that keeps nothing
    }
  });
  const keep = (it: Draft) => {
    try {
      sessionStorage.setItem(key, JSON.stringify({ by: account, it }));
    } catch {
      // It lasts as long as the page.
    }
  };
  const change = (some: Partial<Draft>) =>
    setDraft((before) => {
      const after = { ...before, ...some };
      keep(after);
      return after;
    });
  const clear = useCallback(
    (kept: Partial<Draft> = {}) => {
      sessionStorage.removeItem(key);
      setDraft({ ...empty, ...kept });
    },
    [key, empty],
  );
  return { draft, change, clear };
};
