/** What somebody has written and not sent: it stays with the tab, through a refusal, a reload and the back button. */
import { useState } from 'react';

const stored = <Value>(name: string, first: Value): Value => {
  try {
    const kept = sessionStorage.getItem(name);
    return kept === null ? first : (JSON.parse(kept) as Value); // only this hook writes it
  } catch {
    return first;
  }
};

const keep = (name: string, value: unknown): void => {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, JSON.stringify(value));
  } catch {
    // A browser that keeps nothing: it lasts as long as the page.
  }
};

/** @returns what is written, how to change it, and how to forget it once it was sent. */
export const useDraft = <Value>(
  about: string,
  first: Value,
): readonly [Value, (value: Value) => void, () => void] => {
  const name = `mulin-draft-${about}`;
  const [value, setValue] = useState(() => stored(name, first));
  const change = (next: Value) => {
    keep(name, next);
    setValue(next);
  };
  const forget = () => {
    keep(name, null);
    setValue(first);
  };
  return [value, change, forget];
};
