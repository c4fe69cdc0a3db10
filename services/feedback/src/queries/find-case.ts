/** The feedback of one case, for whoever may have to do with it. */
import { type Actor, hasTie, mayReach, Rejection, type Right, type Tie } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import type { State } from '../domain/rating-state.js';
import { noFeedback } from '../domain/refusals.js';
import { askedLast, stageOf } from '../domain/standing.js';

/** How often, and how many milliseconds apart, one looks for what may be on its way: half a second in all. */
const looks = 10;
const lookMs = 50;

export type Found = Readonly<{ caseId: string; state: State; revision: number }>;

const caseUnknown = (name: string) =>
  new Rejection(
    'case-unknown',
    { en: `No case ${name} is known.`, zh: `没有编号为 ${name} 的案件。` },
    'unknown',
  );

const notYours = () =>
  new Rejection(
    'not-your-case',
    { en: 'Only whoever asked may see and rate this.', zh: '只有诉求人本人可以查看和评价。' },
    'forbidden',
  );

const notYourArea = () =>
  new Rejection(
    'not-your-area',
    { en: 'This lies outside your area.', zh: '此事不在您的辖区内。' },
    'forbidden',
  );

const isKnown = ({ asking, cycles }: State): boolean => asking !== null || Object.keys(cycles).length > 0;

type Knowing = Pick<Dependencies, 'town' | 'pseudonyms' | 'cases'>;

/**
 * The account that asked; of a part, that of the whole, which may be heard of later than its part; `null`: none, or it
 * turned out that somebody else had asked.
 */
const askerOf = async (
  cases: Dependencies['cases'],
  { asking }: Pick<State, 'asking'>,
): Promise<string | null> => {
  if (asking === null || asking.isOfSomebodyElse === true) return null;
  if (asking.asker !== null || asking.splitFrom === undefined) return asking.asker;
  return askerOf(cases, (await cases.query(asking.splitFrom)).state);
};

/**
 * A case is a resident's whose code for it they have shown, or by the pseudonym of their account; in cases of older
 * towns by their former one.
 */
const tiesOf = async (
  { town, pseudonyms, cases }: Knowing,
  { id, role, caseId: shown }: Actor,
  { caseId, state }: Pick<Found, 'caseId' | 'state'>,
): Promise<readonly Tie[]> => {
  if (shown !== undefined) return shown === caseId ? ['own'] : [];
  const asker = role === 'resident' ? await askerOf(cases, state) : null;
  if (asker === null) return [];
  const own: readonly string[] = [pseudonyms.of(town, id), await pseudonyms.formerOf(town, id)];
  return own.includes(asker) ? ['own'] : [];
};

/** No code and no account opens it once it turned out that somebody else had asked. */
const openTies = async (...about: Parameters<typeof tiesOf>): Promise<readonly Tie[]> =>
  about[2].state.asking?.isOfSomebodyElse === true ? [] : tiesOf(...about);

/** Refused (`not-your-case`, `not-your-area`) to whoever it does not concern. */
const mustReach = async (
  deps: Knowing,
  { right, actor }: Pick<Wanted, 'right' | 'actor'>,
  found: Pick<Found, 'caseId' | 'state'>,
): Promise<void> => {
  const area = askedLast(found.state)?.question.area ?? null;
  if (mayReach(right, actor, { area, ties: await openTies(deps, actor, found) })) return;
  throw hasTie(right, actor.role, 'own') ? notYours() : notYourArea();
};

type Wanted = Readonly<{
  name: string;
  actor: Actor;
  right: Right;
  /** What was verified a moment ago may still be on its way. */
  isEnough?: (state: State) => boolean;
}>;

/**
 * A case by its id or its number. Refused: `feedback-not-asked` where the town asks for no feedback, `case-unknown`,
 * `not-your-case`, `not-your-area`.
 */
export const findCase = async (
  deps: Dependencies,
  { name, actor, right, isEnough = () => true }: Wanted,
): Promise<Found> => {
  if (deps.terms === null) throw noFeedback();
  const caseId = await deps.caseIdOf(name);
  for (let left = looks; ; left--) {
    const { state, revision } = await deps.cases.query(caseId);
    if (left > 0 && !isEnough(state)) {
      await deps.sleep(lookMs);
      continue;
    }
    if (!isKnown(state)) throw caseUnknown(name);
    await mustReach(deps, { right, actor }, { caseId, state });
    return { caseId, state, revision };
  }
};

/** Whether somebody was asked anything in it. */
export const wasAsked = (state: State): boolean => stageOf(state) !== null;
