/** Whether an order can be handed there at all: who is on duty in it is another question. */
import type { Dependencies } from '../dependencies.js';
import { helpersPrefix, officePrefix } from '../domain/land/roster.js';

type Land = Pick<Dependencies, 'grids' | 'now' | 'areas' | 'town'>;

/** A micro-grid by its id, an area by its path, an office by `office:` and its id, where somebody was ever named for it. */
export const isUnit = (deps: Land, unit: string): boolean => {
  const { grids, now } = deps;
  if (unit.startsWith(officePrefix)) return grids().isNamed(unit);
  return isArea(deps, unit) || grids().microGrid(unit, now()) !== null;
};

/** Those who help in an area: they are called in, and never given an order. */
export const isUnitOfHelpers = (deps: Land, unit: string): boolean =>
  unit.startsWith(helpersPrefix) && isArea(deps, unit.slice(helpersPrefix.length));

const isArea = ({ areas, town }: Land, path: string): boolean =>
  path === town || areas.some((it) => it.path === path);
