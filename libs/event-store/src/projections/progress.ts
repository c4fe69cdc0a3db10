/** How far a view has come, and who waits for it. */
export type Progress = Readonly<{
  at: () => number;
  /** Whether its rows are being made anew beside those of other rules. */
  isBuilding: () => boolean;
  building: (is: boolean) => void;
  reach: (position: number) => void;
  /** Whether it was reached within this time. */
  until: (position: number, withinMs: number) => Promise<boolean>;
}>;

export const progressing = (): Progress => {
  const waiting = new Map<() => void, number>();
  let at = 0;
  let isBuilding = false;

  return {
    at: () => at,
    isBuilding: () => isBuilding,
    building: (is) => {
      isBuilding = is;
    },
    reach: (position) => {
      at = position;
      for (const [go, wanted] of waiting) if (at >= wanted) go();
    },
    until: (position, withinMs) => {
      if (at >= position) return Promise.resolve(true);
      return new Promise((resolve) => {
        const answer = (isShown: boolean) => {
          clearTimeout(timer);
          waiting.delete(go);
          resolve(isShown);
        };
        const go = () => answer(true);
        const timer = setTimeout(() => answer(false), withinMs);
        waiting.set(go, position);
      });
    },
  };
};
