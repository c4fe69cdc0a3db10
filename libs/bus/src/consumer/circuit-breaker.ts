import { backoff } from '@mulin/kernel';

type Parts = Readonly<{
  firstMs: number;
  longestMs: number;
  /** One message may be tried again. */
  probe: () => void;
}>;

/** Whether the world is up, as far as the receipts tell: open, or closed until one message was tried and done. */
export interface CircuitBreaker {
  /** Whether one more may begin beside those in hand, of which there may be so many. */
  mayBegin(inHand: number, parallel: number): boolean;
  began(message: object): void;
  /** Done, or met by a world that is down: then the wait for the next trial is longer each time. */
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
    // What was in hand when the world went down says nothing new when it ends: together it is one failure.
    ended: (message, isDone) => {
      const isAnswer = state === 'open' || (state === 'probing' && message === tried);
      if (!isAnswer) return;
      if (isDone) open();
      else wait();
    },
    stop: () => clearTimeout(timer),
  };
};
