/** Reports of an error that is retried: when it begins, now and then while it lasts, and when it is over. */

export type RecurringErrorReport = Readonly<{
  /** It did not work. */
  met: (error: unknown) => void;
  /** It worked. */
  over: () => void;
}>;

type Said = Readonly<{
  /** Called when it begins, and again after each `remindMs` in which it was met; `times` counts from its beginning. */
  lasts: (error: unknown, times: number) => void;
  /** Called when it is over, if it had begun. */
  ended: (seconds: number) => void;
  /** Milliseconds between two reports of one error that lasts. Default: one minute. */
  remindMs?: number;
}>;

const usualRemindMs = 60_000;

/** `met` is called with each failure and `over` with each success; both as often as the work is tried. */
export const recurringErrorReport = ({
  lasts,
  ended,
  remindMs = usualRemindMs,
}: Said): RecurringErrorReport => {
  let beganAt: number | undefined;
  let saidAt = 0;
  let times = 0;

  return {
    met: (error) => {
      const now = performance.now();
      times = beganAt === undefined ? 1 : times + 1;
      if (beganAt !== undefined && now - saidAt < remindMs) return;
      beganAt ??= now;
      saidAt = now;
      lasts(error, times);
    },
    over: () => {
      if (beganAt === undefined) return;
      const seconds = Math.round((performance.now() - beganAt) / 100) / 10;
      beganAt = undefined;
      ended(seconds);
    },
  };
};
