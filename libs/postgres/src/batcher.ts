/** Many calls at once become one statement: what comes while a batch is under way goes with the next. */
import process from 'node:process';
import { concernsAll } from './errors.js';

/** What is carried out together, and how much at once. */
export type Batching<Item, Answer> = Readonly<{
  /**
   * Carries out a batch and answers for each of its items, in their order. An answer that is an `Error` is thrown
   * at its own caller. Where it throws, whose fault that is is found out by carrying out parts of the batch, down
   * to single items: so it must be all or nothing, and an item may be carried out again after a failure.
   */
  carry: (items: readonly Item[]) => Promise<readonly (Answer | Error)[]>;
  /** How many batches may be under way at once. Default: 1. */
  concurrency?: number;
  /** How many items a batch has at most. Default: 500. */
  mostItems?: number;
  /** How many bytes a batch has at most, but for an item that is larger and goes alone. Default: 4,000,000. */
  mostBytes?: number;
  /** The size of an item. Default: 0, so that only items are counted. */
  bytesOf?: (item: Item) => number;
  /** Begins a batch: says of one item after the other whether it may go with those before it. */
  admit?: () => (item: Item) => boolean;
}>;

type Call<Item, Answer> = Readonly<{
  item: Item;
  bytes: number;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
}>;

/** What PostgreSQL takes in one statement without effort. */
const usualItems = 500;
const usualBytes = 4_000_000;

/**
 * Makes a function whose calls are carried out in batches: those that come while a batch is under way go with the next
 * one. They go in the order in which they came, but for those that `admit` keeps apart. An error that one item causes
 * rejects its call alone; one that concerns all (PostgreSQL is not reached) rejects all calls of the batch.
 */
export const batcher = <Item, Answer>(
  batching: Batching<Item, Answer>,
): ((item: Item) => Promise<Answer>) => {
  const { concurrency = 1, bytesOf } = batching;
  const take = taking(batching);
  const carry = carrying(batching.carry);
  let queue: readonly Call<Item, Answer>[] = [];
  let fresh: Call<Item, Answer>[] = [];
  let underWay = 0;
  let isCalled = false;
  let wasAlone = false;

  const begin = async () => {
    underWay += 1;
    const { taken, left } = take(fresh.length === 0 ? queue : [...queue, ...fresh]);
    queue = left;
    fresh = [];
    wasAlone = taken.length === 1;
    await carry(taken);
    underWay -= 1;
    call();
  };

  const open = () => {
    isCalled = false;
    while (underWay < concurrency && queue.length + fresh.length > 0) void begin();
  };

  /** After all who run in this turn have asked; one who came alone the last time need not wait for so long. */
  const call = () => {
    if (isCalled || queue.length + fresh.length === 0) return;
    isCalled = true;
    if (wasAlone) process.nextTick(open);
    else setImmediate(open);
  };

  return (item) =>
    new Promise((resolve, reject) => {
      fresh.push({ item, bytes: bytesOf?.(item) ?? 0, resolve, reject });
      if (underWay < concurrency) call();
    });
};

/** The next batch from the beginning of a queue, and what is left of it. */
const taking = <Item, Answer>({
  admit,
  mostItems = usualItems,
  mostBytes = usualBytes,
}: Batching<Item, Answer>) => {
  type Calls = readonly Call<Item, Answer>[];

  return (queue: Calls): Readonly<{ taken: Calls; left: Calls }> => {
    const admits = admit?.();
    const taken: Call<Item, Answer>[] = [];
    const left: Call<Item, Answer>[] = [];
    let bytes = 0;
    for (const [place, call] of queue.entries()) {
      const isFull = taken.length >= mostItems || bytes + call.bytes > mostBytes;
      if (isFull && taken.length > 0) return { taken, left: [...left, ...queue.slice(place)] };
      if (admits?.(call.item) === false) left.push(call);
      else {
        taken.push(call);
        bytes += call.bytes;
      }
    }
    return { taken, left };
  };
};

type Failure = Readonly<{ error: unknown }>;

/** Never fails itself: whoever waits is answered or refused. */
const carrying = <Item, Answer>(carry: Batching<Item, Answer>['carry']) => {
  type Calls = readonly Call<Item, Answer>[];

  const refuse = (calls: Calls, { error }: Failure): Failure => {
    for (const { reject } of calls) reject(error);
    return { error };
  };

  /** Parts one after the other, so that they keep their order. Answers what concerns all, and so the rest, too. */
  const carryParts = async (calls: Calls): Promise<Failure | undefined> => {
    const half = calls.length >> 1;
    const failure = await carryAll(calls.slice(0, half));
    return failure === undefined ? carryAll(calls.slice(half)) : refuse(calls.slice(half), failure);
  };

  const carryAll = async (calls: Calls): Promise<Failure | undefined> => {
    try {
      answer(calls, await carry(calls.map(({ item }) => item)));
      return undefined;
    } catch (error) {
      if (concernsAll(error)) return refuse(calls, { error });
      if (calls.length > 1) return carryParts(calls);
      refuse(calls, { error });
      return undefined;
    }
  };

  return carryAll;
};

const answer = <Item, Answer>(
  calls: readonly Call<Item, Answer>[],
  answers: readonly (Answer | Error)[],
): void => {
  if (answers.length !== calls.length) throw new Error('A batch answers for each of its items.');
  for (const [place, { resolve, reject }] of calls.entries()) {
    const its = answers[place];
    if (its instanceof Error) reject(its);
    // There is one answer for each item; the type of a list cannot say so.
    else resolve(its as Answer);
  }
};
