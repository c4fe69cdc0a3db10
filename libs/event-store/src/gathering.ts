/** Gives what many ask for at the same time to one who serves them together. */
import process from 'node:process';
import { Unavailable } from '@mulin/kernel';

type Waiting<Ask, Answer> = Readonly<{
  ask: Ask;
  resolve: (answer: Answer) => void;
  reject: (reason: unknown) => void;
}>;

export type Counter<Ask, Answer> = Readonly<{
  /** The answers, in the order of the asks. */
  serve: (asks: readonly Ask[]) => Promise<readonly Answer[]>;
  /** How many servings may go on at once; who comes meanwhile is served together. */
  lanes: number;
  /** Begins a serving: says of one ask after the other whether it may be part of it. */
  admit: () => (ask: Ask) => boolean;
}>;

export const gathering = <Ask, Answer>({ serve, lanes, admit }: Counter<Ask, Answer>) => {
  let queue: Waiting<Ask, Answer>[] = [];
  let serving = 0;
  let isCalled = false;
  let wasAlone = false;

  const take = () => {
    const admits = admit();
    const taken: Waiting<Ask, Answer>[] = [];
    const left: Waiting<Ask, Answer>[] = [];
    for (const waiting of queue) (admits(waiting.ask) ? taken : left).push(waiting);
    queue = left;
    wasAlone = taken.length === 1;
    return taken;
  };

  const begin = async () => {
    serving += 1;
    await answer(serve, take());
    serving -= 1;
    if (queue.length > 0) call();
  };

  const open = () => {
    isCalled = false;
    while (serving < lanes && queue.length > 0) void begin();
  };

  /** After all who run in this turn have asked; one who came alone the last time need not wait for so long. */
  const call = () => {
    if (isCalled) return;
    isCalled = true;
    if (wasAlone) process.nextTick(open);
    else setImmediate(open);
  };

  return (ask: Ask): Promise<Answer> =>
    new Promise((resolve, reject) => {
      queue.push({ ask, resolve, reject });
      if (serving < lanes) call();
    });
};

/** Never fails itself: whoever waits is answered or refused. */
const answer = async <Ask, Answer>(
  serve: Counter<Ask, Answer>['serve'],
  taken: readonly Waiting<Ask, Answer>[],
): Promise<void> => {
  try {
    const answers = await serve(taken.map(({ ask }) => ask));
    for (const [place, { resolve }] of taken.entries()) {
      // There is an answer for each ask: `serve` promises it, the type of a list cannot.
      resolve(answers[place] as Answer);
    }
  } catch (error) {
    // Whose fault it is is seen when each is served alone; a world that is down is nobody's.
    if (taken.length === 1 || error instanceof Unavailable) for (const { reject } of taken) reject(error);
    else for (const waiting of taken) await answer(serve, [waiting]);
  }
};
