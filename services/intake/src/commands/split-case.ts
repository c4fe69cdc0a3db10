/** A part of a case becomes a case of its own, with the start of the whole. */
import type { VaultRef } from '@mulin/kernel';
import type { CommandContext } from '@mulin/service';
import type { Dependencies } from '../dependencies.js';
import { type Decides, type Demand, known, stillOwed, type Urgency } from '../domain/case/case.js';
import { classifiedAs, type Place, pointOf } from '../domain/case/classifying.js';
import { noteSplit, registerPart } from '../domain/case/registering.js';
import { orderable } from '../domain/menu.js';
import { optionsOf } from '../queries/case-at-hand.js';
import { first, pieceOf } from './vault-items.js';

type Part = Readonly<{
  menuItem: string;
  words: string;
  place?: Place | undefined;
  urgency?: Urgency | undefined;
}>;

type CaseRequest = CommandContext & Readonly<{ caseId: string }>;

/** The words are the part's own; who asked stays, and so does the place where none is given. */
const keptOf = async (
  { vault }: Dependencies,
  { id }: CaseRequest,
  demand: Demand,
  { words, place }: Part,
) => {
  const { person } = demand;
  const pieces = [['words', words] as const, ...(place === undefined ? [] : [['place', place] as const])];
  const items = pieces.map(async ([kind, content]) => ({
    id: await pieceOf(id, kind),
    person,
    kind,
    content,
  }));
  const references = await vault.keep(await Promise.all(items));
  const own: VaultRef | null = place === undefined ? demand.place : (references[1] ?? null);
  return { person, words: first(references), place: own };
};

const placeIn = async ({ vault }: Dependencies, { actor, caseId }: CaseRequest, { place }: Demand) =>
  // Intake kept it, as a place.
  (place &&
    (await vault.read(place.id, { actor: actor.id, purpose: 'correction', about: caseId }))) as Place | null;

const demandOf = async (
  deps: Dependencies,
  request: CaseRequest,
  demand: Demand,
  part: Part,
): Promise<Demand> => {
  const item = orderable(await deps.menu(), part.menuItem);
  const kept = await keptOf(deps, request, demand, part);
  const where = part.place ?? (item.public ? await placeIn(deps, request, demand) : null);
  return {
    ...classifiedAs(item, part.urgency),
    ...pointOf(item, where ?? undefined),
    ...kept,
    contact: demand.contact,
    channel: demand.channel,
  };
};

const mustBeOpen: Decides = (state) => {
  stillOwed(state);
  return [];
};

/**
 * The new case first, so that nothing is said of a part that is not there; then the whole, which hears it whatever
 * became of it meanwhile. Refused: `no-such-menu-item`, and what refuses a change of a case that is over.
 */
export const splitCase = async (deps: Dependencies, request: CaseRequest, part: Part) => {
  const { cases, takeNumber } = deps;
  const { caseId, context, id } = request;
  const isAgain = (await cases.query(id)).revision >= 0;
  const whole = known((await cases.query(caseId)).state);
  const isOfSomebodyElse = whole.demand.person !== whole.origin.person;
  const ofWhom = isOfSomebodyElse ? { isOfSomebodyElse } : {};
  const splitFrom = { caseId, number: whole.number, ...ofWhom };
  if (!isAgain) {
    // A version that is named is that of the whole.
    await cases(caseId, mustBeOpen, context, optionsOf(request));
    const demand = await demandOf(deps, request, whole.demand, part);
    const { reportedAt, reportedBy } = whole;
    const number = await takeNumber(reportedAt);
    await cases(id, registerPart({ number, reportedAt, reportedBy, demand }, splitFrom), context);
  }
  const registered = await cases(id, () => [], context);
  const { number } = known(registered.state);
  await cases(caseId, noteSplit({ caseId: id, number }), context);
  return registered;
};
