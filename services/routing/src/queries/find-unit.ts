/** Whether an order can be handed there at all: who is on duty in it is another question. */
import type { Dependencies } from '../dependencies.js';
import { officePrefix } from '../domain/land/roster.js';

/** A micro-grid by its id, an area by its path, an office by `office:` and its id, where somebody was ever named for it. */
export const isUnit = ({ grids, areas, town, now }: Dependencies, unit: string): boolean => {
  if (unit.startsWith(officePrefix)) return grids().isNamed(unit);
  return unit === town || areas.some(({ path }) => path === unit) || grids().microGrid(unit, now()) !== null;
};
