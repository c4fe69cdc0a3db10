/** What the trials of a bus are made of: programs, listeners, and names that nobody else uses. */
import { randomUUID } from 'node:crypto';
import type { Bus, Delivered, Message, HandlingOutcome } from '@mulin/kernel';

/** One program on the bus. */
export type BusProgram = Readonly<{
  bus: Bus;
  /** It is gone between two instructions: what it had in hand is never committed. */
  die: () => Promise<void>;
}>;

/** A bus on trial. */
export type BusTrial = Readonly<{
  /** Another program on the same bus. */
  program: () => Promise<BusProgram>;
  /** A topic that is there and that nobody has used. Default: a new name, which becomes a topic when it is used. */
  topic?: () => string;
  close: () => Promise<void>;
}>;

export const texts = (count: number, from = 0) => Array.from({ length: count }, (_, n) => String(from + n));
export const said = (key: string, ...values: readonly string[]): Message[] =>
  values.map((value) => ({ key, value }));
export const place = ({ topic, partition, offset }: Delivered) => `${topic}/${partition}/${offset}`;

/** A receipt that is given later, from outside. */
export const gate = () => {
  let resolve: (receipt: HandlingOutcome) => void = () => {};
  const promise = new Promise<HandlingOutcome>((give) => (resolve = give));
  return { promise, resolve };
};

/** A receiver that writes down what it is given, and answers as it is told. */
export const listener = (
  answer: (message: Delivered) => HandlingOutcome | Promise<HandlingOutcome> = () => 'handled',
) => {
  const heard: Delivered[] = [];
  return {
    heard,
    values: (key?: string) =>
      heard.filter((message) => key === undefined || message.key === key).map(({ value }) => value),
    receive: async (message: Delivered): Promise<HandlingOutcome> => {
      heard.push(message);
      return answer(message);
    },
  };
};

/** Names that nobody else uses, and programs that are ended when the test is. */
export const townOf = (trial: () => BusTrial) => {
  const ends: (() => Promise<unknown>)[] = [];

  const program = async () => {
    const { bus, die } = await trial().program();
    const never = gate();
    let isDead = false;
    ends.push(async () => never.resolve('paused'));

    return {
      publish: bus.publish,
      lag: bus.lag,
      offsets: bus.offsets,
      subscribe: (
        group: string,
        topics: readonly string[],
        receive: (message: Delivered) => Promise<HandlingOutcome>,
      ) => {
        // The dead handle nothing, and their answers reach nobody.
        const stop = bus.subscribe(group, topics, async (message) => {
          const receipt = isDead ? never.promise : await receive(message);
          return isDead ? never.promise : receipt;
        });
        const once = { stopped: undefined as Promise<void> | undefined };
        const stopOnce = () => (once.stopped ??= stop());
        ends.push(stopOnce);
        return stopOnce;
      },
      die: async () => {
        isDead = true;
        await die();
      },
    };
  };

  return {
    program,
    topic: () => trial().topic?.() ?? `mulin.test-${randomUUID()}`,
    group: () => `group-${randomUUID()}`,
    end: async () => {
      const ending = ends.splice(0);
      await Promise.all(ending.map((end) => end()));
    },
  };
};
export type Town = ReturnType<typeof townOf>;
