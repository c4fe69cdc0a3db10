import type { Delivered } from '@mulin/kernel';
import type { Done, Lane } from './driver.js';

/** A lane gets more when fewer than this are unfinished: enough to keep busy, little to do again after a crash. */
const roomBelow = 100;

export type Entry = { readonly message: Delivered; readonly progress: Progress; isDone: boolean };

/** How far one lane has come: what is unfinished, and where the unbroken row of finished messages ends. */
export interface Progress {
  readonly isReleased: boolean;
  add(messages: readonly Delivered[]): readonly Entry[];
  begin(): void;
  /** One that had begun is over: handled for good, or not. */
  end(entry: Entry, isDone: boolean): void;
  /** What there is to commit, unless it was committed. */
  uncommitted(): Done | null;
  committed(done: Done): void;
  room(): Promise<void>;
  /** No more begins. Resolves when what had begun is over. */
  release(): Promise<void>;
}

export const progressOf = (lane: Lane): Progress => {
  let entries: Entry[] = [];
  let first = 0;
  let begun = 0;
  let next = 0;
  let committedTo = 0;
  let isReleased = false;
  let wakeRoom = () => {};
  let wakeIdle = () => {};

  const hasRoom = () => isReleased || entries.length - first < roomBelow;

  const advance = () => {
    for (let entry = entries[first]; entry?.isDone === true; entry = entries[first]) {
      next = entry.message.offset + 1;
      first++;
    }
    if (first < entries.length && first < 500) return;
    entries = entries.slice(first);
    first = 0;
  };

  const progress: Progress = {
    get isReleased() {
      return isReleased;
    },
    add: (messages) => {
      const added = messages.map((message): Entry => ({ message, progress, isDone: false }));
      entries = entries.concat(added);
      return added;
    },
    begin: () => void begun++,
    end: (entry, isDone) => {
      begun--;
      entry.isDone = isDone;
      if (isDone) advance();
      if (hasRoom()) wakeRoom();
      if (begun === 0) wakeIdle();
    },
    uncommitted: () => (next > committedTo ? { ...lane, next } : null),
    committed: (done) => void (committedTo = done.next),
    room: () => new Promise((resolve) => (hasRoom() ? resolve() : (wakeRoom = resolve))),
    release: () => {
      isReleased = true;
      wakeRoom();
      return new Promise((resolve) => (begun === 0 ? resolve() : (wakeIdle = resolve)));
    },
  };
  return progress;
};
