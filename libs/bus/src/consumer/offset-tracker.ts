import type { Delivered } from '@mulin/kernel';
import type { CommittableOffset, TopicPartition } from './driver.js';

/** A partition gets more when fewer than this are unfinished: enough to keep busy, little to do again after a crash. */
const roomBelow = 100;

export type InFlightMessage = {
  readonly message: Delivered;
  readonly progress: OffsetTracker;
  isDone: boolean;
  /** How often it met a world that is down. */
  failures: number;
};

/** How far one partition has come: what is unfinished, and where the unbroken row of finished messages ends. */
export interface OffsetTracker {
  readonly isReleased: boolean;
  /** Whether another of its messages may begin: the partition is neither released nor lost. */
  mayBegin(): boolean;
  add(messages: readonly Delivered[]): readonly InFlightMessage[];
  begin(): void;
  /** One that had begun is over: handled for good, or not. */
  end(entry: InFlightMessage, isDone: boolean): void;
  /** What there is to commit, unless it was committed. */
  uncommitted(): CommittableOffset | null;
  committed(done: CommittableOffset): void;
  room(): Promise<void>;
  /** No more begins. Resolves when what had begun is over. */
  release(): Promise<void>;
}

export const offsetTracker = (
  topicPartition: TopicPartition,
  owns: (topicPartition: TopicPartition) => boolean,
): OffsetTracker => {
  const row = unbrokenRow();
  let begun = 0;
  let committedTo = 0;
  let isReleased = false;
  const room = waitingFor(() => isReleased || row.unfinished() < roomBelow);
  const idle = waitingFor(() => begun === 0);

  const progress: OffsetTracker = {
    get isReleased() {
      return isReleased;
    },
    add: (messages) =>
      row.add(messages.map((message) => ({ message, progress, isDone: false, failures: 0 }))),
    mayBegin: () => !isReleased && owns(topicPartition),
    begin: () => void begun++,
    end: (entry, isDone) => {
      begun--;
      entry.isDone = isDone;
      if (isDone) row.advance();
      room.look();
      idle.look();
    },
    uncommitted: () => (row.next() > committedTo ? { ...topicPartition, next: row.next() } : null),
    committed: (done) => void (committedTo = done.next),
    room: room.wait,
    release: () => {
      isReleased = true;
      room.look();
      return idle.wait();
    },
  };
  return progress;
};

/** Any number may wait for one thing: a partition can be released twice, by its driver and by who stops. */
const waitingFor = (isSo: () => boolean) => {
  let waiting: (() => void)[] = [];

  return {
    wait: (): Promise<void> => new Promise((resolve) => (isSo() ? resolve() : waiting.push(resolve))),
    look: () => {
      if (waiting.length === 0 || !isSo()) return;
      const woken = waiting;
      waiting = [];
      for (const wake of woken) wake();
    },
  };
};

/** The messages of a partition in their order, and the place behind the last one before which all are done. */
const unbrokenRow = () => {
  let entries: readonly InFlightMessage[] = [];
  let first = 0;
  let next = 0;

  return {
    add: (more: readonly InFlightMessage[]): readonly InFlightMessage[] => {
      entries = [...entries.slice(first), ...more];
      first = 0;
      return more;
    },
    advance: () => {
      for (let entry = entries[first]; entry?.isDone === true; entry = entries[first]) {
        next = entry.message.offset + 1;
        first++;
      }
    },
    next: () => next,
    unfinished: () => entries.length - first,
  };
};
