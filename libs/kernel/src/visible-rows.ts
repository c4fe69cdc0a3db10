/** Which rows of a list somebody may see, by the table of rights. */
import { isWholeTown } from './areas.js';
import type { Actor } from './ports.js';
import { type Right, rights, type Tie } from './rights.js';

/**
 * What of a view the actor may see, found by its path column `area` or by `inArea`, as one condition; `null`: nothing. `by` says how the
 * view finds what is tied to them otherwise; a tie it does not know shows nothing.
 */
export const whereFor = <W extends object>(
  right: Right,
  actor: Pick<Actor, 'role' | 'area'>,
  by: Readonly<Partial<Record<Tie, W>>> = {},
  // A view that is asked has the column, or says by what it finds an area.
  inArea: W = { area: { within: actor.area } } as unknown as W,
): W | null => {
  const everywhere = isWholeTown(actor.area) ? ({} as W) : inArea;
  const known: Readonly<Partial<Record<Tie, W>>> = { ...by, town: everywhere, area: inArea };
  const wheres = (rights[right][actor.role] ?? []).flatMap((tie) => known[tie] ?? []);
  const [only] = wheres;
  if (only === undefined) return null;
  return wheres.length === 1 ? only : ({ or: wheres } as unknown as W);
};
