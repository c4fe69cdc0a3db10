import { type Instant, latest, plus } from './instant.js';

/** What virtual time must know of what it drives: how to wait until it is idle, and when its next timer is due. */
export type World = Readonly<{ settle: () => Promise<void>; nextTimerAt: () => Instant | null }>;

/** A clock for tests and previews that stands still until it is moved, and that stops at each timer on its way. */
export const virtualTime = (start: Instant) => {
  let time = start;

  const moveTo = async (target: Instant, { settle, nextTimerAt }: World): Promise<void> => {
    await settle();
    for (let timerAt = nextTimerAt(); timerAt !== null && timerAt <= target; timerAt = nextTimerAt()) {
      if (timerAt > time) time = timerAt;
      await settle();
    }
    if (target > time) time = target;
    await settle();
  };

  return {
    now: (): Instant => time,
    moveTo,
    pass: (ms: number, world: World): Promise<void> => moveTo(plus(time, ms), world),
    /** To the next alarm, and no further; `false` when nothing waits. */
    toNextAlarm: async (world: World): Promise<boolean> => {
      await world.settle();
      const timerAt = world.nextTimerAt();
      if (timerAt !== null) await moveTo(latest(time, timerAt), world);
      return timerAt !== null;
    },
  };
};
