/** How whoever has an order is called by their duty, in both languages: no name, no account. */
import { dutyIn, levelOf, type LocalizedText, upTo } from '@mulin/kernel';
import type { Dependencies } from '../dependencies.js';
import type { NameDuty } from '../domain/handling/emergency.js';
import { officePrefix } from '../domain/land/roster.js';

const member: LocalizedText = { en: 'a grid member', zh: '网格员' };
const leaders: Readonly<Partial<Record<string, LocalizedText>>> = {
  grid: { en: 'the grid leader', zh: '网格长' },
  village: { en: 'the village committee', zh: '村委会' },
  community: { en: 'the community secretary', zh: '社区书记' },
  town: { en: 'a town leader', zh: '镇领导' },
};
const clerk: LocalizedText = { en: 'an office of the town', zh: '镇办科室' };

const isArea = (unit: string, town: string): boolean => unit.includes('/') || unit === town;

/** Of a unit, by the level of what it leads; of none, or of a micro-grid, a grid member. */
const roleOf = (unit: string | undefined, area: string): LocalizedText => {
  const level = unit !== undefined && isArea(unit, upTo('town', area)) ? levelOf(unit) : null;
  return (level === null ? undefined : leaders[level]) ?? member;
};

/** `the grid leader of River Head, grid 1`; a grid member is of the grid, whichever of its micro-grids they serve in. */
export const dutyNames =
  ({ areas }: Pick<Dependencies, 'areas'>): NameDuty =>
  ({ unit, area }) => {
    if (unit?.startsWith(officePrefix) === true) return clerk;
    const role = roleOf(unit, area);
    const place = unit ?? upTo('grid', area);
    const name = areas.find(({ path }) => path === place)?.name;
    // The town itself, and a micro-grid, is no area that is named here.
    return name === undefined ? role : dutyIn(role, name);
  };
