/** What every scheduler promises, in real or in virtual time. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Instant, minute, plus, type Scheduler, second } from '@mulin/kernel';

/** A scheduler on trial. */
export type SchedulerTrial = Readonly<{
  scheduler: Scheduler;
  now: () => Instant;
  /** Called once the looker is there. */
  start: () => Promise<void>;
  /** Lets a moment go by, in which what is due may ring. */
  pass: () => Promise<void>;
  close: () => Promise<void>;
}>;

type Open = () => Promise<SchedulerTrial>;

/** Moments to wait for something that must come: a bound, and no measure. */
const patience = 600;

const until = async (trial: SchedulerTrial, came: () => boolean): Promise<void> => {
  for (let left = patience; !came() && left > 0; left--) await trial.pass();
};

/** A looker that writes down whom it looked at and when. */
const looker = (trial: SchedulerTrial) => {
  const groups: (readonly string[])[] = [];
  const moments: Instant[] = [];
  return {
    groups,
    moments,
    seen: () => groups.flat(),
    look: async (subjects: readonly string[]) => {
      moments.push(trial.now());
      groups.push(subjects);
    },
  };
};

/** The suite that every scheduler must pass. */
export const describeScheduler = (name: string, open: Open) => {
  describe(name, () => {
    const opened: SchedulerTrial[] = [];
    const begin = async () => {
      const trial = await open();
      opened.push(trial);
      return trial;
    };
    const watched = async () => {
      const trial = await begin();
      const looked = looker(trial);
      trial.scheduler.onDue(looked.look);
      await trial.start();
      return { ...looked, trial };
    };
    afterEach(async () => {
      for (const trial of opened.splice(0)) await trial.close();
    });

    describe('An alarm', () => {
      test('rings its subject when its moment has come, and not before', async () => {
        const { trial, moments, seen } = await watched();
        const at = plus(trial.now(), second);
        await trial.scheduler.schedule('case-1', at);
        await until(trial, () => seen().length > 0);

        expect(seen()).toEqual(['case-1']);
        expect(moments.filter((moment) => moment < at)).toEqual([]);
      });

      test('set for a moment that is past rings at once', async () => {
        const { trial, seen } = await watched();
        await trial.scheduler.schedule('case-1', plus(trial.now(), -90 * minute));
        await until(trial, () => seen().length > 0);
        expect(seen()).toEqual(['case-1']);
      });

      test('of one subject is the earliest that was asked for, whatever the order', async () => {
        const { trial, moments, seen } = await watched();
        const soon = plus(trial.now(), second);
        await trial.scheduler.schedule('early-last', plus(soon, 60 * minute));
        await trial.scheduler.schedule('early-last', soon);
        await trial.scheduler.schedule('early-first', soon);
        await trial.scheduler.schedule('early-first', plus(soon, 60 * minute));
        await until(trial, () => seen().length > 1);

        expect([...seen()].sort()).toEqual(['early-first', 'early-last']);
        expect(moments.filter((moment) => moment < soon || moment > plus(soon, 30 * minute))).toEqual([]);
      });

      test('is gone when it has rung', async () => {
        const { trial, seen } = await watched();
        await trial.scheduler.schedule('case-1', trial.now());
        await until(trial, () => seen().length > 0);
        await trial.scheduler.schedule('case-2', plus(trial.now(), 2 * second));
        await until(trial, () => seen().includes('case-2'));
        expect(seen()).toEqual(['case-1', 'case-2']);
      });

      test('set anew by the one who looks rings again', async () => {
        const trial = await begin();
        const seen: string[] = [];
        trial.scheduler.onDue(async (subjects) => {
          seen.push(...subjects);
          if (seen.length < 4) await trial.scheduler.schedule('case-1', trial.now());
        });
        await trial.start();
        await trial.scheduler.schedule('case-1', trial.now());
        await until(trial, () => seen.length >= 4);
        expect(seen).toEqual(['case-1', 'case-1', 'case-1', 'case-1']);
      });

      test('set by somebody else while its subject is being looked at rings again', async () => {
        const trial = await begin();
        const seen: string[] = [];
        let letGo: () => void = () => undefined;
        const held = new Promise<void>((resolve) => (letGo = resolve));
        trial.scheduler.onDue(async (subjects) => {
          seen.push(...subjects);
          if (seen.length === 1) await held;
        });
        await trial.start();
        await trial.scheduler.schedule('case-1', trial.now());
        const rung = until(trial, () => seen.length > 0);
        await until(trial, () => seen.length > 0);
        await trial.scheduler.schedule('case-1', plus(trial.now(), second));
        letGo();
        await rung;
        await until(trial, () => seen.length > 1);
        expect(seen).toEqual(['case-1', 'case-1']);
      });
    });

    describe('The trace of an alarm', () => {
      const [first, later] = ['one', 'two'];
      const tracesOfFired = async (schedule: (trial: SchedulerTrial) => Promise<void>) => {
        const trial = await begin();
        const fired: (readonly [subject: string, trace: string | undefined])[] = [];
        trial.scheduler.onDue(async (subjects, traces) => {
          fired.push(...subjects.map((subject) => [subject, traces.get(subject)] as const));
        });
        await schedule(trial);
        await trial.start();
        await until(trial, () => fired.some(([subject]) => subject === 'case-1'));
        return Object.fromEntries(fired);
      };

      test('is the one it was set in, and none where none was told', async () => {
        const traces = await tracesOfFired(async ({ scheduler, now }) => {
          await scheduler.schedule('case-0', now());
          await scheduler.schedule('case-1', plus(now(), 1), first);
        });
        expect(traces).toEqual({ 'case-0': undefined, 'case-1': first });
      });

      test('is that of the earliest moment that was asked for', async () => {
        const traces = await tracesOfFired(async ({ scheduler, now }) => {
          const at = plus(now(), second);
          await scheduler.schedule('case-1', plus(at, minute), first);
          await scheduler.schedule('case-1', at, later);
          await scheduler.schedule('case-1', plus(at, minute), first);
        });
        expect(traces).toEqual({ 'case-1': later });
      });

      test('stays where an earlier moment is asked for in none', async () => {
        const traces = await tracesOfFired(async ({ scheduler, now }) => {
          await scheduler.schedule('case-1', plus(now(), minute), first);
          await scheduler.schedule('case-1', now());
        });
        expect(traces).toEqual({ 'case-1': first });
      });
    });

    describe('Many alarms', () => {
      test('for one moment come as a group', async () => {
        const { trial, groups, seen } = await watched();
        const at = plus(trial.now(), 2 * second);
        const subjects = Array.from({ length: 120 }, (_, place) => `case-${place}`);
        await Promise.all(subjects.map((subject) => trial.scheduler.schedule(subject, at)));
        await until(trial, () => seen().length >= subjects.length);

        expect([...seen()].sort()).toEqual([...subjects].sort());
        expect(groups.length).toBeLessThan(5);
      });

      test('more than one group can hold are all rung', async () => {
        const { trial, seen } = await watched();
        const at = plus(trial.now(), second);
        const subjects = Array.from({ length: 1_700 }, (_, place) => `case-${place}`);
        await Promise.all(subjects.map((subject) => trial.scheduler.schedule(subject, at)));
        await until(trial, () => seen().length >= subjects.length);
        expect(new Set(seen()).size).toBe(1_700);
      });

      test('set for the very second that is being rung, or has just been, ring too', async () => {
        const trial = await begin();
        const seen = new Set<string>();
        // The second alarm of each round comes a little later after the first: somewhere in there its second is over.
        trial.scheduler.onDue(async (subjects) => {
          for (const subject of subjects) {
            seen.add(subject);
            const [kind, round] = subject.split('-');
            if (kind === 'first')
              setTimeout(
                () => void trial.scheduler.schedule(`second-${round}`, trial.now()),
                Number(round) % 10,
              );
          }
        });
        await trial.start();
        for (let round = 0; round < 40; round++) {
          await trial.scheduler.schedule(`first-${round}`, trial.now());
          await until(trial, () => seen.has(`second-${round}`));
        }
        expect(seen.size).toBe(80);
      });
    });

    describe('A look that fails', () => {
      test('brings the same subjects again', async () => {
        const trial = await begin();
        const seen: string[] = [];
        let failures = 3;
        trial.scheduler.onDue(async (subjects) => {
          if (failures-- > 0) throw new Error('the town hall is locked');
          seen.push(...subjects);
        });
        await trial.start();
        await Promise.all(
          ['case-1', 'case-2'].map((subject) => trial.scheduler.schedule(subject, trial.now())),
        );
        await until(trial, () => new Set(seen).size === 2);
        expect([...new Set(seen)].sort()).toEqual(['case-1', 'case-2']);
      });

      test('at one subject keeps nobody else waiting', async () => {
        const trial = await begin();
        const seen: string[] = [];
        trial.scheduler.onDue(async (subjects) => {
          if (subjects.includes('unreadable')) throw new Error('this one cannot be read');
          seen.push(...subjects);
        });
        await trial.start();
        const at = trial.now();
        await Promise.all(
          ['unreadable', 'case-1', 'case-2'].map((subject) => trial.scheduler.schedule(subject, at)),
        );
        await until(trial, () => new Set(seen).size === 2);
        await trial.scheduler.schedule('case-3', trial.now());
        await until(trial, () => seen.includes('case-3'));
        expect([...new Set(seen)].sort()).toEqual(['case-1', 'case-2', 'case-3']);
      });
    });
  });
};
