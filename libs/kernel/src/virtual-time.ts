import { type Instant, latest, plus } from './instant.js';

/** What virtual time must know of what it drives: how to wait until it is idle, and when its next timer is due. */
export type World = Readonly<{ settle: () => Promise<void>; nextAlarm: () => Instant | null }>;

/** A clock for tests and previews that stands still until it is moved, and that stops at each timer on its way. */
export const virtualTime = (start: Instant) => {
  let time = start;

  const moveTo = async (target: Instant, { settle, nextAlarm }: World): Promise<void> => {
    await settle();
    for (let alarm = nextAlarm(); alarm !== null && alarm <= target; alarm = nextAlarm()) {
      if (alarm > time) time = alarm;
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
      const alarm = world.nextAlarm();
      if (alarm !== null) await moveTo(latest(time, alarm), world);
      return alarm !== null;
    },
  };
};
