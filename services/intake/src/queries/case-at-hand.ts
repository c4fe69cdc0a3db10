/** A case and its handling, as somebody asks for them who may act on it: or is told why they may not. */
import {
  type Actor,
  type CommandResult,
  type DecisionContext,
  hasTie,
  isWholeTown,
  mayReach,
  Rejection,
  type Right,
  type Tie,
} from '@mulin/kernel';
import { answer, type CommandContext } from '@mulin/service';
import { isResidentsOwn } from '../commands/register-demand.js';
import type { Dependencies } from '../dependencies.js';
import * as Case from '../domain/case/case.js';
import { isOverNow, notYours } from '../domain/case-refusals.js';
import * as Handling from '../domain/handling.js';
import { standingOf } from '../domain/standing.js';

/** How often, and how many milliseconds apart, one looks for what may be on its way: half a second in all. */
const looks = 10;
const lookMs = 50;

/** A case that is there; refused (`case-not-found`) where there is none. */
export const readCase = async ({ cases }: Pick<Dependencies, 'cases'>, caseId: string) => {
  const { state, revision } = await cases.query(caseId);
  return { state: Case.known(state), revision };
};

/** How a cycle of it is handled, as far as it was heard; waits a moment for what is `enough`. */
export const handlingOf = async (
  { handling, sleep }: Pick<Dependencies, 'handling' | 'sleep'>,
  caseId: string,
  cycle: number,
  isEnough: (handling: Handling.State) => boolean = () => true,
): Promise<Handling.State> => {
  for (let left = looks; ; left--) {
    const state = Handling.inCycle((await handling.query(caseId)).state, cycle);
    if (left === 0 || isEnough(state)) return state;
    await sleep(lookMs);
  }
};

/**
 * In which circumstances somebody decides who has seen how far the case is handled: not before that. It is of another
 * stream, and began with another service, whose clock may be ahead.
 */
export const afterHandling = async (
  { handling }: Pick<Dependencies, 'handling'>,
  { context }: Pick<CommandContext, 'context'>,
  caseId: string,
): Promise<DecisionContext> => {
  const { recordedAt } = await handling.query(caseId);
  return recordedAt === null ? context : { ...context, causedAt: recordedAt };
};

const notTheirs = () =>
  new Rejection(
    'not-your-case',
    {
      en: 'This is the case of somebody else: only the resident who asked may do this.',
      zh: '该案件不是您反映的，只有诉求人本人可以操作。',
    },
    'forbidden',
  );

type Seen = Readonly<{ caseId: string; state: ReturnType<typeof Case.known> }>;

const heldBy = (handling: Handling.State, { id }: Actor): readonly Tie[] =>
  Handling.holderOf(handling) === id ? ['held'] : [];

/**
 * Not while it is noted as somebody else's, by a name alone as well: what that person says is for whoever answers. Older
 * cases may name as their reporter whoever wrote them down for somebody.
 */
const reportedBy = ({ seenBy, demand, origin }: Seen['state'], { id }: Actor): readonly Tie[] => {
  const isOfReporter = demand.person === origin.person && (demand.contact ?? origin.contact) === null;
  return seenBy === id && isOfReporter ? ['own'] : [];
};

/**
 * Whoever may read it only because they were told of it, decide, hold it, or reported it, must have been, and it must be open.
 * Refused: `not-your-case`, `case-is-over`.
 */
export const mustReach = async (
  deps: Pick<Dependencies, 'handling' | 'sleep'>,
  right: Right,
  actor: Actor,
  { caseId, state }: Seen,
): Promise<void> => {
  if (hasTie(right, actor.role, 'town') && isWholeTown(actor.area)) return;
  const handling = await handlingOf(deps, caseId, state.cycle);
  const { area } = handling;
  const reaches = (isOver: boolean) => {
    const ties = [
      ...Handling.tiesOf(handling, actor, { isOver }),
      ...(isOver ? [] : heldBy(handling, actor)),
      ...(isOver ? [] : reportedBy(state, actor)),
    ];
    return mayReach(right, actor, { area, ties });
  };
  if (reaches(state.status !== 'registered')) return;
  throw reaches(false) ? isOverNow() : notYours();
};

/**
 * A desk that is bound to a part of the town acts on what lies there, and on nothing whose place is not known. Refused:
 * `not-your-case`.
 */
export const mustLieNear = (right: Right, actor: Actor, { area }: Handling.State): void => {
  if (!mayReach(right, actor, { area })) throw notYours();
};

/** A resident acts on what they asked themselves. Refused: `not-your-case`. */
export const mustBeOwn = async (
  deps: Pick<Dependencies, 'town' | 'pseudonyms'>,
  actor: Actor,
  { caseId, state }: Seen,
): Promise<void> => {
  // They showed the code of this case: which opens nothing once it turned out to be somebody else's.
  if (actor.caseId === caseId && state.demand.person === state.origin.person) return;
  if (!(await isResidentsOwn(deps, actor, state.demand.person))) throw notTheirs();
};

/** A case as routes show it. */
export const summaryOf = (caseId: string, it: Case.State, handling: Handling.State) => {
  const known = Case.known(it);
  const { number, cycle, reportedAt, reportedBy, registeredAt, demand } = known;
  const state = standingOf(known, handling);
  const { menuItem, net, urgency, wishedUrgency = null, channel } = demand;
  const about = { menuItem, net, urgency, wishedUrgency, channel };
  return { caseId, number, state, cycle, ...about, reportedAt, reportedBy, registeredAt };
};

/** What a command has made of a case, with its place in the log and its version. */
export const answerOf = async (
  deps: Pick<Dependencies, 'handling' | 'sleep'>,
  caseId: string,
  { state, position, revision }: CommandResult<Case.State, Case.Event>,
  more: Readonly<{ status?: number }> = {},
) => {
  const handling = await handlingOf(deps, caseId, Case.known(state).cycle);
  return answer(summaryOf(caseId, state, handling), {
    position: { service: 'intake', position },
    revision,
    ...more,
  });
};

/** The version that a command names, as the handler takes it. */
export const optionsOf = ({ ifRevision }: Readonly<{ ifRevision?: number }>) =>
  ifRevision === undefined ? {} : { ifRevision };
