/**
 * What was sent under a name and had no answer: it may have arrived. As long as that is not known, whatever is sent next goes under
 * the same name, so that the town makes no second case of it.
 */

/** Refused by the town: `status` and stable `code`. */
type Answerless = Readonly<{ status: number; code: string }>;

const refusalIn = (error: unknown): Answerless | null =>
  typeof error === 'object' && error !== null && 'code' in error && 'status' in error
    ? (error as Answerless) // a refusal of the API has both
    : null;

/** The town has something else under this name. */
const isOther = (error: unknown): boolean => refusalIn(error)?.code === 'same-id-other-content';

/** What is remembered of earlier attempts, over a reload as well; the oldest first. */
export type Memory<Body> = Readonly<{ read: () => readonly Body[]; write: (tried: readonly Body[]) => void }>;

type Sending<Body, Answer> = Readonly<{
  body: Body;
  memory: Memory<Body>;
  /** Sends it under the one name. */
  post: (body: Body) => Promise<Answer>;
  /** Whether a refusal leaves open what became of it. */
  leavesOpen: (refusal: Answerless) => boolean;
}>;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Which of the earlier ones the town has; `null`: none of these. */
const findArrived = async <Body, Answer>(
  tried: readonly Body[],
  post: (body: Body) => Promise<Answer>,
): Promise<Arrived<Body, Answer> | null> => {
  for (const body of tried)
    try {
      return { answer: await post(body), body };
    } catch (error) {
      if (!isOther(error)) throw error;
    }
  return null;
};

/** `body`: what the town has, which is not what was sent last where an earlier attempt had arrived. */
type Arrived<Body, Answer> = Readonly<{ answer: Answer; body: Body }>;

/** Sends it, and where an earlier attempt had arrived finds out which. Throws what `post` throws. */
export const sendOnce = async <Body, Answer>({
  body,
  memory,
  post,
  leavesOpen,
}: Sending<Body, Answer>): Promise<Arrived<Body, Answer>> => {
  const before = memory.read().filter((it) => !isSame(it, body));
  memory.write([...before, body]);
  try {
    const answer = await post(body);
    return { answer, body };
  } catch (error) {
    const refusal = refusalIn(error);
    // Nothing came of this attempt; of those before it that is not known.
    if (refusal !== null && !leavesOpen(refusal)) memory.write(before);
    const arrived = isOther(error) ? await findArrived(before, post) : null;
    if (arrived === null) throw error;
    return arrived;
  }
};
