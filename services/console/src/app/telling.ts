/** Whether anything was told in passing: until then a phone loads nothing for it. */
import { useSyncExternalStore } from 'react';

let isBegun = false;
const listeners = new Set<() => void>();

export const beginTelling = (): void => {
  isBegun = true;
  for (const listener of listeners) listener();
};

const listen = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export const useTelling = (): boolean => useSyncExternalStore(listen, () => isBegun);
