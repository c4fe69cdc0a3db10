import { useState } from 'react';
import { keep, kept } from './kept';

/** A state that is still there after the page was loaded again, or after going back to it. */
export const useKept = <It>(name: string, initial: It) => {
  const [it, setIt] = useState<It>(() => kept<It>(name) ?? initial);
  const set = (next: It): void => {
    setIt(next);
    keep(name, next);
  };
  const forget = (): void => {
    setIt(initial);
    keep(name, null);
  };
  return [it, set, forget] as const;
};
