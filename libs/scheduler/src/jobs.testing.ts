/** What all jobs promise, whatever they wait in. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { type Instant, type Jobs, minute, plus, second } from '@mulin/kernel';

/** Jobs on trial. */
type JobsTrial = Readonly<{
  jobs: Jobs;
  now: () => Instant;
  /** Called once there is somebody who tries. */
  start: () => Promise<void>;
  /** Lets a moment go by. */
  pass: () => Promise<void>;
  close: () => Promise<void>;
}>;

/** Moments to wait for something that must come: a bound, and no measure. */
const patience = 2_000;

const until = async ({ pass }: JobsTrial, came: () => boolean): Promise<void> => {
  for (let left = patience; !came() && left > 0; left--) await pass();
};

/** The suite that all jobs must pass. */
export const describeJobs = (name: string, open: () => Promise<JobsTrial>) => {
  describe(name, () => {
    const opened: JobsTrial[] = [];
    afterEach(async () => {
      for (const trial of opened.splice(0)) await trial.close();
    });

    /** Somebody who tries, writes down what and when, and answers as they are told. */
    const trying = async (answer: (id: string, nth: number, now: Instant) => Promise<Instant | null>) => {
      const trial = await open();
      opened.push(trial);
      const tried: { id: string; at: Instant; traceparent: string | undefined }[] = [];
      const timesOf = (id: string) => tried.filter((it) => it.id === id).length;
      trial.jobs.onJob(async (id, traceparent) => {
        tried.push({ id, at: trial.now(), traceparent });
        return answer(id, timesOf(id), trial.now());
      });
      await trial.start();
      return {
        trial,
        tried,
        timesOf,
        untilTried: (id: string, n = 1) => until(trial, () => timesOf(id) >= n),
      };
    };

    test('each attempt is told the trace in which the job was added, where there is one', async () => {
      const { trial, tried, untilTried } = await trying(async (id, nth, now) =>
        id === 'job-1' && nth < 3 ? now : null,
      );
      await trial.jobs.add('job-1', trial.now(), 'a-trace');
      await trial.jobs.add('job-2', trial.now());
      await untilTried('job-1', 3);
      await untilTried('job-2');
      const traces = (of: string) => tried.filter(({ id }) => id === of).map((it) => it.traceparent);
      expect(traces('job-1').slice(0, 3)).toEqual(['a-trace', 'a-trace', 'a-trace']);
      expect(new Set(traces('job-2'))).toEqual(new Set([undefined]));
    });

    test('a job is tried when its moment has come, and not before, and no more once it is over', async () => {
      const { trial, tried, untilTried } = await trying(async () => null);
      const at = plus(trial.now(), second);
      await trial.jobs.add('job-1', at);
      await untilTried('job-1');
      await trial.jobs.add('job-2', plus(trial.now(), second));
      await untilTried('job-2');
      expect(tried.map(({ id }) => id)).toEqual(['job-1', 'job-2']);
      expect(tried.filter((it) => it.at < at)).toEqual([]);
    });

    test('one whose moment is past is tried at once', async () => {
      const { trial, timesOf, untilTried } = await trying(async () => null);
      await trial.jobs.add('job-1', plus(trial.now(), -90 * minute));
      await untilTried('job-1');
      expect(timesOf('job-1')).toBe(1);
    });

    test('an attempt says when the next one is made', async () => {
      const { trial, tried, untilTried } = await trying(async (_, nth, now) =>
        nth < 3 ? plus(now, second) : null,
      );
      await trial.jobs.add('job-1', trial.now());
      await untilTried('job-1', 3);
      const [first, next, last] = tried.map(({ at }) => at);
      expect(first && next && next >= plus(first, second)).toBe(true);
      expect(next && last && last >= plus(next, second)).toBe(true);
    });

    test('an attempt that could not be made is made again', async () => {
      const { trial, timesOf, untilTried } = await trying(async (_, nth) => {
        if (nth === 1) throw new Error('not now');
        return null;
      });
      await trial.jobs.add('job-1', trial.now());
      await untilTried('job-1', 2);
      expect(timesOf('job-1')).toBe(2);
    });

    test('one that waits already is tried once, however often it is added', async () => {
      const { trial, timesOf, untilTried } = await trying(async () => null);
      const at = plus(trial.now(), second);
      for (const _ of [1, 2, 3]) await trial.jobs.add('job-1', at);
      await untilTried('job-1');
      await trial.jobs.add('job-2', plus(trial.now(), second));
      await untilTried('job-2');
      expect(timesOf('job-1')).toBe(1);
    });

    test('one that is over may be added again', async () => {
      const { trial, timesOf, untilTried } = await trying(async () => null);
      await trial.jobs.add('job-1', trial.now());
      await untilTried('job-1');
      for (let nth = 0; timesOf('job-1') < 2 && nth < patience; nth++) {
        await trial.jobs.add('job-1', trial.now());
        await trial.pass();
      }
      expect(timesOf('job-1')).toBeGreaterThan(1);
    });

    test('one that takes long keeps no other from being tried', async () => {
      let release = () => undefined as void;
      const held = new Promise<void>((resolve) => (release = resolve));
      const { trial, timesOf, untilTried } = await trying(async (id) => {
        if (id === 'slow') await held;
        return null;
      });
      await trial.jobs.add('slow', trial.now());
      await untilTried('slow');
      await trial.jobs.add('quick', trial.now());
      await untilTried('quick');
      expect(timesOf('quick')).toBe(1);
      release();
    });
  });
};
