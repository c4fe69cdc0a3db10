import { backoff } from '@mulin/kernel';

type Parts = Readonly<{
  /** How long nothing begins after the first failure, in milliseconds; twice as long after each further one. */
  firstMs: number;
  longestMs: number;
  /** Called when one message may be tried again. */
  probe: () => void;
}>;

/**
 * Whether messages may begin to be handled, judged by the outcomes of those before: `flowing`, then `paused` for a while
 * after one could not be handled yet, then `probing`, in which a single message is tried. It holds messages back and
 * refuses none; what refuses statements at once is the circuit breaker of libs/postgres.
 */
interface PauseGate {
  /** Whether one more message may begin beside the `inHand` ones, of which `maxInFlight` are allowed. */
  mayBegin(inHand: number, maxInFlight: number): boolean;
  began(message: object): void;
  /** To be called with each outcome. `isDone`: handled; else it was paused, and the next trial waits longer. */
  ended(message: object, isDone: boolean): void;
  stop(): void;
}

/** A gate that is `flowing`. `stop` clears its timer: a paused one stays paused from then on. */
export const pauseGate = ({ firstMs, longestMs, probe }: Parts): PauseGate => {
  let state: 'flowing' | 'paused' | 'probing' = 'flowing';
  let tried: object | null = null;
  const pauseMs = backoff({ firstMs, longestMs });
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;

  const wait = () => {
    state = 'paused';
    failures += 1;
    timer = setTimeout(() => {
      state = 'probing';
      tried = null;
      probe();
    }, pauseMs(failures));
  };

  const flow = () => {
    state = 'flowing';
    failures = 0;
  };

  return {
    mayBegin: (inHand, maxInFlight) =>
      state === 'flowing' ? inHand < maxInFlight : state === 'probing' && tried === null,
    began: (message) => {
      if (state === 'probing') tried = message;
    },
    // Those that were in hand at the first failure say nothing new when they end: together they are one failure.
    ended: (message, isDone) => {
      const isAnswer = state === 'flowing' || (state === 'probing' && message === tried);
      if (!isAnswer) return;
      if (isDone) flow();
      else wait();
    },
    stop: () => clearTimeout(timer),
  };
};
