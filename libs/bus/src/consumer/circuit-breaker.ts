import { backoff } from '@mulin/kernel';

type Parts = Readonly<{
  /** How long it stays open after the first failure, in milliseconds; twice as long after each further one. */
  firstMs: number;
  longestMs: number;
  /** Called when one message may be tried again. */
  probe: () => void;
}>;

/**
 * Whether messages may be handled, judged by the outcomes of those before: `open` for all, `closed` for a while after
 * one was `paused`, then `probing`, in which a single message is tried.
 */
export interface CircuitBreaker {
  /** Whether one more message may begin beside the `inHand` ones, of which `parallel` are allowed. */
  mayBegin(inHand: number, parallel: number): boolean;
  began(message: object): void;
  /** To be called with each outcome. `isDone`: handled; else it was paused, and the next trial waits longer. */
  ended(message: object, isDone: boolean): void;
  stop(): void;
}

export const circuitBreaker = ({ firstMs, longestMs, probe }: Parts): CircuitBreaker => {
  let state: 'open' | 'closed' | 'probing' = 'open';
  let tried: object | null = null;
  const pauseMs = backoff({ firstMs, longestMs });
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const wait = () => {
    state = 'closed';
    failures += 1;
    timer = setTimeout(() => {
      state = 'probing';
      tried = null;
      probe();
    }, pauseMs(failures));
  };

  const open = () => {
    state = 'open';
    failures = 0;
  };

  return {
    mayBegin: (inHand, parallel) =>
      state === 'open' ? inHand < parallel : state === 'probing' && tried === null,
    began: (message) => {
      if (state === 'probing') tried = message;
    },
    // Those that were in hand at the first failure say nothing new when they end: together they are one failure.
    ended: (message, isDone) => {
      const isAnswer = state === 'open' || (state === 'probing' && message === tried);
      if (!isAnswer) return;
      if (isDone) open();
      else wait();
    },
    stop: () => clearTimeout(timer),
  };
};
