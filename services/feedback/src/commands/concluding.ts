/** A decision that may close a case is recorded with its letter: first the letter is kept, then the decision made. */
import {
  canonical,
  type CommandHandler,
  type CommandResult,
  type Decision,
  type EventMetadata,
  fold,
  type Instant,
  Rejection,
  uuidOf,
  type Vault,
} from '@mulin/kernel';
import { conclusionIn, withLetter } from '../domain/asking.js';
import { type Called, letterOf } from '../domain/letter.js';
import type { Conclusion, Event } from '../domain/rating-events.js';
import { decider, type State } from '../domain/rating-state.js';

type Parts = Readonly<{
  zone: string;
  now: () => Instant;
  cases: CommandHandler<State, Event>;
  vault: Vault;
  called: Called;
  schedule: (caseId: string, state: State, traceparent?: string) => Promise<void>;
}>;

type ConclusionRequest = Readonly<{
  caseId: string;
  decide: Decision<State, Event>;
  context: EventMetadata;
  options?: Readonly<{ ifRevision?: number }>;
}>;

/**
 * The conclusion that was tried, as text; `null`: none. `letterId`: of the letter that tells of it; `null`: nobody is
 * written to.
 */
type Kept = Readonly<{ tells: string | null; letterId: string | null }>;

const told = (conclusion: Conclusion | null): string | null => {
  if (conclusion === null) return null;
  const { concludedAt: _, ...rest } = conclusion;
  return canonical(rest);
};

/** Another decision was made meanwhile, so that the letter would tell of something else. */
class LetterOutdated extends Error {
  override readonly name = 'LetterOutdated';
}

/** Enough: each time somebody else must have decided something in the same case. */
const attempts = 5;

/** What is refused is refused by the handler, which also knows what was decided before. */
const tried = (state: State, decide: Decision<State, Event>, now: Instant): readonly Event[] => {
  try {
    return decide(state, now);
  } catch (error) {
    if (error instanceof Rejection) return [];
    throw error;
  }
};

/** Under the key of whoever asked, so that whoever erases them erases their letters, too; `null`: they were erased. */
const letterTo = async (
  { zone, vault, called }: Parts,
  { caseId, state, conclusion }: Readonly<{ caseId: string; state: State; conclusion: Conclusion }>,
): Promise<string | null> => {
  const wordsId = state.asking?.wordsId ?? null;
  const person = wordsId === null ? null : await vault.ownerOf(wordsId);
  if (person === null) return null;
  const content = letterOf(state, conclusion, { called, zone });
  const id = await uuidOf(caseId, 'letter', String(conclusion.cycle), canonical(content));
  await vault.keep([{ id, person, kind: 'letter', content }]);
  return id;
};

const keepLetter = async (parts: Parts, { caseId, decide }: ConclusionRequest): Promise<Kept> => {
  const { state } = await parts.cases.query(caseId);
  const events = tried(state, decide, parts.now());
  const conclusion = conclusionIn(events);
  if (conclusion === null) return { tells: null, letterId: null };
  const after = fold(decider, events, state);
  return { tells: told(conclusion), letterId: await letterTo(parts, { caseId, state: after, conclusion }) };
};

const withKept =
  (decide: Decision<State, Event>, { tells, letterId }: Kept): Decision<State, Event> =>
  (state, now) => {
    const events = decide(state, now);
    if (told(conclusionIn(events)) !== tells) throw new LetterOutdated();
    return letterId === null ? events : withLetter(events, letterId);
  };

/**
 * Makes the function that records what was decided; where that concludes a case, with its letter. Throws what the
 * command handler throws.
 */
export const concluding =
  (parts: Parts) =>
  async (request: ConclusionRequest): Promise<CommandResult<State, Event>> => {
    const { caseId, decide, context, options = {} } = request;
    for (let left = attempts; ; left--) {
      const kept = await keepLetter(parts, request);
      try {
        const result = await parts.cases(caseId, withKept(decide, kept), context, options);
        await parts.schedule(caseId, result.state, context.traceparent);
        return result;
      } catch (error) {
        if (!(error instanceof LetterOutdated) || left === 1) throw error;
      }
    }
  };
