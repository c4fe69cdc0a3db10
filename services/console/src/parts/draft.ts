/** What somebody is writing, kept in this tab until it is sent: a reload or a lost session takes nothing away. */
import { useCallback, useState } from 'react';
import { useSession } from '../api/session';
import { draftOf, keepDraft } from '../api/tab';

/** @returns the draft, how to change it, and how to begin anew. It is shown to the account alone that wrote it. */
export const useDraft = <Draft extends object>(name: string, empty: Draft) => {
  const account = useSession()?.account ?? '';
  const [draft, setDraft] = useState<Draft>(() => ({
    ...empty,
    ...(draftOf(name, account) as Partial<Draft> | null), // kept below, under the same name
  }));
  const change = (some: Partial<Draft>) =>
    setDraft((before) => {
      const after = { ...before, ...some };
      keepDraft(name, account, after);
      return after;
    });
  const clear = useCallback(
    (kept: Partial<Draft> = {}) => {
      keepDraft(name, account, null);
      setDraft({ ...empty, ...kept });
    },
    [name, account, empty],
  );
  return { draft, change, clear };
};
