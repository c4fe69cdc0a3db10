import { type Instant, plus } from './instant.js';

/** What virtual time must know of a world: how to let it come to rest, and when something wakes next. */
export type World = Readonly<{ settle: () => Promise<void>; nextAlarm: () => Instant | null }>;

/** A clock that stands until it is moved, and that stops at every alarm on its way. */
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
      if (alarm !== null) await moveTo(alarm > time ? alarm : time, world);
      return alarm !== null;
    },
  };
};
