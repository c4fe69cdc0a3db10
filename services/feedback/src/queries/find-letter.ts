/** The letter that closed a case last; whoever asked in a case that was merged has that of the case which answers for it. */
import type { Dependencies } from '../dependencies.js';
import { noLetter } from '../domain/refusals.js';
import type { State } from '../domain/rating-state.js';

/** So long a chain of merged cases is followed. */
const mergersAtMost = 5;

type Letter = Readonly<{ number: string; cycle: number; letterId: string }>;

const cyclesOf = ({ cycles }: State) =>
  Object.entries(cycles)
    .map(([number, cycle]) => ({ number: Number(number), ...cycle }))
    .sort((a, b) => b.number - a.number);

const ownLetter = (state: State): Letter | null => {
  for (const { conclusion } of cyclesOf(state))
    if (conclusion?.letterId !== undefined) {
      const { number, cycle, letterId } = conclusion;
      return { number, cycle, letterId };
    }
  return null;
};

/** Which case answers for it; `null`: it does itself. */
const answeredBy = (state: State): string | null => {
  const [last] = cyclesOf(state);
  if (last === undefined) return null;
  const { ends, mergeUndoneAt } = last;
  const merged = ends.findLast(({ because }) => because === 'merged');
  const stands = merged !== undefined && (mergeUndoneAt === null || merged.endedAt > mergeUndoneAt);
  return stands ? merged.into : null;
};

/** Refused (`no-letter`) where there is none. */
export const findLetter = async ({ cases }: Pick<Dependencies, 'cases'>, found: State): Promise<Letter> => {
  let state = found;
  for (let left = mergersAtMost; left > 0; left--) {
    const letter = ownLetter(state);
    const other = answeredBy(state);
    if (letter !== null) return letter;
    if (other === null) break;
    ({ state } = await cases.query(other));
  }
  throw noLetter();
};
