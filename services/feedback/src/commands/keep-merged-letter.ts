/** Whoever asked in a case that was merged has a letter of their own, which is kept when it is read first. */
import { type Actor, uuidOf } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import { letterOfMerged } from '../domain/letter.js';
import { noLetter } from '../domain/refusals.js';
import { answeredTogether, type Letter, ownLetter } from '../queries/find-letter.js';
import type { Found } from '../queries/find-case.js';

/** Once kept it stays as it is, however things and people are called later. Refused (`no-letter`): whoever asked was erased. */
const keptLetter = async (
  { vault, called, zone }: Dependencies,
  { caseId, state }: Found,
  answered: NonNullable<Awaited<ReturnType<typeof answeredTogether>>>,
): Promise<Letter> => {
  const { asking } = state;
  if (asking === null || asking.wordsId === null) throw noLetter();
  const { cycle, conclusion, caseId: other } = answered;
  const id = await uuidOf(caseId, 'merged', asking.wordsId, String(cycle), other, String(conclusion.cycle));
  const letter = { number: asking.number, cycle, letterId: id };
  if ((await vault.ownerOf(id)) !== null) return letter;
  const person = await vault.ownerOf(asking.wordsId);
  if (person === null) throw noLetter();
  const content = letterOfMerged(state, answered, { called, zone });
  await vault.keep([{ id, person, kind: 'letter', content }]);
  return letter;
};

/**
 * The letter that closed a case last, in the vault under whoever asked; of a merged case, one of its own as soon as the
 * case is concluded that answers for it. Residents have none that was written to somebody else. Refused
 * (`no-letter`) where there is none.
 */
export const letterFor = async (deps: Dependencies, found: Found, { role }: Actor): Promise<Letter> => {
  const answered = await answeredTogether(deps, found.state);
  if (answered !== null) return keptLetter(deps, found, answered);
  const own = ownLetter(found.state, role === 'resident');
  if (own === null) throw noLetter();
  return own;
};
